//! The card as a Yew component.

use super::options::Section;
use super::parts::{date, directives, figures, footer, header, lead, officials};
use super::quote::Place;
use super::view::View;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of a [`Card`].
#[derive(Properties, Clone)]
pub struct CardProps {
    /// What to show. Compared by identity: a new view is a new card.
    pub view: Rc<View>,
    /// Leads the reader to a place in the article; `None` where a link has to do that.
    #[prop_or_default]
    pub follow: Option<Callback<Place>>,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view)
    }
}

/// What the pieces of a card need: the view, and what a click may do.
pub(super) struct Frame<'a> {
    view: &'a View,
    pub(super) follow: Option<&'a Callback<Place>>,
}

impl Deref for Frame<'_> {
    type Target = View;

    fn deref(&self) -> &View {
        self.view
    }
}

/// One article's card. Sections without facts do not show.
///
/// The pieces are plain functions, not components of their own: they have no state, and each
/// component would add to what every reader downloads.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let view = &Frame { view: &props.view, follow: props.follow.as_ref() };
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
fn has_columns(view: &Frame<'_>) -> bool {
    [Section::Officials, Section::Directives]
        .iter()
        .all(|section| view.options.show.contains(section) && view.has(*section))
}

fn section(view: &Frame<'_>, section: Section) -> Html {
    match section {
        Section::Lead => lead::lead(view),
        Section::Date => date::date(view),
        Section::Figures => figures::figures(view),
        Section::Officials => officials::officials(view),
        Section::Directives => directives::directives(view),
    }
}
