//! Words without their diacritics, to recognise one name that is spelt in several ways.

use super::fold;

/// Vowels with diacritics, by the letter that remains.
const LETTERS: [(char, &str); 7] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
    ('d', "đ"),
    ('e', "èéẻẽẹêềếểễệ"),
    ('i', "ìíỉĩị"),
    ('o', "òóỏõọôồốổỗộơờớởỡợ"),
    ('u', "ùúủũụưừứửữự"),
    ('y', "ỳýỷỹỵ"),
];

/// `Triệu Đình Tú` → `trieu dinh le`.
#[must_use]
pub fn toneless(phrase: &str) -> String {
    let plain =
        |c: char| LETTERS.iter().find(|(_, v)| v.contains(c)).map_or(c, |(plain, _)| *plain);
    fold(phrase).chars().map(plain).collect()
}
