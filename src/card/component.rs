//! The card as a Yew component.

use super::options::{Options, Section};
use super::parts::{Scene, date, directives, figures, footer, header, lead, officials};
use super::quote::Place;
use super::view::View;
use crate::summary::Summary;
use std::rc::Rc;
use yew::prelude::*;

/// A wish to copy a document's number: carry it out, then tell by `done` whether it could be.
#[derive(Clone, PartialEq)]
pub struct Copying {
    /// The number, as printed.
    pub number: String,
    /// Takes whether the number was copied; the button then shows a tick.
    pub done: Callback<bool>,
}

/// Properties of a [`Card`].
#[derive(Properties, Clone)]
pub struct CardProps {
    /// The facts to show. Compared by identity: another `Rc` is another card.
    pub summary: Rc<Summary>,
    /// How they are to be shown.
    #[prop_or_default]
    pub options: Options,
    /// Leads the reader to a fact's place in the article; returns whether it did. Without it, or
    /// where it returns `false`, the link goes to the article's address.
    #[prop_or_default]
    pub on_follow: Option<Callback<Place, bool>>,
    /// Copies a document's number. Without it there is no button for that.
    #[prop_or_default]
    pub on_copy: Option<Callback<Copying>>,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.summary, &other.summary)
            && self.options == other.options
            && self.on_follow == other.on_follow
            && self.on_copy == other.on_copy
    }
}

/// The card of facts that are there already. Sections without facts do not show.
///
/// Its style sheet is [`STYLES`](super::STYLES), for a shadow root or for a whole page.
///
/// The pieces are functions, not components of their own: they have no state.
pub struct Card {
    /// The number that was copied last: only one is on the clipboard.
    copied: Option<String>,
}

impl Component for Card {
    /// The number that has just been copied; `None` where that failed.
    type Message = Option<String>;
    type Properties = CardProps;

    fn create(_: &Context<Self>) -> Self {
        Self { copied: None }
    }

    fn update(&mut self, _: &Context<Self>, copied: Option<String>) -> bool {
        self.copied = copied;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let on_copy = props.on_copy.as_ref().map(|on_copy| copier(ctx, on_copy.clone()));
        card(&Scene {
            view: &View::new(&props.summary, &props.options),
            on_follow: props.on_follow.as_ref(),
            on_copy: on_copy.as_ref(),
            copied: self.copied.as_deref(),
        })
    }
}

/// Has a number copied, and shows a tick beside it if it was.
fn copier(ctx: &Context<Card>, on_copy: Callback<Copying>) -> Callback<String> {
    let link = ctx.link().clone();
    Callback::from(move |number: String| {
        let copied = number.clone();
        let done = link.callback(move |done: bool| done.then(|| copied.clone()));
        on_copy.emit(Copying { number, done });
    })
}

fn card(scene: &Scene<'_>) -> Html {
    let view = scene.view;
    // One fact is one line, without the headline and the lead around it.
    let single = view.is_single();
    let shows = |section: Section| view.has(section) && !(single && section == Section::Lead);
    let sections = view.options.show.iter().filter(|&&section| shows(section));
    let columns = if has_columns(view) { "body columns" } else { "body" };
    html! {
        <div part="root">
            <article part="card" lang={view.options.lang.tag()}>
                <slot name="header" />
                if !single { { header::header(view) } }
                <div part={if single { "body single" } else { columns }}>
                    { for sections.map(|&section| self::section(scene, section)) }
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

fn section(scene: &Scene<'_>, section: Section) -> Html {
    match section {
        Section::Lead => lead::lead(scene.view),
        Section::Date => date::date(scene),
        Section::Figures => figures::figures(scene),
        Section::Officials => officials::officials(scene),
        Section::Directives => directives::directives(scene),
    }
}
