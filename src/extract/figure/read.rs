//! Reads the figure at a number: qualifier, number, magnitude, unit.

use super::super::page::Page;
use super::super::trace::Rule;
use super::counted::{is_place, uncounted};
use super::instead::{instead, is_beside_number};
use super::number::{Number, number_at, number_with};
use super::unit::{Unit, unit_at};
use crate::lexicon::{Tag, Topic};
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
    /// No figure; the tokens up to here belong to what it is instead, and why.
    Left(usize, Rule),
}

/// Reads at the number token `at`.
#[inline(never)]
pub(super) fn read_at(page: &Page<'_>, at: usize) -> Outcome {
    if let Some((end, rule)) = instead(page, at) {
        return Outcome::Left(end, rule);
    }
    let Some(number) = number_at(page, at) else {
        return Outcome::Left(at + 1, Rule::named("ambiguous-number"));
    };
    if let Some(outcome) = share(page, at, number.end, number.value) {
        return outcome;
    }
    if let Some(end) = range(page, at, number.end) {
        return Outcome::Left(end, Rule::named("range"));
    }
    let Some(unit) = unit_at(page, number.end) else { return amount(page, at, &number) };
    // "20 tỷ rỉ sét": billions of what the lexicon does not know are money.
    if number.value >= 1e9 && number.magnified && !unit.known {
        return amount(page, at, &number);
    }
    // "700.000 nghìn dân": a thousand too many.
    let thousands = page.is_tagged(at + 1, Topic::Quantity, Tag::Thousand);
    if thousands && number.value >= 1e8 && !page.begins(unit.range.start, Topic::Currency) {
        return Outcome::Left(unit.end, Rule::named("magnified-twice"));
    }
    let qualifier = qualifier_before(page, at).filter(|_| !is_place(page, at, &unit));
    let emphatic = number.magnified || qualifier.is_some();
    if let Some(rule) = uncounted(page, at, number.end, &unit, emphatic) {
        return Outcome::Left(unit.end, rule);
    }
    figure(at..unit.end, number.value, unit, qualifier, Rule::named("number-unit"))
}

/// "Quế Sơn 1,8 tỷ,": an amount of what an earlier figure counts.
fn amount(page: &Page<'_>, at: usize, number: &Number) -> Outcome {
    let ends = page.kind(number.end) != Some(Kind::Word) || page.begins(number.end, Topic::NoNoun);
    if !(number.magnified && ends) || is_beside_number(page, at, number.end) {
        return Outcome::Left(number.end, Rule::named("no-unit"));
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
        return Some(Outcome::Left(whole.end, Rule::named("scale")));
    }
    if whole.value < 5.0 && part < whole.value && !page.text.word(at).starts_with('0') {
        let end = unit_at(page, whole.end).map_or(whole.end, |unit| unit.end);
        return Some(Outcome::Left(end, Rule::named("fraction")));
    }
    // "9.418/17.860 tỷ đồng": the magnitude is that of both.
    let part = number_with(page, at, end + 2).map_or(part, |part| part.value);
    let unit = unit_at(page, whole.end);
    let Some(unit) = unit.filter(|unit| part <= whole.value && unit.known) else {
        return Some(Outcome::Left(whole.end, Rule::named("share-of-nothing")));
    };
    if matches!(unit.tag, Tag::Structure | Tag::Task | Tag::Time) {
        return Some(Outcome::Left(unit.end, Rule::named("structure")));
    }
    let qualifier = qualifier_before(page, at);
    Some(figure(at..unit.end, part, unit, qualifier, Rule::named("share")))
}

/// "16-17%", "5 đến 7 triệu đồng": both ends of a range; the contract has no field for it.
fn range(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    // "tăng từ 48 đến 62": two amounts.
    let from = page.ends(at, Topic::RisesFrom);
    let joined = page.is_dash(end) || (!from && page.begins(end, Topic::Until));
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
    let compares = page.begins(start, Topic::MoreThan) && page.ends(start, Topic::Comparative);
    (!compares).then_some(start..at)
}
