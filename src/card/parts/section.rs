//! What the sections with several entries have in common: heading, count, "Xem thêm".

use crate::card::options::Section;
use crate::card::view::View;
use yew::prelude::*;

/// A titled section: the first entries as a list, the others folded away.
///
/// `part` names the section, `list` puts a list element around entries.
pub(super) fn section<T>(
    view: &View,
    section: Section,
    (part, title): (&'static str, &'static str),
    entries: &[T],
    entry: impl Fn(&T) -> Html,
    list: impl Fn(Html) -> Html,
) -> Html {
    let limit = view.options.limit_of(section).min(entries.len());
    let (shown, folded) = entries.split_at(limit);
    let items = |entries: &[T]| list(entries.iter().map(&entry).collect::<Html>());
    html! {
        <section part={format!("section {part}-section")}>
            <@{format!("h{}", view.options.heading + 1)} part="section-title">
                { title }
                <span part="count">{ entries.len() }</span>
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
