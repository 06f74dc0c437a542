//! What the sections with several entries have in common: heading, count, the entries of one half.

use super::{heading, span};
use crate::card::options::Section;
use crate::card::view::View;
use yew::prelude::*;
use yew::virtual_dom::VList;

/// Which entries of a section: those that show at once, or those that are folded away.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::card) enum Half {
    Shown,
    Folded,
}

impl Half {
    /// Its entries.
    pub(super) fn of<'a, T>(self, view: &View<'_>, section: Section, entries: &'a [T]) -> &'a [T] {
        let (shown, folded) = entries.split_at(view.options.limit_of(section).min(entries.len()));
        if self == Self::Shown { shown } else { folded }
    }
}

/// How a section is called: its list, itself and its heading by their parts, and the heading's words.
pub(super) struct Name {
    pub(super) list: &'static str,
    pub(super) section: &'static str,
    pub(super) heading: &'static str,
    pub(super) words: &'static str,
}

/// A titled section; nothing where it has no entries. Not generic: readers would load a copy for each
/// kind of entry.
pub(super) fn section(view: &View<'_>, name: &Name, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let count = span("count", &entries.len().to_string());
    let words = html! { <>{ name.words }{ " " }{ count }</> };
    html! {
        <section part={name.section}>
            { heading(view.options.heading + 1, name.heading, view.options.lang.tag(), words) }
            <ul part={name.list} role="list" lang="vi">
                { Html::from(VList::with_children(entries, None)) }
            </ul>
        </section>
    }
}
