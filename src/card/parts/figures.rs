//! Key figures: the number, and under it what it is of.

use super::fact::{Fact, fact};
use super::{Half, Scene, section::section};
use crate::card::options::Section;
use crate::card::view::FigureView;
use yew::prelude::*;

/// A number of more characters grows smaller with the card, so that it never breaks.
const LONG: usize = 11;

pub(in crate::card) fn figures(scene: &Scene<'_>, half: Half) -> Html {
    let view = scene.view;
    let entries = half.of(view, Section::Figures, &view.figures);
    let title = ("figures", view.options.lang.labels().figures);
    section(view, title, entries.iter().map(|entry| figure(scene, entry)).collect())
}

fn figure(scene: &Scene<'_>, figure: &FigureView) -> Html {
    let long = figure.number.chars().count() > LONG;
    let words = html! {
        <>
            <span part="figure-value">
                if !figure.qualifier.is_empty() {
                    <span part="qualifier">{ &figure.qualifier }</span>{ " " }
                }
                <b part={if long { "number long" } else { "number" }}>{ &figure.number }</b>
                if !figure.unit.is_empty() {
                    { " " }<span part="unit">{ &figure.unit }</span>
                }
            </span>
            { " " }
            <span part="figure-label">{ &figure.label }</span>
        </>
    };
    let part = if long { "fact figure wide" } else { "fact figure" };
    fact(scene, Fact { part, words, quote: figure.quote.as_ref(), actions: None })
}
