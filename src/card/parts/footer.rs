//! Who made the card, and the way to the article.

use crate::card::view::View;
use yew::prelude::*;

pub(in crate::card) fn footer(view: &View) -> Html {
    html! {
        <footer part="footer">
            <span part="provenance">{ view.provenance }</span>
            if let Some(url) = view.url.as_ref().filter(|_| !view.options.at_home) {
                <a part="read" href={url.clone()}>{ view.options.lang.labels().read }</a>
            }
        </footer>
    }
}
