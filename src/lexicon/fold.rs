//! The form under which words are compared: lower case, tone mark in the old place.

use super::table::Key;
use crate::text::lower;

/// The last two letters of an open syllable with the tone mark in its new and in its old place.
const TONES: [([char; 2], [char; 2]); 15] = [
    (['o', 'à'], ['ò', 'a']),
    (['o', 'á'], ['ó', 'a']),
    (['o', 'ả'], ['ỏ', 'a']),
    (['o', 'ã'], ['õ', 'a']),
    (['o', 'ạ'], ['ọ', 'a']),
    (['o', 'è'], ['ò', 'e']),
    (['o', 'é'], ['ó', 'e']),
    (['o', 'ẻ'], ['ỏ', 'e']),
    (['o', 'ẽ'], ['õ', 'e']),
    (['o', 'ẹ'], ['ọ', 'e']),
    (['u', 'ỳ'], ['ù', 'y']),
    (['u', 'ý'], ['ú', 'y']),
    (['u', 'ỷ'], ['ủ', 'y']),
    (['u', 'ỹ'], ['ũ', 'y']),
    (['u', 'ỵ'], ['ụ', 'y']),
];

/// What the last two of `letters`, the last three of a word, become; the “u” of “quý” is no vowel
/// that could bear the mark.
fn moved(letters: [char; 3]) -> Option<[char; 2]> {
    let [before, first, second] = letters;
    if second.is_ascii() || !matches!(first, 'o' | 'u') || before == 'q' {
        return None;
    }
    TONES.iter().find(|(new, _)| *new == [first, second]).map(|(_, old)| *old)
}

/// The key of the folded form of one word.
#[must_use]
pub fn folded_key(word: &str) -> u64 {
    let mut keys = [Key::default(); 3];
    let mut letters = [' '; 3];
    let bytes = word.as_bytes();
    // Most words are plain letters, which need no decoding and bear no mark.
    if bytes.is_ascii() {
        let plain = |key: Key, byte: &u8| key.with(char::from(byte.to_ascii_lowercase()));
        return bytes.iter().fold(Key::default(), plain).finish();
    }
    for letter in word.chars().map(lower) {
        keys = [keys[1], keys[2], keys[2].with(letter)];
        letters = [letters[1], letters[2], letter];
    }
    match moved(letters) {
        Some([first, second]) => keys[0].with(first).with(second).finish(),
        None => keys[2].finish(),
    }
}

/// Appends the folded form of one word to `out`.
fn fold_into(word: &str, out: &mut String) {
    let mut letters = [' '; 3];
    for letter in word.chars().map(lower) {
        out.push(letter);
        letters = [letters[1], letters[2], letter];
    }
    if let Some(old) = moved(letters) {
        out.truncate(out.len() - letters[1].len_utf8() - letters[2].len_utf8());
        out.extend(old);
    }
}

/// Whether `word` folds to `folded`, found at the first letter that differs as a rule.
#[must_use]
pub fn same_folded(word: &str, folded: &str) -> bool {
    let mut letters = folded.chars();
    let same = word.chars().map(lower).all(|letter| letters.next() == Some(letter));
    if same {
        return letters.next().is_none();
    }
    // Only the place of the tone mark can still make them equal.
    word.chars().map(lower).next() == folded.chars().next()
        && word.ends_with(|c: char| !c.is_ascii())
        && fold(word) == folded
}

/// The folded form of a word or of a phrase, its spaces kept.
#[must_use]
pub fn fold(phrase: &str) -> String {
    let mut out = String::with_capacity(phrase.len());
    for (index, word) in phrase.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        fold_into(word, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::key_of;
    use super::{fold, folded_key};

    #[test]
    fn the_key_of_a_word_is_that_of_its_folded_form() {
        for word in ["Hoà", "ủy", "UỶ", "quý", "Đăk", "a", "ỷ", "oà", "K’", "35"] {
            assert_eq!(folded_key(word), key_of(&fold(word)), "{word}");
        }
    }

    #[test]
    fn tone_marks_move_in_open_syllables_only() {
        assert_eq!(fold("Hoà Uỷ Thuý Khoẻ"), "hòa ủy thúy khỏe");
        assert_eq!(fold("Hoàng toàn Huỳnh quý quỹ"), "hoàng toàn huỳnh quý quỹ");
    }

    #[test]
    fn capitals_of_every_block_are_lowered() {
        assert_eq!(fold("ĐƯỜNG ƠN Ðắk ÂU Ẫ Ỹ ĨŨ Ă"), "đường ơn đắk âu ẫ ỹ ĩũ ă");
    }
}
