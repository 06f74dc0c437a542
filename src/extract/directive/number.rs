//! Documents' numbers: `43/CT-TTg`, `617-QĐ/TW`, `30/2020/NĐ-CP`, `439 – QĐNS/TW`, or bare.

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::summary::Day;
use crate::text::{Kind, is_capital, is_dash};
use std::ops::Range;

/// A document's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) range: Range<usize>,
    /// As printed, without spaces, dashes as `-`.
    pub(super) text: String,
    /// Digits alone, without a code.
    pub(super) bare: bool,
}

/// No number has more pieces between its separators.
const PIECES: usize = 6;

/// The number at `at`.
pub(super) fn number_at(page: &Page<'_>, at: usize) -> Option<Number> {
    if page.kind(at) != Some(Kind::Number) {
        return None;
    }
    let digits = page.text.word(at);
    let whole = digits.len() <= 6 && digits.split('.').all(|part| part.len() <= 4);
    if digits.contains(',') || !whole {
        return None;
    }
    // "961A/TB-LĐ"
    let letter = !page.is_spaced(at + 1)
        && page.is_mark(at + 2, &['/'])
        && page.text.word(at + 1).len() == 1;
    let mut end = at + 1 + usize::from(letter);
    let mut coded = false;
    for _ in 0..PIECES {
        let Some(next) = piece(page, end, coded) else { break };
        coded |= page.kind(end + 1) == Some(Kind::Word);
        end = next;
    }
    // "15/2020" without a code is no number of a document, but month and year or the like, unless
    // it is said to be one: "Nghị quyết số 15/2020 của …".
    if !coded {
        let said = at > 0 && (page.ends(at, Topic::NumberSign) || is_type_end(page, at - 1));
        end = at + 1 + if said { year_behind(page, at + 1) } else { 0 };
    }
    // "73/QĐ-BCĐ 389/TP": a number broken at a space.
    let broken = coded
        && page.kind(end) == Some(Kind::Number)
        && page.is_mark(end + 1, &['/'])
        && page.is_upper(end + 2);
    (!broken).then(|| Number { range: at..end, text: printed(page, at..end), bare: !coded })
}

/// "Nghị định | 24/2014": the last word of a document's type, written as a name.
fn is_type_end(page: &Page<'_>, at: usize) -> bool {
    const LONGEST: usize = 3;
    let ends = |back: usize| {
        let start = at.checked_sub(back).filter(|&start| page.is_capital(start));
        start
            .and_then(|start| page.phrase(Topic::Document, start))
            .is_some_and(|(length, _)| length == back + 1)
    };
    (0..LONGEST).any(ends)
}

/// Length of "/2025" at `at`, where nothing goes on behind it.
fn year_behind(page: &Page<'_>, at: usize) -> usize {
    let tight = page.is_mark(at, &['/']) && !page.is_spaced(at) && !page.is_spaced(at + 1);
    let year = page.integer(at + 1).is_some_and(|n| Day::YEARS_OF_NUMBERS.contains(&n));
    let ends = !page.is_mark(at + 2, &['/', '-', '–']);
    if tight && year && ends { 2 } else { 0 }
}

/// A separator at `at` and the piece behind it; returns the token after the piece.
fn piece(page: &Page<'_>, at: usize, coded: bool) -> Option<usize> {
    let piece = at + 1;
    let tight = !page.is_spaced(at) && !page.is_spaced(piece);
    // "253/SVH&TT-QLDT"
    let both = coded && tight && page.is_mark(at, &['&']) && page.is_upper(piece);
    if !(page.is_dash(at) || page.is_mark(at, &['/']) || both) {
        return None;
    }
    match page.kind(piece)? {
        Kind::Number => {
            let year = page.integer(piece).is_some_and(|n| Day::YEARS.contains(&n));
            let goes_on = page.is_mark(piece + 1, &['/', '-', '–']);
            let tight = !page.is_spaced(piece) && goes_on;
            (year && tight && !coded).then_some(piece + 1)
        }
        Kind::Word => {
            let code = page.begins(piece, Topic::Code);
            let body = page.begins(piece, Topic::BodyCode);
            let slashed = page.is_mark(piece + 1, &['/']);
            // "TTg" is written so.
            let capitals = page.text.word(piece).chars().filter(|c| is_capital(*c)).count();
            let printed = capitals > 1 || (page.is_capital(piece) && slashed);
            // "2552 /UBND-NN", but "12 /UBND tỉnh".
            let glued = !page.is_spaced(piece) && page.is_dash(piece + 1);
            // "15/2016/TT – BXD": behind the code of a type stands whose it is.
            let behind_type = coded
                && page.is_upper(piece)
                && page.begins(at - 1, Topic::Code)
                && !page.ends(at, Topic::BodyCode);
            let loose = (code && printed && (coded || !body || glued || !page.is_spaced(at)))
                || behind_type;
            let shaped = page.is_capital(piece) && page.text.word(piece).chars().count() <= 12;
            let abbreviated = page.is_upper(piece) || code || coded || is_dotted(page, piece);
            if !(loose || (tight && shaped && abbreviated)) {
                return None;
            }
            Some(if is_dotted(page, piece) { piece + 3 } else { piece + 1 })
        }
        _ => None,
    }
}

/// "T.Ư": one letter, a full stop and one letter, without spaces.
fn is_dotted(page: &Page<'_>, at: usize) -> bool {
    let one = |index: usize| page.is_capital(index) && page.text.word(index).chars().count() == 1;
    one(at) && page.is_mark(at + 1, &['.']) && one(at + 2) && !page.is_spaced(at + 2)
}

fn printed(page: &Page<'_>, range: Range<usize>) -> String {
    let text = page.text.slice(range);
    text.chars().filter(|c| *c != ' ').map(|c| if is_dash(c) { '-' } else { c }).collect()
}
