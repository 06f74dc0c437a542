//! Directives: documents that the article cites by number.

mod cite;
mod issuer;
mod merge;
mod number;
mod subject;

pub(super) use cite::citations;
pub(super) use merge::{Found, directives};
