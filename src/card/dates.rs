//! Days in words.

use super::labels::Labels;
use super::view::{DateView, Moment};
use crate::summary::{Day, Event};

/// The day or range of an event, with the part of the day and what is to be said of the year.
pub(super) fn event(event: &Event, labels: &Labels) -> DateView {
    let note = match event.date.year() {
        None => Some(labels.year_unknown),
        Some(_) if event.inferred => Some(labels.year_inferred),
        Some(_) => None,
    };
    match event.end.filter(|end| *end != event.date) {
        None => {
            let text = (labels.day)(event.date, weekday(event.date), event.part);
            DateView { first: moment(event.date, text), last: None, note }
        }
        Some(end) => {
            let (first, last) = (labels.range)(event.date, end);
            DateView { first: moment(event.date, first), last: Some(moment(end, last)), note }
        }
    }
}

/// A day in numbers.
pub(super) fn short(day: Day, labels: &Labels) -> Moment {
    moment(day, (labels.short)(day))
}

fn moment(day: Day, text: String) -> Moment {
    Moment { datetime: day.to_string(), text }
}

/// The weekday, Sunday = 0; `None` where the year is unknown, for then nobody knows (Sakamoto).
fn weekday(day: Day) -> Option<usize> {
    const SHIFT: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let month = usize::from(day.month());
    let year = usize::from(day.year()?) - usize::from(month < 3);
    let shift = SHIFT.get(month - 1)?;
    Some((year + year / 4 - year / 100 + year / 400 + shift + usize::from(day.day())) % 7)
}
