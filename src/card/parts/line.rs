//! A card of two lines, for lists and sidebars: it leads to the article and opens nothing itself.

use super::span;
use crate::card::options::Section;
use crate::card::view::View;
use yew::prelude::*;

pub(in crate::card) fn line(view: &View<'_>) -> Html {
    let words = html! {
        <>
            { span("line-first", &joined(&[day(view), people(view)])) }
            { span("line-second", &joined(&[figure(view), documents(view)])) }
        </>
    };
    match &view.summary.url {
        Some(url) => html! { <a part="line" href={url.clone()}>{ words }</a> },
        None => html! { <p part="line">{ words }</p> },
    }
}

/// What is there, with points between.
fn joined(words: &[Option<String>]) -> String {
    words.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

fn day(view: &View<'_>) -> Option<String> {
    let (date, _) = view.date.as_ref().filter(|_| view.shows(Section::Date))?;
    Some(date.first.text.clone())
}

fn people(view: &View<'_>) -> Option<String> {
    let first = view.officials.first().filter(|_| view.shows(Section::Officials))?;
    Some(view.and_others(first.name, view.officials.len() - 1, 1))
}

fn documents(view: &View<'_>) -> Option<String> {
    let first = view.directives.first().filter(|_| view.shows(Section::Directives))?.directive;
    let name = first.number.as_ref().or(first.name.as_ref()).map_or("", String::as_str);
    Some(view.and_others(&[&first.kind, " ", name].concat(), view.directives.len() - 1, 2))
}

fn figure(view: &View<'_>) -> Option<String> {
    let first = view.figures.first().filter(|_| view.shows(Section::Figures))?;
    Some(first.printed.joined())
}
