//! Dates: reading them, and telling the event's date from the page's and the documents'.

mod event;
mod published;
mod read;

pub(super) use event::{EventDate, event, other_days};
pub(super) use published::published;
pub(super) use read::{Mention, after_ngay, all, part_at};
