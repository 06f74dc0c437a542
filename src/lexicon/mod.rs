//! Lexicon: the words that the rules know, as data files that anyone can read and extend.
//!
//! A line is a phrase, with an optional tag after ` = `; `#` begins a comment. Phrases are
//! matched syllable by syllable, without regard to case and to the place of the tone mark
//! (`hoà` is `hòa`); the longest phrase wins.

mod table;
mod tag;
mod toneless;
mod topic;

pub use table::{Table, join};
pub use tag::Tag;
pub use toneless::toneless;
pub use topic::Topic;

use crate::text::{Kind, Text, Token, key_of};
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

/// All phrases of all files, as one tree of syllables for reading forwards, and one of the
/// sections of cues for reading backwards.
pub struct Lexicon {
    /// Folded words → syllables. A table of its own stays small, as every token is looked up.
    words: Table,
    /// Node and syllable → node; topic and node → tag.
    tree: Table,
    /// For each syllable the phrases that begin with it.
    openers: Vec<Edge>,
    /// For each syllable the cues that end with it.
    closers: Vec<Edge>,
    /// For each syllable the topics, a bit each, that have a phrase with it behind the first: most
    /// walks end before they begin.
    inner: Vec<u64>,
    /// For each node the topics, a bit each, of the phrases that end there.
    ends: Vec<u64>,
    /// Key of an abbreviation → its place in `long_forms`.
    abbreviations: Table,
    long_forms: Vec<Vec<u64>>,
}

/// Where the phrases go on that begin with a syllable, or end with it.
#[derive(Debug, Clone, Copy, Default)]
struct Edge {
    /// Their topics, a bit each.
    topics: u64,
    /// The node behind the syllable; [`NOWHERE`] where there is none.
    node: u32,
}

/// No node.
const NOWHERE: u32 = 0;

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
            openers: vec![Edge::default()],
            closers: vec![Edge::default()],
            inner: vec![0],
            ends: vec![0],
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

    /// The syllable of each token of `text`, in order.
    #[must_use]
    pub fn read(&self, text: &Text) -> Vec<Syllable> {
        let syllable = |token: &Token| self.words.get(token.key).map_or(UNKNOWN, to_syllable);
        text.tokens.iter().map(syllable).collect()
    }

    /// The topics that have a phrase beginning with `syllable`, as a [`Topic::set`].
    #[must_use]
    #[inline]
    pub fn opened_by(&self, syllable: Syllable) -> u64 {
        self.openers[syllable as usize].topics
    }

    /// The longest phrase of `topic` at the head of `syllables`: its length and tag.
    #[must_use]
    pub fn longest(&self, topic: Topic, syllables: &[Syllable]) -> Option<(usize, Tag)> {
        let (first, rest) = syllables.split_first()?;
        self.walk(topic, self.openers[*first as usize], rest.iter())
    }

    /// The length of the longest cue of `topic` at the end of `syllables`.
    #[must_use]
    #[inline]
    pub fn longest_before(&self, topic: Topic, syllables: &[Syllable]) -> Option<usize> {
        let (last, rest) = syllables.split_last()?;
        let found = self.walk(topic, self.closers[*last as usize], rest.iter().rev());
        found.map(|(length, _)| length)
    }

    #[inline]
    fn walk<'a>(
        &self,
        topic: Topic,
        edge: Edge,
        rest: impl Iterator<Item = &'a Syllable>,
    ) -> Option<(usize, Tag)> {
        // Nearly all words begin no phrase of the topic.
        let opens = edge.topics & Topic::set(&[topic]) != 0;
        if opens { self.go_on(topic, edge, rest) } else { None }
    }

    #[inline(never)]
    fn go_on<'a>(
        &self,
        topic: Topic,
        edge: Edge,
        mut rest: impl Iterator<Item = &'a Syllable>,
    ) -> Option<(usize, Tag)> {
        let set = Topic::set(&[topic]);
        let goes_on = |syllable: &&Syllable| self.inner[**syllable as usize] & set != 0;
        let mut found = None;
        let mut length = 1;
        let mut next = Some(edge.node);
        while let Some(node) = next {
            if self.ends[node as usize] & set != 0 {
                found = Some((length, node));
            }
            let syllable = rest.next().filter(goes_on);
            next = syllable.and_then(|&s| self.tree.get(pair(EDGES + node, s.into())));
            length += 1;
        }
        let (length, node) = found?;
        let tag = self.tree.get(pair(topic as u32, node)).unwrap_or(0);
        Some((length, BY_INDEX[tag as usize]))
    }

    #[inline(never)]
    fn insert(&mut self, topic: usize, phrase: &str, tag: u32) {
        let mut syllables: Vec<Syllable> = Vec::new();
        for Token { key, .. } in Text::new(phrase).tokens {
            let new = u32::try_from(self.openers.len()).unwrap_or(0);
            let syllable = self.words.get_or_insert(key, new);
            if syllable == new {
                self.openers.push(Edge::default());
                self.closers.push(Edge::default());
                self.inner.push(0);
            }
            syllables.push(to_syllable(syllable));
        }
        let number = u32::try_from(topic).unwrap_or(0);
        if let Some((&first, rest)) = syllables.split_first() {
            let edge = self.openers[first as usize];
            self.openers[first as usize] = self.grow(edge, rest.iter(), number, tag);
        }
        if let Some((&last, rest)) = syllables.split_last().filter(|_| topic >= FILES) {
            let edge = self.closers[last as usize];
            self.closers[last as usize] = self.grow(edge, rest.iter().rev(), number, tag);
        }
    }

    /// Adds the path of one phrase behind its first syllable's `edge`, which it returns.
    fn grow<'a>(
        &mut self,
        edge: Edge,
        rest: impl Iterator<Item = &'a Syllable>,
        topic: u32,
        tag: u32,
    ) -> Edge {
        let first = if edge.node == NOWHERE { self.new_node() } else { edge.node };
        let mut node = first;
        for &syllable in rest {
            self.inner[syllable as usize] |= 1 << topic;
            let new = u32::try_from(self.ends.len()).unwrap_or(0);
            node = self.tree.get_or_insert(pair(EDGES + node, syllable.into()), new);
            if node == new {
                self.new_node();
            }
        }
        self.ends[node as usize] |= 1 << topic;
        self.tree.get_or_insert(pair(topic, node), tag);
        Edge { topics: edge.topics | 1 << topic, node: first }
    }

    fn new_node(&mut self) -> u32 {
        self.ends.push(0);
        u32::try_from(self.ends.len() - 1).unwrap_or(NOWHERE)
    }

    /// Whether `key` is that of an abbreviation.
    #[must_use]
    pub fn is_abbreviation(&self, key: u64) -> bool {
        self.abbreviations.get(key).is_some()
    }

    /// The keys of the words and numbers among `tokens`; abbreviations are written out.
    #[must_use]
    pub fn words(&self, tokens: &[Token]) -> Vec<u64> {
        let mut words = Vec::with_capacity(tokens.len());
        for token in tokens.iter().filter(|t| matches!(t.shape.kind(), Kind::Word | Kind::Number)) {
            match self.abbreviations.get(token.key) {
                Some(form) => words.extend(&self.long_forms[form as usize]),
                None => words.push(token.key),
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
    lexicon.words(&text.tokens)
}

/// Syllables are numbered in 16 bits.
fn to_syllable(number: u32) -> Syllable {
    Syllable::try_from(number).unwrap_or(UNKNOWN)
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
    use super::{Lexicon, PHRASES, Tag, Topic, lines};
    use crate::text::{Text, fold, key_of};

    fn longest(topic: Topic, text: &str) -> Option<(usize, Tag)> {
        let lexicon = Lexicon::get();
        lexicon.longest(topic, &lexicon.read(&Text::new(text)))
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
