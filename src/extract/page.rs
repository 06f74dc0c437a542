//! The article as the extractors see it: its text, the lexicon's reading of it, and what has
//! been claimed by an earlier extractor.

use super::trace::{Refusals, Rule};
use crate::lexicon::{Lexicon, Tag, Topic, Topics};
use crate::table::{Table, join};
use crate::text::{Kind, Text, Token, UNKNOWN, is_dash, key_of};
use std::ops::Range;

/// A text read with the lexicon.
pub(super) struct Page<'a> {
    pub(super) text: &'a Text,
    /// For each token the topics that may have a phrase beginning with it.
    opens: Vec<Topics>,
    lexicon: &'static Lexicon,
    /// Tokens that belong to a fact already, or to the page's furniture.
    claimed: Vec<bool>,
    decimal_commas: bool,
    /// Keys of names that stand somewhere behind a word of address or a rank.
    names: Table,
    /// Keys of names that stand somewhere behind a word for a place or an enterprise.
    places: Table,
    refusals: Refusals,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a Text) -> Self {
        let lexicon = Lexicon::get();
        Self {
            text,
            opens: opens(lexicon, &text.tokens),
            lexicon,
            claimed: vec![false; text.tokens.len()],
            decimal_commas: has_decimal_commas(text),
            names: Table::default(),
            places: Table::default(),
            refusals: Refusals::default(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.text.tokens.len()
    }

    /// Whether a phrase of one of `topics` may begin at `at`: walking over a text
    /// is fast where most of its words begin nothing.
    #[inline]
    pub(super) fn may_open(&self, at: usize, topics: Topics) -> bool {
        self.opens.get(at).is_some_and(|opens| opens & topics != 0)
    }

    /// The tokens of `range`, each with the topics that it may open.
    pub(super) fn with_openings(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = (&Token, &Topics)> {
        let tokens = self.text.tokens.get(range.clone()).unwrap_or_default();
        tokens.iter().zip(self.opens.get(range).unwrap_or_default())
    }

    /// The tokens of `range` that may open a phrase of `topics`.
    pub(super) fn openings(
        &self,
        range: Range<usize>,
        topics: Topics,
    ) -> impl Iterator<Item = usize> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let found = self.next_opening(at..range.end, topics)?;
            at = found + 1;
            Some(found)
        })
    }

    #[inline(never)]
    fn next_opening(&self, range: Range<usize>, topics: Topics) -> Option<usize> {
        /// So many tokens are looked at together: most topics are rare.
        const STEP: usize = 8;
        let mut rest = self.opens.get(range.clone())?;
        while let Some((step, behind)) = rest.split_first_chunk::<STEP>()
            && step.iter().fold(0, |all, opens| all | opens) & topics == 0
        {
            rest = behind;
        }
        let found = rest.iter().position(|opens| opens & topics != 0)?;
        Some(range.end - rest.len() + found)
    }

    /// The longest phrase of `topic` that begins at token `at` and ends in its block.
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub(super) fn phrase(&self, topic: Topic, at: usize) -> Option<(usize, Tag)> {
        // Nearly all words begin no phrase of the topic.
        let opens = self.may_open(at, Topic::set(&[topic]));
        if opens { self.longest(topic, at) } else { None }
    }

    #[inline(never)]
    fn longest(&self, topic: Topic, at: usize) -> Option<(usize, Tag)> {
        self.lexicon.longest(topic, &self.text.tokens[at..])
    }

    /// The longest phrase of `topic` at `at` of at most `most` tokens.
    pub(super) fn phrase_within(
        &self,
        topic: Topic,
        at: usize,
        most: usize,
    ) -> Option<(usize, Tag)> {
        let end = (at + most).min(self.len());
        self.lexicon.longest(topic, self.text.tokens.get(at..end)?)
    }

    /// The length of the longest cue of `topic` at `at`, in tokens.
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub(super) fn cue(&self, at: usize, topic: Topic) -> Option<usize> {
        self.phrase(topic, at).map(|(length, _)| length)
    }

    /// Whether a phrase of `topic` begins at `at`.
    #[inline]
    pub(super) fn begins(&self, at: usize, topic: Topic) -> bool {
        self.phrase(topic, at).is_some()
    }

    /// Whether a cue of `topic` ends right before `at`.
    pub(super) fn ends(&self, at: usize, topic: Topic) -> bool {
        self.cue_before(at, topic).is_some()
    }

    /// The length of the longest cue of `topic` that ends right before `at`.
    pub(super) fn cue_before(&self, at: usize, topic: Topic) -> Option<usize> {
        self.lexicon.longest_before(topic, self.text.tokens.get(..at)?)
    }

    /// Whether token `at` is `word` (folded).
    #[inline]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        // Only a word that is not its own folded form may differ, by a byte ("luỹ", "lũy").
        let begins = |token: &Token| {
            self.text.source.as_bytes().get(token.start as usize) == word.as_bytes().first()
        };
        let may_be = |token: &&Token| {
            let difference = token.length().abs_diff(word.len());
            (difference == 0 && begins(token)) || (difference <= 1 && token.shape.is_unfolded())
        };
        self.text.tokens.get(at).filter(may_be).is_some_and(|token| self.folds_to(token, word))
    }

    #[inline(never)]
    fn folds_to(&self, token: &Token, word: &str) -> bool {
        if token.shape.is_unfolded() {
            return token.key == key_of(word);
        }
        self.text.source.as_bytes()[token.start as usize..token.end as usize] == *word.as_bytes()
    }

    /// A key of the words in `range`, whatever their case.
    pub(super) fn key(&self, range: Range<usize>) -> u64 {
        let tokens = self.text.tokens.get(range).unwrap_or_default();
        join(tokens.iter().map(|token| token.key))
    }

    /// The keys of the words and numbers in `range`, abbreviations written out.
    pub(super) fn words(&self, range: Range<usize>) -> Vec<u64> {
        self.lexicon.words(self.text.tokens.get(range).unwrap_or_default())
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.text.tokens.get(at).map(|token| token.shape.kind())
    }

    #[inline]
    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.text.tokens.get(at).is_some_and(|token| marks.contains(&token.mark))
    }

    /// The bracket that closes what `open` opens, fewer than `reach` tokens behind it.
    pub(super) fn closing_bracket(&self, open: usize, reach: usize) -> Option<usize> {
        (open + 1..open + reach).find(|&at| self.is_mark(at, &[')']))
    }

    /// How long the phrase of `topic` at `at` is; 0 where there is none.
    #[inline(never)]
    pub(super) fn length(&self, at: usize, topic: Topic) -> usize {
        self.phrase(topic, at).map_or(0, |(length, _)| length)
    }

    /// Whether the phrase of `topic` at `at` has this tag.
    #[inline(never)]
    pub(super) fn is_tagged(&self, at: usize, topic: Topic, tag: Tag) -> bool {
        self.phrase(topic, at).is_some_and(|(_, found)| found == tag)
    }

    /// The token behind the cue of `topic` at `at`, or `at` where there is none.
    #[inline(never)]
    pub(super) fn behind(&self, at: usize, topic: Topic) -> usize {
        at + self.cue(at, topic).unwrap_or(0)
    }

    /// Whether a phrase of one of `topics` begins at `at`.
    #[inline(never)]
    pub(super) fn begins_any(&self, at: usize, topics: &[Topic]) -> bool {
        topics.iter().any(|&topic| self.begins(at, topic))
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| is_dash(token.mark))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.shape.is_capital())
    }

    pub(super) fn is_upper(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.shape.is_upper())
    }

    pub(super) fn is_spaced(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_none_or(|token| token.shape.is_spaced())
    }

    /// The whole number at `at`, if its digits have no separators.
    pub(super) fn integer(&self, at: usize) -> Option<u32> {
        if self.kind(at) != Some(Kind::Number) { None } else { self.text.word(at).parse().ok() }
    }

    /// Whether token `at` is one of the abbreviations, in capitals or not.
    pub(super) fn is_abbreviation(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| self.lexicon.is_abbreviation(token.key))
    }

    /// Remembers that the words of `name` are somebody's name.
    pub(super) fn learn_name(&mut self, name: Range<usize>) {
        let key = self.key(name);
        self.names.entry(key).or_insert(1);
    }

    pub(super) fn is_known_name(&self, name: Range<usize>) -> bool {
        self.names.contains_key(&self.key(name))
    }

    /// Remembers that the words of `name` are a place's or an enterprise's name.
    pub(super) fn learn_place(&mut self, name: Range<usize>) {
        let key = self.key(name);
        self.places.entry(key).or_insert(1);
    }

    pub(super) fn is_known_place(&self, name: Range<usize>) -> bool {
        self.places.contains_key(&self.key(name))
    }

    /// Whether "1,116" can only be a decimal in this article.
    pub(super) fn has_decimal_commas(&self) -> bool {
        self.decimal_commas
    }

    /// The sentence around `at`; empty behind the end of the text.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        around(&self.text.sentences, at)
    }

    /// The block around `at`; empty behind the end of the text.
    pub(super) fn block(&self, at: usize) -> Range<usize> {
        around(&self.text.blocks, at)
    }

    /// Notes that `range` looked like a fact, and is none by `rule`.
    #[inline]
    pub(super) fn refuse(&self, range: Range<usize>, rule: Rule) {
        self.refusals.note(range, rule);
    }

    /// What was refused.
    pub(super) fn take_refusals(&mut self) -> Refusals {
        std::mem::take(&mut self.refusals)
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

/// What each token may open, with the one behind it.
fn opens(lexicon: &Lexicon, tokens: &[Token]) -> Vec<Topics> {
    let pairs = tokens.windows(2).map(|pair| lexicon.opened_by(pair[0].syllable, pair[1].syllable));
    let last = tokens.last().map(|last| lexicon.opened_by(last.syllable, UNKNOWN));
    let mut opens = Vec::with_capacity(tokens.len());
    opens.extend(pairs);
    opens.extend(last);
    opens
}

/// The range of `sorted` that holds `at`; empty where none does.
fn around(sorted: &[Range<usize>], at: usize) -> Range<usize> {
    let index = sorted.partition_point(|range| range.end <= at);
    sorted.get(index).filter(|range| range.start <= at).cloned().unwrap_or_default()
}

/// Whether decimals follow a comma ("98,5"), or thousands a full stop ("1.234"), and never the
/// English way round.
fn has_decimal_commas(text: &Text) -> bool {
    let mut vietnamese = false;
    for &number in &text.numbers {
        let bytes = text.word(number).as_bytes();
        let first = |mark: u8| bytes.iter().position(|byte| *byte == mark);
        let behind = |mark: u8| bytes.iter().rev().position(|byte| *byte == mark);
        let commas = bytes.iter().filter(|byte| **byte == b',').count();
        let (comma, stop) = (first(b','), first(b'.'));
        if commas > 1 || (comma.is_some() && comma < stop) {
            return false;
        }
        vietnamese |= matches!(behind(b','), Some(1 | 2)) || behind(b'.') == Some(3);
    }
    vietnamese
}
