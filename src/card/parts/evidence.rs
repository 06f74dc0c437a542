//! The sentence behind a fact, folded away behind a quotation mark.

use crate::card::quote::Quote;
use crate::card::view::View;
use yew::prelude::*;

/// `fact` names what the sentence is about, for readers who cannot see where the mark stands.
pub(super) fn evidence(view: &View, quote: Option<&Quote>, fact: &str) -> Html {
    let Some(quote) = quote else { return Html::default() };
    let labels = view.options.lang.labels();
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
                <a part="quote-link" href={href.clone()} data-place={format!("{}-{}", quote.place.0, quote.place.1)}>
                    { labels.find }
                </a>
            }
        </details>
    }
}
