//! The form under which words are compared: lower case, tone mark in the old place; and its key.

use super::letter::lower;
use super::word::{is_apostrophe, is_dash};

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

/// A key in the making: FNV-1a over characters.
#[derive(Debug, Clone, Copy)]
struct Key(u64);

impl Key {
    const NEW: Self = Self(0xcbf2_9ce4_8422_2325);

    #[inline]
    fn with(self, c: char) -> Self {
        Self((self.0 ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
    }

    /// The key, its high bits mixed into the low ones; never 0.
    fn finish(self) -> u64 {
        (self.0 ^ (self.0 >> 29)) | 1 << 63
    }
}

/// The key of a folded text.
#[must_use]
pub fn key_of(text: &str) -> u64 {
    key_of_letters(text.chars())
}

/// The key of a folded text that comes letter by letter.
#[must_use]
pub fn key_of_letters(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(Key::NEW, Key::with).finish()
}

/// The key of the folded form of a word, letter by letter.
#[derive(Debug)]
pub(super) struct FoldedKey {
    /// The keys without the last two letters, without the last, and of all.
    keys: [Key; 3],
    /// The last three letters.
    letters: [char; 3],
}

impl FoldedKey {
    pub(super) const NEW: Self = Self { keys: [Key::NEW; 3], letters: [' '; 3] };

    /// Adds a letter in lower case.
    #[inline]
    pub(super) fn push(&mut self, letter: char) {
        self.keys = [self.keys[1], self.keys[2], self.keys[2].with(letter)];
        self.letters = [self.letters[1], self.letters[2], letter];
    }

    /// The key, and whether the tone mark moved.
    pub(super) fn finish(&self) -> (u64, bool) {
        match moved(self.letters) {
            Some([first, second]) => (self.keys[0].with(first).with(second).finish(), true),
            None => (self.keys[2].finish(), false),
        }
    }
}

/// All apostrophes are one, and all dashes: pages print `H'Yéo` beside `H’Yéo`, “Thi đua – Khen
/// thưởng” beside “Thi đua - Khen thưởng”.
pub fn fold_mark(c: char) -> char {
    match c {
        _ if is_apostrophe(c) => '\'',
        _ if is_dash(c) => '-',
        // The Icelandic letter, which old fonts show alike: "NÐ-CP".
        'Ð' => 'Đ',
        'ð' => 'đ',
        _ => c,
    }
}

/// Appends the folded form of one word to `out`.
fn fold_into(word: &str, out: &mut String) {
    let mut letters = [' '; 3];
    for letter in word.chars().map(|c| lower(fold_mark(c))) {
        out.push(letter);
        letters = [letters[1], letters[2], letter];
    }
    if let Some(old) = moved(letters) {
        // Two letters: the second has a mark, the first has none.
        out.pop();
        out.pop();
        out.extend(old);
    }
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
    use super::{fold, key_of};
    use crate::text::{Text, Vocabulary};

    #[test]
    fn the_key_of_a_word_is_that_of_its_folded_form() {
        for word in [
            "Hoà", "ủy", "UỶ", "quý", "Đăk", "a", "ỷ", "oà", "K’", "35", "1.5", "“", "😀", "NÐ",
            "Ðại",
        ] {
            let keys: Vec<u64> = Text::new(word, &Vocabulary::default())
                .tokens
                .iter()
                .map(|token| token.key)
                .collect();
            assert_eq!(keys, [key_of(&fold(word))], "{word}");
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
