//! The card as a Yew component.

use super::options::{Density, Options, Section};
use super::parts::{Half, Scene, band, directives, figures, footer, lead, line, officials};
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

    fn changed(&mut self, ctx: &Context<Self>, before: &CardProps) -> bool {
        // The tick is not the next article's, whose documents may be the same.
        if !Rc::ptr_eq(&ctx.props().summary, &before.summary) {
            self.copied = None;
        }
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
    let home = if view.options.at_home { " home" } else { "" };
    let part = ["card ", view.options.density.name(), home].concat();
    let inside = if view.options.density == Density::Line {
        line::line(view)
    } else {
        html! {
            <>
                { band::band(scene) }
                <div part="body">{ sections(scene, Half::Shown) }</div>
                <div part="end">
                    { folded(scene) }
                    { footer::footer(view) }
                </div>
                <slot name="footer" />
            </>
        }
    };
    html! {
        <div part="root">
            <article {part} lang={view.options.lang.tag()}>{ inside }</article>
        </div>
    }
}

/// What does not show at once, behind one control that needs no script.
fn folded(scene: &Scene<'_>) -> Html {
    let count = scene.view.folded();
    html! {
        if count > 0 {
            <details part="more">
                <summary part="more-toggle">{ (scene.view.options.lang.labels().more)(count) }</summary>
                <div part="rest">{ sections(scene, Half::Folded) }</div>
            </details>
        }
    }
}

/// The sections that were asked for, in their order; the day stands in the head of the card.
fn sections(scene: &Scene<'_>, half: Half) -> Html {
    let view = scene.view;
    let section = |section: &Section| match section {
        Section::Lead if half == Half::Shown && view.has(*section) => lead::lead(view),
        Section::Lead | Section::Date => Html::default(),
        Section::Figures => figures::figures(scene, half),
        Section::Officials => officials::officials(scene, half),
        Section::Directives => directives::directives(scene, half),
    };
    view.options.show.iter().map(section).collect()
}
