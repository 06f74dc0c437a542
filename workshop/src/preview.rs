//! The card as it will show: the very component, in a shadow root of its own, at the place that was chosen.

use crate::shadow::Shadow;
use crate::snippet;
use crate::state::{Place, State};
use std::rc::Rc;
use tom_tat::article::Article;
use tom_tat::card::{Options, STYLES};
use tom_tat::widget::TomTat;
use yew::prelude::*;

/// An element `<tom-tat>`, which nobody defines in this page, with the card in it.
pub(crate) fn preview(article: &Rc<Article>, state: &State) -> Html {
    let options = Options::from_attributes(|name| state.attributes.get(name).cloned());
    let theme = match state.place {
        Place::Dark => "dark",
        _ => state.attribute("theme"),
    };
    let theme = Some(theme.to_owned()).filter(|theme| !theme.is_empty());
    // Paper is shown by its own rules, for what is on a screen.
    let styles = match state.place {
        Place::Print => STYLES.replace("@media print", "@media all"),
        _ => STYLES.to_owned(),
    };
    html! {
        <div class={classes!("stage", format!("stage-{}", state.place.name()))}>
            <Shadow tag="tom-tat" {theme} style={snippet::tokens(state)}>
                <style>{ styles }</style>
                <TomTat article={Rc::clone(article)} {options} />
            </Shadow>
        </div>
    }
}
