//! Nouns that a number counts and that the list of units lacks or cuts.

use super::articles::Token;
use super::phrases::{LONGEST, Phrases, run};
use crate::workspace;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer articles prove nothing.
const ARTICLES: usize = 3;
/// What stands together less firmly is no noun of several syllables.
const COHESION: f64 = 1.0;
/// A function word within a phrase is a part of a noun only where it stands this firmly.
const WITHIN: f64 = 5.0;
/// A phrase that seldom ends where it ends is a part of a longer one.
const ENDS: usize = 10;
/// Behind these, as behind a number, stands a noun that can be counted.
const PLURAL: [&str; 15] = [
    "các", "những", "nhiều", "một", "hai", "ba", "bốn", "sáu", "bảy", "mười", "mỗi", "từng", "vài",
    "mấy", "số",
];

/// Prints for each candidate: articles, articles in which it stands behind a number, those in which
/// it stands behind a plural, cohesion in bits, how often it ends there in per cent, the phrase.
pub(super) fn print(articles: &[Vec<Token>]) -> Result<()> {
    let units = lexicon("unit", None)?;
    let magnitudes = lexicon("quantity", None)?;
    let mut closing = lexicon("stop", None)?;
    closing.extend(lexicon("cues/figure", Some("no-noun"))?);
    let phrases = Phrases::of(articles, &closing);
    let is_number = |token: &Token| {
        *token == Token::Number || token.small().is_some_and(|word| magnitudes.contains(word))
    };
    let is_plural = |token: &Token| token.small().is_some_and(|word| PLURAL.contains(&word));
    let (counted, plural) = (behind(articles, &is_number), behind(articles, &is_plural));
    let mut found = Vec::new();
    for phrase in phrases.all() {
        let Some(evidence) = phrases.evidence(phrase) else { continue };
        let joined = phrase.join(" ");
        let of = |articles: &BTreeMap<Vec<&str>, usize>| articles.get(phrase).copied().unwrap_or(0);
        let (counted, plural) = (of(&counted), of(&plural));
        let headed = (1..phrase.len()).any(|length| units.contains(&phrase[..length].join(" ")));
        let closes = closing.contains(phrase[0]) || units.contains(&joined);
        let within = phrase.iter().any(|word| closing.contains(*word));
        let firm = evidence.cohesion >= if within { WITHIN } else { COHESION };
        let noun = counted > 0 || plural > 0 || headed;
        let whole = phrase.len() > 1 && !closes && firm && evidence.ends >= ENDS;
        if whole && noun && evidence.articles >= ARTICLES {
            found.push((evidence, counted, plural, joined));
        }
    }
    found.sort_by(|(one, _, _, first), (other, _, _, second)| {
        other.articles.cmp(&one.articles).then_with(|| first.cmp(second))
    });
    for (evidence, counted, plural, phrase) in found {
        let (articles, cohesion, ends) = (evidence.articles, evidence.cohesion, evidence.ends);
        println!("{articles}\t{counted}\t{plural}\t{cohesion:.1}\t{ends}\t{phrase}");
    }
    Ok(())
}

/// In how many articles each phrase stands right behind a token that `counts`.
fn behind<'a>(
    articles: &'a [Vec<Token>],
    counts: &dyn Fn(&Token) -> bool,
) -> BTreeMap<Vec<&'a str>, usize> {
    let mut behind = BTreeMap::new();
    for article in articles {
        let mut seen = BTreeSet::new();
        for at in (1..article.len()).filter(|at| counts(&article[at - 1])) {
            let run = run(article, at);
            seen.extend((2..=run.len().min(LONGEST)).map(|length| run[..length].to_vec()));
        }
        for phrase in seen {
            *behind.entry(phrase).or_default() += 1;
        }
    }
    behind
}

/// The phrases of a file of the lexicon, or of one of its sections, in small letters.
pub(super) fn lexicon(name: &str, section: Option<&str>) -> Result<BTreeSet<String>> {
    let file = workspace::read(&format!("src/lexicon/{name}.txt"))?;
    let mut current = None;
    let mut phrases = BTreeSet::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            current = Some(head.trim_end_matches(']'));
        } else if current == section {
            let phrase = line.split_once(" = ").map_or(line, |(phrase, _)| phrase);
            phrases.insert(phrase.to_lowercase());
        }
    }
    Ok(phrases)
}
