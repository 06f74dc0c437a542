//! Citations of one document into one directive. A number is not an identity: documents of
//! different dates or issuers stay apart.

use super::super::page::Page;
use super::cite::Citation;
use crate::lexicon::{expand, fold};
use crate::summary::Day;
use crate::text::{is_capital, is_letter, lower, upper};
use std::ops::Range;

/// A directive, its words as ranges of tokens.
pub(in crate::extract) struct Found {
    pub(in crate::extract) kind: String,
    pub(in crate::extract) number: String,
    pub(in crate::extract) date: Option<Day>,
    pub(in crate::extract) issuer: Option<Range<usize>>,
    pub(in crate::extract) subject: Option<Range<usize>>,
    pub(in crate::extract) places: Vec<Range<usize>>,
    bare: bool,
}

/// How many places are shown of one document.
const PLACES: usize = 3;

/// Merges citations, in order of first mention.
#[inline(never)]
pub(in crate::extract) fn directives(page: &Page<'_>, citations: Vec<Citation>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for citation in citations {
        let same = found.iter_mut().find(|known| is_same(page, known, &citation));
        match same {
            Some(known) => absorb(page, known, citation),
            None => found.push(Found {
                kind: kind(page, &citation),
                number: citation.number,
                date: citation.date,
                issuer: citation.issuer,
                subject: citation.subject,
                places: vec![citation.range],
                bare: citation.bare,
            }),
        }
    }
    found
}

/// The type as a term: first letter capital, abbreviations written out.
fn kind(page: &Page<'_>, citation: &Citation) -> String {
    let printed = page.text.slice(citation.kind.clone());
    let printed = match printed {
        "NQ" => "Nghị quyết",
        "QĐ" => "Quyết định",
        other => other,
    };
    let shouted = printed.chars().filter(|c| is_letter(*c)).all(is_capital);
    let rest: String =
        printed.chars().skip(1).map(|c| if shouted { lower(c) } else { c }).collect();
    printed.chars().take(1).map(upper).collect::<String>() + &rest
}

fn is_same(page: &Page<'_>, known: &Found, citation: &Citation) -> bool {
    let (a, b) = (fold(&known.kind), fold(&kind(page, citation)));
    let kinds = a == b || a.starts_with(&b) || b.starts_with(&a);
    kinds && same_number(known, citation) && agree(page, known, citation)
}

/// "291" and "291/QĐ-TTg" are one number; "291/QĐ-TTg" and "291/QĐ-UBND" are two.
fn same_number(known: &Found, citation: &Citation) -> bool {
    let key = |number: &str| number_key(number);
    let (a, b) = (key(&known.number), key(&citation.number));
    if known.bare == citation.bare {
        return a == b;
    }
    let digits = |number: &str| number.split(['/', '-']).next().unwrap_or_default().to_owned();
    digits(&a) == digits(&b)
}

/// Folded, without leading zeros, TƯ as TW.
fn number_key(number: &str) -> String {
    let folded = fold(number.trim_start_matches('0'));
    folded.replace("t.ư", "tw").replace("tư", "tw")
}

/// Dates and issuers that contradict each other make two documents.
fn agree(page: &Page<'_>, known: &Found, citation: &Citation) -> bool {
    let dates = known.date.is_none() || citation.date.is_none() || known.date == citation.date;
    let issuers = match (&known.issuer, &citation.issuer) {
        (Some(a), Some(b)) => {
            let a = expand(page.text.slice(a.clone()));
            let b = expand(page.text.slice(b.clone()));
            let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
            short.iter().all(|word| long.contains(word))
        }
        _ => true,
    };
    dates && issuers
}

fn absorb(page: &Page<'_>, known: &mut Found, citation: Citation) {
    if known.bare && !citation.bare {
        known.number = citation.number;
        known.bare = false;
    }
    known.date = known.date.or(citation.date);
    known.issuer = known.issuer.take().or(citation.issuer);
    let length = |range: &Option<Range<usize>>| {
        range.clone().map_or(0, |range| page.text.bytes(range).len())
    };
    // The longest form of the title is the title.
    if length(&citation.subject) > length(&known.subject) {
        known.subject = citation.subject;
    }
    if known.places.len() < PLACES {
        known.places.push(citation.range);
    }
}
