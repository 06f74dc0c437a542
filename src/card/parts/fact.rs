//! A fact and the sentence behind it: the fact's own words open the sentence.

use super::Scene;
use crate::card::options::fill;
use crate::card::quote::Quote;
use yew::prelude::*;

/// A fact: how it is called, what shows of it, where it stands, and what else can be done with it.
pub(super) struct Fact<'a> {
    pub(super) part: &'static str,
    pub(super) words: Html,
    pub(super) quote: Option<&'a Quote<'a>>,
    pub(super) actions: Option<Html>,
}

/// An entry of a list. Without a sentence the words stand by themselves.
pub(super) fn fact(scene: &Scene<'_>, fact: Fact<'_>) -> Html {
    let Fact { part, words, quote, actions } = fact;
    html! {
        <li {part}>
            if let Some(quote) = quote {
                { opening(scene, quote, words, actions) }
            } else {
                { words }{ for actions }
            }
        </li>
    }
}

/// Words that open the sentence which they come from.
pub(super) fn opening(
    scene: &Scene<'_>,
    quote: &Quote<'_>,
    words: Html,
    actions: Option<Html>,
) -> Html {
    let labels = scene.view.options.lang.labels();
    html! {
        <details part="evidence">
            <summary part="evidence-toggle">{ words }</summary>
            <blockquote part="quote" lang="vi">
                { &quote.before }<mark part="quote-mark">{ quote.exact }</mark>{ &quote.after }
            </blockquote>
            <p part="quote-actions">
                if let Some(href) = &quote.href {
                    <a part="quote-link" href={href.clone()} onclick={follow(scene, quote)}>
                        { labels.find }
                    </a>
                }
                { for actions }
                { report(scene, quote) }
            </p>
        </details>
    }
}

/// What a click on the link does before the browser goes to its address.
fn follow(scene: &Scene<'_>, quote: &Quote<'_>) -> Option<Callback<MouseEvent>> {
    let (follow, place) = (scene.on_follow?.clone(), quote.place);
    Some(Callback::from(move |event: MouseEvent| {
        if follow.emit(place) {
            event.prevent_default();
        }
    }))
}

/// The way to tell that the fact is wrong.
fn report(scene: &Scene<'_>, quote: &Quote<'_>) -> Html {
    let view = scene.view;
    let values = [("url", view.summary.url.as_deref().unwrap_or_default()), ("fact", quote.exact)];
    html! {
        if let Some(template) = &view.options.report {
            <a part="report" href={fill(template, &values)}>{ view.options.lang.labels().report }</a>
        }
    }
}
