//! Who made the card, and the way to the article.

use super::span;
use crate::card::view::View;
use yew::prelude::*;

pub(in crate::card) fn footer(view: &View<'_>) -> Html {
    html! {
        <footer part="footer">
            { span("provenance", view.provenance) }
            if let Some(url) = view.summary.url.as_ref().filter(|_| !view.options.at_home) {
                <a part="read" href={url.clone()}>{ view.options.lang.labels().read }</a>
            }
        </footer>
    }
}
