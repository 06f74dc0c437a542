//! Every entry of the lexicon and every rule has a line in `tests/cases`: what no line shows, no
//! reader can check, and nobody notices when it stops working.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test may fail loudly.

#[allow(dead_code)] // `tests/cases.rs` uses the rest.
mod case_format;

use case_format::{cases, extract};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tom_tat::text::{Kind, Text, Token, Vocabulary};

fn source(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder)
}

/// All files with this ending in `folder` and below, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|is| is == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The phrases of one file, or of one section of the cues.
#[derive(Default)]
struct Group {
    /// The keys of each phrase's words, with the phrase as it stands in the file.
    phrases: HashMap<Vec<u64>, String>,
    longest: usize,
}

fn cut(text: &str) -> Text {
    Text::new(text, &Vocabulary::default())
}

/// The lexicon's files as they are now, by name of the file and of the section.
fn groups() -> BTreeMap<String, Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for path in files(&source("lexicon"), "txt") {
        let file = path.file_name().unwrap().display().to_string();
        // Mined entries need no line: each was seen in at least three real articles.
        if file.ends_with("-mined.txt") {
            continue;
        }
        let mut group = file.clone();
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(section) = line.strip_prefix('[') {
                group = format!("{file} [{section}");
                continue;
            }
            let phrase = line.split_once(" = ").map_or(line, |(phrase, _)| phrase);
            let group = groups.entry(group.clone()).or_default();
            let words: Vec<u64> = cut(phrase).tokens.iter().map(|token| token.key).collect();
            group.longest = group.longest.max(words.len());
            group.phrases.insert(words, phrase.to_owned());
        }
    }
    groups
}

/// The keys of a line's words. Phrases match neither numbers nor over the end of a block.
fn read(line: &str) -> Vec<u64> {
    const NO_WORD: u64 = 0;
    let key = |token: &Token| match token.shape.kind() {
        Kind::Word | Kind::Mark => token.key,
        Kind::Number | Kind::Break => NO_WORD,
    };
    cut(line).tokens.iter().map(key).collect()
}

impl Group {
    /// Adds every phrase that is the longest one at some word of `line`.
    fn find(&self, line: &[u64], found: &mut BTreeSet<Vec<u64>>) {
        for at in 0..line.len() {
            let most = self.longest.min(line.len() - at);
            let heads = (1..=most).rev().map(|length| &line[at..at + length]);
            let longest = heads.into_iter().find(|head| self.phrases.contains_key(*head));
            found.extend(longest.map(<[u64]>::to_vec));
        }
    }
}

#[test]
fn every_entry_of_the_lexicon_is_used_by_a_case() {
    let lines: Vec<Vec<u64>> = cases().iter().map(|case| read(&case.text)).collect();
    let mut report = String::new();
    for (name, group) in groups() {
        let mut found = BTreeSet::new();
        lines.iter().for_each(|line| group.find(line, &mut found));
        let mut unused: Vec<&str> = group
            .phrases
            .iter()
            .filter(|(words, _)| !found.contains(*words))
            .map(|(_, phrase)| phrase.as_str())
            .collect();
        unused.sort_unstable();
        if !unused.is_empty() {
            let _ = writeln!(report, "{name}: {} of {}", unused.len(), group.phrases.len());
            let _ = writeln!(report, "  {}", unused.join(" | "));
        }
    }
    assert!(report.is_empty(), "entries without a line in tests/cases\n\n{report}");
}

/// Rules of mentions that add roles and posts to somebody named elsewhere: they name nobody, and
/// the trace prints the rule that read the name.
const NAMELESS: [&str; 2] = ["last-syllable", "post-only"];

#[test]
fn every_rule_is_the_rule_of_a_fact() {
    let mut rules = BTreeSet::new();
    for path in files(&source("extract"), "rs") {
        let code = std::fs::read_to_string(&path).unwrap();
        let lines = code.lines().map(str::trim).filter(|line| !line.starts_with("//"));
        let names = |line: &&str| ["rule", "Rule::named("].iter().any(|word| line.contains(word));
        for line in lines.filter(names) {
            let literals = line.split('"').skip(1).step_by(2);
            let name = |literal: &&str| {
                !literal.is_empty() && literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            };
            rules.extend(literals.filter(name).map(str::to_owned));
        }
    }
    let printed: BTreeSet<String> = cases()
        .iter()
        .flat_map(|case| extract(&case.text, case.published.as_deref()).1)
        .map(|trace| trace.rule.to_owned())
        .collect();
    NAMELESS.iter().for_each(|rule| assert!(rules.remove(*rule), "“{rule}” is no rule any more"));
    assert!(rules.len() >= 9, "rules are no longer found in the source: {rules:?}");
    assert_eq!(rules, printed, "rules of the source, and rules that the lines' facts are read by");
}
