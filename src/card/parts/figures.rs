//! Key figures: the number, and under it what it is of.

use super::fact::{Fact, fact};
use super::{
    Half, Scene, bold,
    section::{Name, section},
    span,
};
use crate::card::options::Section;
use crate::card::view::FigureView;
use yew::prelude::*;

/// A number of more characters grows smaller with the card, so that it never breaks.
const LONG: usize = 11;

pub(in crate::card) fn figures(scene: &Scene<'_>, half: Half) -> Html {
    let view = scene.view;
    let entries = half.of(view, Section::Figures, &view.figures);
    let name = Name {
        list: "figures",
        section: "section figures-section",
        heading: "section-title figures-title",
        words: view.options.lang.labels().figures,
    };
    section(view, &name, entries.iter().map(|entry| figure(scene, entry)).collect())
}

fn figure(scene: &Scene<'_>, figure: &FigureView<'_>) -> Html {
    let printed = &figure.printed;
    let long = printed.number.chars().count() > LONG;
    let words = html! {
        <>
            <span part="figure-value">
                if !printed.qualifier.is_empty() {
                    { span("qualifier", &printed.qualifier) }{ " " }
                }
                { bold(if long { "number long" } else { "number" }, &printed.number) }
                if !printed.unit.is_empty() {
                    { " " }{ span("unit", &printed.unit) }
                }
                if let Some(again) = &figure.again {
                    { " " }{ span("again", again) }
                }
            </span>
            if !figure.label.is_empty() {
                { " " }{ span("figure-label", &figure.label) }
            }
        </>
    };
    let part = if long { "fact figure wide" } else { "fact figure" };
    fact(scene, Fact { part, words, quote: figure.quote.as_ref(), actions: None })
}
