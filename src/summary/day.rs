//! A calendar day, with or without its year.

use serde::{Serialize, Serializer};
use std::ops::Range;

/// A day as ISO 8601 writes it: `2022-04-29`, or `--04-29` where the year is unknown (XML
/// Schema gMonthDay, a valid yearless date of HTML's `<time>`). Only days that exist can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: Option<u16>,
    month: u8,
    day: u8,
}

impl Day {
    /// The years that days have: a number of any other century is none.
    pub(crate) const YEARS: Range<u32> = 1900..2200;
    /// The years that a number is taken for where nothing says so: "2150" is rather a count.
    pub(crate) const YEARS_ALONE: Range<u32> = 1900..2100;
    /// The years that stand last in a document's number without a code ("số 15/2020"): older
    /// documents are numbered otherwise.
    pub(crate) const YEARS_OF_NUMBERS: Range<u32> = 1990..2200;

    /// A day that exists; `None` for 30 February and the like. Without a year, 29 February is one.
    #[must_use]
    pub fn new(year: Option<u16>, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let known = year.is_none_or(|y| Self::YEARS.contains(&y.into()));
        (known && (1..=length).contains(&day)).then_some(Self { year, month, day })
    }

    /// Year, if stated or borrowed.
    #[must_use]
    pub fn year(self) -> Option<u16> {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// The same day in `year`, if it exists there.
    #[must_use]
    pub fn in_year(self, year: u16) -> Option<Self> {
        Self::new(Some(year), self.month, self.day)
    }

    /// The latest such day that is not after `limit`: how a missing year is borrowed. A day with
    /// a year, or a `limit` without one, stays as it is.
    #[must_use]
    pub fn no_later_than(self, limit: Self) -> Self {
        let (None, Some(year)) = (self.year, limit.year) else { return self };
        let later = (self.month, self.day) > (limit.month, limit.day);
        self.in_year(if later { year - 1 } else { year }).unwrap_or(self)
    }

    /// The first full date: in one of the forms of Vietnamese pages, day before month
    /// (`Cập nhật ngày: 03/07/2020 17:45:55`, `Thứ 6, 21/03/2025 | 15:45`, `ngày 4 tháng 5 năm 2022`), or
    /// in that of ISO 8601 (`2020-07-03T17:45:55+07:00`); also the latter's yearless `--07-03`.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        if let Some(rest) = text.trim().strip_prefix("--") {
            let (month, day) = rest.split_once('-')?;
            return Self::new(None, month.parse().ok()?, day.parse().ok()?);
        }
        let mut numbers = [0_u16; 3];
        let mut count = 0; // How many of the last numbers are joined.
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let joined = matches!(rest[..start].trim(), "/" | "-" | "." | "," | "tháng" | "năm");
            let tail = &rest[start..];
            let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
            numbers = [numbers[1], numbers[2], tail[..end].parse().unwrap_or(u16::MAX)];
            count = if joined { count + 1 } else { 1 };
            rest = &tail[end..];
            let [first, month, last] = numbers;
            let (year, day) = if first > last { (first, last) } else { (last, first) };
            if count >= 3 && u32::from(year) >= Self::YEARS.start {
                return Self::new(Some(year), month.try_into().ok()?, day.try_into().ok()?);
            }
        }
        None
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "ISO 8601 day; --MM-DD where the year is unknown",
            "pattern": "^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_that_do_not_exist_cannot_be_made() {
        assert_eq!(Day::new(Some(2023), 2, 29), None);
        assert_eq!(Day::new(None, 4, 31), None);
        assert_eq!(Day::new(None, 13, 1), None);
        assert!(Day::new(None, 2, 29).is_some());
    }

    #[test]
    fn a_missing_year_is_borrowed_so_that_the_event_is_not_later() {
        let published = Day::from_text("2024-01-05T08:00:00+07:00").unwrap();
        let event = Day::new(None, 12, 29).unwrap();
        assert_eq!(event.no_later_than(published).to_string(), "2023-12-29");
        let event = Day::new(None, 1, 5).unwrap();
        assert_eq!(event.no_later_than(published).to_string(), "2024-01-05");
    }

    #[test]
    fn page_forms_are_day_before_month() {
        for (text, day) in [
            ("Cập nhật ngày: 03/07/2020 17:45:55", "2020-07-03"),
            ("04/05/2022 08:51 SA", "2022-05-04"),
            ("Thứ 6, 21/03/2025 | 15:45", "2025-03-21"),
            ("08:51, ngày 4 tháng 5 năm 2022", "2022-05-04"),
            ("15:20 - 03/09/2025 | Cỡ chữ", "2025-09-03"),
        ] {
            assert_eq!(Day::from_text(text).map(|d| d.to_string()).as_deref(), Some(day), "{text}");
        }
        assert_eq!(Day::from_text("Lượt xem: 2.821"), None);
        assert_eq!(Day::from_text("32/01/2020"), None);
    }

    #[test]
    fn iso_forms_are_read_and_others_refused() {
        let read = |text| Day::from_text(text).map(|day| day.to_string());
        assert_eq!(read("--03-06").as_deref(), Some("--03-06"));
        assert_eq!(read("2022-05-04T08:51:00+07:00").as_deref(), Some("2022-05-04"));
        assert_eq!(read("2022-05-04 08:51").as_deref(), Some("2022-05-04"));
        assert_eq!(read("2022-05-041"), None);
        assert_eq!(read("ngày 4/5"), None);
    }
}
