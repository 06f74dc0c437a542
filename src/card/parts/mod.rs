//! The pieces of a card: one file each, each a function from the view to HTML.
//!
//! Every visible piece has a `part`, and the style sheet selects by it: what a designer may
//! style is then exactly what we style ourselves.

pub(super) mod date;
pub(super) mod directives;
pub(super) mod evidence;
pub(super) mod figures;
pub(super) mod footer;
pub(super) mod header;
pub(super) mod lead;
pub(super) mod officials;
mod section;
