//! The sentence that reports the event.

use crate::card::view::View;
use yew::prelude::*;

pub(in crate::card) fn lead(view: &View<'_>) -> Html {
    html! { <p part="lead" lang="vi">{ view.summary.lead.as_deref().unwrap_or_default() }</p> }
}
