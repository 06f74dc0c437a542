//! Numbers, read the Vietnamese way: thousands dots, decimal commas.

use super::super::page::Page;
use crate::lexicon::{Tag, Topic};

/// A number with its magnitude.
pub(super) struct Number {
    pub(super) value: f64,
    /// Token after the number and its magnitude.
    pub(super) end: usize,
    /// "nghìn", "triệu" … stood behind it.
    pub(super) magnified: bool,
}

/// The number at `at`, its magnitude multiplied out; `None` where it cannot be told how it is
/// meant ("1,116 tỷ", in an article that has no other decimals: 1.116 or 1116).
pub(super) fn number_at(page: &Page<'_>, at: usize) -> Option<Number> {
    number_with(page, at, at + 1)
}

/// The number at `at` with the magnitude at `end`: that of a part stands behind the whole
/// ("9.418/17.860 tỷ đồng").
pub(super) fn number_with(page: &Page<'_>, at: usize, end: usize) -> Option<Number> {
    let mut value = Decimal::read(page.text.word(at), page.has_decimal_commas())?;
    let first = end;
    let mut end = end;
    while let Some((length, tag)) = page.phrase(Topic::Quantity, end) {
        let Some(size) = magnitude(tag) else { break };
        value.magnify(size);
        end += length;
    }
    let mut number = Number { value: value.to_f64(), end, magnified: end > first };
    // "78 tỷ 500 triệu": a smaller amount is added.
    if number.magnified && page.integer(end).is_some_and(|n| (1..1000).contains(&n)) {
        let rest = number_at(page, end).filter(|rest| rest.magnified);
        let own = page.integer(end).map_or(0.0, f64::from);
        if let Some(rest) = rest {
            // "2 nghìn 300 tỷ": thousands of what the rest is of.
            number.value = if rest.value < number.value {
                number.value + rest.value
            } else {
                (number.value + own) * (rest.value / own)
            };
            number.end = rest.end;
        }
    }
    Some(number)
}

fn magnitude(tag: Tag) -> Option<u32> {
    match tag {
        Tag::Thousand => Some(1_000),
        Tag::TenThousand => Some(10_000),
        Tag::Million => Some(1_000_000),
        Tag::Billion => Some(1_000_000_000),
        _ => None,
    }
}

/// Digits and how many of them are decimals: magnitudes are multiplied out without loss.
struct Decimal {
    digits: u64,
    decimals: u32,
}

impl Decimal {
    /// `commas`: the article writes decimals with a comma beyond doubt.
    fn read(text: &str, commas: bool) -> Option<Self> {
        // A phone number or a code: no quantity is written with a long leading zero.
        let leading_zero = text.starts_with('0') && text.len() > 2 && !text.starts_with("0,");
        if leading_zero || text.len() > 20 {
            return None;
        }
        let (whole, decimals) = match text.split_once(',') {
            Some((_, rest)) if rest.contains(',') => return None,
            // Three digits after a comma: decimals, or thousands in the English way.
            Some((whole, rest))
                if !commas && rest.len() == 3 && whole != "0" && !whole.contains('.') =>
            {
                return None;
            }
            Some(split) => split,
            None => (text, ""),
        };
        let decimals = match whole.split_once('.') {
            None => decimals,
            Some((first, rest))
                if first.len() <= 3 && rest.split('.').all(|group| group.len() == 3) =>
            {
                decimals
            }
            // "29.4 %": a decimal point.
            // "2.00": a thousand that lost a digit.
            Some((_, point))
                if decimals.is_empty()
                    && !point.contains('.')
                    && point.bytes().any(|digit| digit != b'0') =>
            {
                point
            }
            _ => return None,
        };
        let digit = |sum: u64, byte: u8| sum.checked_mul(10)?.checked_add(u64::from(byte - b'0'));
        let digits = text.bytes().filter(u8::is_ascii_digit).try_fold(0, digit)?;
        Some(Self { digits, decimals: u32::try_from(decimals.len()).ok()? })
    }

    fn magnify(&mut self, size: u32) {
        let mut size = u64::from(size);
        while self.decimals > 0 && size >= 10 {
            self.decimals -= 1;
            size /= 10;
        }
        self.digits = self.digits.saturating_mul(size);
    }

    #[allow(clippy::cast_precision_loss)] // Beyond 2^53 no newspaper counts.
    fn to_f64(&self) -> f64 {
        self.digits as f64 / 10_u64.saturating_pow(self.decimals) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn value(text: &str) -> Option<f64> {
        Decimal::read(text, false).map(|decimal| decimal.to_f64())
    }

    #[test]
    #[allow(clippy::float_cmp)] // The very numbers are meant.
    fn separators_are_read_the_vietnamese_way() {
        for (text, expected) in [
            ("1.234.567", Some(1_234_567.0)),
            ("98,5", Some(98.5)),
            ("03", Some(3.0)),
            ("21.245,7", Some(21_245.7)),
            ("29.4", Some(29.4)),
            ("0,125", Some(0.125)),
            ("1,116", None),
            ("0912.345.678", None),
            ("1.23.456", None),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
        assert_eq!(Decimal::read("1,116", true).map(|d| d.to_f64()), Some(1.116));
    }

    #[test]
    #[allow(clippy::float_cmp)]
    fn magnitudes_multiply_without_loss() {
        let mut decimal = Decimal::read("21.245,7", false).unwrap();
        decimal.magnify(1_000_000_000);
        assert_eq!(decimal.to_f64(), 21_245_700_000_000.0);
    }
}
