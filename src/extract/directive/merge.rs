//! Citations of one document into one directive. A number is not an identity: documents of
//! different dates or issuers stay apart.

use super::super::page::Page;
use super::cite::Citation;
use crate::lexicon::Topic;
use crate::summary::Day;
use crate::table::Table;
use crate::text::{fold, is_capital, is_letter, key_of, lower, upper};
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
    identity: Identity,
    /// The document before this one whose number has the same digits.
    alike: Option<usize>,
}

/// By what documents are told apart, beside date and issuer.
struct Identity {
    /// The folded type.
    kind: String,
    /// The number as [`number_key`] has it.
    number: String,
    /// "văn bản": a document whose type was told elsewhere.
    any: bool,
}

/// How many places are shown of one document.
const PLACES: usize = 3;

/// So many documents whose numbers have the same digits are told apart.
const ALIKE: usize = 16;

/// Merges citations, in order of first mention.
#[inline(never)]
pub(in crate::extract) fn directives(page: &Page<'_>, citations: Vec<Citation>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut last_of_digits = Table::default();
    for citation in citations {
        let kind = kind(page, &citation);
        let identity = Identity {
            kind: fold(&kind),
            number: number_key(&citation.number),
            any: page.begins(citation.kind.start, Topic::AnyDocument),
        };
        let digits = key_of(identity.number.split(['/', '-']).next().unwrap_or_default());
        let last = last_of_digits.get(&digits).map(|&index| index as usize);
        let mut alike = std::iter::successors(last, |&index| found[index].alike).take(ALIKE);
        // The first of those that fit, as the chain runs backwards.
        let same =
            alike.by_ref().filter(|&i| is_same(page, &found[i], &identity, &citation)).last();
        if let Some(known) = same {
            if found[known].identity.any {
                found[known].kind = kind;
            }
            absorb(page, &mut found[known], identity, citation);
            continue;
        }
        last_of_digits.insert(digits, u32::try_from(found.len()).unwrap_or(u32::MAX));
        found.push(Found {
            kind,
            number: citation.number,
            date: citation.date,
            issuer: citation.issuer,
            subject: citation.subject,
            places: vec![citation.range],
            bare: citation.bare,
            identity,
            alike: last,
        });
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
    let mut kind = String::with_capacity(printed.len());
    for (index, c) in printed.chars().enumerate() {
        kind.push(match index {
            0 => upper(c),
            _ if shouted => lower(c),
            _ => c,
        });
    }
    kind
}

fn is_same(page: &Page<'_>, known: &Found, identity: &Identity, citation: &Citation) -> bool {
    let (a, b) = (&known.identity, identity);
    // "Văn bản số 4393" and "Công văn số 4393" are one.
    let any = a.any != b.any && (known.bare != citation.bare || a.number == b.number);
    let kinds = any || a.kind.starts_with(&b.kind) || b.kind.starts_with(&a.kind);
    // "291" and "291/QĐ-TTg", whose digits are the same, are one number; "291/QĐ-TTg" and
    // "291/QĐ-UBND" are two.
    let year = |short: &str, long: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with('/'))
    };
    // "24" is "24/2014".
    let yearless = known.bare && (year(&a.number, &b.number) || year(&b.number, &a.number));
    let numbers = known.bare != citation.bare || a.number == b.number || yearless;
    kinds && numbers && agree(page, known, citation)
}

/// Folded, without leading zeros and full stops, each Ư as W: T.Ư and TƯ are TW.
fn number_key(number: &str) -> String {
    let mut key = String::new();
    for c in fold(number.trim_start_matches('0')).chars() {
        match c {
            '.' => {}
            'ư' => key.push('w'),
            _ => key.push(c),
        }
    }
    key
}

/// Dates and issuers that contradict each other make two documents.
fn agree(page: &Page<'_>, known: &Found, citation: &Citation) -> bool {
    let dates = known.date.is_none() || citation.date.is_none() || known.date == citation.date;
    let issuers = match (&known.issuer, &citation.issuer) {
        (Some(a), Some(b)) => {
            let (a, b) = (page.words(a.clone()), page.words(b.clone()));
            let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
            short.iter().all(|word| long.contains(word))
        }
        _ => true,
    };
    dates && issuers
}

fn absorb(page: &Page<'_>, known: &mut Found, identity: Identity, citation: Citation) {
    let fuller = citation.bare && identity.number.len() > known.identity.number.len();
    if known.bare && (!citation.bare || fuller) {
        known.number = citation.number;
        known.identity.number = identity.number;
        known.bare = citation.bare;
    }
    if known.identity.any {
        known.identity.kind = identity.kind;
        known.identity.any = identity.any;
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
