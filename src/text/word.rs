//! Words: where one ends, its shape, its key.

use super::fold::FoldedKey;
use super::letter::{is_letter, small};
use super::token::{Kind, Shape};

/// Straight and curly apostrophes and the marks that stand for them in minority names.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '′' | '`' | '´' | 'ʼ')
}

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// The key of its folded form.
    pub(super) key: u64,
    /// In bytes.
    pub(super) length: u32,
    pub(super) shape: Shape,
}

/// What stands in a place where no word has been yet.
const NO_WORD: Word = Word { key: 0, length: 0, shape: Shape::of(Kind::Word) };

/// The bytes of a short word, in order, zeros behind them.
type Bytes = [u64; 2];

/// Reads the words of one text. Most of them have come before: each is read letter by letter when
/// it is new, and then known by its bytes.
pub(super) struct Words<'a> {
    source: &'a str,
    /// A place for each hash of bytes, where the last such word stays. The length is a power of
    /// two.
    known: Vec<(Bytes, Word)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        // Half the words of a short article are new, of a long text hardly any: few make up most.
        let places = (source.len() / 32).next_power_of_two().min(2048);
        Self { source, known: vec![([0; 2], NO_WORD); places] }
    }

    /// The word that begins at byte `at`, if a letter stands there.
    #[inline]
    pub(super) fn at(&mut self, at: usize) -> Option<Word> {
        let Some((bytes, length)) = short_word(self.source.as_bytes(), at) else {
            return read(&self.source[at..]);
        };
        let place = self.place(bytes);
        let (known, word) = self.known[place];
        if known == bytes {
            return Some(word);
        }
        let word = read(&self.source[at..])?;
        if word.length == length {
            self.known[place] = (bytes, word);
        }
        Some(word)
    }

    #[allow(clippy::cast_possible_truncation)] // The mask keeps the low bits only.
    fn place(&self, [low, high]: Bytes) -> usize {
        let spread = (low ^ high.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // The high bits are the best ones.
        (spread >> 48) as usize & (self.known.len() - 1)
    }
}

/// The bytes at `at` up to the first sign of ASCII that surely ends a word, and how many they are.
#[inline]
fn short_word(bytes: &[u8], at: usize) -> Option<(Bytes, u32)> {
    let (low, rest) = bytes.get(at..)?.split_first_chunk()?;
    let low = u64::from_le_bytes(*low);
    let (word, length) = if let Some(end) = first_sign(low) {
        ([low & below(end), 0], end)
    } else {
        let high = u64::from_le_bytes(*rest.first_chunk()?);
        let end = first_sign(high)?;
        ([low, high & below(end)], end + 8)
    };
    let next = bytes[at + length as usize];
    let ends = next == b' ' || !matches!(next, b'0'..=b'9' | b'\'' | b'`');
    (length > 0 && ends).then_some((word, length))
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

/// Letters, combining marks, digits after a letter (`QH15`), and apostrophes beside a letter.
#[inline(never)]
fn read(text: &str) -> Option<Word> {
    let mut key = FoldedKey::NEW;
    let mut characters = 0_usize;
    let mut letters = 0_usize;
    let mut capitals = 0_usize;
    let mut capital = false;
    let mut unfolded = false;
    let mut rest = text.chars();
    let mut end = 0;
    while let Some(c) = rest.next() {
        if let Some(small) = small(c) {
            // U+00F0 stands for a small đ.
            let large = small != c && c != 'ð';
            letters += 1;
            capitals += usize::from(large);
            capital |= large && characters == 0;
            unfolded |= small != c;
            key.push(small);
        } else {
            match c {
                ' ' | '\n' | ',' | '.' => break,
                _ if is_letter(c) => letters += 1,
                _ if characters == 0 => return None,
                '0'..='9' | '\u{300}'..='\u{36f}' => {}
                // A closing quotation mark is no apostrophe: one stands before a letter, or after
                // a single capital letter (`K’ Nhiễu`).
                _ if is_apostrophe(c)
                    && (rest.clone().next().is_some_and(is_letter)
                        || (capital && characters == 1)) => {}
                _ => break,
            }
            key.push(c);
        }
        characters += 1;
        end = text.len() - rest.as_str().len();
    }
    if characters == 0 {
        return None;
    }
    let upper = capital && letters > 1 && letters == capitals;
    let length = u32::try_from(end).ok()?;
    let (key, moved) = key.finish();
    Some(Word { key, length, shape: Shape::word(capital, upper, unfolded || moved) })
}

#[cfg(test)]
mod tests {
    use super::{Words, first_sign, read};

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
        let mut words = Words::new(&text);
        for (at, _) in text.char_indices() {
            assert_eq!(words.at(at), read(&text[at..]), "at {at}");
        }
    }
}
