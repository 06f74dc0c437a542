//! A word: where it ends, its shape, its key.

use super::fold::{FoldedKey, fold_mark};
use super::letter::{is_letter, small};
use super::token::Shape;
use super::vocabulary::{Syllable, UNKNOWN};

/// Straight and curly apostrophes and the marks that stand for them in minority names.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '′' | '`' | '´' | 'ʼ')
}

/// The dashes that pages print where one is meant.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−')
}

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// The key of its folded form.
    pub(super) key: u64,
    /// In bytes.
    pub(super) length: u32,
    /// Its number in the vocabulary.
    pub(super) syllable: Syllable,
    pub(super) shape: Shape,
}

/// Letters, combining marks, digits after a letter (`QH15`), and apostrophes beside a letter.
#[inline(never)]
pub(super) fn read(text: &str) -> Option<Word> {
    let mut key = FoldedKey::NEW;
    let mut characters = 0_usize;
    let mut letters = 0_usize;
    let mut capitals = 0_usize;
    let mut capital = false;
    let mut unfolded = false;
    let mut rest = text.chars();
    let mut end = 0;
    while let Some(c) = rest.next() {
        if let Some(small) = small(c) {
            // U+00F0 stands for a small đ.
            let large = small != c && c != 'ð';
            letters += 1;
            capitals += usize::from(large);
            capital |= large && characters == 0;
            unfolded |= small != c;
            key.push(small);
        } else {
            match c {
                ' ' | '\n' | ',' | '.' => break,
                _ if is_letter(c) => letters += 1,
                _ if characters == 0 => return None,
                '0'..='9' | '\u{300}'..='\u{36f}' => {}
                // A closing quotation mark is no apostrophe: one stands before a letter, or after
                // a single capital letter (`K’ Nhiễu`).
                _ if is_apostrophe(c)
                    && (rest.clone().next().is_some_and(is_letter)
                        || (capital && characters == 1)) => {}
                _ => break,
            }
            let folded = fold_mark(c);
            unfolded |= folded != c;
            key.push(folded);
        }
        characters += 1;
        end = text.len() - rest.as_str().len();
    }
    if characters == 0 {
        return None;
    }
    let upper = capital && letters > 1 && letters == capitals;
    let length = u32::try_from(end).ok()?;
    let (key, moved) = key.finish();
    let shape = Shape::word(capital, upper, unfolded || moved);
    Some(Word { key, length, syllable: UNKNOWN, shape })
}
