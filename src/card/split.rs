//! A figure as printed, cut into what is set large and what is set small.

use crate::summary::Figure;

/// `gần 11 nghìn văn bản` → qualifier `gần`, number `11`, magnitude `nghìn`, unit `văn bản`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) qualifier: String,
    pub(super) number: String,
    pub(super) unit: String,
}

/// Cuts the quote of `figure`. The parts joined give the quote again, spaces aside: what is
/// printed is never changed.
pub(super) fn parts(figure: &Figure) -> Parts {
    let quote = figure.quote.trim();
    let Some(start) = quote.find(|c: char| c.is_ascii_digit()) else {
        return Parts { number: quote.to_owned(), ..Parts::default() };
    };
    let (qualifier, rest) = quote.split_at(start);
    let end = rest
        .char_indices()
        .find(|&(index, c)| !is_numeric(rest, index, c))
        .map_or(rest.len(), |(index, _)| index);
    let (number, unit) = rest.split_at(end);
    // A sign that touches the number belongs to it: 98,5%, 37°C.
    let touching = unit.chars().next().is_some_and(|c| matches!(c, '%' | '‰' | '°'));
    let sign = if touching { unit.find(' ').unwrap_or(unit.len()) } else { 0 };
    Parts {
        qualifier: qualifier.trim().to_owned(),
        number: format!("{number}{}", &unit[..sign]),
        unit: unit[sign..].trim().to_owned(),
    }
}

/// Digits, and the separators between two of them.
fn is_numeric(text: &str, index: usize, c: char) -> bool {
    let next = || text[index + c.len_utf8()..].chars().next();
    c.is_ascii_digit()
        || (matches!(c, '.' | ',' | '/' | '-' | '–') && next().is_some_and(|n| n.is_ascii_digit()))
}
