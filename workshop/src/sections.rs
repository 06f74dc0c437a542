//! The sections of the workshop, in the order of its steps.

use crate::app::{App, Message};
use crate::controls;
use crate::facts;
use crate::gallery;
use crate::preview::preview;
use crate::state::{Place, SAMPLES, Source};
use crate::take::{self, Taking};
use crate::words::Words;
use tom_tat::summary::Summary;
use web_sys::{DragEvent, Element, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

impl App {
    pub(crate) fn switch(&self, ctx: &Context<Self>, words: Words) -> Html {
        let english = !words.english;
        let onclick = ctx.link().callback(move |_| Message::English(english));
        html! {
            <button type="button" class="switch" lang={words.of("en", "vi")} {onclick}>
                { words.of("English", "Tiếng Việt") }
            </button>
        }
    }

    pub(crate) fn article(&self, ctx: &Context<Self>, words: Words) -> Html {
        let oninput = ctx.link().callback(|event: InputEvent| {
            Message::Typed(event.target_unchecked_into::<HtmlTextAreaElement>().value())
        });
        let dropped = |event: &DragEvent| event.data_transfer()?.files()?.get(0);
        let ondrop = ctx.link().batch_callback(move |event: DragEvent| {
            let file = dropped(&event);
            if file.is_some() {
                event.prevent_default();
            }
            file.map(Message::Dropped)
        });
        let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
        let onchange = ctx.link().batch_callback(|event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            input.files().and_then(|files| files.get(0)).map(Message::Dropped)
        });
        let sample = |(name, title): &(&'static str, &'static str)| {
            let name = (*name).to_owned();
            let pressed = self.state.source == Source::Sample(name.clone());
            let onclick = ctx.link().callback(move |_| Message::Open(Source::Sample(name.clone())));
            html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ *title }</button> }
        };
        html! {
            <section aria-labelledby="step-article">
                <h2 id="step-article">{ words.of("1. Bài viết", "1. The article") }</h2>
                <p id="article-hint">{ words.of(
                    "Dán chữ, HTML, JSON hoặc một địa chỉ; kéo tệp vào cũng được. Không có gì rời khỏi máy của bạn.",
                    "Paste text, HTML, JSON or an address, or drop a file. Nothing leaves your machine.") }</p>
                <textarea id="article" rows="9" spellcheck="false" aria-labelledby="step-article"
                    aria-describedby="article-hint" value={self.text.clone()} {oninput} {ondrop} {ondragover} />
                <p class="row">
                    <label class="file">{ words.of("Chọn tệp", "Choose a file") }
                        <input type="file" accept=".json,.html,.htm,.txt" {onchange} />
                    </label>
                    <span>{ words.of("hoặc bài mẫu:", "or a sample:") }</span>
                    { for SAMPLES.iter().map(sample) }
                </p>
                if let Some(Err(failure)) = &self.reading {
                    <p class="failure" role="alert">
                        { &failure.words[usize::from(words.english)] }{ format!(" [{}]", failure.code) }
                    </p>
                }
            </section>
        }
    }

    pub(crate) fn facts(&self, ctx: &Context<Self>, words: Words) -> Html {
        let on_edit = ctx.link().callback(Message::Edit);
        html! {
            <section aria-labelledby="step-facts">
                <h2 id="step-facts">{ words.of("2. Dữ kiện", "2. The facts") }</h2>
                <p>{ words.of(
                    "Mỗi dữ kiện kèm câu gốc. Sửa hoặc bỏ điều gì chưa đúng; thẻ đổi theo ngay.",
                    "Each with its sentence. Correct or take off what is not right; the card follows at once.") }</p>
                if let Some(Ok(reading)) = &self.reading {
                    <details open={!self.edits.is_empty()}>
                        <summary>{ count(words, &reading.summary) }</summary>
                        { facts::facts(words, &reading.summary, &self.edits, &on_edit) }
                    </details>
                }
            </section>
        }
    }

    pub(crate) fn looks(&self, ctx: &Context<Self>, words: Words) -> Html {
        let on_choice = ctx.link().callback(Message::Choose);
        let ontoggle = ctx.link().callback(|event: Event| {
            Message::Gallery(event.target_unchecked_into::<Element>().has_attribute("open"))
        });
        html! {
            <section aria-labelledby="step-look">
                <h2 id="step-look">{ words.of("3. Trình bày", "3. Looks") }</h2>
                if let Some(Ok(reading)) = &self.reading {
                    <details {ontoggle}>
                        <summary>
                            { words.of("Giao diện có sẵn: ", "Theme: ") }{ gallery::title(words, &self.state) }
                        </summary>
                        // Ten cards more, for whoever wants to see them.
                        if self.gallery {
                            { gallery::gallery(words, &self.state, &reading.summary, &on_choice) }
                        }
                    </details>
                }
                { controls::controls(words, &self.state, &self.tokens, &on_choice) }
            </section>
        }
    }

    pub(crate) fn take(&self, ctx: &Context<Self>, words: Words) -> Html {
        let reading = self.reading.as_ref().and_then(|reading| reading.as_ref().ok());
        take::take(&Taking {
            words,
            state: &self.state,
            json: reading.map(|reading| reading.json.as_str()),
            corrections: reading.and_then(|reading| reading.corrections.as_deref()),
            target: self.target,
            on_target: &ctx.link().callback(Message::Target),
            on_copy: &ctx.link().callback(Message::Copy),
            on_save: &ctx.link().callback(Message::Save),
        })
    }

    pub(crate) fn preview(&self, ctx: &Context<Self>, words: Words) -> Html {
        let choice = |place: Place| {
            let chosen = self.state.place == place;
            let onchange = ctx.link().callback(move |_| Message::Place(place));
            html! {
                <label><input type="radio" name="place" value={place.name()} checked={chosen} {onchange} />
                    { place_name(words, place) }</label>
            }
        };
        let card = match &self.reading {
            Some(Ok(_)) if self.state.place == Place::Portal => html! {
                <iframe id="portal" src="www/portal.html" title={place_name(words, Place::Portal)}
                    onload={ctx.link().callback(|_| Message::Portal)} />
            },
            Some(Ok(reading)) => preview(&reading.article, &self.state),
            _ => Html::default(),
        };
        html! {
            <section aria-labelledby="preview-title">
                <h2 id="preview-title">{ words.of("Thẻ trên trang", "The card on the page") }</h2>
                <fieldset><legend class="unseen">{ words.of("Xem ở", "Look at it in") }</legend>
                    { for Place::ALL.into_iter().map(choice) }
                </fieldset>
                if let Some(look) = &self.state.look {
                    <link rel="stylesheet" href={format!("pkg/themes/{look}.css")} />
                }
                { card }
            </section>
        }
    }
}

fn place_name(words: Words, place: Place) -> &'static str {
    match place {
        Place::Page => words.of("Trang bài", "Article"),
        Place::Portal => words.of("Cổng thông tin", "Portal"),
        Place::Sidebar => words.of("Cột bên", "Sidebar"),
        Place::Phone => words.of("Điện thoại", "Phone"),
        Place::Dark => words.of("Nền tối", "Dark"),
        Place::Print => words.of("Bản in", "Paper"),
    }
}

fn count(words: Words, summary: &Summary) -> String {
    let (people, documents, figures) =
        (summary.officials.len(), summary.directives.len(), summary.figures.len());
    if words.english {
        format!("{people} officials, {documents} documents, {figures} figures")
    } else {
        format!("{people} lãnh đạo, {documents} văn bản, {figures} con số")
    }
}
