//! Whether a text is Vietnamese in Unicode at all.

use crate::problem::{Code, Problem};
use crate::text::is_letter;

/// How much of the text is looked at, in characters.
const SAMPLE: usize = 20_000;

/// Refuses texts in other languages and in legacy encodings.
///
/// # Errors
/// `not-vietnamese`, `legacy-encoding`.
pub(super) fn check(text: &str) -> Result<(), Problem> {
    let mut letters = 0_usize;
    let mut vietnamese = 0_usize;
    let mut legacy = 0_usize;
    for c in text.chars().take(SAMPLE).filter(|c| !c.is_whitespace()) {
        letters += usize::from(is_letter(c));
        vietnamese += usize::from(is_vietnamese(c));
        legacy += usize::from(is_legacy(c));
    }
    // Every fifth letter of Vietnamese prose carries a mark of its own; TCVN3 and VNI put
    // Western European letters and signs in their places.
    if legacy * 20 > letters && vietnamese * 20 < letters {
        return Err(Problem::new(
            Code::LegacyEncoding,
            "Bài viết dùng bảng mã cũ (TCVN3 hoặc VNI). Hãy chuyển sang Unicode rồi thử lại.",
            "The article is in a legacy encoding (TCVN3 or VNI). Convert it to Unicode first.",
        )
        .at("body"));
    }
    if vietnamese * 20 < letters || letters == 0 {
        return Err(Problem::new(
            Code::NotVietnamese,
            "Nội dung không phải tiếng Việt có dấu, nên không trích được dữ kiện.",
            "The body is not Vietnamese with diacritics, so no facts can be read from it.",
        )
        .at("body"));
    }
    Ok(())
}

/// Letters that hardly another language uses: đ, ă, ơ, ư and the vowels with tone marks.
fn is_vietnamese(c: char) -> bool {
    matches!(c, 'đ' | 'Đ' | 'ă' | 'Ă' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

/// What TCVN3 (`Uû ban nh©n d©n`) and VNI (`UÛy ban nhaân daân`) put for Vietnamese letters and
/// Vietnamese itself does not use.
fn is_legacy(c: char) -> bool {
    matches!(
        c,
        '©' | '®'
            | '¬'
            | '¨'
            | '§'
            | '¦'
            | '¸'
            | '¹'
            | '»'
            | '¾'
            | '¼'
            | '½'
            | '«'
            | '¶'
            | '·'
            | 'µ'
            | '×'
            | 'Ø'
            | 'ß'
            | 'Þ'
            | 'þ'
            | 'å'
            | 'æ'
            | 'ç'
            | 'ë'
            | 'î'
            | 'ï'
            | 'ñ'
            | 'ö'
            | 'ø'
            | 'û'
            | 'ü'
            | 'Û'
            | 'Ï'
            | 'Ñ'
            | 'Ö'
            | 'Ü'
            | 'Å'
            | 'Ä'
            | 'ä'
    )
}
