//! Figures: measured quantities, with what they count and what they are of.

mod context;
mod merge;
mod number;
mod rank;
mod read;
mod unit;

pub(super) use merge::{Found, figures};
