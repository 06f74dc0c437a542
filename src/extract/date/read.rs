//! Reads one date. Always day before month:
//! `3/7`, `3-7`, `3.7`, each with or without year; `ngày 3 tháng 7 (năm 2020)`; ranges
//! `15 - 18/4/2017`, `từ ngày 3 đến 5/7`, `ngày 6 và 7/7`; with part of the day before it:
//! `Sáng 3/7`, `chiều ngày 3/7`, `trưa nay (30/4)`, `hôm nay (1/7)`.

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::summary::{Day, Part};
use crate::text::Kind;
use std::ops::Range;

/// A date as it stands in the text; the year may be missing.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::extract) struct Mention {
    /// Tokens of part, "ngày" and date.
    pub(in crate::extract) range: Range<usize>,
    pub(in crate::extract) day: Day,
    pub(in crate::extract) end: Option<Day>,
    pub(in crate::extract) part: Option<Part>,
    /// "ngày" or a part of the day stands before it: a date beyond doubt.
    pub(in crate::extract) cued: bool,
}

/// Day, month and year as far as they are printed, and the token after them.
struct Partial {
    day: u8,
    month: Option<u8>,
    year: Option<u16>,
    next: usize,
}

impl Partial {
    fn day_of(&self, month: u8, year: Option<u16>) -> Option<Day> {
        Day::new(self.year.or(year), month, self.day)
    }
}

/// The date whose first number is token `at`.
#[cfg_attr(not(target_arch = "wasm32"), inline)]
pub(in crate::extract) fn mention_at(page: &Page<'_>, at: usize) -> Option<Mention> {
    if page.kind(at) == Some(Kind::Number) { mention_of(page, at) } else { None }
}

/// The date whose first number is `at`.
fn mention_of(page: &Page<'_>, at: usize) -> Option<Mention> {
    let (start, part, cued) = cue_before(page, at);
    let mut mention = dates_at(page, at, start, part, cued)?;
    // "trưa nay (30/4)": the bracket that was opened is closed.
    let open = (mention.range.start..at).any(|index| page.is_mark(index, &['(']));
    mention.range.end += usize::from(open && page.is_mark(mention.range.end, &[')']));
    Some(mention)
}

/// One day or a range whose first number is token `at`.
fn dates_at(
    page: &Page<'_>,
    at: usize,
    start: usize,
    part: Option<Part>,
    cued: bool,
) -> Option<Mention> {
    let first = partial(page, at, cued)?;
    if let Some((last, next)) = range_end(page, &first, cued) {
        let month = last.month?;
        let end = last.day_of(month, None)?;
        let day = first.day_of(first.month.unwrap_or(month), last.year)?;
        // A range runs forward, unless it runs over the end of a year that is not printed.
        if day < end || (day.year().is_none() && day.month() == 12) {
            return Some(Mention { range: start..next, day, end: Some(end), part, cued });
        }
    }
    let day = first.day_of(first.month?, None)?;
    Some(Mention { range: start..first.next, day, end: None, part, cued })
}

/// All dates that are not claimed: no other extractor takes their numbers.
pub(in crate::extract) fn all(page: &Page<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for &at in &page.text.numbers {
        if page.is_claimed(at) || found.last().is_some_and(|date| at < date.range.end) {
            continue;
        }
        let mention = mention_at(page, at);
        let dated = mention.filter(|mention| mention.cued || mention.day.year().is_some());
        found.extend(dated);
    }
    found
}

/// The date of `[,;]? ngày DATE` at `at`; documents' numbers are followed by it.
pub(in crate::extract) fn after_ngay(page: &Page<'_>, at: usize) -> Option<Mention> {
    let mut number = at;
    if page.is_mark(number, &[',', ';', '(']) {
        number += 1;
    }
    if page.begins(number, Topic::IssuedOn) {
        number += 1;
    }
    let cued = page.begins(number, Topic::Day);
    let mention = mention_at(page, if cued { number + 1 } else { number })?;
    (cued || mention.day.year().is_some()).then_some(mention)
}

/// "ngày" and a part of the day before token `at`.
fn cue_before(page: &Page<'_>, at: usize) -> (usize, Option<Part>, bool) {
    let mut start = at;
    let back = |start: usize, cue: Topic| start - page.cue_before(start, cue).unwrap_or(0);
    if start > 0 && page.is_mark(start - 1, &['(']) {
        start -= 1;
    }
    start = back(start, Topic::DayWord);
    let ngay = start < at && page.begins(start, Topic::Day) || at - start > 1;
    // "trong 2 ngày 15 và 16/8"
    if start < at && start > 0 && page.integer(start - 1).is_some_and(|n| (2..10).contains(&n)) {
        start -= 1;
    }
    if start < at {
        start = back(start, Topic::InDay);
    }
    let mut before = start;
    if before > 0 && page.is_mark(before - 1, &[',', '(']) {
        before -= 1;
    }
    before = back(before, Topic::Weekday);
    if let Some(part) = before.checked_sub(1).and_then(|at| part_at(page, at)) {
        // "chiều tối" is the end of the afternoon.
        let late = part == Part::Evening
            && before > 1
            && part_at(page, before - 2) == Some(Part::Afternoon);
        let (start, part) = if late { (before - 2, Part::Afternoon) } else { (before - 1, part) };
        return (start, Some(part), true);
    }
    // "Hôm nay (1/7)": no part of the day. A share may stand there without brackets.
    let today = before > 0 && page.begins(before - 1, Topic::ThisDay);
    if today && page.is_mark(at - 1, &['(']) && page.is_mark(at + 3, &[')']) {
        return (before - 1, None, true);
    }
    // A bracket alone is no cue.
    if ngay { (start, None, true) } else { (at, None, false) }
}

/// The part of the day that the word at `at` names.
pub(in crate::extract) fn part_at(page: &Page<'_>, at: usize) -> Option<Part> {
    Part::ALL.into_iter().find(|part| page.is(at, part.as_str()))
}

fn small(page: &Page<'_>, at: usize, most: u32) -> Option<u8> {
    let word = page.integer(at).filter(|n| (1..=most).contains(n))?;
    (page.text.word(at).len() <= 2).then_some(())?;
    u8::try_from(word).ok()
}

fn year(page: &Page<'_>, at: usize) -> Option<u16> {
    let year = page.integer(at).filter(|n| Day::YEARS.contains(n))?;
    u16::try_from(year).ok()
}

/// Reads day, month, year from `at`. Without a cue, `3-7` and `3.7` are no dates and `3/7` may be
/// a share: only dates with a year or with "tháng" are read.
fn partial(page: &Page<'_>, at: usize, cued: bool) -> Option<Partial> {
    if let Some(dotted) = dotted(page, at, cued) {
        return Some(dotted);
    }
    let day = small(page, at, 31)?;
    // "ngày 28 tháng 12 năm 1895" is no day of this year.
    let old = page.integer(at + 4).is_some_and(|year| (1000..Day::YEARS.start).contains(&year));
    if old && (page.begins(at + 3, Topic::Year) || page.is_mark(at + 3, &['/', '-'])) {
        return None;
    }
    if page.begins(at + 1, Topic::Month)
        && let Some(month) = small(page, at + 2, 12)
    {
        let named = page.begins(at + 3, Topic::Year) || page.is_mark(at + 3, &['/', '-', ',']);
        let year = if named { year(page, at + 4) } else { None };
        let next = if year.is_some() { at + 5 } else { at + 3 };
        return Some(Partial { day, month: Some(month), year, next });
    }
    let separator = |index: usize| {
        page.is_mark(index, &['/', '-', '–'])
            && !page.is_spaced(index)
            && !page.is_spaced(index + 1)
    };
    // "3-5/8": the second day of a range, no month.
    let range =
        page.is_dash(at + 1) && page.is_mark(at + 3, &['/']) && small(page, at + 4, 12).is_some();
    if !range
        && separator(at + 1)
        && let Some(month) = small(page, at + 2, 12)
    {
        if separator(at + 3)
            && let Some(year) = year(page, at + 4)
        {
            return Some(Partial { day, month: Some(month), year: Some(year), next: at + 5 });
        }
        return cued.then_some(Partial { day, month: Some(month), year: None, next: at + 3 });
    }
    cued.then_some(Partial { day, month: None, year: None, next: at + 1 })
}

/// `29.4.2022` is one number token; `29.4` is a date after a cue only.
fn dotted(page: &Page<'_>, at: usize, cued: bool) -> Option<Partial> {
    // Most numbers are too short: "3".
    let printed = page.text.word(at);
    if printed.len() < "3.7".len() {
        return None;
    }
    let mut parts = printed.split('.');
    let day = parts.next()?.parse().ok().filter(|d| (1..=31).contains(d))?;
    let month: u8 = parts.next().filter(|m| m.len() <= 2)?.parse().ok()?;
    let year = match parts.next() {
        Some(year) => Some(year.parse().ok().filter(|&y: &u16| Day::YEARS.contains(&y.into()))?),
        None => None,
    };
    let complete = year.is_some() || cued;
    let valid = (1..=12).contains(&month) && parts.next().is_none() && complete;
    valid.then_some(Partial { day, month: Some(month), year, next: at + 1 })
}

/// The last day of a range that `first` begins, and the token after it.
fn range_end(page: &Page<'_>, first: &Partial, cued: bool) -> Option<(Partial, usize)> {
    let mut at = first.next;
    let joined_by_and = page.begins(at, Topic::And);
    if page.is_dash(at) || page.begins(at, Topic::Until) || joined_by_and {
        at += 1;
    } else {
        return None;
    }
    at = page.behind(at, Topic::UntilDay);
    let last = partial(page, at, true)?;
    // A year behind the first day is one too many.
    let in_month = |month: u8| first.year.is_none() && last.month == Some(month);
    let next_day = last.day == first.day + 1 && first.month.is_none_or(in_month);
    // The last day of its month has no day after it there.
    let next_month = last.day == 1
        && first.month.is_some_and(|month| {
            in_month(month + 1) && Day::new(None, month, first.day + 1).is_none()
        });
    let consecutive = next_day || next_month;
    // "ngày 3/7 và 9/7" names two days, not the days between them.
    let sound =
        last.month.is_some() && (cued || first.month.is_some()) && (!joined_by_and || consecutive);
    let next = last.next;
    sound.then_some((last, next))
}
