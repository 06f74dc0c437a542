//! The themes, each as a small picture: the card of the article at hand, in that theme.

use crate::controls::Choice;
use crate::shadow::Shadow;
use crate::state::{LOOKS, State};
use crate::words::Words;
use std::rc::Rc;
use tom_tat::card::{Card, Options, STYLES};
use tom_tat::summary::Summary;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One theme to choose; the first is none.
type Look = (Option<&'static str>, [&'static str; 2]);

/// Half as large as on a page.
const HALF: &str = "tom-tat { inline-size: 200%; transform: scale(.5); transform-origin: 0 0 }";

const NONE: [&str; 2] = ["Theo trang", "As the page"];

fn looks() -> impl Iterator<Item = Look> {
    let named = LOOKS.iter().map(|(file, title)| (Some(*file), *title));
    std::iter::once((None, NONE)).chain(named)
}

/// What the chosen theme is called.
pub(crate) fn title(words: Words, state: &State) -> &'static str {
    let found = looks().find(|(file, _)| *file == state.look.as_deref());
    let title = found.map_or(NONE, |(_, title)| title);
    words.of(title[0], title[1])
}

/// The pictures, of which one is chosen.
pub(crate) fn gallery(
    words: Words,
    state: &State,
    summary: &Rc<Summary>,
    on_choice: &Callback<Choice>,
) -> Html {
    html! {
        <fieldset class="gallery">
            <legend class="unseen">{ words.of("Giao diện có sẵn", "Themes") }</legend>
            { for looks().map(|look| tile(words, state, summary, look, on_choice)) }
        </fieldset>
    }
}

fn tile(
    words: Words,
    state: &State,
    summary: &Rc<Summary>,
    (file, title): Look,
    on_choice: &Callback<Choice>,
) -> Html {
    let onchange = on_choice.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        Choice::Look(Some(value).filter(|value| !value.is_empty()))
    });
    let options = Options::from_attributes(|name| state.attributes.get(name).cloned());
    let checked = state.look.as_deref() == file;
    html! {
        <label>
            <input type="radio" name="look" value={file.unwrap_or_default()} {checked} {onchange} />
            <Shadow tag="div" class="picture" inert=true>
                if let Some(file) = file {
                    <link rel="stylesheet" href={format!("pkg/themes/{file}.css")} />
                }
                <style>{ HALF }</style>
                <Shadow tag="tom-tat">
                    <style>{ STYLES }</style>
                    <Card summary={Rc::clone(summary)} {options} />
                </Shadow>
            </Shadow>
            <span>{ words.of(title[0], title[1]) }</span>
        </label>
    }
}
