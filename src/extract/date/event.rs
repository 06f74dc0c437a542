//! Which of the article's dates is the event's.
//!
//! News opens with it: "Sáng 3/7, tại …", "Ngày 6-2, UBND TP … ban hành …". A date elsewhere
//! counts where the words before it say that something took place then ("diễn ra sáng 20/3").

use super::super::page::Page;
use super::super::trace::Rule;
use super::read::{Mention, mention_at, part_at};
use crate::lexicon::{Tag, Topic, Topics};
use crate::summary::{Day, Part};
use crate::text::Kind;
use std::ops::Range;

/// The event's date lies in the first sentences; later dates tell of other things.
const SENTENCES: usize = 10;

/// The report opens with the first whole sentence, or behind a standfirst.
const LEADING: usize = 2;

/// A sentence of fewer tokens is a caption, a dateline or a heading.
const SHORT: usize = 6;

/// How far before a date the words stand that something took place.
const REACH: usize = 64;

/// The event's date: its mention, the day with a borrowed year, and whether it was borrowed.
pub(in crate::extract) struct EventDate {
    pub(in crate::extract) range: Range<usize>,
    pub(in crate::extract) day: Day,
    pub(in crate::extract) end: Option<Day>,
    pub(in crate::extract) part: Option<Part>,
    pub(in crate::extract) inferred: bool,
}

/// Finds the event's date among the article's `dates`; a missing year is borrowed from `published`
/// alone.
#[inline(never)]
pub(in crate::extract) fn event(
    page: &Page<'_>,
    published: Option<Day>,
    dates: &[Mention],
) -> Option<EventDate> {
    // Where it is not known when the article was published, it was not before its last date.
    let latest = dates.iter().filter_map(|date| date.day.year()).max();
    let sentences = page.text.sentences.iter().filter(|s| !page.is_furniture(s));
    let mut long = 0;
    for sentence in sentences {
        if long >= SENTENCES {
            break;
        }
        long += usize::from(sentence.len() > SHORT);
        let mut at = sentence.start;
        while at < sentence.end {
            if let Some(today) = today(page, at, published) {
                return Some(today);
            }
            let Some(mention) = mention_at(page, at) else {
                at += 1;
                continue;
            };
            at = mention.range.end.max(at + 1);
            if !page.is_claimed(mention.range.start)
                && !is_of_another_time(mention.day, published, latest)
                && is_event(page, &mention, sentence, published, long <= LEADING)
            {
                return Some(with_year(mention, published));
            }
        }
    }
    None
}

/// `leads`: the sentence may open the report.
fn is_event(
    page: &Page<'_>,
    date: &Mention,
    sentence: &Range<usize>,
    published: Option<Day>,
    leads: bool,
) -> bool {
    let start = date.range.start;
    if !date.cued {
        return false;
    }
    // "hằng năm", "tới đây", "– Ảnh: …" after it: a commemoration, a plan, a caption.
    let behind = date.range.end + usize::from(page.is_dash(date.range.end));
    let refusals = [
        (page.begins(date.range.end, Topic::Yearly), Rule::named("yearly-or-to-come")),
        (
            page.begins(behind, Topic::Credit) || page.begins(sentence.end, Topic::Credit),
            Rule::named("caption-date"),
        ),
        (is_planned(page, date, sentence), Rule::named("planned")),
        (is_aside(page, date), Rule::named("aside-date")),
        (
            published.is_some_and(|limit| lies_behind(date.day, limit)),
            Rule::named("behind-publication"),
        ),
    ];
    if let Some((_, rule)) = refusals.into_iter().find(|(is, _)| *is) {
        page.refuse(date.range.clone(), rule);
        return false;
    }
    let whole_range = date.end.is_some() && page.ends(start, Topic::FromOrWithin);
    let first = if whole_range { start - 1 } else { start };
    let opens =
        page.is_capital(first) || first == sentence.start || after_dateline(page, first, sentence);
    if opens {
        return true;
    }
    if page.ends(first, Topic::OtherDay) {
        return false;
    }
    let took_place = page.cue_before(first, Topic::TookPlace);
    let will_be = |length: usize| page.ends(first.saturating_sub(length), Topic::Planned);
    if took_place.is_some_and(will_be) {
        return false;
    }
    took_place.is_some() || (leads && is_adverbial(page, date, first, sentence))
}

/// "Sáng 13/6, Phó Thủ tướng A sẽ trả lời …", "Ngày 12/5, Báo B đăng bài …": the clause behind the date
/// tells what will be, or what a newspaper wrote.
fn is_planned(page: &Page<'_>, date: &Mention, sentence: &Range<usize>) -> bool {
    const CLAUSE: usize = 24;
    const PLANNED: Topics = Topic::set(&[Topic::Planned, Topic::Reported]);
    let start = date.range.end;
    let end = sentence.end.min(start + CLAUSE);
    // What somebody says will be is no plan of the sentence's.
    let stop = |at: &usize| {
        page.is_mark(*at, &['“', '"', ';', ':']) || page.is_tagged(*at, Topic::Role, Tag::Speak)
    };
    let end = (start..end).find(stop).unwrap_or(end);
    let told = |at: usize| page.begins_any(at, &[Topic::Planned, Topic::Reported]);
    page.openings(start..end, PLANNED).any(told)
}

/// "(khởi công ngày 1/12/2016)": what a bracket tells beside.
fn is_aside(page: &Page<'_>, date: &Mention) -> bool {
    const REACH: usize = 6;
    let start = date.range.start;
    let open = (start.saturating_sub(REACH)..start).rev().find(|&at| page.is_mark(at, &['(', ')']));
    let inside = open.is_some_and(|at| page.is_mark(at, &['(']) && at + 1 < start);
    inside && date.part.is_none()
}

/// Whether `day` is printed with its year and lies behind `limit`.
fn lies_behind(day: Day, limit: Day) -> bool {
    day.year().is_some() && limit.year().is_some() && day > limit
}

/// In the sentence that opens the report: "…, sáng ngày 10/4/2019, đoàn …", "tại buổi họp báo
/// chiều 3/10", "tổ chức hội nghị … vào ngày 14/11".
fn is_adverbial(page: &Page<'_>, date: &Mention, first: usize, sentence: &Range<usize>) -> bool {
    let between_commas = page.is_mark(first - 1, &[',']) && page.is_mark(date.range.end, &[',']);
    let at = page.begins(first, Topic::OnDay) || page.ends(first, Topic::OnDay);
    // Bounded, as a sentence may hold any number of dates.
    let clause = sentence.start.max(first.saturating_sub(REACH))..first;
    let mut openings = page.openings(clause, Topic::set(&[Topic::TookPlace]));
    let took_place = openings.any(|index| page.begins(index, Topic::TookPlace));
    between_commas || date.part.is_some() || (at && took_place)
}

/// More than a year away from publication, or from the `latest` date, or long past: an anniversary, a
/// document, a birth.
fn is_of_another_time(day: Day, published: Option<Day>, latest: Option<u16>) -> bool {
    /// There were no news pages before.
    const FIRST: u16 = 1997;
    let Some(year) = day.year() else { return false };
    match published.and_then(Day::year) {
        Some(published) => year.abs_diff(published) > 1,
        None => year < FIRST || latest.is_some_and(|latest| latest > year + 1),
    }
}

/// `(kontumtv.vn) – chiều 6/3`, `ĐTO - Sáng`: what stands before is a short dateline.
fn after_dateline(page: &Page<'_>, at: usize, sentence: &Range<usize>) -> bool {
    at > sentence.start && at - sentence.start <= 8 && page.is_dash(at - 1)
}

/// "hôm nay", "sáng nay" without a date, where the day of publication is known.
fn today(page: &Page<'_>, at: usize, published: Option<Day>) -> Option<EventDate> {
    let day = published.filter(|_| page.begins(at + 1, Topic::Now))?;
    let part = part_at(page, at);
    if part.is_none() && !page.begins(at, Topic::ThisDay) {
        return None;
    }
    // "hôm nay (30/4)": the date itself follows and is read as such.
    let dated = (at + 2..at + 5).any(|next| page.kind(next) == Some(Kind::Number));
    let clause = at > 0 && page.is_mark(at - 1, &[',']) && page.is_mark(at + 2, &[',']);
    let opens = page.is_capital(at) || page.ends(at, Topic::TookPlace) || clause;
    (opens && !dated).then(|| EventDate { range: at..at + 2, day, end: None, part, inferred: true })
}

/// What would have been so many months before publication lies ahead: of which year it is, cannot
/// be told.
const AHEAD: u16 = 10;

/// Months since the beginning of our era.
fn months(day: Day) -> u16 {
    day.year().unwrap_or(0) * 12 + u16::from(day.month())
}

fn with_year(mention: Mention, published: Option<Day>) -> EventDate {
    let Mention { range, day, end, part, .. } = mention;
    let borrowed = published
        .map(|limit| (day.no_later_than(limit), limit))
        .filter(|(day, limit)| months(*limit) < months(*day) + AHEAD)
        .map_or(day, |(day, _)| day);
    let end = end.map(|end| match borrowed.year() {
        Some(year) if end.year().is_none() => end.in_year(year).unwrap_or(end),
        _ => end,
    });
    EventDate { range, day: borrowed, end, part, inferred: borrowed != day }
}

/// The places of those of `dates` that are of another day than the event's, where one is known.
pub(in crate::extract) fn other_days(
    dates: &[Mention],
    event: Option<&EventDate>,
) -> Vec<Range<usize>> {
    let other = |date: &&Mention| event.is_some_and(|event| !is_within(date.day, event));
    dates.iter().filter(other).map(|date| date.range.clone()).collect()
}

/// Whether `day` is one of the event's, as far as both are printed.
fn is_within(day: Day, event: &EventDate) -> bool {
    let same_year = match (day.year(), event.day.year()) {
        (Some(day), Some(event)) => day == event,
        _ => true,
    };
    let place = |day: Day| (day.month(), day.day());
    let last = event.end.unwrap_or(event.day);
    same_year && (place(event.day)..=place(last)).contains(&place(day))
}
