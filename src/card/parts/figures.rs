//! Key figures as large numbers.

use super::{Scene, evidence::evidence, section::section};
use crate::card::options::Section;
use crate::card::view::FigureView;
use yew::prelude::*;

pub(in crate::card) fn figures(scene: &Scene<'_>) -> Html {
    let view = scene.view;
    let title = ("figures", view.options.lang.labels().figures);
    let list = |items: Html| html! { <dl part="figures" lang="vi">{ items }</dl> };
    let entries = view.figures.iter().map(|entry| figure(scene, entry)).collect();
    section(view, Section::Figures, title, entries, list)
}

/// The label comes first in the markup, as a term before its description; the style sheet puts
/// the number on top.
fn figure(scene: &Scene<'_>, figure: &FigureView) -> Html {
    html! {
        <div part="fact figure">
            <dt part="figure-label">{ &figure.label }</dt>
            <dd part="figure-value">
                if !figure.qualifier.is_empty() {
                    <span part="qualifier">{ &figure.qualifier }</span>{ " " }
                }
                <span part="number">{ &figure.number }</span>
                if !figure.unit.is_empty() {
                    { " " }<span part="unit">{ &figure.unit }</span>
                }
            </dd>
            <dd part="figure-evidence">
                { evidence(scene, figure.quote.as_ref(), &figure.label) }
            </dd>
        </div>
    }
}
