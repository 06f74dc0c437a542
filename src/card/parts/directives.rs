//! Documents that the article cites.

use super::copy::copy;
use super::fact::{Fact, fact};
use super::{Half, Scene, section::section};
use crate::card::options::Section;
use crate::card::view::DirectiveView;
use yew::prelude::*;

pub(in crate::card) fn directives(scene: &Scene<'_>, half: Half) -> Html {
    let view = scene.view;
    let entries = half.of(view, Section::Directives, &view.directives);
    let title = ("directives", view.options.lang.labels().directives);
    section(view, title, entries.iter().map(|entry| directive(scene, entry)).collect())
}

fn directive(scene: &Scene<'_>, directive: &DirectiveView) -> Html {
    let words = html! {
        <span part="document">
            <span part="document-type">{ &directive.kind }</span>
            if let Some(number) = &directive.number {
                { " " }<b part="document-number">{ number }</b>
            }
            if let Some(name) = &directive.name {
                { " " }<b part="document-name">{ name }</b>
            }
            if let Some(subject) = &directive.subject {
                { " " }<span part="subject">{ subject }</span>
            }
            { for directive.issuer.as_ref().map(|issuer| html! {
                <>{ " " }<span part="issuer">{ issuer }</span></>
            }) }
            if let Some(date) = &directive.date {
                { " " }<time part="document-date" datetime={date.datetime.clone()}>{ &date.text }</time>
            }
        </span>
    };
    let actions = directive.number.as_ref().map(|number| {
        html! {
            <>
                { copy(scene, number) }
                if let Some(href) = &directive.lookup {
                    { " " }<a part="lookup" href={href.clone()}>{ scene.view.options.lang.labels().lookup }</a>
                }
            </>
        }
    });
    fact(scene, Fact { part: "fact directive", words, quote: directive.quote.as_ref(), actions })
}
