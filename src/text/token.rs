//! Tokens: words (syllables), numbers, punctuation, breaks between blocks.

use super::vocabulary::{Syllable, Vocabulary, Words};
use super::word::Word;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A syllable or an abbreviation; apostrophes belong to it (`K’`, `H′Phik`).
    Word,
    /// Digits with the separators inside them: `03`, `1.234.567`, `98,5`.
    Number,
    /// Any other character.
    Mark,
    /// The end of a block.
    Break,
}

/// The shape of a token, in bits: its kind in the lowest two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape(u8);

impl Shape {
    const SPACED: u8 = 4;
    const CAPITAL: u8 = 8;
    const UPPER: u8 = 16;
    const UNFOLDED: u8 = 32;

    /// The shape of a token that is no word.
    pub(super) const fn of(kind: Kind) -> Self {
        Self(kind as u8)
    }

    /// The shape of a word.
    pub(super) fn word(capital: bool, upper: bool, unfolded: bool) -> Self {
        let bit = |is: bool, bit: u8| u8::from(is) * bit;
        Self(bit(capital, Self::CAPITAL) | bit(upper, Self::UPPER) | bit(unfolded, Self::UNFOLDED))
    }

    fn after_space(self, spaced: bool) -> Self {
        Self(self.0 | (u8::from(spaced) * Self::SPACED))
    }

    /// The shape of the same token behind another.
    pub(super) fn without_space(self) -> Self {
        Self(self.0 & !Self::SPACED)
    }

    /// What it is.
    #[must_use]
    #[inline]
    pub fn kind(self) -> Kind {
        match self.0 & 3 {
            0 => Kind::Word,
            1 => Kind::Number,
            2 => Kind::Mark,
            _ => Kind::Break,
        }
    }

    /// White space or a break stands before it.
    #[must_use]
    pub fn is_spaced(self) -> bool {
        self.0 & Self::SPACED != 0
    }

    /// A word that begins with a capital letter.
    #[must_use]
    #[inline]
    pub fn is_capital(self) -> bool {
        self.0 & Self::CAPITAL != 0
    }

    /// A word that is not its own folded form.
    #[must_use]
    pub fn is_unfolded(self) -> bool {
        self.0 & Self::UNFOLDED != 0
    }

    /// A word of two or more letters, all of them capital.
    #[must_use]
    pub fn is_upper(self) -> bool {
        self.0 & Self::UPPER != 0
    }
}

/// A token: a byte range of the text, its key and its shape.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Key of its folded form ([`key_of`]): equal words have equal keys.
    pub key: u64,
    /// First byte.
    pub start: u32,
    /// End, exclusive.
    pub end: u32,
    /// The character of a mark or a break; NUL for other kinds.
    pub mark: char,
    /// Its number in the vocabulary with which the text was read.
    pub syllable: Syllable,
    /// Its shape.
    pub shape: Shape,
}

impl Token {
    /// In bytes.
    #[must_use]
    #[inline]
    pub fn length(&self) -> usize {
        (self.end - self.start) as usize
    }
}

/// Tokens that are looked for again and again, by index, in order.
#[derive(Default)]
pub(super) struct Marked {
    /// The numbers.
    pub(super) numbers: Vec<usize>,
    /// What may end a sentence or ends a block.
    pub(super) stops: Vec<usize>,
    /// What stands before a link.
    pub(super) links: Vec<usize>,
}

/// Cuts `source` (normalised) into tokens; linear in its length.
#[allow(clippy::cast_possible_truncation)] // Text beyond 4 GiB does not reach a browser.
pub(super) fn tokenise(source: &str, vocabulary: &Vocabulary) -> (Vec<Token>, Marked) {
    let bytes = source.as_bytes();
    let mut tokens = Vec::with_capacity(bytes.len() / 4);
    let mut marked = Marked::default();
    let mut words = Words::new(source, vocabulary);
    let mut start = 0;
    let mut spaced = true;
    while start < bytes.len() {
        let first = bytes[start];
        let token = |mark: char, word: &Word| Token {
            key: word.key,
            start: start as u32,
            end: start as u32 + word.length,
            mark,
            syllable: word.syllable,
            shape: word.shape.after_space(spaced),
        };
        let length = if let Some(mark) = words.mark(first) {
            if matches!(first, b'\n' | b'.' | b'!' | b'?') {
                marked.stops.push(tokens.len());
            }
            tokens.push(token(first.into(), mark));
            1
        } else if let Some(word) = words.known(start) {
            tokens.push(token('\0', &word));
            word.length
        } else {
            let (mark, word) = read(source, start, tokens.len(), &mut words, &mut marked);
            tokens.push(token(mark, &word));
            word.length
        };
        let end = start + length as usize;
        let space = bytes.get(end) == Some(&b' ');
        start = end + usize::from(space);
        spaced = space || first == b'\n';
    }
    (tokens, marked)
}

/// The word, number or mark beyond ASCII at byte `start`, which is the token at `index`; and its
/// character if it is a mark.
#[inline(never)]
fn read(
    source: &str,
    start: usize,
    index: usize,
    words: &mut Words<'_>,
    marked: &mut Marked,
) -> (char, Word) {
    let first = source.as_bytes()[start];
    if first.is_ascii_digit() {
        marked.numbers.push(index);
        let number = &source[start..][..number_end(&source.as_bytes()[start..])];
        return ('\0', words.other(number, Kind::Number));
    }
    if let Some(word) = words.read(start) {
        return ('\0', word);
    }
    let mark = source[start..].chars().next().unwrap_or_default();
    match mark {
        '…' => marked.stops.push(index),
        '»' | '►' => marked.links.push(index),
        _ => {}
    }
    (mark, words.other(&source[start..][..mark.len_utf8()], Kind::Mark))
}

/// Digits, and dots and commas with a digit on both sides.
fn number_end(bytes: &[u8]) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{Token, tokenise};

    fn tokens(text: &str) -> Vec<Token> {
        tokenise(text, &super::Vocabulary::default()).0
    }

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
    }

    #[test]
    fn numbers_keep_their_separators_and_leave_the_rest() {
        assert_eq!(cut("98,5%;1.234.567"), ["98,5", "%", ";", "1.234.567"]);
        assert_eq!(cut("28/6,đồng 920,4ha"), ["28", "/", "6", ",", "đồng", "920,4", "ha"]);
    }

    #[test]
    fn words_keep_their_apostrophes() {
        assert_eq!(cut("H′Phik K’ Nhiễu ‘Tết’"), ["H′Phik", "K’", "Nhiễu", "‘", "Tết", "’"]);
        assert_eq!(cut("10/2022/QH15"), ["10", "/", "2022", "/", "QH15"]);
    }

    #[test]
    fn shapes() {
        let tokens = tokens("UBND tỉnh Y Khăm");
        let shapes: Vec<_> =
            tokens.iter().map(|t| (t.shape.is_capital(), t.shape.is_upper())).collect();
        assert_eq!(shapes, [(true, true), (false, false), (true, false), (true, false)]);
    }
}
