//! English.

use super::Labels;
use crate::card::options::Section;
use crate::summary::{Day, Part, Role};

const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) static LABELS: Labels = Labels {
    summary: "Summary",
    published: "Published",
    year_inferred: "year taken from the publication date",
    year_unknown: "the article gives no year",
    figures: "Key figures",
    officials: "Officials",
    directives: "Documents cited",
    find: "See it in the article",
    automatic: "Extracted automatically from the article",
    edited: "Edited",
    partly_edited: "Extracted automatically, partly edited",
    read: "Read the article",
    lookup: "Look up",
    report: "Report an error",
    copy: "Copy number",
    copied: "Copied",
    not_copied: "Not copied. Select the number and copy it",
    ready: "Article summarised",
    counted: |section, count| match (section, count) {
        (Section::Figures, 1) => "figure",
        (Section::Figures, _) => "figures",
        (Section::Officials, 1) => "official",
        (Section::Officials, _) => "officials",
        (_, 1) => "document",
        _ => "documents",
    },
    more: |count| format!("Show {count} more"),
    others: |count, _| format!(" and {count} more"),
    role: |role| match role {
        Role::Chair => "chair",
        Role::Speak => "spoke",
        Role::Award => "awarded",
        Role::Sign => "signed",
        Role::Attend => "attended",
    },
    day,
    short,
    range,
};

fn day(day: Day, weekday: Option<usize>, part: Option<Part>) -> String {
    let part = match part {
        Some(Part::Morning) => "morning",
        Some(Part::Noon) => "noon",
        Some(Part::Afternoon) => "afternoon",
        Some(Part::Evening) => "evening",
        None => "",
    };
    match weekday.and_then(|index| WEEKDAYS.get(index)) {
        Some(weekday) if part.is_empty() => format!("{weekday}, {}", short(day)),
        Some(weekday) => format!("{weekday} {part}, {}", short(day)),
        None if part.is_empty() => short(day),
        None => format!("{}, {part}", short(day)),
    }
}

fn short(day: Day) -> String {
    let month = MONTHS.get(usize::from(day.month()) - 1).copied().unwrap_or_default();
    match day.year() {
        Some(year) => format!("{} {month} {year}", day.day()),
        None => format!("{} {month}", day.day()),
    }
}

fn range(first: Day, last: Day) -> (String, String) {
    let month = MONTHS.get(usize::from(first.month()) - 1).copied().unwrap_or_default();
    let start = if first.year() != last.year() {
        short(first)
    } else if first.month() != last.month() {
        format!("{} {month}", first.day())
    } else {
        first.day().to_string()
    };
    (start, short(last))
}
