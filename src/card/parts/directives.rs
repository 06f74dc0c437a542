//! Documents that the article cites.

use super::{Scene, copy::copy, evidence::evidence, section::section};
use crate::card::options::Section;
use crate::card::view::DirectiveView;
use yew::prelude::*;

pub(in crate::card) fn directives(scene: &Scene<'_>) -> Html {
    let view = scene.view;
    let title = ("directives", view.options.lang.labels().directives);
    let list = |items: Html| html! { <ul part="directives" role="list">{ items }</ul> };
    let entries = view.directives.iter().map(|entry| directive(scene, entry)).collect();
    section(view, Section::Directives, title, entries, list)
}

fn directive(scene: &Scene<'_>, directive: &DirectiveView) -> Html {
    let name = directive.number.as_ref().or(directive.name.as_ref());
    let labels = scene.view.options.lang.labels();
    html! {
        <li part="fact directive">
            <p part="document" lang="vi">
                <span part="document-type">{ &directive.kind }</span>
                if let Some(number) = &directive.number {
                    { " " }<b part="document-number">{ number }</b>
                    { copy(scene, number) }
                }
                if let Some(name) = &directive.name {
                    { " " }<b part="document-name">{ name }</b>
                }
            </p>
            if let Some(subject) = &directive.subject {
                <p part="subject" lang="vi">{ subject }</p>
            }
            if directive.issuer.is_some() || directive.date.is_some() || directive.lookup.is_some() {
                <p part="document-meta">
                    if let Some(issuer) = &directive.issuer {
                        <span part="issuer" lang="vi">{ issuer }</span>
                    }
                    if let Some(date) = &directive.date {
                        <time part="document-date" datetime={date.datetime.clone()}>
                            { &date.text }
                        </time>
                    }
                    if let Some(href) = &directive.lookup {
                        <a part="lookup" href={href.clone()}>{ labels.lookup }</a>
                    }
                </p>
            }
            { evidence(scene, directive.quote.as_ref(), name.map_or("", String::as_str)) }
        </li>
    }
}
