//! A figure as printed, cut into what is set large and what is set small.

use super::labels::Lang;
use crate::summary::Figure;

/// `gần 11 nghìn văn bản` → qualifier `gần`, number `11`, magnitude and unit `nghìn văn bản`.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Printed {
    /// `gần`, `trên` …, or empty.
    pub qualifier: String,
    /// Digits, as the card's language writes them.
    pub number: String,
    /// Magnitude and unit as printed, or empty.
    pub unit: String,
}

impl Printed {
    /// All of it in one line.
    #[must_use]
    pub fn joined(&self) -> String {
        let mut line = self.qualifier.clone();
        for part in [&self.number, &self.unit] {
            if !line.is_empty() && !part.is_empty() {
                line.push(' ');
            }
            line.push_str(part);
        }
        line
    }

    /// The same with the number's separators as English has them: `21.245,7` → `21,245.7`. A number
    /// that was printed so already stays as it is.
    fn in_english(mut self, figure: &Figure) -> Self {
        let size = figure.value / vietnamese(&self.number);
        // More than the unit: a magnitude before it.
        let magnified = !(self.unit.is_empty() || self.unit == figure.unit);
        if (size - 1.0).abs() < 1e-9 || magnified && size > 99.0 {
            self.number = swapped(&self.number);
            self.unit = swapped(&self.unit);
        }
        self
    }
}

/// Points for commas and the other way round, between digits.
fn swapped(text: &str) -> String {
    let mut before = ' ';
    let swap = |(index, c)| {
        let between = before.is_ascii_digit() && is_numeric(text, index, c);
        before = c;
        match c {
            '.' if between => ',',
            ',' if between => '.',
            _ => c,
        }
    };
    text.char_indices().map(swap).collect()
}

/// The first number in `text` as Vietnamese has it: points between thousands, a comma before decimals.
fn vietnamese(text: &str) -> f64 {
    let (mut digits, mut scale, mut decimals) = (0.0, 1.0, false);
    for c in text.chars() {
        match (c, c.to_digit(10)) {
            (_, Some(digit)) => {
                digits = digits * 10.0 + f64::from(digit);
                scale *= if decimals { 10.0 } else { 1.0 };
            }
            (',', _) if !decimals => decimals = true,
            ('.', _) if !decimals => {}
            _ => break,
        }
    }
    digits / scale
}

/// Cuts the quote of `figure`. The parts joined give the quote again, spaces aside: what is
/// printed is not changed, but for the separators of numbers in English.
pub(super) fn printed(figure: &Figure, lang: Lang) -> Printed {
    let printed = cut(figure.quote.trim());
    if lang == Lang::En { printed.in_english(figure) } else { printed }
}

fn cut(quote: &str) -> Printed {
    let Some(start) = quote.find(|c: char| c.is_ascii_digit()) else {
        return Printed { number: quote.to_owned(), ..Printed::default() };
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
    Printed {
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
