//! Tokens: words (syllables), numbers, punctuation, breaks between blocks.

use super::fold::key_of;
use super::word::{Word, Words};

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
    /// The character of a mark; NUL for other kinds.
    pub mark: char,
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

/// The tokens of a text, and which of them are looked for again and again.
#[derive(Default)]
pub(super) struct Cut {
    pub(super) tokens: Vec<Token>,
    /// The numbers, by index.
    pub(super) numbers: Vec<usize>,
    /// What may end a sentence or ends a block, by index.
    pub(super) stops: Vec<usize>,
}

/// Cuts `source` (normalised) into tokens; linear in its length.
#[allow(clippy::cast_possible_truncation)] // Text beyond 4 GiB does not reach a browser.
pub(super) fn tokenise(source: &str) -> Cut {
    let bytes = source.as_bytes();
    let mut cut = Cut { tokens: Vec::with_capacity(bytes.len() / 4), ..Cut::default() };
    let mut words = Words::new(source);
    let mut start = 0;
    let mut spaced = true;
    while let Some(&first) = bytes.get(start) {
        if first == b' ' {
            start += 1;
            spaced = true;
            continue;
        }
        let letter = first.is_ascii_alphabetic() || !first.is_ascii();
        let word = if letter { words.at(start) } else { None };
        let (mark, word) = match word {
            Some(word) => ('\0', word),
            None => sign(&source[start..], &mut cut),
        };
        let end = start + word.length as usize;
        cut.tokens.push(Token {
            key: word.key,
            start: start as u32,
            end: end as u32,
            mark,
            shape: word.shape.after_space(spaced),
        });
        start = end;
        spaced = word.shape.kind() == Kind::Break;
    }
    cut
}

/// The number, mark or break at the head of `text`, which begins the next token of `cut`.
#[allow(clippy::cast_possible_truncation)]
fn sign(text: &str, cut: &mut Cut) -> (char, Word) {
    let index = cut.tokens.len();
    let first = text.chars().next().unwrap_or_default();
    let (kind, mark, length) = match first {
        '0'..='9' => (Kind::Number, '\0', number_end(text.as_bytes())),
        '\n' => (Kind::Break, '\0', 1),
        mark => (Kind::Mark, mark, mark.len_utf8()),
    };
    if kind == Kind::Number {
        cut.numbers.push(index);
    } else if matches!(first, '\n' | '.' | '!' | '?' | '…') {
        cut.stops.push(index);
    }
    let key = key_of(&text[..length]);
    (mark, Word { key, length: length as u32, shape: Shape::of(kind) })
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
    use super::tokenise;

    fn cut(text: &str) -> Vec<&str> {
        tokenise(text).tokens.iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
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
        let tokens = tokenise("UBND tỉnh Y Khăm").tokens;
        let shapes: Vec<_> =
            tokens.iter().map(|t| (t.shape.is_capital(), t.shape.is_upper())).collect();
        assert_eq!(shapes, [(true, true), (false, false), (true, false), (true, false)]);
    }
}
