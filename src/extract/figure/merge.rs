//! All figures of the article, each once, ranked.

use super::super::page::Page;
use super::super::trace::Rule;
use super::context::{Context, context};
use super::rank::{Candidate, Weight, best};
use super::read::{Outcome, Reading, read_at};
use crate::lexicon::{Tag, Topic};
use crate::table::{Table, join};
use std::ops::Range;

/// A figure, its words as ranges of tokens.
pub(in crate::extract) struct Found {
    pub(in crate::extract) quote: Range<usize>,
    pub(in crate::extract) value: f64,
    pub(in crate::extract) unit: Range<usize>,
    pub(in crate::extract) qualifier: Option<Range<usize>>,
    pub(in crate::extract) context: Context,
    pub(in crate::extract) rule: Rule,
}

/// The figures, those that a reader wants most first.
#[inline(never)]
pub(in crate::extract) fn figures(page: &Page<'_>) -> Vec<Found> {
    let readings = readings(page);
    let quotes: Vec<Range<usize>> = readings.iter().map(|reading| reading.quote.clone()).collect();
    let mut seen = Table::default();
    let mut found: Vec<Found> = Vec::new();
    for reading in readings {
        let mut key = page.words(reading.unit.clone());
        key.push(reading.value.to_bits());
        let new = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let index = *seen.entry(join(key)).or_insert(new) as usize;
        if index == found.len() {
            let context = context(page, &reading.quote, &quotes);
            let Reading { quote, value, unit, qualifier, rule } = reading;
            found.push(Found { quote, value, unit, qualifier, context, rule });
        }
    }
    rank(page, found)
}

fn readings(page: &Page<'_>) -> Vec<Reading> {
    let mut readings = Vec::new();
    // Where an amount of money was last printed with its currency; none where there are two.
    let mut money: Option<Range<usize>> = None;
    let mut currencies = false;
    let mut next = 0;
    for &at in &page.text.numbers {
        if at < next || page.is_claimed(at) {
            continue;
        }
        match read_at(page, at) {
            Outcome::Left(end, rule) => {
                page.refuse(at..end, rule);
                next = end;
            }
            Outcome::Figure(reading) => {
                next = reading.quote.end;
                if is_money(page, &reading.unit) {
                    let word = |unit: &Range<usize>| page.key(unit.clone());
                    currencies |= money.as_ref().is_some_and(|m| word(m) != word(&reading.unit));
                    money = Some(reading.unit.clone());
                }
                readings.push(reading);
            }
            Outcome::Amount(reading) => {
                next = reading.quote.end;
                // Billions of nothing are money; smaller amounts where the sentence has some.
                let sentence = page.sentence(reading.quote.start);
                let billions = reading.value >= 1e9;
                let same = |unit: &Range<usize>| billions || sentence.contains(&unit.start);
                match money.clone().filter(same) {
                    Some(unit) if currencies && is_foreign(page, &unit) => {
                        page.refuse(reading.quote.clone(), Rule::named("two-currencies"));
                    }
                    Some(unit) => readings.push(Reading { unit, ..reading }),
                    None => {}
                }
            }
        }
    }
    readings
}

fn is_foreign(page: &Page<'_>, unit: &Range<usize>) -> bool {
    page.is_tagged(unit.start, Topic::Currency, Tag::Abroad)
}

fn is_money(page: &Page<'_>, unit: &Range<usize>) -> bool {
    unit.len() == 1 && page.begins(unit.start, Topic::Currency)
}

fn weight(page: &Page<'_>, unit: &Range<usize>) -> Weight {
    if is_money(page, unit) {
        Weight::Money
    } else if unit.len() == 1 && page.is_mark(unit.start, &['%']) {
        Weight::Share
    } else {
        Weight::Count
    }
}

fn rank(page: &Page<'_>, found: Vec<Found>) -> Vec<Found> {
    let candidates: Vec<Candidate> = found
        .iter()
        .map(|figure| Candidate {
            unit: page.key(figure.unit.clone()),
            weight: weight(page, &figure.unit),
            value: figure.value,
            qualified: figure.qualifier.is_some(),
        })
        .collect();
    let mut slots: Vec<Option<Found>> = found.into_iter().map(Some).collect();
    let first: Vec<Found> = best(&candidates).into_iter().filter_map(|i| slots[i].take()).collect();
    first.into_iter().chain(slots.into_iter().flatten()).collect()
}
