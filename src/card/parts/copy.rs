//! The button that copies a document's number.

use super::Scene;
use yew::prelude::*;

/// No button where nothing would copy the number: without a script.
pub(super) fn copy(scene: &Scene<'_>, number: &str) -> Html {
    let Some(on_copy) = scene.on_copy else { return Html::default() };
    let lang = scene.view.options.lang;
    let name = [lang.labels().copy, " ", number].concat();
    // The style sheet shows a tick.
    let copied = (scene.copied == Some(number)).then_some("");
    let (on_copy, text) = (on_copy.clone(), number.to_owned());
    let onclick = move |_: MouseEvent| on_copy.emit(text.clone());
    html! {
        <button
            part="copy"
            type="button"
            lang={lang.tag()}
            aria-label={name}
            data-copy={number.to_owned()}
            data-copied={copied}
            {onclick}
        >
            { lang.labels().copy }
        </button>
    }
}
