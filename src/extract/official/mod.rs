//! Officials: people named in full whose post the article states.

mod appointment;
mod gather;
mod mention;
mod merge;
mod occasion;
mod person;
mod role;

pub(super) use merge::{Found, forget_quotes, officials};
