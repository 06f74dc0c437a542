//! The pieces of a card: one file each, each a function from the view to HTML.
//!
//! Every visible piece has a `part`, and the style sheet selects by it: what a designer may
//! style is then exactly what we style ourselves.

pub(super) mod band;
mod copy;
pub(super) mod directives;
mod fact;
pub(super) mod figures;
pub(super) mod footer;
pub(super) mod lead;
pub(super) mod line;
pub(super) mod officials;
mod section;

pub(super) use section::Half;

use super::quote::Place;
use super::view::View;
use yew::{Callback, Html, html};

/// What the pieces of a card are made from: its words, and what a click in it does.
pub(super) struct Scene<'a> {
    pub(super) view: &'a View<'a>,
    /// Follows a fact to its place; `true` if that leads there.
    pub(super) on_follow: Option<&'a Callback<Place, bool>>,
    /// Copies a number.
    pub(super) on_copy: Option<&'a Callback<String>>,
    /// The number that was copied last.
    pub(super) copied: Option<&'a str>,
}

// Functions, since each use of `html!` is code that readers load.

/// Words.
fn span(part: &'static str, words: &str) -> Html {
    html! { <span {part}>{ words }</span> }
}

/// Words that a fact is known by.
fn bold(part: &'static str, words: &str) -> Html {
    html! { <b {part}>{ words }</b> }
}

/// Words that a fact is known by, on one line if they are no longer than this.
fn whole(part: &'static str, words: &str) -> Html {
    let short = words.chars().count() <= 24;
    html! { <b part={[part, if short { " whole" } else { "" }].concat()}>{ words }</b> }
}

/// A heading of this level.
fn heading(level: u8, part: &'static str, lang: &'static str, words: Html) -> Html {
    html! { <@{format!("h{level}")} {part} {lang}>{ words }</@> }
}
