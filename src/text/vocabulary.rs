//! The vocabulary: the words that are asked for, numbered; and the words of a text, read with it.

use super::fold::{fold_mark, key_of_letters};
use super::token::{Kind, Shape, Token};
use super::word::{Word, read};
use crate::table::Table;

/// The number of a word in a vocabulary; [`UNKNOWN`] for all others.
pub type Syllable = u16;

/// A word that the vocabulary does not hold.
pub const UNKNOWN: Syllable = 0;

/// The bytes of a short word, in order, zeros behind them.
type Bytes = [u64; 2];

/// What is perhaps a short word: its bytes, and how many they are.
type Short = (Bytes, u32);

/// A place for each hash of bytes, where the last such word stays. The length is a power of two.
type Known = Vec<(Bytes, Word)>;

/// What stands in a place where no word has been yet.
const NO_WORD: (Bytes, Word) =
    ([u64::MAX; 2], Word { key: 0, length: 0, syllable: UNKNOWN, shape: Shape::of(Kind::Word) });

/// Words by their numbers, which are counted from 1.
#[derive(Debug)]
pub struct Vocabulary {
    /// The key of a word's folded form → its number.
    numbers: Table,
    count: Syllable,
    /// The short ones among the words.
    known: Known,
    /// The marks of ASCII and the line feed, by their bytes; of length 0 for other bytes.
    marks: Vec<Word>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut marks = vec![NO_WORD.1; 128];
        for byte in (0..128_u8).filter(|byte| !byte.is_ascii_alphanumeric()) {
            let key = key_of_letters([fold_mark(byte.into())].into_iter());
            let kind = if byte == b'\n' { Kind::Break } else { Kind::Mark };
            let shape = Shape::of(kind);
            marks[usize::from(byte)] = Word { key, length: 1, syllable: UNKNOWN, shape };
        }
        Self { numbers: Table::default(), count: 0, known: vec![NO_WORD; 4096], marks }
    }
}

impl Vocabulary {
    /// The number of `token`, which is spelt `word`: the next one if it is new.
    #[inline(never)]
    pub fn learn(&mut self, token: &Token, word: &str) -> Syllable {
        let number = *self.numbers.entry(token.key).or_insert(u32::from(self.count) + 1);
        let syllable = Syllable::try_from(number).unwrap_or(UNKNOWN);
        self.count = self.count.max(syllable);
        // Several marks may have one key, as dashes do.
        if token.shape.kind() == Kind::Mark {
            for mark in &mut self.marks {
                if mark.key == token.key {
                    mark.syllable = syllable;
                }
            }
        }
        // As a text's words are found: up to a sign that ends them.
        let padded = [word, "                "].concat();
        if let (Kind::Word, Some((bytes, length))) =
            (token.shape.kind(), short_word(padded.as_bytes(), 0))
        {
            let word =
                Word { key: token.key, length, syllable, shape: token.shape.without_space() };
            put(&mut self.known, bytes, word);
        }
        syllable
    }

    /// The number of the word with this key.
    pub(super) fn number(&self, key: u64) -> Syllable {
        self.numbers.get(&key).and_then(|&number| number.try_into().ok()).unwrap_or(UNKNOWN)
    }
}

/// Reads the words of one text. Most of them have come before: each is read letter by letter when
/// it is new, and then known by its bytes.
pub(super) struct Words<'a> {
    source: &'a str,
    vocabulary: &'a Vocabulary,
    /// Few words make up most of a text.
    known: Known,
}

impl<'a> Words<'a> {
    pub(super) fn new(source: &'a str, vocabulary: &'a Vocabulary) -> Self {
        let places = (source.len() / 16).next_power_of_two().min(2048);
        Self { source, vocabulary, known: vec![NO_WORD; places] }
    }

    /// A number or a mark.
    #[allow(clippy::cast_possible_truncation)] // Text beyond 4 GiB does not reach a browser.
    pub(super) fn other(&self, spelt: &str, kind: Kind) -> Word {
        let key = key_of_letters(spelt.chars().map(fold_mark));
        let syllable = self.vocabulary.number(key);
        Word { key, length: spelt.len() as u32, syllable, shape: Shape::of(kind) }
    }

    /// The mark of ASCII or the line feed that is `byte`.
    #[inline]
    pub(super) fn mark(&self, byte: u8) -> Option<&'a Word> {
        self.vocabulary.marks.get(usize::from(byte)).filter(|mark| mark.length > 0)
    }

    /// The word that begins at byte `at`, if it has come before.
    #[inline]
    pub(super) fn known(&self, at: usize) -> Option<Word> {
        let (bytes, length) = short_word(self.source.as_bytes(), at)?;
        // The length as counted: what stands behind need not wait for what is known.
        let listed = entry(&self.vocabulary.known, bytes);
        let own = entry(&self.known, bytes);
        let (found, word) = if listed.0 == bytes { listed } else { own };
        (*found == bytes).then_some(Word { length, ..*word })
    }

    /// The word that begins at byte `at`, if a letter stands there.
    pub(super) fn read(&mut self, at: usize) -> Option<Word> {
        let word = read(&self.source[at..])?;
        let word = Word { syllable: self.vocabulary.number(word.key), ..word };
        let short = short_word(self.source.as_bytes(), at);
        if let Some((bytes, _)) = short.filter(|(_, length)| *length == word.length) {
            put(&mut self.known, bytes, word);
        }
        Some(word)
    }
}

#[inline]
fn entry(known: &Known, bytes: Bytes) -> &(Bytes, Word) {
    &known[place(bytes) & (known.len() - 1)]
}

fn put(known: &mut Known, bytes: Bytes, word: Word) {
    let last = known.len() - 1;
    known[place(bytes) & last] = (bytes, word);
}

#[allow(clippy::cast_possible_truncation)] // The high bits are the best ones.
fn place([low, high]: Bytes) -> usize {
    let spread = (low ^ high.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (spread >> 48) as usize
}

/// The bytes at `at` up to the first sign of ASCII that surely ends a word, and how many they are:
/// none where such a sign stands there.
#[inline]
#[allow(clippy::cast_possible_truncation)] // The lowest byte is the next one.
fn short_word(bytes: &[u8], at: usize) -> Option<Short> {
    let (low, rest) = bytes.get(at..)?.split_first_chunk()?;
    let low = u64::from_le_bytes(*low);
    let (word, length, next) = if let Some(end) = first_sign(low) {
        ([low & below(end), 0], end, low >> (8 * end))
    } else {
        let high = u64::from_le_bytes(*rest.first_chunk()?);
        let end = first_sign(high)?;
        ([low, high & below(end)], end + 8, high >> (8 * end))
    };
    let next = next as u8;
    let ends = next == b' ' || !matches!(next, b'0'..=b'9' | b'\'' | b'`');
    ends.then_some((word, length))
}

/// The first of eight bytes that is of ASCII and no letter.
#[inline]
fn first_sign(bytes: u64) -> Option<u32> {
    /// The high bit of each byte, and each byte's lowest.
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = HIGH >> 7;
    // Seven bits each in lower case: no sum below carries into the next byte.
    let lower = (bytes | (0x20 * ONES)) & !HIGH;
    let from_a = lower + (0x80 - u64::from(b'a')) * ONES;
    let behind_z = lower + (0x7f - u64::from(b'z')) * ONES;
    let signs = !(bytes | (from_a & !behind_z)) & HIGH;
    (signs != 0).then(|| signs.trailing_zeros() / 8)
}

/// A mask of the first `length` bytes, fewer than eight.
fn below(length: u32) -> u64 {
    (1 << (8 * length)) - 1
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, Words, first_sign};
    use crate::text::word::read;

    #[test]
    fn signs_are_told_from_letters_in_each_place() {
        for byte in 0..=255_u8 {
            let sign = byte.is_ascii() && !byte.is_ascii_alphabetic();
            for place in 0..8 {
                let mut bytes = [0xc3; 8];
                bytes[place] = byte;
                let first = sign.then_some(u32::try_from(place).unwrap_or(8));
                assert_eq!(first_sign(u64::from_le_bytes(bytes)), first, "{byte} in {place}");
            }
        }
    }

    #[test]
    fn a_word_known_by_its_bytes_is_the_word_that_is_there() {
        let text = "Trường K’ K’Nhiễu UBND QH15 K trường” hoà× Trường. hoà K’ hoà hoài K' QH K5 K "
            .repeat(40);
        let vocabulary = Vocabulary::default();
        let mut words = Words::new(&text, &vocabulary);
        for (at, _) in text.char_indices() {
            let word = read(&text[at..]);
            assert_eq!(words.read(at), word, "at {at}");
            let known = words.known(at);
            assert!(known.is_none_or(|known| Some(known) == word), "at {at}");
        }
    }
}
