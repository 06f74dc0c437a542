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
}

/// Straight and curly apostrophes and the marks that stand for them in minority names.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '′' | '`' | '´' | 'ʼ')
}

/// Cuts `source` (normalised) into tokens; linear in its length.
pub(super) fn tokenise(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 4);
    let mut chars = source.char_indices().peekable();
    let mut spaced = true;
    while let Some(&(start, c)) = chars.peek() {
        if c == ' ' {
            chars.next();
            spaced = true;
            continue;
        }
        let (end, kind) = if c == '\n' {
            (start + 1, Kind::Break)
        } else if c.is_ascii_digit() {
            (number_end(source, start), Kind::Number)
        } else if is_letter(c) {
            (word_end(source, start), Kind::Word)
        } else {
            (start + c.len_utf8(), Kind::Mark)
        };
        while chars.peek().is_some_and(|&(at, _)| at < end) {
            chars.next();
        }
        tokens.push(token(source, start, end, kind, spaced));
        spaced = kind == Kind::Break;
    }
    tokens
}

#[allow(clippy::cast_possible_truncation)] // Text beyond 4 GiB does not reach a browser.
fn token(source: &str, start: usize, end: usize, kind: Kind, spaced: bool) -> Token {
    let mut letters = source[start..end].chars().filter(|c| is_letter(*c));
    let capital = kind == Kind::Word && letters.next().is_some_and(is_capital);
    let mut rest = letters.peekable();
    let upper = capital && rest.peek().is_some() && rest.all(is_capital);
    Token { start: start as u32, end: end as u32, kind, spaced, capital, upper }
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

/// Letters, combining marks, digits after a letter (`QH15`), and apostrophes beside a letter.
fn word_end(source: &str, start: usize) -> usize {
    let mut end = start;
    let mut previous = ' ';
    let mut chars = source[start..].chars().peekable();
    while let Some(c) = chars.next() {
        let combining = matches!(c, '\u{300}'..='\u{36f}');
        // A closing quotation mark is no apostrophe: one stands before a letter, or after a
        // single capital letter (`K’ Nhiễu`).
        let apostrophe = is_apostrophe(c)
            && (chars.peek().is_some_and(|next| is_letter(*next))
                || (is_capital(previous) && end - start == previous.len_utf8()));
        if !(is_letter(c) || c.is_ascii_digit() || combining || apostrophe) {
            break;
        }
        end += c.len_utf8();
        previous = c;
    }
    end
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
