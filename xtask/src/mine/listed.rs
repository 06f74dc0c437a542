//! In how many articles the entries of the mined list stand.

use super::articles::{Token, tokens};
use super::units::lexicon;
use anyhow::Result;

/// Prints for each entry the number of its articles and the entry, the rarest first.
pub(super) fn print(articles: &[Vec<Token>]) -> Result<()> {
    let articles: Vec<Vec<Token>> = articles.iter().map(|tokens| small(tokens)).collect();
    let has = |article: &Vec<Token>, entry: &[Token]| {
        article.windows(entry.len()).any(|window| window == entry)
    };
    let mut counts = Vec::new();
    for phrase in lexicon("unit-mined", None)? {
        let entry = small(&tokens(&phrase));
        counts.push((articles.iter().filter(|article| has(article, &entry)).count(), phrase));
    }
    counts.sort();
    for (count, phrase) in counts {
        println!("{count}\t{phrase}");
    }
    Ok(())
}

/// The tokens in small letters.
fn small(tokens: &[Token]) -> Vec<Token> {
    let lower = |token: &Token| match token {
        Token::Capital(word) => Token::Word(word.clone()),
        other => other.clone(),
    };
    tokens.iter().map(lower).collect()
}
