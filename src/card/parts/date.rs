//! When the event took place.

use super::{Scene, evidence::evidence};
use crate::card::view::Moment;
use yew::prelude::*;

pub(in crate::card) fn date(scene: &Scene<'_>) -> Html {
    let view = scene.view;
    let Some((date, quote)) = &view.date else { return Html::default() };
    html! {
        <div part="fact when">
            <p part="when-line">
                <span part="when-label">{ view.options.lang.labels().when }</span>{ " " }
                <span part="date">
                    { moment(&date.first) }
                    if let Some(last) = &date.last { { " – " }{ moment(last) } }
                </span>
                if let Some(note) = date.note {
                    { " " }<span part="note">{ "(" }{ note }{ ")" }</span>
                }
            </p>
            { evidence(scene, quote.as_ref(), &date.first.text) }
        </div>
    }
}

fn moment(moment: &Moment) -> Html {
    html! { <time datetime={moment.datetime.clone()}>{ &moment.text }</time> }
}
