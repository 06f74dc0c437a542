//! Documents that the article cites.

use super::copy::copy;
use super::fact::{Fact, fact};
use super::{
    Half, Scene, bold,
    section::{Name, section},
    span, whole,
};
use crate::card::options::Section;
use crate::card::view::DirectiveView;
use yew::prelude::*;

pub(in crate::card) fn directives(scene: &Scene<'_>, half: Half) -> Html {
    let view = scene.view;
    let entries = half.of(view, Section::Directives, &view.directives);
    let name = Name {
        list: "directives",
        section: "section directives-section",
        heading: "section-title directives-title",
        words: view.options.lang.labels().directives,
    };
    section(view, &name, entries.iter().map(|entry| directive(scene, entry)).collect())
}

fn directive(scene: &Scene<'_>, shown: &DirectiveView<'_>) -> Html {
    let directive = shown.directive;
    let words = html! {
        <span part="document">
            { span("document-type", &directive.kind) }
            { beside(whole, "document-number", directive.number.as_ref()) }
            { beside(bold, "document-name", directive.name.as_ref()) }
            { beside(span, "subject", directive.subject.as_ref()) }
            { beside(span, "issuer", directive.issuer.as_ref()) }
            if let Some(date) = &shown.date {
                { "\u{a0}" }<time part="document-date" datetime={date.datetime.clone()}>{ &date.text }</time>
            }
        </span>
    };
    let actions = directive.number.as_ref().map(|number| {
        html! {
            <>
                { copy(scene, number) }
                if let Some(href) = &shown.lookup {
                    { " " }<a part="lookup" href={href.clone()}>{ scene.view.options.lang.labels().lookup }</a>
                }
            </>
        }
    });
    fact(scene, Fact { part: "fact directive", words, quote: shown.quote.as_ref(), actions })
}

/// Words behind others, if there are any.
fn beside(
    element: fn(&'static str, &str) -> Html,
    part: &'static str,
    words: Option<&String>,
) -> Html {
    // The style sheet puts a point before who issued it: a point ends a line, and begins none.
    let gap = if part == "issuer" { "\u{a0}" } else { " " };
    html! {
        if let Some(words) = words {
            { gap }{ element(part, words) }
        }
    }
}
