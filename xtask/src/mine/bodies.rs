//! Names of bodies that the lexicon does not list: "Cục Chống tham nhũng".

use super::articles::Token;
use super::units::lexicon;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer articles prove nothing.
const ARTICLES: usize = 3;
/// No name has more syllables, what it is called included.
const LONGEST: usize = 10;
/// The words with which the names of bodies begin.
const CLASSES: [&str; 22] = [
    "cục",
    "vụ",
    "viện",
    "ban",
    "phòng",
    "khoa",
    "khu",
    "sở",
    "bộ",
    "tổng cục",
    "chi cục",
    "trung tâm",
    "văn phòng",
    "ủy ban",
    "hội đồng",
    "hội",
    "hiệp hội",
    "liên đoàn",
    "quỹ",
    "thanh tra",
    "học viện",
    "nhà",
];

/// Prints for each candidate: articles, the name.
pub(super) fn print(articles: &[Vec<Token>]) -> Result<()> {
    let known = lexicon("body", None)?;
    let mut closing = lexicon("stop", None)?;
    closing.extend(lexicon("role", None)?);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles {
        let names: BTreeSet<String> =
            (0..article.len()).filter_map(|at| name(article, at, &closing)).collect();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
    }
    counts.retain(|name, count| *count >= ARTICLES && !known.contains(&name.to_lowercase()));
    let mut found: Vec<_> = counts.into_iter().collect();
    found.sort_by(|(one, first), (other, second)| second.cmp(first).then_with(|| one.cmp(other)));
    for (name, count) in found {
        println!("{count}\t{name}");
    }
    Ok(())
}

/// The name at `at`: what it is called, a capital, and small letters up to where it certainly ends.
/// The place behind it is left out.
fn name(article: &[Token], at: usize, closing: &BTreeSet<String>) -> Option<String> {
    let word = |index: usize| match article.get(index)? {
        Token::Word(word) | Token::Capital(word) => Some(word.as_str()),
        Token::Number | Token::Mark(_) => None,
    };
    let capital = |index: usize| matches!(article.get(index), Some(Token::Capital(_)));
    let class = [2, 1].into_iter().find(|length| {
        let words: Option<Vec<&str>> = (at..at + length).map(word).collect();
        words.is_some_and(|words| CLASSES.contains(&words.join(" ").as_str()))
    })?;
    if !capital(at) || !capital(at + class) {
        return None;
    }
    let mut end = at + class + 1;
    let goes_on = |end: usize| {
        let next = word(end)?;
        let joined = word(end - 1) == Some("và");
        let small = !capital(end) && (next == "và" || !closing.contains(next));
        (small || (capital(end) && joined)).then_some(())
    };
    while end - at < LONGEST && goes_on(end).is_some() {
        end += 1;
    }
    let whole = end > at + class + 1 && end - at < LONGEST && word(end - 1) != Some("và");
    let letters = |index: usize| {
        let word = word(index).unwrap_or_default();
        let mut letters = word.chars();
        let first = letters.next().into_iter();
        if capital(index) {
            first.flat_map(char::to_uppercase).chain(letters).collect()
        } else {
            word.to_owned()
        }
    };
    whole.then(|| (at..end).map(letters).collect::<Vec<String>>().join(" "))
}
