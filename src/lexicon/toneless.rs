//! Words without their diacritics, to recognise one name that is spelt in several ways.

use crate::text::{fold_mark, lower};

/// `Triệu Đình Tú` → `trieu dinh tu`, letter by letter.
pub fn toneless(phrase: &str) -> impl Iterator<Item = char> {
    phrase.chars().map(|c| plain(lower(fold_mark(c))))
}

/// The letter that remains of a small one with diacritics; Unicode has them in this order.
fn plain(c: char) -> char {
    match c {
        'à'..='ã' | 'ă' | 'ạ'..='ặ' => 'a',
        'đ' => 'd',
        'è'..='ê' | 'ẹ'..='ệ' => 'e',
        'ì' | 'í' | 'ĩ' | 'ỉ'..='ị' => 'i',
        'ò'..='õ' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù' | 'ú' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ỳ'..='ỹ' => 'y',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::toneless;

    #[test]
    fn every_vowel_and_d_lose_their_diacritics() {
        for (plain, marked) in [
            ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
            ('d', "đ"),
            ('e', "èéẻẽẹêềếểễệ"),
            ('i', "ìíỉĩị"),
            ('o', "òóỏõọôồốổỗộơờớởỡợ"),
            ('u', "ùúủũụưừứửữự"),
            ('y', "ỳýỷỹỵ"),
        ] {
            assert!(toneless(marked).all(|c| c == plain), "{marked}");
        }
        assert_eq!(toneless("Triệu Đình Tú").collect::<String>(), "trieu dinh tu");
    }
}
