//! Why what stands behind a number is nothing that it counts.

use super::super::page::Page;
use super::super::trace::Rule;
use super::instead::is_beside_number;
use super::unit::Unit;
use crate::lexicon::{Tag, Topic};
use crate::text::Kind;

/// Why the number at `at`, which ends at `end`, counts no `unit`; `emphatic`: it has a magnitude or a
/// qualifier.
pub(super) fn uncounted(
    page: &Page<'_>,
    at: usize,
    end: usize,
    unit: &Unit,
    emphatic: bool,
) -> Option<Rule> {
    let refusals = [
        // "6.800 đồng/kg": a rate that is not listed is not the amount of its first half.
        (
            page.is_mark(unit.end, &['/'])
                && (page.kind(unit.end + 1) == Some(Kind::Word) || is_price(page, unit)),
            Rule::named("rate"),
        ),
        (is_beside_number(page, at, end), Rule::named("beside-number")),
        (is_numbered_place(page, at, unit), Rule::named("numbered-place")),
        (is_either(page, unit), Rule::named("either")),
        (is_bare(page, at, unit), Rule::named("bare-classifier")),
        (is_none(page, at, unit), Rule::named("negated")),
        (is_minus(page, at), Rule::named("minus")),
        (is_approximate(page, at), Rule::named("approximate")),
        (is_free(page, at, unit), Rule::named("free")),
        (is_attribute(page, at, unit), Rule::named("attribute")),
        (is_registration(page, at, unit), Rule::named("registration")),
        (is_address(page, at, unit), Rule::named("address")),
        (is_structure(page, at, unit), Rule::named("structure")),
        (unit.tag == Tag::Time, Rule::named("duration")),
        (!unit.known && !is_noun(page, at, unit, emphatic), Rule::named("unknown-noun")),
    ];
    refusals.into_iter().find(|(is, _)| *is).map(|(_, rule)| rule)
}

/// "200 ngàn đồng/2 sào": what so many cost.
fn is_price(page: &Page<'_>, unit: &Unit) -> bool {
    page.begins(unit.range.start, Topic::Currency) && page.kind(unit.end + 1) == Some(Kind::Number)
}

/// "doanh nghiệp 100% vốn nhà nước", "máy mới 100%": of what kind something is.
fn is_attribute(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    let whole = page.integer(at) == Some(100) && page.is_mark(unit.range.start, &['%']);
    whole && (page.begins(unit.end, Topic::Capital) || page.ends(at, Topic::Brand))
}

/// "tàu BĐ 99245 TS": between the letters of a registration.
fn is_registration(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    let letters = |at: usize| page.is_upper(at) && page.text.word(at).chars().count() <= 3;
    let numbered = || page.is_dash(unit.end) && page.kind(unit.end + 1) == Some(Kind::Number);
    at > 0 && letters(unit.range.start) && !unit.known && (letters(at - 1) || numbered())
}

/// "4 con | nhím", "2 cái | khá mạnh": of what, is not known; herds are counted so.
fn is_bare(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    let end = unit.range.end;
    let few = page.integer(at).is_some_and(|number| number < 1000) && end == at + 2;
    let animal = unit.range.len() == 1 && page.begins(unit.range.start, Topic::Animal);
    let ends = &[Topic::Stop, Topic::Adverb, Topic::NoNoun, Topic::PhraseOpener, Topic::Role];
    few && animal && page.kind(end) == Some(Kind::Word) && !page.begins_any(end, ends)
}

/// "cao trình -35 m": a level below, which is not the amount.
fn is_minus(page: &Page<'_>, at: usize) -> bool {
    at > 1
        && page.is_dash(at - 1)
        && page.is_spaced(at - 1)
        && !page.is_spaced(at)
        && page.kind(at - 2) == Some(Kind::Word)
}

/// "đi 4, 5 chuyến": four or five.
fn is_approximate(page: &Page<'_>, at: usize) -> bool {
    let small = |at: usize| page.integer(at).filter(|number| *number < 10);
    at > 1
        && page.is_mark(at - 1, &[','])
        && small(at - 2).is_some_and(|before| small(at) == Some(before + 1))
}

/// "siêu thị 0 đồng": what costs nothing.
fn is_free(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    page.integer(at) == Some(0) && page.begins(unit.range.start, Topic::Currency)
}

/// "bản Chu Va 8 | xã Sơn Bình": the number of a place whose own name follows.
fn is_numbered_place(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    at > 0
        && page.is_capital(at - 1)
        && page.is_capital(unit.end)
        && page.begins(unit.range.start, Topic::Commune)
}

/// "12 người chết | và bị thương": how many of either, is not told.
fn is_either(page: &Page<'_>, unit: &Unit) -> bool {
    page.begins(unit.end - 1, Topic::Dead) && page.begins(unit.end + 1, Topic::OrElse)
}

/// "3 nhóm giải pháp": what only structures a text, of which there are few.
fn is_structure(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    /// No text has more parts.
    const PARTS: u32 = 12;
    let many = page.integer(at).is_some_and(|number| number > PARTS);
    unit.tag == Tag::Structure || (unit.tag == Tag::Task && !many)
}

/// A noun that the lexicon does not know is one where the number is large, qualified or magnified.
fn is_noun(page: &Page<'_>, at: usize, unit: &Unit, emphatic: bool) -> bool {
    let long = page.text.word(at).len() > 1;
    // Of a number behind a noun ("Trạm bơm 12 vận hành ổn định") a verb may follow.
    let short = unit.range.len() <= 2;
    emphatic || (long && (short || led(page, at)))
}

/// Whether a mark or a verb stands before the number.
fn led(page: &Page<'_>, at: usize) -> bool {
    at > 0
        && (page.kind(at - 1) == Some(Kind::Mark)
            || page.begins(at - 1, Topic::NoNoun)
            || page.begins(at - 1, Topic::Stop))
}

/// "đi trên 3 xe máy", "trên 72 tuyến phố": where, not more than.
pub(super) fn is_place(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    let few = page.integer(at).is_some_and(|number| number < 1000);
    few && page.begins(at - 1, Topic::Over) && page.begins(unit.range.start, Topic::Ridden)
}

/// "không có 1 văn bản nào": one, which is none; "1 việc không quá 2 cấp": any.
fn is_none(page: &Page<'_>, at: usize, unit: &Unit) -> bool {
    page.integer(at) == Some(1)
        && (page.ends(at, Topic::Negation) || page.begins(unit.end, Topic::Negation))
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
    let quarter = page.ends(at, Topic::House) && page.is_capital(unit.end);
    let ship = !unit.known && page.is_upper(first) && page.kind(unit.end) == Some(Kind::Number);
    name || quarter || ship
}
