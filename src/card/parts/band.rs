//! The head of a card: headline, source and day of publication, and when the event took place.

use super::{Scene, fact::opening, heading};
use crate::card::options::Section;
use crate::card::view::{Moment, View};
use yew::prelude::*;

pub(in crate::card) fn band(scene: &Scene<'_>) -> Html {
    let view = scene.view;
    let labels = view.options.lang.labels();
    let titled = view.options.shows_title() && !view.is_single();
    let title = view.summary.title.as_ref().filter(|_| titled);
    let day = view.shows(Section::Date).then(|| day(scene));
    html! {
        <header part="band">
            <div part="heading">
                if let Some(title) = title {
                    { kicker(view) }
                    { heading(view.options.heading, "title", "vi", headline(view, title)) }
                }
                if title.is_none() && day.is_none() {
                    <p part="when">{ labels.summary }</p>
                }
                { for day }
            </div>
            <slot name="header" />
        </header>
    }
}

fn headline(view: &View<'_>, title: &str) -> Html {
    html! {
        if let Some(url) = &view.summary.url {
            <a part="title-link" href={url.clone()}>{ title }</a>
        } else {
            { title }
        }
    }
}

fn kicker(view: &View<'_>) -> Html {
    let labels = view.options.lang.labels();
    html! {
        if view.summary.source.is_some() || view.published.is_some() {
            <p part="kicker">
                if let Some(source) = &view.summary.source {
                    <span part="source" lang="vi">{ source }</span>
                }
                if let Some(published) = &view.published {
                    <span part="published">
                        { labels.published }{ " " }
                        <time datetime={published.datetime.clone()}>{ &published.text }</time>
                    </span>
                }
            </p>
        }
    }
}

fn day(scene: &Scene<'_>) -> Html {
    let Some((date, quote)) = &scene.view.date else { return Html::default() };
    let words = html! {
        <>
            <b part="date">
                { moment(&date.first) }
                if let Some(last) = &date.last { { " – " }{ moment(last) } }
            </b>
            if let Some(note) = date.note {
                { " " }<span part="note">{ "(" }{ note }{ ")" }</span>
            }
        </>
    };
    html! {
        <div part="fact when">
            if let Some(quote) = quote {
                { opening(scene, quote, words, None) }
            } else {
                { words }
            }
        </div>
    }
}

fn moment(moment: &Moment) -> Html {
    html! { <time datetime={moment.datetime.clone()}>{ &moment.text }</time> }
}
