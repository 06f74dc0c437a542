//! What the sections with several entries have in common: heading, count, the entries of one half.

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
    pub(super) fn of<'a, T>(self, view: &View, section: Section, entries: &'a [T]) -> &'a [T] {
        let (shown, folded) = entries.split_at(view.options.limit_of(section).min(entries.len()));
        if self == Self::Shown { shown } else { folded }
    }
}

/// A titled section; nothing where it has no entries. `part` names it. Not generic: readers would load
/// a copy for each kind of entry.
pub(super) fn section(
    view: &View,
    (part, title): (&'static str, &'static str),
    entries: Vec<Html>,
) -> Html {
    let count = entries.len();
    html! {
        if count > 0 {
            <section part={format!("section {part}-section")}>
                <@{format!("h{}", view.options.heading + 1)} part="section-title">
                    { title }{ " " }<span part="count">{ count }</span>
                </@>
                <ul {part} role="list" lang="vi">{ Html::from(VList::with_children(entries, None)) }</ul>
            </section>
        }
    }
}
