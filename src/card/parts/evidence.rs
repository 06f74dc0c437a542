//! The sentence behind a fact, folded away behind a quotation mark.

use crate::card::component::Frame;
use crate::card::quote::Quote;
use yew::prelude::*;

/// `fact` names what the sentence is about, for readers who cannot see where the mark stands.
pub(super) fn evidence(view: &Frame<'_>, quote: Option<&Quote>, fact: &str) -> Html {
    let Some(quote) = quote else { return Html::default() };
    let labels = view.options.lang.labels();
    html! {
        <details part="evidence">
            <summary part="evidence-toggle" title={labels.quote}>
                <span part="hidden">{ labels.quote }{ " " }<span lang="vi">{ fact }</span></span>
            </summary>
            <blockquote part="quote" lang="vi">
                { &quote.before }<mark part="quote-mark">{ &quote.exact }</mark>{ &quote.after }
            </blockquote>
            if let Some(href) = &quote.href {
                <a part="quote-link" href={href.clone()} onclick={follow(view, quote)}>
                    { labels.find }
                </a>
            }
        </details>
    }
}

/// Where the article stands in this very page, the link leads there without leaving it.
fn follow(view: &Frame<'_>, quote: &Quote) -> Option<Callback<MouseEvent>> {
    let follow = view.follow.cloned()?;
    let place = quote.place;
    Some(Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        follow.emit(place);
    }))
}
