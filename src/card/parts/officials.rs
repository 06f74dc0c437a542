//! Officials: name, what they did, posts.

use super::fact::{Fact, fact};
use super::{Half, Scene, section::section};
use crate::card::options::Section;
use crate::card::view::OfficialView;
use yew::prelude::*;

pub(in crate::card) fn officials(scene: &Scene<'_>, half: Half) -> Html {
    let view = scene.view;
    let entries = half.of(view, Section::Officials, &view.officials);
    let title = ("officials", view.options.lang.labels().officials);
    section(view, title, entries.iter().map(|entry| official(scene, entry)).collect())
}

fn official(scene: &Scene<'_>, official: &OfficialView) -> Html {
    let words = html! {
        <span part="official-line">
            <b part="name">{ &official.name }</b>
            if !official.roles.is_empty() {
                { " " }
                <span part="role" lang={scene.view.options.lang.tag()}>
                    { "(" }{ official.roles.join(", ") }{ ")" }
                </span>
            }
            if !official.positions.is_empty() {
                <span part="positions">{ ", " }{ official.positions.join("; ") }</span>
            }
        </span>
    };
    fact(
        scene,
        Fact { part: "fact official", words, quote: official.quote.as_ref(), actions: None },
    )
}
