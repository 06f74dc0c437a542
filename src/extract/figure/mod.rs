//! Figures: measured quantities, with what they count and what they are of.

mod context;
mod counted;
mod instead;
mod merge;
mod number;
mod rank;
mod read;
mod unit;

pub(super) use merge::{Found, figures};
