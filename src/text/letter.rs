//! Letters without the Unicode tables of the standard library, which cost the card twenty
//! kilobytes: Vietnamese and its neighbours live in four blocks.

/// First and last letter of the block in which most Vietnamese letters with marks stand.
const MARKED: std::ops::RangeInclusive<u32> = 0x1ea0..=0x1ef9;

/// First letter behind ASCII, and how many follow it up to Ơ and Ư.
const LATIN: u32 = 0xc0;
const LATIN_LETTERS: usize = 0x100;

/// The lower case of each letter from [`LATIN`] on: every letter of a text is looked up.
const LOWER: [u16; LATIN_LETTERS] = {
    let mut lower = [0; LATIN_LETTERS];
    let mut index = 0;
    while index < LATIN_LETTERS {
        lower[index] = lower_latin(LATIN as u16 + index as u16);
        index += 1;
    }
    lower
};

/// U+00D0 stands for Đ on old pages.
const fn lower_latin(code: u16) -> u16 {
    match code {
        0xd0 | 0xf0 => 'đ' as u16,
        0xd7 => 0xd7,
        0xc0..=0xde => code + 32,
        0x100..=0x137 | 0x14a..=0x177 if code.is_multiple_of(2) => code + 1,
        // Ơ and Ư.
        0x1a0 | 0x1af => code + 1,
        _ => code,
    }
}

/// Lower case of the letters that Vietnamese and its neighbours use.
#[must_use]
#[inline]
pub fn lower(c: char) -> char {
    let code = c as u32;
    if code < 0x80 {
        return c.to_ascii_lowercase();
    }
    let lower = if MARKED.contains(&code) {
        // Capitals are even, small letters odd.
        code | 1
    } else {
        let index = code.wrapping_sub(LATIN) as usize;
        LOWER.get(index).map_or(code, |lower| u32::from(*lower))
    };
    char::from_u32(lower).unwrap_or(c)
}

/// Upper case of those letters.
#[must_use]
pub fn upper(c: char) -> char {
    let before = |by: u32| char::from_u32((c as u32).wrapping_sub(by)).unwrap_or(c);
    [before(1), before(32), 'Đ'].into_iter().find(|&other| lower(other) == c).unwrap_or(c)
}

/// Whether `c` is a capital letter of those blocks.
#[must_use]
pub fn is_capital(c: char) -> bool {
    lower(c) != c && c != '\u{f0}'
}

/// Whether `c` is a letter: of those blocks, or of any script beyond punctuation and symbols.
#[must_use]
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{1ea0}'..='\u{1ef9}' => true,
        '\0'..='\u{bf}' | '×' | '÷' => false,
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}' => false,
        '\u{300}'..='\u{36f}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' => false,
        '\u{ff00}'..='\u{ff20}' | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => false,
        '\u{20000}'.. => (c as u32) < 0x32000,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_capital, is_letter};

    #[test]
    fn letters_and_capitals_agree_with_unicode_where_vietnamese_lives() {
        let blocks =
            ['\0'..='\u{7f}', '\u{c0}'..='\u{17f}', '\u{1a0}'..='\u{1b0}', '\u{1ea0}'..='\u{1ef9}'];
        for c in blocks.into_iter().flatten() {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            let rare = matches!(c, '\u{138}'..='\u{149}' | '\u{178}'..='\u{17f}' | 'İ' | 'ı' | '\u{1a2}'..='\u{1ae}');
            assert!(rare || is_capital(c) == c.is_uppercase(), "{c:?}");
        }
    }
}
