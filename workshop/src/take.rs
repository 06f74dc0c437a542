//! What somebody takes home: the lines to paste, and the article with its corrected facts.

use crate::snippet::{self, Carried, TARGETS};
use crate::state::State;
use crate::words::Words;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub(crate) struct Taking<'a> {
    pub(crate) words: Words,
    pub(crate) state: &'a State,
    /// The article with its corrected facts, as JSON; `None` where there is none.
    pub(crate) json: Option<&'a str>,
    /// The corrected facts alone.
    pub(crate) corrections: Option<&'a str>,
    pub(crate) target: &'static str,
    pub(crate) on_target: &'a Callback<String>,
    pub(crate) on_copy: &'a Callback<String>,
    pub(crate) on_save: &'a Callback<String>,
}

pub(crate) fn take(taking: &Taking<'_>) -> Html {
    let Taking { words, state, target, on_target, .. } = taking;
    let carried = Carried { json: taking.json.unwrap_or("{}"), corrections: taking.corrections };
    let lines = snippet::lines(target, state, carried);
    let chosen = TARGETS.iter().find(|each| each.name == *target);
    let onchange =
        on_target.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <>
            <div class="fields">
                <label>
                    <span>{ words.of("Thẻ đặt ở đâu", "Where the card goes") }</span>
                    <select name="target" {onchange}>
                        { for TARGETS.iter().map(|each| html! {
                            <option value={each.name} selected={each.name == *target}>
                                { words.of(each.title[0], each.title[1]) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            if let Some(chosen) = chosen {
                <p>{ words.of(chosen.hint[0], chosen.hint[1]) }</p>
            }
            <pre id="snippet" tabindex="0">{ &lines }</pre>
            { copy(*words, lines, taking.on_copy) }
            { json(taking) }
        </>
    }
}

fn copy(words: Words, text: String, on_copy: &Callback<String>) -> Html {
    let onclick = on_copy.reform(move |_| text.clone());
    html! { <button type="button" class="main" {onclick}>{ words.of("Chép", "Copy") }</button> }
}

fn json(taking: &Taking<'_>) -> Html {
    let (words, Some(json)) = (taking.words, taking.json) else { return Html::default() };
    let text = json.to_owned();
    let save = taking.on_save.reform(move |_| text.clone());
    html! {
        <details>
            <summary>{ words.of("JSON của bài và các dữ kiện đã sửa", "JSON of the article and the corrected facts") }</summary>
            <pre id="json" tabindex="0">{ json }</pre>
            { copy(words, json.to_owned(), taking.on_copy) }
            <button type="button" onclick={save}>{ words.of("Tải tệp bai-viet.json", "Save bai-viet.json") }</button>
        </details>
    }
}
