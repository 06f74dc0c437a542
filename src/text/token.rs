//! Tokens: words (syllables), numbers, punctuation, breaks between blocks.

use super::letter::{is_capital, is_letter};

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

/// A token: a byte range of the text and its shape.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// End, exclusive.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// White space or a break stands before it.
    pub spaced: bool,
    /// A word that begins with a capital letter.
    pub capital: bool,
    /// A word of two or more letters, all of them capital.
    pub upper: bool,
    /// The character of a mark; NUL for other kinds.
    pub mark: char,
}

/// Straight and curly apostrophes and the marks that stand for them in minority names.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '′' | '`' | '´' | 'ʼ')
}

/// Cuts `source` (normalised) into tokens; linear in its length.
#[allow(clippy::cast_possible_truncation)] // Text beyond 4 GiB does not reach a browser.
pub(super) fn tokenise(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 4);
    let mut start = 0;
    let mut spaced = true;
    while let Some(c) = char_at(source, start) {
        if c == ' ' {
            start += 1;
            spaced = true;
            continue;
        }
        let plain = |end, kind, mark| Token {
            start: start as u32,
            end: end as u32,
            kind,
            spaced,
            capital: false,
            upper: false,
            mark,
        };
        let token = if c == '\n' {
            plain(start + 1, Kind::Break, '\0')
        } else if c.is_ascii_digit() {
            plain(number_end(source, start), Kind::Number, '\0')
        } else if is_letter(c) {
            let word = word(source, start);
            Token { capital: word.capital, upper: word.upper, ..plain(word.end, Kind::Word, '\0') }
        } else {
            plain(start + c.len_utf8(), Kind::Mark, c)
        };
        start = token.end as usize;
        spaced = token.kind == Kind::Break;
        tokens.push(token);
    }
    tokens
}

/// The character at byte `at`, the plain ones without decoding.
#[inline]
fn char_at(source: &str, at: usize) -> Option<char> {
    match source.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => source[at..].chars().next(),
        None => None,
    }
}

/// Digits, and dots and commas with a digit on both sides.
fn number_end(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end
}

/// End and shape of a word.
struct Word {
    end: usize,
    capital: bool,
    upper: bool,
}

/// Letters, combining marks, digits after a letter (`QH15`), and apostrophes beside a letter.
fn word(source: &str, start: usize) -> Word {
    let bytes = source.as_bytes();
    let mut end = start;
    let mut previous = ' ';
    let mut letters = 0_usize;
    let mut capitals = 0_usize;
    let mut capital = false;
    loop {
        // Most letters are plain ones, which need no decoding.
        let run = bytes[end..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        if run > 0 {
            letters += run;
            end += run;
            previous = 'a';
        }
        let Some(c) = char_at(source, end) else { break };
        if is_letter(c) {
            let large = is_capital(c);
            capital |= large && letters == 0;
            capitals += usize::from(large);
            letters += 1;
        } else if matches!(c, ' ' | '\n' | ',' | '.') {
            break;
        } else if !(c.is_ascii_digit() || matches!(c, '\u{300}'..='\u{36f}')) {
            // A closing quotation mark is no apostrophe: one stands before a letter, or after a
            // single capital letter (`K’ Nhiễu`).
            let apostrophe = is_apostrophe(c)
                && (source[end + c.len_utf8()..].chars().next().is_some_and(is_letter)
                    || (is_capital(previous) && end - start == previous.len_utf8()));
            if !apostrophe {
                break;
            }
        }
        end += c.len_utf8();
        previous = c;
    }
    Word { end, capital, upper: capital && letters > 1 && letters == capitals }
}

#[cfg(test)]
mod tests {
    use super::tokenise;

    fn cut(text: &str) -> Vec<&str> {
        tokenise(text).iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
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
        let tokens = tokenise("UBND tỉnh Y Khăm");
        let shapes: Vec<_> = tokens.iter().map(|t| (t.capital, t.upper)).collect();
        assert_eq!(shapes, [(true, true), (false, false), (true, false), (true, false)]);
    }
}
