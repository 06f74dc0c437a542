//! Articles as rows of tokens.

use crate::workspace;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// One token; words are in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A syllable in small letters.
    Word(String),
    /// A syllable that begins with a capital letter.
    Capital(String),
    /// Digits with the separators inside them.
    Number,
    /// Any other character; the end of a line is one.
    Mark(char),
}

impl Token {
    /// A word in small letters.
    pub(super) fn small(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// The articles of the folder `news` but those kept for first-sight rounds, which nobody mines.
pub(super) fn read(news: &Path) -> Result<Vec<Vec<Token>>> {
    let folder = workspace::root().join(news);
    let file = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let rounds = file("rounds.txt")?;
    let rounds: BTreeSet<&str> = rounds.split_whitespace().collect();
    let mut articles = Vec::new();
    for line in file("articles.ndjson")?.lines() {
        let article: serde_json::Value = serde_json::from_str(line)?;
        let field = |name: &str| article[name].as_str().unwrap_or_default().to_owned();
        if !rounds.contains(field("id").as_str()) {
            articles.push(tokens(&format!("{}\n{}", field("title"), field("body"))));
        }
    }
    Ok(articles)
}

/// Cuts a text into tokens; white space only parts them, but the end of a line is a mark.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.nfc().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        let first = letters[at];
        let run = |is: fn(char) -> bool| letters[start..].iter().take_while(|l| is(**l)).count();
        if first.is_alphabetic() {
            at += run(char::is_alphabetic);
            let word: String = letters[start..at].iter().collect();
            let small = word.to_lowercase();
            found.push(if first.is_lowercase() {
                Token::Word(small)
            } else {
                Token::Capital(small)
            });
        } else if first.is_ascii_digit() {
            at += run(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','));
            let last = letters[at - 1];
            found.push(Token::Number);
            if matches!(last, '.' | ',') {
                found.push(Token::Mark(last));
            }
        } else {
            at += 1;
            if first == '\n' || !first.is_whitespace() {
                found.push(Token::Mark(first));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_behind_a_number_is_a_mark() {
        let word = |word: &str| Token::Word(word.to_owned());
        let sao = Token::Capital("sao".to_owned());
        let expected = [Token::Number, word("km"), Token::Number, Token::Mark(','), sao];
        assert_eq!(tokens("1.250,5km 3, Sao"), expected);
    }
}
