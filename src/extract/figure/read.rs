//! Reads the figure at a number: qualifier, number, magnitude, unit.

use super::super::page::Page;
use super::super::trace::Rule;
use super::number::{Number, number_at, number_with};
use super::unit::{Unit, unit_at};
use crate::lexicon::{Tag, Topic};
use crate::summary::Day;
use crate::text::Kind;
use std::ops::Range;

/// A figure as it stands in the text.
pub(super) struct Reading {
    /// Qualifier, number, magnitude and unit.
    pub(super) quote: Range<usize>,
    pub(super) value: f64,
    pub(super) unit: Range<usize>,
    pub(super) qualifier: Option<Range<usize>>,
    /// Rule that read it.
    pub(super) rule: Rule,
}

/// What is read at a number.
pub(super) enum Outcome {
    /// A figure.
    Figure(Reading),
    /// An amount such as "1,5 tỷ" whose unit is not printed beside it: its quote may have one yet.
    Amount(Reading),
    /// No figure; the tokens up to here belong to what it is instead.
    Skip(usize),
}

/// Reads at the number token `at`.
#[inline(never)]
pub(super) fn read_at(page: &Page<'_>, at: usize) -> Outcome {
    let no = Outcome::Skip(at + 1);
    if is_part_of_name(page, at) || is_each(page, at) {
        // "thứ 12/63 tỉnh": the rank and the number of those ranked.
        let pair = page.is_mark(at + 1, &['/']) && page.kind(at + 2) == Some(Kind::Number);
        return if pair { Outcome::Skip(at + 3) } else { no };
    }
    if let Some(end) = time_or_year(page, at) {
        return Outcome::Skip(end);
    }
    let Some(number) = number_at(page, at) else { return no };
    if let Some(outcome) = share(page, at, number.end, number.value) {
        return outcome;
    }
    if let Some(end) = range(page, at, number.end) {
        return Outcome::Skip(end);
    }
    let Some(unit) = unit_at(page, number.end) else { return amount(page, at, &number) };
    // "6.800 đồng/kg": a rate that the lexicon does not list is not the amount of its first half.
    let rate = page.is_mark(unit.end, &['/']) && page.kind(unit.end + 1) == Some(Kind::Word);
    if rate || is_beside_number(page, at, number.end) {
        return Outcome::Skip(unit.end);
    }
    // "20 tỷ rỉ sét": billions of what the lexicon does not know are money.
    if number.value >= 1e9 && number.magnified && !unit.known {
        return amount(page, at, &number);
    }
    let qualifier = qualifier_before(page, at).filter(|_| !is_place(page, at, &unit));
    // "bản Chu Va 8 | xã Sơn Bình": the number of a place whose own name follows.
    let place = at > 0
        && page.is_capital(at - 1)
        && page.is_capital(unit.end)
        && page.is_one_of(unit.range.start, &["xã", "phường", "huyện"]);
    // "12 người chết | và bị thương": how many of either, is not told.
    let casualties = page.is(unit.end - 1, "chết")
        && (page.is(unit.end, "và") || page.is_mark(unit.end, &[',']))
        && page.is_one_of(unit.end + 1, &["mất", "bị"]);
    let none = is_none(page, at) || is_address(page, at, &unit);
    let counted = !(place || casualties || none)
        && is_counted(page, at, &unit, number.magnified || qualifier.is_some());
    if !counted {
        return Outcome::Skip(unit.end);
    }
    figure(at..unit.end, number.value, unit, qualifier, Rule::named("number-unit"))
}

/// "đi trên 3 xe máy", "trên 72 tuyến phố": where, not more than.
fn is_place(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    let few = page.integer(at).is_some_and(|number| number < 1000);
    few && page.is(at - 1, "trên") && page.cue(unit.range.start, Topic::Ridden).is_some()
}

/// "không có 1 văn bản nào": one, which is none.
fn is_none(page: &Page<'_>, at: usize) -> bool {
    page.integer(at) == Some(1) && page.cue_before(at, Topic::Negation).is_some()
}

/// "165 Cầu Giấy", "tổ 52 phường Sông Nhạn", "Biển Ngọc 20 QN 6758": a street's, a quarter's or a
/// ship's number.
fn is_address(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    let first = unit.range.start;
    let name = at > 0
        && page.is_capital(at - 1)
        && page.is_capital(first)
        && page.is_capital(unit.end)
        && !page.is_upper(first);
    let quarter = page.cue_before(at, Topic::House).is_some() && page.is_capital(unit.end);
    let ship = !unit.known && page.is_upper(first) && page.kind(unit.end) == Some(Kind::Number);
    name || quarter || ship
}

/// "Quế Sơn 1,8 tỷ,": an amount of what an earlier figure counts.
fn amount(page: &Page<'_>, at: usize, number: &Number) -> Outcome {
    let ends =
        page.kind(number.end) != Some(Kind::Word) || page.cue(number.end, Topic::NoNoun).is_some();
    if !(number.magnified && ends) || is_beside_number(page, at, number.end) {
        return Outcome::Skip(number.end);
    }
    let qualifier = qualifier_before(page, at);
    let start = qualifier.as_ref().map_or(at, |range| range.start);
    let quote = start..number.end;
    Outcome::Amount(Reading {
        quote,
        value: number.value,
        unit: 0..0,
        qualifier,
        rule: Rule::named("carried-unit"),
    })
}

/// "1 200 hộ": digits grouped by spaces, or a table; which number is meant cannot be told.
fn is_beside_number(page: &Page<'_>, at: usize, end: usize) -> bool {
    let number = |index: usize| page.kind(index) == Some(Kind::Number);
    number(end) || (at > 0 && number(at - 1)) || is_decimal_part(page, at, end)
}

/// "346, | 726 gam", "12, | 5 nghìn tấn": a decimal comma with a space, before what is measured.
fn is_decimal_part(page: &Page<'_>, at: usize, end: usize) -> bool {
    const MEASURES: [&str; 7] = ["gam", "kg", "tấn", "ha", "km", "m", "lít"];
    at > 1
        && page.is_mark(at - 1, &[','])
        && page.is_spaced(at)
        && page.integer(at).is_some()
        && page.kind(at - 2) == Some(Kind::Number)
        && (end > at + 1 || page.is_one_of(end, &MEASURES))
        && !page.is_claimed(at - 2)
        && time_or_year(page, at - 2).is_none()
        && !is_part_of_name(page, at - 2)
}

fn figure(
    tokens: Range<usize>,
    value: f64,
    unit: Unit,
    qualifier: Option<Range<usize>>,
    rule: Rule,
) -> Outcome {
    let start = qualifier.as_ref().map_or(tokens.start, |range| range.start);
    Outcome::Figure(Reading { quote: start..tokens.end, value, unit: unit.range, qualifier, rule })
}

/// Durations are no figures, nor what only structures a text, of which there are few; a noun that
/// the lexicon does not know is one where the number is large, qualified or magnified.
fn is_counted(page: &Page<'_>, at: usize, unit: &Unit, emphatic: bool) -> bool {
    /// No text has more parts.
    const PARTS: u32 = 12;
    let printed = page.text.word(at);
    match unit.tag {
        Tag::Time | Tag::Structure => false,
        Tag::Task => page.integer(at).is_some_and(|number| number > PARTS),
        // Of a number behind a noun ("Trạm bơm 12 vận hành ổn định") a verb may follow.
        _ if !unit.known && unit.range.len() > 2 => {
            emphatic || (printed.len() > 1 && led(page, at))
        }
        _ => unit.known || emphatic || printed.len() > 1,
    }
}

/// Whether a mark or a verb stands before the number.
fn led(page: &Page<'_>, at: usize) -> bool {
    at > 0
        && (page.kind(at - 1) == Some(Kind::Mark)
            || page.cue(at - 1, Topic::NoNoun).is_some()
            || page.cue(at - 1, Topic::Stop).is_some())
}

/// "Covid-19", "H5", "Quân khu 7", "lần thứ 14", "số 459".
fn is_part_of_name(page: &Page<'_>, at: usize) -> bool {
    if at == 0 {
        return false;
    }
    let glued = !page.is_spaced(at);
    if glued && page.kind(at - 1) == Some(Kind::Word) {
        return true;
    }
    // A dash or slash without spaces binds a number to a word: "Covid-19", "tổ/15".
    if glued
        && (page.is_dash(at - 1) || page.is_mark(at - 1, &['/', '.']))
        && !page.is_spaced(at - 1)
    {
        let bound =
            page.kind(at.saturating_sub(2)) == Some(Kind::Word) && !is_unit_end(page, at - 2);
        return bound || page.is_mark(at - 1, &['.']);
    }
    let total = at > 1
        && page.is_one_of(at - 2, &["tổng", "trong", "dân", "doanh", "quân", "sĩ", "thiểu"])
        && page.is(at - 1, "số");
    // "tương đương10,4%": the number begins within a word that lost its space.
    let torn = glued
        && at > 1
        && page.is_mark(at - 1, &[',', '.'])
        && !page.is_spaced(at - 1)
        && page.kind(at - 2) == Some(Kind::Word)
        && page.text.word(at - 2).ends_with(|c: char| c.is_ascii_digit());
    if torn {
        return true;
    }
    // "điều 143 Bộ luật Hình sự", but "điều 143 xe cứu hộ"
    let article = page.is_one_of(at - 1, &["điều", "khoản"])
        && (page.is_capital(at - 1)
            || page.is_capital(at + 1)
            || page.is_one_of(at + 1, &["luật", "của"]));
    if article {
        return true;
    }
    // "trong ngày 1.640 hồ sơ", but "tháng 6.2025".
    let groups = page.text.word(at).split_once('.');
    let thousands = groups.is_some_and(|(_, rest)| rest.len() == 3);
    let counted = thousands && page.is_one_of(at - 1, &["ngày", "tháng", "năm", "quý"]);
    if page.cue_before(at, Topic::Named).is_some() && !total && !counted {
        return true;
    }
    let ordinal = page.integer(at).is_some_and(|n| n <= 30);
    if ordinal && page.cue_before(at, Topic::NamedIfSmall).is_some() {
        return true;
    }
    // "cấp 2", "tổ 5": a small number behind such a word is a name, a large one a count.
    let small = page.integer(at).is_some_and(|n| n <= 12);
    small
        && page.cue_before(at, Topic::Grade).is_some()
        && page.phrase(Topic::Unit, at + 1).is_none()
}

/// "ca mắc/100.000 dân", "4,2 ca trên 100.000 dân", "2,1 con/1 phụ nữ": for each so many.
fn is_each(page: &Page<'_>, at: usize) -> bool {
    let word = page.text.word(at);
    let round =
        word.starts_with('1') && word.bytes().skip(1).all(|byte| matches!(byte, b'0' | b'.'));
    let slash = at > 0 && page.is_mark(at - 1, &['/']);
    let each = slash && word == "1" && page.kind(at.saturating_sub(2)) == Some(Kind::Word);
    let among = at > 1 && page.is(at - 1, "trên") && is_unit_end(page, at - 2);
    round && (each || (slash || among) && page.is_one_of(at + 1, &["dân", "người", "hộ", "trẻ"]))
}

/// A unit ends at token `at`: "2.238 lượt/2.276 người" are two figures.
fn is_unit_end(page: &Page<'_>, at: usize) -> bool {
    (0..4).any(|back| {
        at.checked_sub(back).is_some_and(|start| {
            page.phrase(Topic::Unit, start).is_some_and(|(length, _)| length == back + 1)
        })
    })
}

/// Clock times, years and spans of years.
fn time_or_year(page: &Page<'_>, at: usize) -> Option<usize> {
    let number = page.integer(at)?;
    if page.is_mark(at + 1, &[':'])
        && page.kind(at + 2) == Some(Kind::Number)
        && !page.is_spaced(at + 2)
    {
        return Some(at + 3);
    }
    let hour = number < 25;
    if hour && page.is_one_of(at + 1, &["giờ", "h", "g"]) {
        return Some(at + 2);
    }
    // "16h30"
    let minutes = page.text.word(at + 1).strip_prefix('h').is_some_and(|minutes| {
        !minutes.is_empty() && minutes.bytes().all(|byte| byte.is_ascii_digit())
    });
    if hour && minutes {
        return Some(at + 2);
    }
    // "8.3 âm lịch", "mùng 10 âm lịch"
    if page.says(at + 1, &["âm", "lịch"]) {
        return Some(at + 3);
    }
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

/// "50/53 đại biểu": the part is the figure, the whole stands in the quote.
fn share(page: &Page<'_>, at: usize, end: usize, part: f64) -> Option<Outcome> {
    let slash = page.is_mark(end, &['/']) && page.kind(end + 1) == Some(Kind::Number);
    if !slash {
        return None;
    }
    let whole = number_at(page, end + 1)?;
    // "2/3 HTX" is a fraction as likely as a count; "tỷ lệ 1/500" is a scale.
    let scale = part.to_bits() == 1_f64.to_bits() && whole.value >= 100.0;
    if scale {
        return Some(Outcome::Skip(whole.end));
    }
    if whole.value < 5.0 && part < whole.value && !page.text.word(at).starts_with('0') {
        return Some(Outcome::Skip(unit_at(page, whole.end).map_or(whole.end, |unit| unit.end)));
    }
    // "9.418/17.860 tỷ đồng": the magnitude is that of both.
    let part = number_with(page, at, end + 2).map_or(part, |part| part.value);
    let unit = unit_at(page, whole.end);
    let Some(unit) = unit.filter(|unit| part <= whole.value && unit.known) else {
        return Some(Outcome::Skip(whole.end));
    };
    if matches!(unit.tag, Tag::Structure | Tag::Task | Tag::Time) {
        return Some(Outcome::Skip(unit.end));
    }
    let qualifier = qualifier_before(page, at);
    Some(figure(at..unit.end, part, unit, qualifier, Rule::named("share")))
}

/// "16-17%", "5 đến 7 triệu đồng": both ends of a range; the contract has no field for it.
fn range(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    // "tăng từ 48 đến 62": two amounts.
    let from =
        at > 1 && page.is(at - 1, "từ") && page.is_one_of(at - 2, &["tăng", "giảm", "nâng", "hạ"]);
    let joined = page.is_dash(end) || (!from && page.is(end, "đến"));
    if !joined || page.kind(end + 1) != Some(Kind::Number) {
        return None;
    }
    let last = number_at(page, end + 1).map_or(end + 2, |number| number.end);
    Some(unit_at(page, last).map_or(last, |unit| unit.end))
}

/// "gần", "đạt đến" … right before token `at`; not the "hơn" of "cao hơn 5%".
fn qualifier_before(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let start = (1..=3).rev().filter_map(|length| at.checked_sub(length)).find(|&start| {
        matches!(page.phrase(Topic::Quantity, start), Some((found, Tag::Qualifier)) if start + found == at)
    })?;
    let compares = page.is(start, "hơn") && page.cue_before(start, Topic::Comparative).is_some();
    (!compares).then_some(start..at)
}
