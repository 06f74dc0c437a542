//! Letters without the Unicode tables of the standard library, which cost the card twenty
//! kilobytes: Vietnamese and its neighbours live in four blocks.

/// The small form of a letter that Vietnamese and its neighbours use; none of anything else.
#[inline]
pub(super) fn small(c: char) -> Option<char> {
    let small = match u32::from(c) {
        code @ 0..0x80 if c.is_ascii_alphabetic() => code | 0x20,
        // Most Vietnamese letters with marks: capitals are even, small letters odd.
        code @ 0x1ea0..=0x1ef9 => code | 1,
        // U+00D0 stands for Đ on old pages.
        0xd0 | 0xf0 => 0x111,
        0..0xc0 | 0xd7 | 0xf7 | 0x1c0.. => return None,
        code @ 0xc0..0xdf => code | 0x20,
        code @ (0x100..0x138 | 0x14a..0x178) => code | 1,
        // Ơ and Ư.
        code @ (0x1a0 | 0x1af) => code + 1,
        code => code,
    };
    char::from_u32(small)
}

/// Lower case of the letters that Vietnamese and its neighbours use.
#[must_use]
#[inline]
pub fn lower(c: char) -> char {
    small(c).unwrap_or(c)
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
pub fn is_letter(c: char) -> bool {
    match c {
        _ if small(c).is_some() => true,
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
