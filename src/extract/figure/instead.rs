//! What a number is instead of a figure: a part of a name, a time, a rate's base.

use super::super::page::Page;
use super::super::trace::Rule;
use crate::lexicon::Topic;
use crate::summary::Day;
use crate::text::Kind;

/// What tells, by the words before a number, that it is no figure.
type Check = fn(&Page<'_>, usize) -> bool;

/// In the order in which they are asked.
const CHECKS: [(Rule, Check); 7] = [
    (Rule::named("glued"), is_glued),
    (Rule::named("torn"), is_torn),
    (Rule::named("article-of-law"), is_article),
    (Rule::named("named"), is_named),
    (Rule::named("ordinal"), is_ordinal),
    (Rule::named("grade"), is_grade),
    (Rule::named("each"), is_each),
];

/// What the number at `at` is instead of a figure, and the token behind it.
pub(super) fn instead(page: &Page<'_>, at: usize) -> Option<(usize, Rule)> {
    if let Some(rule) = part_of_name(page, at) {
        // "thứ 12/63 tỉnh": the rank and the number of those ranked.
        let pair = page.is_mark(at + 1, &['/']) && page.kind(at + 2) == Some(Kind::Number);
        return Some((at + if pair { 3 } else { 1 }, rule));
    }
    time(page, at)
        .map(|end| (end, Rule::named("time")))
        .or_else(|| year(page, at).map(|end| (end, Rule::named("year"))))
}

fn part_of_name(page: &Page<'_>, at: usize) -> Option<Rule> {
    CHECKS.iter().find(|(_, check)| at > 0 && check(page, at)).map(|(rule, _)| *rule)
}

/// "H5", "Covid-19", "tổ/15": bound to a word without a space.
fn is_glued(page: &Page<'_>, at: usize) -> bool {
    if page.is_spaced(at) {
        return false;
    }
    if page.kind(at - 1) == Some(Kind::Word) {
        return true;
    }
    let bound =
        (page.is_dash(at - 1) || page.is_mark(at - 1, &['/', '.'])) && !page.is_spaced(at - 1);
    let word = || page.kind(at.saturating_sub(2)) == Some(Kind::Word) && !is_unit_end(page, at - 2);
    bound && (page.is_mark(at - 1, &['.']) || word())
}

/// "tương đương10,4%": the number begins within a word that lost its space.
fn is_torn(page: &Page<'_>, at: usize) -> bool {
    at > 1
        && !page.is_spaced(at)
        && page.is_mark(at - 1, &[',', '.'])
        && !page.is_spaced(at - 1)
        && page.kind(at - 2) == Some(Kind::Word)
        && page.text.word(at - 2).ends_with(|c: char| c.is_ascii_digit())
}

/// "điều 143 Bộ luật Hình sự", but "điều 143 xe cứu hộ".
fn is_article(page: &Page<'_>, at: usize) -> bool {
    // "góp ý cho điều 54 quy định về …"
    let of_law = page.is_capital(at - 1)
        || page.begins(at + 1, Topic::Regulates)
        || page.is_capital(at + 1)
        || page.begins(at + 1, Topic::OfLaw);
    page.ends(at, Topic::Article) && of_law
}

/// "Quân khu 7", "số 459", "tháng 6.2025"; but "tổng số 459", "trong ngày 1.640 hồ sơ".
fn is_named(page: &Page<'_>, at: usize) -> bool {
    let total = page.ends(at, Topic::TotalOf);
    let groups = page.text.word(at).split_once('.');
    let thousands = groups.is_some_and(|(_, rest)| rest.len() == 3);
    let counted = thousands && page.ends(at, Topic::Period);
    // "phiên bản NukeViet 4.2"
    let behind_name = page.is_capital(at - 1) && page.ends(at - 1, Topic::Named);
    (page.ends(at, Topic::Named) || behind_name) && !total && !counted
}

/// "lần thứ 14", "khu 5".
fn is_ordinal(page: &Page<'_>, at: usize) -> bool {
    let small = page.integer(at).is_some_and(|number| number <= 30);
    small && page.ends(at, Topic::NamedIfSmall)
}

/// "cấp 2", "tổ 5": a small number behind such a word is a name, a large one a count.
fn is_grade(page: &Page<'_>, at: usize) -> bool {
    page.integer(at).is_some_and(|number| number <= 12)
        && page.ends(at, Topic::Grade)
        && page.phrase(Topic::Unit, at + 1).is_none()
}

/// "ca mắc/100.000 dân", "4,2 ca trên 100.000 dân", "2,1 con/1 phụ nữ": for each so many.
fn is_each(page: &Page<'_>, at: usize) -> bool {
    let word = page.text.word(at);
    let round =
        word.starts_with('1') && word.bytes().skip(1).all(|byte| matches!(byte, b'0' | b'.'));
    let slash = at > 0 && page.is_mark(at - 1, &['/']);
    let each = slash && word == "1" && page.kind(at.saturating_sub(2)) == Some(Kind::Word);
    // "1 chỗ đỗ xe/4 phòng ngủ"
    let for_one = slash && is_for_one(page, at - 1);
    if for_one {
        return true;
    }
    let among = at > 1 && page.begins(at - 1, Topic::Over) && is_unit_end(page, at - 2);
    // "bình quân 1 phụ nữ sinh 6 con"
    let mean = word == "1" && page.ends(at, Topic::Mean);
    round && (each || mean || (slash || among) && page.begins(at + 1, Topic::Heads))
}

/// Whether one of something stands before the slash at `slash`.
fn is_for_one(page: &Page<'_>, slash: usize) -> bool {
    const WORDS: usize = 4;
    let before = (slash.saturating_sub(WORDS + 1)..slash).rev();
    let mut words = before.skip_while(|&at| page.kind(at) == Some(Kind::Word));
    words.next().is_some_and(|at| at + 1 < slash && page.text.word(at) == "1")
}

/// A unit ends at token `at`: "2.238 lượt/2.276 người" are two figures.
pub(super) fn is_unit_end(page: &Page<'_>, at: usize) -> bool {
    (0..4).any(|back| {
        at.checked_sub(back).is_some_and(|start| page.length(start, Topic::Unit) == back + 1)
    })
}

/// "7:30", "16 giờ", "16h30", "15.4 âm lịch".
fn time(page: &Page<'_>, at: usize) -> Option<usize> {
    let word = page.text.word(at + 1);
    let hour = page.integer(at).is_some_and(|number| number < 25);
    let minutes = word.strip_prefix('h').is_some_and(|minutes| {
        !minutes.is_empty() && minutes.bytes().all(|byte| byte.is_ascii_digit())
    });
    let clock = page.integer(at).is_some()
        && page.is_mark(at + 1, &[':'])
        && page.kind(at + 2) == Some(Kind::Number)
        && !page.is_spaced(at + 2);
    if clock {
        return Some(at + 3);
    }
    if hour && (minutes || page.begins(at + 1, Topic::Hour)) {
        return Some(at + 2);
    }
    page.cue(at + 1, Topic::Lunar).map(|length| at + 1 + length)
}

/// "2017", "2015-2020", "3/2014".
fn year(page: &Page<'_>, at: usize) -> Option<usize> {
    let number = page.integer(at)?;
    let year = Day::YEARS_ALONE.contains(&number) && page.text.word(at).len() == 4;
    if year {
        let span = page.is_dash(at + 1) && page.kind(at + 2) == Some(Kind::Number);
        return Some(if span { at + 3 } else { at + 1 });
    }
    // "3/2014", "10/2017": month and year.
    let month = (1..=12).contains(&number) && page.is_mark(at + 1, &['/', '-']);
    let of_year = page.integer(at + 2).is_some_and(|n| Day::YEARS_ALONE.contains(&n));
    (month && of_year).then_some(at + 3)
}

/// "1 200 hộ": digits grouped by spaces, or a table; which number is meant cannot be told.
pub(super) fn is_beside_number(page: &Page<'_>, at: usize, end: usize) -> bool {
    let number = |index: usize| page.kind(index) == Some(Kind::Number);
    number(end) || (at > 0 && number(at - 1)) || is_decimal_part(page, at, end)
}

/// "346, | 726 gam", "12, | 5 nghìn tấn": a decimal comma with a space, before what is measured.
fn is_decimal_part(page: &Page<'_>, at: usize, end: usize) -> bool {
    at > 1
        && page.is_mark(at - 1, &[','])
        && page.is_spaced(at)
        && page.kind(at - 2) == Some(Kind::Number)
        && (end > at + 1 || page.begins(end, Topic::FractionMeasure))
        && instead(page, at - 2).is_none()
}
