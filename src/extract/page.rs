//! The article as the extractors see it: its text, the lexicon's reading of it, and what has
//! been claimed by an earlier extractor.

use crate::lexicon::{Lexicon, Reading, Table, Tag, Topic, join, same_folded};
use crate::text::{Kind, Text};
use std::ops::Range;

/// A text read with the lexicon.
pub(super) struct Page<'a> {
    pub(super) text: &'a Text,
    reading: Reading,
    lexicon: &'static Lexicon,
    /// Tokens that belong to a fact already, or to the page's furniture.
    claimed: Vec<bool>,
    /// For each token its sentence, or [`NONE`].
    sentence_of: Vec<u32>,
    /// For each sentence its block.
    block_of: Vec<u32>,
    decimal_commas: bool,
    /// Keys of names that stand somewhere behind a word of address or a rank.
    names: Table,
}

/// What a break between blocks belongs to.
const NONE: u32 = u32::MAX;

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a Text) -> Self {
        let lexicon = Lexicon::get();
        let mut sentence_of = vec![NONE; text.tokens.len()];
        let mut block_of = Vec::with_capacity(text.sentences.len());
        let mut block = 0;
        for (index, sentence) in text.sentences.iter().enumerate() {
            sentence_of[sentence.clone()].fill(u32::try_from(index).unwrap_or(NONE));
            while text.blocks.get(block).is_some_and(|block| block.end <= sentence.start) {
                block += 1;
            }
            block_of.push(u32::try_from(block).unwrap_or(NONE));
        }
        Self {
            text,
            reading: lexicon.read(text),
            lexicon,
            claimed: vec![false; text.tokens.len()],
            sentence_of,
            block_of,
            decimal_commas: has_decimal_commas(text),
            names: Table::default(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.text.tokens.len()
    }

    /// Whether a phrase of one of `topics`, a [`Topic::set`], may begin at `at`: walking over a text
    /// is fast where most of its words begin nothing.
    #[inline]
    pub(super) fn may_open(&self, at: usize, topics: u64) -> bool {
        let syllable = self.reading.syllables.get(at);
        syllable.is_some_and(|syllable| self.lexicon.opened_by(*syllable) & topics != 0)
    }

    /// The longest phrase of `topic` that begins at token `at` and ends in its block.
    #[inline]
    pub(super) fn phrase(&self, topic: Topic, at: usize) -> Option<(usize, Tag)> {
        let syllables = self.reading.syllables.get(at..)?;
        self.lexicon.longest(topic, syllables)
    }

    /// The longest phrase of `topic` at `at` of at most `most` tokens.
    pub(super) fn phrase_within(
        &self,
        topic: Topic,
        at: usize,
        most: usize,
    ) -> Option<(usize, Tag)> {
        let end = (at + most).min(self.len());
        self.lexicon.longest(topic, self.reading.syllables.get(at..end)?)
    }

    /// The length of the longest cue of `topic` at `at`, in tokens.
    pub(super) fn cue(&self, at: usize, topic: Topic) -> Option<usize> {
        self.phrase(topic, at).map(|(length, _)| length)
    }

    /// The length of the longest cue of `topic` that ends right before `at`.
    pub(super) fn cue_before(&self, at: usize, topic: Topic) -> Option<usize> {
        self.lexicon.longest_before(topic, self.reading.syllables.get(..at)?)
    }

    /// Whether the words from `at` on are those of `phrase` (lower case, spaces between tokens).
    pub(super) fn says(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(index, word)| self.is(at + index, word))
    }

    /// Whether token `at` is `word` (lower case).
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        let found = self.text.word(at);
        found.len() == word.len() && same_folded(found, word)
    }

    /// Whether token `at` is one of `words` (lower case).
    pub(super) fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// A key of the words in `range`, whatever their case.
    pub(super) fn key(&self, range: Range<usize>) -> u64 {
        join(self.reading.keys.get(range).unwrap_or_default())
    }

    /// The keys of the words and numbers in `range`, abbreviations written out.
    pub(super) fn words(&self, range: Range<usize>) -> Vec<u64> {
        let tokens = self.text.tokens.get(range.clone()).unwrap_or_default();
        self.lexicon.words(tokens, self.reading.keys.get(range).unwrap_or_default())
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.text.tokens.get(at).map(|token| token.kind)
    }

    #[inline]
    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        let token = self.text.tokens.get(at);
        token.is_some_and(|token| token.kind == Kind::Mark && marks.contains(&token.mark))
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is_mark(at, &['-', '–', '—', '−'])
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.capital)
    }

    pub(super) fn is_upper(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.upper)
    }

    pub(super) fn is_spaced(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// The whole number at `at`, if its digits have no separators.
    pub(super) fn integer(&self, at: usize) -> Option<u32> {
        if self.kind(at) != Some(Kind::Number) { None } else { self.text.word(at).parse().ok() }
    }

    /// Whether token `at` is one of the abbreviations, in capitals or not.
    pub(super) fn is_abbreviation(&self, at: usize) -> bool {
        self.reading.keys.get(at).is_some_and(|key| self.lexicon.is_abbreviation(*key))
    }

    /// Remembers that the words of `name` are somebody's name.
    pub(super) fn learn_name(&mut self, name: Range<usize>) {
        self.names.get_or_insert(self.key(name), 1);
    }

    pub(super) fn is_known_name(&self, name: Range<usize>) -> bool {
        self.names.get(self.key(name)).is_some()
    }

    /// Whether "1,116" can only be a decimal in this article.
    pub(super) fn has_decimal_commas(&self) -> bool {
        self.decimal_commas
    }

    /// The sentence around `at`; empty behind the end of the text.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let index = self.sentence_of.get(at).map_or(usize::MAX, |&index| index as usize);
        self.text.sentences.get(index).cloned().unwrap_or_default()
    }

    /// The block around `at`; empty behind the end of the text.
    pub(super) fn block(&self, at: usize) -> Range<usize> {
        let sentence = self.sentence_of.get(at).map_or(usize::MAX, |&index| index as usize);
        let index = self.block_of.get(sentence).map_or(usize::MAX, |&index| index as usize);
        self.text.blocks.get(index).cloned().unwrap_or_default()
    }

    pub(super) fn claim(&mut self, range: Range<usize>) {
        if let Some(tokens) = self.claimed.get_mut(range) {
            tokens.fill(true);
        }
    }

    /// Whether the whole of `range` is no part of the article: furniture is claimed in blocks.
    pub(super) fn is_furniture(&self, range: &Range<usize>) -> bool {
        range.clone().all(|at| self.claimed[at])
    }

    pub(super) fn is_claimed(&self, at: usize) -> bool {
        self.claimed.get(at).copied().unwrap_or(false)
    }
}

/// Whether decimals follow a comma ("98,5"), or thousands a full stop ("1.234"), and never the
/// English way round.
fn has_decimal_commas(text: &Text) -> bool {
    let mut vietnamese = false;
    for index in 0..text.tokens.len() {
        if text.tokens[index].kind != Kind::Number {
            continue;
        }
        let word = text.word(index);
        let behind = |mark| word.rsplit_once(mark).map_or(0, |(_, rest): (&str, &str)| rest.len());
        let english = word.matches(',').count() > 1
            || (behind('.') > 0 && word.contains(',') && word.find(',') < word.find('.'));
        if english {
            return false;
        }
        vietnamese |= (1..3).contains(&behind(',')) || behind('.') == 3;
    }
    vietnamese
}
