//! Officials: name, what they did, posts.

use super::fact::{Fact, fact};
use super::{
    Half, Scene,
    section::{Name, section},
    span, whole,
};
use crate::card::options::Section;
use crate::card::view::OfficialView;
use yew::prelude::*;

pub(in crate::card) fn officials(scene: &Scene<'_>, half: Half) -> Html {
    let view = scene.view;
    let entries = half.of(view, Section::Officials, &view.officials);
    let name = Name {
        list: "officials",
        section: "section officials-section",
        heading: "section-title officials-title",
        words: view.options.lang.labels().officials,
    };
    section(view, &name, entries.iter().map(|entry| official(scene, entry)).collect())
}

fn official(scene: &Scene<'_>, official: &OfficialView<'_>) -> Html {
    let words = html! {
        <span part="official-line">
            { whole("name", official.name) }
            if !official.roles.is_empty() {
                { " " }
                <span part="role" lang={scene.view.options.lang.tag()}>
                    { sign("(") }{ official.roles.join(", ") }{ sign(")") }
                </span>
            }
            if !official.positions.is_empty() {
                { sign(",") }{ " " }{ span("positions", &official.positions.join("; ")) }
            }
        </span>
    };
    fact(
        scene,
        Fact { part: "fact official", words, quote: official.quote.as_ref(), actions: None },
    )
}

/// A mark between words, which a designer may take away.
fn sign(mark: &'static str) -> Html {
    span("sign", mark)
}
