//! What the sections with several entries have in common: heading, count, "Xem thêm".

use crate::card::options::Section;
use crate::card::view::View;
use yew::prelude::*;
use yew::virtual_dom::VList;

/// A titled section: the first entries as a list, the others folded away.
///
/// `part` names the section, `list` puts a list element around entries. Not generic: readers
/// would load a copy for each kind of entry.
pub(super) fn section(
    view: &View,
    section: Section,
    (part, title): (&'static str, &'static str),
    mut shown: Vec<Html>,
    list: fn(Html) -> Html,
) -> Html {
    let count = shown.len();
    let folded = shown.split_off(view.options.limit_of(section).min(count));
    let items = |entries: Vec<Html>| list(VList::with_children(entries, None).into());
    html! {
        <section part={format!("section {part}-section")}>
            <@{format!("h{}", view.options.heading + 1)} part="section-title">
                { title }
                <span part="count">{ count }</span>
            </@>
            if !shown.is_empty() { { items(shown) } }
            if !folded.is_empty() {
                <details part="more">
                    <summary part="more-toggle">
                        { (view.options.lang.labels().more)(folded.len()) }
                    </summary>
                    { items(folded) }
                </details>
            }
        </section>
    }
}
