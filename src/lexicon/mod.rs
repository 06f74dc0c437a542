//! Lexicon: the words that the rules know, as data files that anyone can read and extend.
//!
//! A line is a phrase, with an optional tag after ` = `; `#` begins a comment. Phrases are
//! matched syllable by syllable, without regard to case and to the place of the tone mark
//! (`hoà` is `hòa`); the longest phrase wins.

mod fold;
mod table;
mod tag;
mod toneless;
mod topic;

pub use fold::{fold, folded_key, same_folded};
pub use table::{Table, join, key_of};
pub use tag::Tag;
pub use toneless::toneless;
pub use topic::Topic;

use crate::text::{Kind, Text, Token};
use std::sync::OnceLock;
use table::pair;
use tag::BY_INDEX;
use topic::FILES;

/// The data files, packed by the build script: a line a phrase, a letter for its tag behind a
/// tab, a form feed after each file or section, in the order of [`Topic`].
const PHRASES: &str = include_str!(concat!(env!("OUT_DIR"), "/phrases.txt"));

/// Abbreviations, packed likewise: short and long form, folded, a tab between.
const ABBREVIATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/abbreviations.txt"));

/// A syllable of the lexicon; [`UNKNOWN`] for all others.
pub type Syllable = u16;

/// A word that no phrase holds.
pub const UNKNOWN: Syllable = 0;

/// What the lexicon makes of each token of a text, in order.
pub struct Reading {
    /// Keys of the folded tokens ([`key_of`]): equal words have equal keys.
    pub keys: Vec<u64>,
    /// The syllables; numbers have none.
    pub syllables: Vec<Syllable>,
}

/// All phrases of all files, as one tree of syllables for reading forwards, and one of the
/// sections of cues for reading backwards.
pub struct Lexicon {
    /// Folded words → syllables. A table of its own stays small, as every token is looked up.
    words: Table,
    /// Node and syllable → node; topic and node → tag.
    tree: Table,
    /// For each syllable the topics, a bit each, that have a phrase beginning with it.
    openers: Vec<u64>,
    /// The same for phrases ending with it.
    closers: Vec<u64>,
    /// For each node the topics, a bit each, of the phrases that end there.
    ends: Vec<u64>,
    /// Key of an abbreviation → its place in `long_forms`.
    abbreviations: Table,
    long_forms: Vec<Vec<u64>>,
}

/// The roots of the two trees.
const FORWARDS: u32 = 0;
const BACKWARDS: u32 = 1;

/// Keys of edges begin behind the topics.
const EDGES: u32 = 64;

impl Lexicon {
    /// The lexicon, built at the first call.
    #[must_use]
    #[inline(never)]
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut lexicon = Self {
            words: Table::default(),
            tree: Table::default(),
            openers: vec![0],
            closers: vec![0],
            ends: vec![0; BACKWARDS as usize + 1],
            abbreviations: Table::default(),
            long_forms: Vec::new(),
        };
        for (index, file) in PHRASES.split('\u{c}').enumerate() {
            for (phrase, tag) in lines(file) {
                lexicon.insert(index, phrase, tag);
            }
        }
        for (short, long) in ABBREVIATIONS.split('\n').filter_map(|line| line.split_once('\t')) {
            let form = u32::try_from(lexicon.long_forms.len()).unwrap_or(0);
            lexicon.abbreviations.get_or_insert(key_of(short), form);
            lexicon.long_forms.push(long.split(' ').map(key_of).collect());
        }
        lexicon
    }

    /// Reads every token of `text`.
    #[must_use]
    pub fn read(&self, text: &Text) -> Reading {
        let mut keys = Vec::with_capacity(text.tokens.len());
        let mut syllables = Vec::with_capacity(text.tokens.len());
        for (index, token) in text.tokens.iter().enumerate() {
            let key = folded_key(text.word(index));
            let known = match token.kind {
                Kind::Number | Kind::Break => None,
                Kind::Word | Kind::Mark => self.words.get(key),
            };
            keys.push(key);
            syllables.push(known.and_then(|id| Syllable::try_from(id).ok()).unwrap_or(UNKNOWN));
        }
        Reading { keys, syllables }
    }

    /// The topics that have a phrase beginning with `syllable`, as a [`Topic::set`].
    #[must_use]
    #[inline]
    pub fn opened_by(&self, syllable: Syllable) -> u64 {
        self.openers[syllable as usize]
    }

    /// The longest phrase of `topic` at the head of `syllables`: its length and tag.
    #[must_use]
    #[inline]
    pub fn longest(&self, topic: Topic, syllables: &[Syllable]) -> Option<(usize, Tag)> {
        let first = *syllables.first()?;
        if self.openers[first as usize] & (1 << topic as u16) == 0 {
            return None;
        }
        self.walk(topic, FORWARDS, syllables.iter())
    }

    /// The length of the longest cue of `topic` at the end of `syllables`.
    #[must_use]
    #[inline]
    pub fn longest_before(&self, topic: Topic, syllables: &[Syllable]) -> Option<usize> {
        let last = *syllables.last()?;
        if self.closers[last as usize] & (1 << topic as u16) == 0 {
            return None;
        }
        self.walk(topic, BACKWARDS, syllables.iter().rev()).map(|(length, _)| length)
    }

    #[inline(never)]
    fn walk<'a>(
        &self,
        topic: Topic,
        root: u32,
        syllables: impl Iterator<Item = &'a Syllable>,
    ) -> Option<(usize, Tag)> {
        let mut node = root;
        let mut found = None;
        for (index, &syllable) in syllables.enumerate() {
            if syllable == UNKNOWN {
                break;
            }
            let Some(next) = self.tree.get(pair(EDGES + node, syllable.into())) else { break };
            node = next;
            if self.ends[node as usize] & (1 << topic as u16) != 0 {
                let tag = self.tree.get(pair(topic as u32, node)).unwrap_or(0);
                found = Some((index + 1, BY_INDEX[tag as usize]));
            }
        }
        found
    }

    #[inline(never)]
    fn insert(&mut self, topic: usize, phrase: &str, tag: u32) {
        let text = Text::new(phrase);
        let mut syllables: Vec<u32> = Vec::new();
        for index in 0..text.tokens.len() {
            let new = u32::try_from(self.openers.len()).unwrap_or(0);
            let syllable = self.words.get_or_insert(folded_key(text.word(index)), new);
            if syllable == new {
                self.openers.push(0);
                self.closers.push(0);
            }
            syllables.push(syllable);
        }
        let (Some(&first), Some(&last)) = (syllables.first(), syllables.last()) else { return };
        let number = u32::try_from(topic).unwrap_or(0);
        self.openers[first as usize] |= 1 << topic;
        self.grow(FORWARDS, syllables.iter(), number, tag);
        if topic >= FILES {
            self.closers[last as usize] |= 1 << topic;
            self.grow(BACKWARDS, syllables.iter().rev(), number, tag);
        }
    }

    /// Adds the path of one phrase to the tree of `root`.
    fn grow<'a>(
        &mut self,
        root: u32,
        syllables: impl Iterator<Item = &'a u32>,
        topic: u32,
        tag: u32,
    ) {
        let mut node = root;
        for &syllable in syllables {
            let new = u32::try_from(self.ends.len()).unwrap_or(0);
            node = self.tree.get_or_insert(pair(EDGES + node, syllable), new);
            if node == new {
                self.ends.push(0);
            }
        }
        self.ends[node as usize] |= 1 << topic;
        self.tree.get_or_insert(pair(topic, node), tag);
    }

    /// Whether `key` is that of an abbreviation.
    #[must_use]
    pub fn is_abbreviation(&self, key: u64) -> bool {
        self.abbreviations.get(key).is_some()
    }

    /// The keys of the words and numbers among `tokens`, whose keys are `keys`; abbreviations are
    /// written out.
    #[must_use]
    pub fn words(&self, tokens: &[Token], keys: &[u64]) -> Vec<u64> {
        let mut words = Vec::with_capacity(tokens.len());
        for (token, &key) in tokens.iter().zip(keys) {
            match self.abbreviations.get(key) {
                _ if !matches!(token.kind, Kind::Word | Kind::Number) => {}
                Some(form) => words.extend(&self.long_forms[form as usize]),
                None => words.push(key),
            }
        }
        words
    }
}

/// The keys of the words of `phrase`, abbreviations written out: two spellings of one post or
/// body have the same.
#[must_use]
pub fn expand(phrase: &str) -> Vec<u64> {
    let lexicon = Lexicon::get();
    let text = Text::new(phrase);
    lexicon.words(&text.tokens, &lexicon.read(&text).keys)
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
    use super::topic::TOPICS;
    use super::{Lexicon, PHRASES, Tag, Topic, fold, key_of, lines};

    use crate::text::Text;

    fn longest(topic: Topic, text: &str) -> Option<(usize, Tag)> {
        let lexicon = Lexicon::get();
        lexicon.longest(topic, &lexicon.read(&Text::new(text)).syllables)
    }

    #[test]
    fn the_longest_phrase_wins_whatever_its_case_and_tone_place() {
        assert_eq!(longest(Topic::Post, "phó bí thư Thường Trực Tỉnh uỷ"), Some((5, Tag::None)));
        assert_eq!(longest(Topic::Body, "TỈNH UỶ Cao Bằng"), Some((2, Tag::Province)));
        assert_eq!(longest(Topic::Unit, "%;"), Some((1, Tag::None)));
        assert_eq!(longest(Topic::Post, "Tỉnh"), None);
    }

    #[test]
    fn topics_are_numbered_in_the_order_in_which_they_are_packed() {
        assert!(TOPICS.iter().enumerate().all(|(index, (_, topic))| *topic as usize == index));
    }

    #[test]
    fn no_phrase_is_listed_twice_in_a_file() {
        for ((topic, _), file) in TOPICS.into_iter().zip(PHRASES.split('\u{c}')) {
            let mut seen = std::collections::HashSet::new();
            for (phrase, _) in lines(file) {
                assert!(seen.insert(fold(phrase)), "{topic}: “{phrase}” twice");
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
