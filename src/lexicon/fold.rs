//! The form under which words are compared: lower case, tone mark in the old place.

use crate::text::lower;

/// `(new place, old place)` of the tone mark in open syllables.
const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Appends the folded form of one word to `out`.
pub(super) fn fold_into(word: &str, out: &mut String) {
    let start = out.len();
    out.extend(word.chars().map(lower));
    let folded = &out[start..];
    let mut tail = folded.chars().rev();
    let vowel = tail.next().is_some_and(|last| !last.is_ascii());
    if !(vowel && matches!(tail.next(), Some('o' | 'u'))) || tail.next() == Some('q') {
        return;
    }
    if let Some((new, old)) = TONES.iter().find(|(new, _)| folded.ends_with(new)) {
        out.truncate(out.len() - new.len());
        out.push_str(old);
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
    use super::fold;

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
