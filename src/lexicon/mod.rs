//! Lexicon: the words that the rules know, as data files that anyone can read and extend.
//!
//! A line is a phrase, with an optional tag after ` = `; `#` begins a comment. Phrases are
//! matched syllable by syllable, without regard to case and to the place of the tone mark
//! (`hoà` is `hòa`); the longest phrase wins.

mod tag;
mod toneless;
mod topic;
mod tree;

pub use tag::Tag;
pub use toneless::toneless;
pub use topic::{Topic, Topics};

use crate::table::Table;
use crate::text::{Kind, Syllable, Text, Token, Vocabulary, key_of};
use std::sync::OnceLock;
use topic::{ALL, CUES, FREQUENT, KEPT, SHARED};
use tree::Tree;

/// The words of the phrases, packed by the build script: a byte for each letter, and behind each word how
/// many of its letters the next one keeps.
const WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// The letters beyond ASCII in [`WORDS`], by their lower seven bits.
const LETTERS: &str = include_str!(concat!(env!("OUT_DIR"), "/letters.txt"));

/// The phrases of the data files, file by file and section by section in the order of [`Topic`]: the
/// numbers of their words, and behind each phrase how many of its words the next one keeps.
const PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));

/// For each phrase a letter, that of its tag; a line each file or section.
const TAGS: &str = include_str!(concat!(env!("OUT_DIR"), "/tags.txt"));

/// Abbreviations, packed likewise: short and long form, folded, a tab between.
const ABBREVIATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/abbreviations.txt"));

/// All phrases of all files.
pub struct Lexicon {
    words: Vocabulary,
    /// Phrases from their first syllable on.
    forwards: Tree,
    /// Cues from their last syllable on.
    backwards: Tree,
    /// Key of an abbreviation → its place in `long_forms`.
    abbreviations: Table,
    long_forms: Vec<Vec<u64>>,
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
        let mut lexicon = Self {
            words: Vocabulary::default(),
            forwards: Tree::default(),
            backwards: Tree::default(),
            abbreviations: Table::default(),
            long_forms: Vec::new(),
        };
        let phrases = Text::new(&phrases(), &lexicon.words);
        for (phrase, (topic, tag)) in phrases.blocks.iter().zip(tags()) {
            let words = phrase.clone().map(|at| (&phrases.tokens[at], phrases.word(at)));
            let syllables: Vec<_> =
                words.map(|(token, word)| lexicon.words.learn(token, word)).collect();
            lexicon.insert(topic, &syllables, tag);
        }
        for (short, long) in ABBREVIATIONS.split('\n').filter_map(|line| line.split_once('\t')) {
            let form = u32::try_from(lexicon.long_forms.len()).unwrap_or(0);
            lexicon.abbreviations.entry(key_of(short)).or_insert(form);
            lexicon.long_forms.push(long.split(' ').map(key_of).collect());
        }
        lexicon
    }

    /// `raw`, which is expected in NFC, as a text whose words are numbered.
    #[must_use]
    pub fn read(&self, raw: &str) -> Text {
        Text::new(raw, &self.words)
    }

    /// The topics that may have a phrase beginning with `first` where `next`
    /// follows: all that have one, hardly any other.
    #[must_use]
    #[inline]
    pub fn opened_by(&self, first: Syllable, next: Syllable) -> Topics {
        self.forwards.opened_by(first, next)
    }

    /// The longest phrase of `topic` at the head of `tokens`: its length and tag.
    #[must_use]
    pub fn longest(&self, topic: Topic, tokens: &[Token]) -> Option<(usize, Tag)> {
        let (first, rest) = tokens.split_first()?;
        self.forwards.longest(topic, first, rest.iter())
    }

    /// The length of the longest cue of `topic` at the end of `tokens`.
    #[must_use]
    #[inline(never)]
    pub fn longest_before(&self, topic: Topic, tokens: &[Token]) -> Option<usize> {
        let (last, rest) = tokens.split_last()?;
        self.backwards.longest(topic, last, rest.iter().rev()).map(|(length, _)| length)
    }

    #[inline(never)]
    fn insert(&mut self, topic: Topic, syllables: &[Syllable], tag: u32) {
        if let Some((first, rest)) = syllables.split_first() {
            self.forwards.insert(*first, rest.iter(), topic, tag);
        }
        if let Some((last, rest)) = syllables.split_last().filter(|_| topic as usize >= CUES) {
            self.backwards.insert(*last, rest.iter().rev(), topic, tag);
        }
    }

    /// Whether `key` is that of an abbreviation.
    #[must_use]
    pub fn is_abbreviation(&self, key: u64) -> bool {
        self.abbreviations.contains_key(&key)
    }

    /// The keys of the words and numbers among `tokens`; abbreviations are written out.
    #[must_use]
    #[inline(never)]
    pub fn words(&self, tokens: &[Token]) -> Vec<u64> {
        // Most words are no abbreviations; some callers add a word of their own.
        let mut words = Vec::with_capacity(tokens.len() + 1);
        for token in tokens.iter().filter(|t| matches!(t.shape.kind(), Kind::Word | Kind::Number)) {
            match self.abbreviations.get(&token.key).copied() {
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
    lexicon.words(&lexicon.read(phrase).tokens)
}

/// The words by their numbers.
fn words() -> Vec<String> {
    let letters: Vec<char> = LETTERS.chars().collect();
    let (mut words, mut word) = (Vec::new(), String::new());
    for &code in WORDS {
        if code < KEPT {
            let next = word.chars().take(code.into()).collect();
            words.push(std::mem::replace(&mut word, next));
        } else {
            word.push(letters.get(usize::from(code ^ 0x80)).copied().unwrap_or(code.into()));
        }
    }
    words
}

/// The phrases, a line each, a space behind each word.
fn phrases() -> String {
    let words = words();
    let (mut phrases, mut phrase) = (String::new(), Vec::<usize>::new());
    let mut codes = PHRASES.iter().copied();
    while let Some(code) = codes.next() {
        if code >= SHARED {
            for &number in &phrase {
                phrases += &words[number];
                phrases += " ";
            }
            phrases += "\n";
            phrase.truncate((code - SHARED).into());
        } else if code >= FREQUENT {
            // Two bytes, the higher one first.
            let lower: usize = codes.next().unwrap_or_default().into();
            phrase.push(usize::from(FREQUENT) + 256 * usize::from(code - FREQUENT) + lower);
        } else {
            phrase.push(code.into());
        }
    }
    phrases
}

/// The topic and the tag of each phrase, by number.
fn tags() -> impl Iterator<Item = (Topic, u32)> {
    let files = ALL.into_iter().zip(TAGS.split('\n'));
    files.flat_map(|(topic, tags)| tags.bytes().map(move |tag| (topic, u32::from(tag - b'A'))))
}

#[cfg(test)]
mod tests {
    use super::topic::NAMES;
    use super::{Lexicon, Tag, Topic, phrases, tags};
    use crate::text::{fold, key_of};

    fn longest(topic: Topic, text: &str) -> Option<(usize, Tag)> {
        let lexicon = Lexicon::get();
        lexicon.longest(topic, &lexicon.read(text).tokens)
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
        let mut seen = std::collections::HashSet::new();
        for (phrase, (topic, _)) in phrases().lines().zip(tags()) {
            let topic = NAMES[topic as usize];
            assert!(seen.insert((topic, fold(phrase.trim()))), "{topic}: “{phrase}” twice");
        }
    }

    #[test]
    fn each_phrase_is_a_block_of_its_own_and_has_a_tag() {
        let phrases = phrases();
        let lines = phrases.lines().count();
        assert_eq!(Lexicon::get().read(&phrases).blocks.len(), lines);
        assert_eq!(tags().count(), lines);
    }

    #[test]
    fn no_two_words_share_a_key() {
        let words = |phrase: &str| fold(phrase).split(' ').map(str::to_owned).collect::<Vec<_>>();
        let all: std::collections::HashSet<String> =
            phrases().lines().map(str::trim).flat_map(words).collect();
        let keys: std::collections::HashSet<u64> = all.iter().map(|word| key_of(word)).collect();
        assert_eq!(all.len(), keys.len());
    }
}
