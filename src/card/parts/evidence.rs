//! The sentence behind a fact, folded away behind a quotation mark.

use super::Scene;
use crate::card::quote::Quote;
use yew::prelude::*;

/// `fact` names what the sentence is about, for readers who cannot see where the mark stands.
pub(super) fn evidence(scene: &Scene<'_>, quote: Option<&Quote>, fact: &str) -> Html {
    let Some(quote) = quote else { return Html::default() };
    let labels = scene.view.options.lang.labels();
    // The same words as the content: a title that differs is read out as well, after the name.
    let title = [labels.quote, " ", fact].concat();
    html! {
        <details part="evidence">
            <summary part="evidence-toggle" {title}>
                <span part="hidden">{ labels.quote }{ " " }<span lang="vi">{ fact }</span></span>
            </summary>
            <blockquote part="quote" lang="vi">
                { &quote.before }<mark part="quote-mark">{ &quote.exact }</mark>{ &quote.after }
            </blockquote>
            if let Some(href) = &quote.href {
                <a part="quote-link" href={href.clone()} onclick={follow(scene, quote)}>
                    { labels.find }
                </a>
            }
        </details>
    }
}

/// What a click on the link does before the browser goes to its address.
fn follow(scene: &Scene<'_>, quote: &Quote) -> Option<Callback<MouseEvent>> {
    let (follow, place) = (scene.on_follow?.clone(), quote.place);
    Some(Callback::from(move |event: MouseEvent| {
        if follow.emit(place) {
            event.prevent_default();
        }
    }))
}
