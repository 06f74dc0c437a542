//! Source, day of publication and title.

use crate::card::view::View;
use yew::prelude::*;

pub(in crate::card) fn header(view: &View) -> Html {
    let labels = view.options.lang.labels();
    if view.title.is_none() && view.source.is_none() && view.published.is_none() {
        return Html::default();
    }
    html! {
        <header part="header">
            if view.source.is_some() || view.published.is_some() {
                <p part="kicker">
                    if let Some(source) = &view.source {
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
            if let Some(title) = &view.title {
                <@{format!("h{}", view.options.heading)} part="title" lang="vi">
                    if let Some(url) = &view.url {
                        <a part="title-link" href={url.clone()}>{ title }</a>
                    } else {
                        { title }
                    }
                </@>
            }
        </header>
    }
}
