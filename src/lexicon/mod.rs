//! Lexicon: the words that the rules know, as data files that anyone can read and extend.
//!
//! A line is a phrase, with an optional tag after ` = `; `#` begins a comment. Phrases are
//! matched syllable by syllable, without regard to case and to the place of the tone mark
//! (`hoà` is `hòa`); the longest phrase wins.

mod fold;
mod table;
mod tag;
mod toneless;

pub use fold::{fold, same_folded};
pub use table::{Table, key_of};
pub use tag::Tag;
pub use toneless::toneless;

use crate::text::{Kind, Text, is_letter};
use std::sync::OnceLock;
use table::pair;
use tag::TAGS;

/// What a phrase is listed as; one file each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Posts: the words that open one (`Phó Bí thư Thường trực`).
    Post,
    /// Bodies and fields of work that follow in a post (`Ban Thường vụ`, `Sở`, `Y tế`).
    Body,
    /// Words of address before a name.
    Honorific,
    /// Ranks and degrees between address and name.
    Rank,
    /// Provinces.
    Place,
    /// Surnames.
    Surname,
    /// People after whom streets, schools and wards are named.
    Namesake,
    /// Types of documents.
    Document,
    /// Abbreviations of types in documents' numbers.
    Code,
    /// Qualifiers and magnitudes of numbers.
    Quantity,
    /// Verbs that tell a role.
    Role,
    /// Words that end a post.
    Stop,
    /// Words that open a line of the page's furniture.
    Furniture,
    /// What is counted or measured.
    Unit,
}

/// The data files, packed by the build script: a line a phrase, a letter for its tag behind a
/// tab, a form feed after each file, in the order of [`TOPICS`].
const PHRASES: &str = include_str!(concat!(env!("OUT_DIR"), "/phrases.txt"));

/// Abbreviations, packed likewise: short and long form, folded, a tab between.
const ABBREVIATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/abbreviations.txt"));

/// The topics in the order in which the build script packs their files.
const TOPICS: [Topic; 14] = [
    Topic::Post,
    Topic::Body,
    Topic::Honorific,
    Topic::Rank,
    Topic::Place,
    Topic::Surname,
    Topic::Namesake,
    Topic::Document,
    Topic::Code,
    Topic::Quantity,
    Topic::Role,
    Topic::Stop,
    Topic::Furniture,
    Topic::Unit,
];

/// A syllable of the lexicon; [`UNKNOWN`] for all others.
pub type Syllable = u16;

/// A word that no phrase holds.
pub const UNKNOWN: Syllable = 0;

/// All phrases of all files, as one tree of syllables.
pub struct Lexicon {
    /// Folded words → syllables; node and syllable → node; topic and node → tag.
    table: Table,
    /// For each syllable the topics, a bit each, that have a phrase beginning with it.
    openers: Vec<u16>,
    nodes: u32,
}

impl Lexicon {
    /// The lexicon, built at the first call.
    #[must_use]
    #[inline(never)]
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut lexicon = Self { table: Table::default(), openers: vec![0], nodes: 1 };
        for (topic, file) in TOPICS.into_iter().zip(PHRASES.split('\u{c}')) {
            for (phrase, tag) in lines(file) {
                lexicon.insert(topic, phrase, tag);
            }
        }
        lexicon
    }

    /// The syllables of every token of `text`, in order.
    #[must_use]
    pub fn syllables(&self, text: &Text) -> Vec<Syllable> {
        let mut folded = String::new();
        let mut syllables = Vec::with_capacity(text.tokens.len());
        for (index, token) in text.tokens.iter().enumerate() {
            let known = match token.kind {
                Kind::Number | Kind::Break => None,
                Kind::Word | Kind::Mark => {
                    folded.clear();
                    fold::fold_into(text.word(index), &mut folded);
                    self.table.get(key_of(&folded))
                }
            };
            syllables.push(known.and_then(|id| Syllable::try_from(id).ok()).unwrap_or(UNKNOWN));
        }
        syllables
    }

    /// The longest phrase of `topic` at the head of `syllables`: its length and tag.
    #[must_use]
    pub fn longest(&self, topic: Topic, syllables: &[Syllable]) -> Option<(usize, Tag)> {
        let first = *syllables.first()?;
        if self.openers[first as usize] & (1 << topic as u16) == 0 {
            return None;
        }
        let mut node = 0;
        let mut found = None;
        for (index, &syllable) in syllables.iter().enumerate() {
            if syllable == UNKNOWN {
                break;
            }
            let Some(next) = self.table.get(pair(EDGES + node, syllable.into())) else { break };
            node = next;
            if let Some(tag) = self.table.get(pair(topic as u32, node)) {
                found = Some((index + 1, TAGS[tag as usize].1));
            }
        }
        found
    }

    #[inline(never)]
    fn insert(&mut self, topic: Topic, phrase: &str, tag: u32) {
        let text = Text::new(phrase);
        let mut node = 0;
        for index in 0..text.tokens.len() {
            let new = u32::try_from(self.openers.len()).unwrap_or(0);
            let syllable = self.table.get_or_insert(key_of(&fold(text.word(index))), new);
            if syllable == new {
                self.openers.push(0);
            }
            if index == 0 {
                self.openers[syllable as usize] |= 1 << topic as u16;
            }
            node = self.table.get_or_insert(pair(EDGES + node, syllable), self.nodes);
            self.nodes += u32::from(node == self.nodes);
        }
        self.table.get_or_insert(pair(topic as u32, node), tag);
    }
}

/// Keys of edges begin behind the topics.
const EDGES: u32 = 32;

/// The folded words of `phrase`, abbreviations written out: a key under which two spellings of
/// one post or body are equal.
#[must_use]
pub fn expand(phrase: &str) -> Vec<String> {
    let folded = fold(phrase);
    let mut expanded = Vec::new();
    for word in folded.split(|c: char| !(is_letter(c) || c.is_ascii_digit())) {
        let long = ABBREVIATIONS
            .split('\n')
            .find_map(|line| line.split_once('\t').filter(|(short, _)| *short == word));
        let words = long.map_or(word, |(_, long)| long).split(' ');
        expanded.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
    }
    expanded
}

/// The phrases of a packed file with their tags.
fn lines(file: &'static str) -> impl Iterator<Item = (&'static str, u32)> {
    file.split('\n').map(|line| match line.split_once('\t') {
        Some((phrase, tag)) => (phrase, u32::from(tag.as_bytes()[0] - b'A')),
        None => (line, 0),
    })
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, PHRASES, TOPICS, Tag, Topic, fold, key_of, lines};
    use crate::text::Text;

    fn longest(topic: Topic, text: &str) -> Option<(usize, Tag)> {
        let lexicon = Lexicon::get();
        lexicon.longest(topic, &lexicon.syllables(&Text::new(text)))
    }

    #[test]
    fn the_longest_phrase_wins_whatever_its_case_and_tone_place() {
        assert_eq!(longest(Topic::Post, "phó bí thư Thường Trực Tỉnh uỷ"), Some((5, Tag::None)));
        assert_eq!(longest(Topic::Body, "TỈNH UỶ Cao Bằng"), Some((2, Tag::Province)));
        assert_eq!(longest(Topic::Unit, "%;"), Some((1, Tag::None)));
        assert_eq!(longest(Topic::Post, "Tỉnh"), None);
    }

    #[test]
    fn no_phrase_is_listed_twice_in_a_file() {
        for (topic, file) in TOPICS.into_iter().zip(PHRASES.split('\u{c}')) {
            let mut seen = std::collections::HashSet::new();
            for (phrase, _) in lines(file) {
                assert!(seen.insert(fold(phrase)), "{topic:?}: “{phrase}” twice");
            }
        }
    }

    #[test]
    fn no_two_words_share_a_key() {
        let words = |phrase: &str| fold(phrase).split(' ').map(str::to_owned).collect::<Vec<_>>();
        let all: std::collections::HashSet<String> =
            PHRASES.split('\u{c}').flat_map(lines).flat_map(|(phrase, _)| words(phrase)).collect();
        let keys: std::collections::HashSet<u64> = all.iter().map(|word| key_of(word)).collect();
        assert_eq!(all.len(), keys.len());
    }
}
