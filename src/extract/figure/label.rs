//! Labels: the words of the clause that say what a figure is of.
//!
//! Pieces of the clause before and behind the figure, verbatim, joined by " … ".

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::text::Kind;
use std::ops::Range;

/// Most words on one side of the figure.
const SIDE: usize = 11;

/// A label is at most about so many words.
const LONGEST: usize = 15;

/// Words that a label does not begin with.
const LEADING: [&str; 24] = [
    "và",
    "đã",
    "cụ thể",
    "theo đó",
    "trong đó",
    "qua đó",
    "đến nay",
    "cùng với",
    "ngoài ra",
    "bên cạnh đó",
    "đồng thời",
    "có",
    "còn",
    "với",
    "cũng",
    "chỉ",
    "chỉ có",
    "được",
    "trong",
    "là",
    "nhân dịp này",
    "dịp này",
    "toàn",
    "trong số",
];

/// Words that a label does not end with, before the figure.
const TRAILING: [&str; 17] = [
    "đạt",
    "là",
    "có",
    "gồm",
    "gồm có",
    "được",
    "với",
    "chỉ",
    "cho",
    "của",
    "và",
    "ước",
    "tổng",
    "tổng số",
    "chiếm",
    "còn",
    "đã",
];

/// The label of the figure at `quote`, as ranges of tokens; `taken` are the quotes of all figures
/// in order, which a label does not repeat.
#[inline(never)]
pub(super) fn label(
    page: &Page<'_>,
    quote: &Range<usize>,
    taken: &[Range<usize>],
) -> Vec<Range<usize>> {
    let sentence = page.sentence(quote.start);
    let before = before(page, quote.start, &sentence, taken);
    let behind = behind(page, quote.end, &sentence, taken);
    let strong = behind.len() >= 4;
    let mut pieces = Vec::new();
    // Words behind the figure that say enough make a short lead-in superfluous.
    let superfluous = strong && before.len() <= 1;
    if !superfluous && !before.is_empty() {
        let room = LONGEST.saturating_sub(behind.len().min(SIDE)).max(4);
        let start = before.end - before.len().min(room);
        pieces.push(start..before.end);
    }
    if !behind.is_empty() {
        pieces.push(behind);
    }
    if pieces.is_empty() {
        pieces.extend(inherited(page, quote, &sentence, taken));
    }
    pieces
}

/// "tặng bằng khen cho 9 tập thể, 11 cá nhân": the second has the first one's words.
fn inherited(
    page: &Page<'_>,
    quote: &Range<usize>,
    sentence: &Range<usize>,
    taken: &[Range<usize>],
) -> Option<Range<usize>> {
    let previous = taken.iter().rev().find(|other| other.end <= quote.start)?;
    let near = previous.start >= sentence.start && quote.start - previous.end <= 2;
    let words = before(page, previous.start, sentence, taken);
    if near && words.is_empty() {
        return inherited(page, previous, sentence, taken);
    }
    (near && !words.is_empty()).then_some(words)
}

/// The words of the clause before token `at`.
fn before(
    page: &Page<'_>,
    at: usize,
    sentence: &Range<usize>,
    taken: &[Range<usize>],
) -> Range<usize> {
    let mut start = at;
    while start > sentence.start && at - start < SIDE && !is_boundary(page, start - 1, taken) {
        start -= 1;
    }
    let mut range = start..at;
    while let Some(length) = page.any_before(range.end, &TRAILING).filter(|l| *l <= range.len()) {
        range.end -= length;
    }
    while let Some(length) = page.any(range.start, &LEADING).filter(|l| *l <= range.len()) {
        range.start += length;
    }
    if range.is_empty() { at..at } else { range }
}

/// The words of the clause from token `at` on. A comma ends it, unless short items go on behind
/// it ("khiếu nại, tố cáo, kiến nghị, phản ánh").
fn behind(
    page: &Page<'_>,
    at: usize,
    sentence: &Range<usize>,
    taken: &[Range<usize>],
) -> Range<usize> {
    let mut end = at;
    while end < sentence.end && end - at < SIDE + 4 {
        if page.is_mark(end, &[","]) {
            match item(page, end + 1, sentence, taken) {
                Some(next) if end > at => end = next,
                _ => break,
            }
        } else if is_boundary(page, end, taken) {
            break;
        } else {
            end += 1;
        }
    }
    while let Some(length) = page
        .any_before(end, &["và", "với", "cho", "có", "trong đó", "là"])
        .filter(|l| end - l >= at)
    {
        end -= length;
    }
    at..end
}

/// The end of a short item of an enumeration at `at`.
fn item(
    page: &Page<'_>,
    at: usize,
    sentence: &Range<usize>,
    taken: &[Range<usize>],
) -> Option<usize> {
    const WORDS: usize = 4;
    let mut end = at;
    while end < sentence.end && !page.is_mark(end, &[","]) && !is_boundary(page, end, taken) {
        end += 1;
    }
    let verb =
        page.phrase(Topic::Stop, at).is_some() || page.phrase(Topic::Honorific, at).is_some();
    let short = end > at && end - at <= WORDS && !verb;
    let lower = page.kind(at) == Some(Kind::Word) && !page.is_capital(at);
    let before_figure = taken.iter().any(|quote| quote.start == end);
    (short && lower && !before_figure).then_some(end)
}

/// A mark that ends a clause, or another figure.
fn is_boundary(page: &Page<'_>, at: usize, taken: &[Range<usize>]) -> bool {
    page.is_mark(at, &[",", ";", ":", "(", ")", ".", "!", "?", "…", "»", "/"])
        || page.kind(at) == Some(Kind::Break)
        || figure_at(taken, at)
}

fn figure_at(taken: &[Range<usize>], at: usize) -> bool {
    let index = taken.partition_point(|quote| quote.end <= at);
    taken.get(index).is_some_and(|quote| quote.start <= at)
}
