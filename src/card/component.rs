//! The card as a Yew component.

use super::options::Section;
use super::parts::{date, directives, figures, footer, header, lead, officials};
use super::view::View;
#[cfg(not(target_arch = "wasm32"))]
use std::rc::Rc;
use yew::prelude::*;

/// Properties of a [`Card`].
#[cfg(not(target_arch = "wasm32"))]
#[derive(Properties, Clone)]
pub struct CardProps {
    /// What to show. Compared by identity: a new view is a new card.
    pub view: Rc<View>,
}

#[cfg(not(target_arch = "wasm32"))]
impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view)
    }
}

/// The card as a component, for rendering at publishing time.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn Card(props: &CardProps) -> Html {
    card(&props.view)
}

/// One article's card. Sections without facts do not show.
///
/// The pieces are plain functions, not components of their own: they have no state, and each
/// component would add to what every reader downloads.
pub fn card(view: &View) -> Html {
    let sections = view.options.show.iter().filter(|&&section| view.has(section));
    html! {
        <div part="root">
            <article part="card" lang={view.options.lang.tag()}>
                <slot name="header" />
                { header::header(view) }
                <div part={if has_columns(view) { "body columns" } else { "body" }}>
                    { for sections.map(|&section| self::section(view, section)) }
                </div>
                { footer::footer(view) }
                <slot name="footer" />
            </article>
        </div>
    }
}

/// Two lists stand side by side where there is room; one alone takes the whole width.
fn has_columns(view: &View) -> bool {
    [Section::Officials, Section::Directives]
        .iter()
        .all(|section| view.options.show.contains(section) && view.has(*section))
}

fn section(view: &View, section: Section) -> Html {
    match section {
        Section::Lead => lead::lead(view),
        Section::Date => date::date(view),
        Section::Figures => figures::figures(view),
        Section::Officials => officials::officials(view),
        Section::Directives => directives::directives(view),
    }
}
