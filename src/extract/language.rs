//! Whether a text is Vietnamese in Unicode at all.

use crate::problem::{Code, Problem};

/// A text is judged by samples of so many bytes, and not many more than so many of them.
const SAMPLE: usize = 64;
const SAMPLES: usize = 32;

/// Refuses texts in other languages and in legacy encodings.
///
/// # Errors
/// `not-vietnamese`, `legacy-encoding`.
pub(super) fn check(text: &str) -> Result<(), Problem> {
    let letters = count(text, is_letter);
    // Every fifth letter of Vietnamese prose carries a mark of its own; TCVN3 and VNI put
    // Western European letters and signs in their places.
    if letters > 0 && count(text, is_vietnamese) * 20 >= letters {
        return Ok(());
    }
    if letters > 0 && count(text, is_legacy) * 20 > letters {
        return Err(Problem::new(
            Code::LegacyEncoding,
            "Bài viết dùng bảng mã cũ (TCVN3 hoặc VNI). Hãy chuyển sang Unicode rồi thử lại.",
            "The article is in a legacy encoding (TCVN3 or VNI). Convert it to Unicode first.",
        )
        .at("body"));
    }
    Err(Problem::new(
        Code::NotVietnamese,
        "Nội dung không phải tiếng Việt có dấu, nên không trích được dữ kiện.",
        "The body is not Vietnamese with diacritics, so no facts can be read from it.",
    )
    .at("body"))
}

/// How many bytes that are such with the byte behind them stand in samples from all over `text`, in
/// the whole of a short one.
fn count(text: &str, is: impl Fn(u8, u8) -> bool) -> usize {
    let bytes = text.as_bytes();
    let step = (bytes.len() / SAMPLES).max(SAMPLE);
    let sample = |part: &[u8]| {
        let part = &part[..part.len().min(SAMPLE + 1)];
        let pairs = part.iter().zip(&part[1..]);
        usize::from(pairs.map(|(first, second)| u8::from(is(*first, *second))).sum::<u8>())
    };
    (0..bytes.len()).step_by(step).map(|at| sample(&bytes[at..])).sum()
}

/// A letter of ASCII, or of a block beyond it that holds neither combining marks, punctuation nor
/// pictures.
fn is_letter(first: u8, second: u8) -> bool {
    let combining = (first == 0xcc) | (first == 0xcd);
    let punctuation = (first == 0xe2) | (first == 0xef) | ((first == 0xe3) & (second == 0x80));
    let beyond = (0xc3..0xf0).contains(&first) & !combining & !punctuation;
    first.is_ascii_alphabetic() | beyond
}

/// Letters that hardly another language uses: đ, ă, ơ, ư and the vowels with tone marks. Without
/// branches, so that the compiler takes many at a time.
fn is_vietnamese(first: u8, second: u8) -> bool {
    let breve_or_stroke = (first == 0xc4) & (matches!(second & !1, 0x82 | 0x90));
    let horn = (first == 0xc6) & matches!(second, 0xa0 | 0xa1 | 0xaf | 0xb0);
    let tone = (first == 0xe1) & (second & !1 == 0xba);
    breve_or_stroke | horn | tone
}

/// What TCVN3 (`Uû ban nh©n d©n`) and VNI (`UÛy ban nhaân daân`) put for Vietnamese letters and
/// Vietnamese itself does not use.
fn is_legacy(first: u8, second: u8) -> bool {
    const LEGACY: u128 = latin("©®¬¨§¦¸¹»¾¼½«¶·µ×ØßÞþåæçëîïñöøûüÛÏÑÖÜÅÄä");
    matches!(first, 0xc2 | 0xc3) && LEGACY >> place(first, second) & 1 == 1
}

/// A set of characters from U+0080 to U+00FF, a bit each; they have two bytes.
const fn latin(characters: &str) -> u128 {
    let bytes = characters.as_bytes();
    let mut set = 0;
    let mut at = 0;
    while at < bytes.len() {
        set |= 1 << place(bytes[at], bytes[at + 1]);
        at += 2;
    }
    set
}

const fn place(first: u8, second: u8) -> u32 {
    (first as u32 & 1) << 6 | second as u32 & 0x3f
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::problem::Code;

    #[test]
    fn what_is_no_letter_says_nothing_of_the_language() {
        let pictures = format!("Lễ hội năm 2024 {}", "🎉".repeat(60));
        assert!(check(&pictures).is_ok());
        assert_eq!(check("©® 2024").map_err(|problem| problem.code), Err(Code::NotVietnamese));
    }
}
