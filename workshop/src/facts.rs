//! The facts that were found, each with its sentence: to be corrected or taken off.

use crate::input::Edits;
use crate::words::Words;
use std::rc::Rc;
use tom_tat::summary::{Evidence, Summary};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Gives the corrected facts: `change` makes them of what is there.
fn edit(
    summary: &Rc<Summary>,
    edits: &Edits,
    on_edit: &Callback<Edits>,
    change: impl Fn(&Summary, &mut Edits, String) + 'static,
) -> Callback<String> {
    let (summary, edits) = (Rc::clone(summary), edits.clone());
    on_edit.reform(move |value| {
        let mut edits = edits.clone();
        change(&summary, &mut edits, value);
        edits
    })
}

pub(crate) fn facts(
    words: Words,
    summary: &Rc<Summary>,
    edits: &Edits,
    on_edit: &Callback<Edits>,
) -> Html {
    let nothing = summary.event.is_none()
        && summary.officials.is_empty()
        && summary.directives.is_empty()
        && summary.figures.is_empty();
    html! {
        <>
            if nothing {
                <p class="note">{ words.of(
                    "Không thấy dữ kiện nào trong bài: trên trang sẽ không có thẻ.",
                    "No facts in the article: there will be no card on the page.") }</p>
            }
            { event(words, summary, edits, on_edit) }
            { section(words.of("Lãnh đạo", "Officials"), officials(words, summary, edits, on_edit)) }
            { section(words.of("Văn bản", "Documents"), directives(words, summary, edits, on_edit)) }
            { section(words.of("Con số", "Figures"), figures(words, summary, edits, on_edit)) }
            if !edits.is_empty() {
                <button type="button" onclick={on_edit.reform(|_| Edits::default())}>
                    { words.of("Bỏ mọi sửa đổi", "Undo all corrections") }
                </button>
            }
        </>
    }
}

fn section(title: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! { <><h3>{ title }</h3><ul class="facts">{ for entries }</ul></> }
}

/// One fact: its fields, its sentence, and the button that takes it off.
fn entry(
    words: Words,
    name: &str,
    fields: Html,
    evidence: &[Evidence],
    off: Callback<String>,
) -> Html {
    let title = format!("{}: {name}", words.of("Bỏ", "Take off"));
    html! {
        <li>
            <div class="fields">{ fields }</div>
            if let Some(place) = evidence.first() {
                <blockquote>
                    { place.before() }<b>{ place.exact() }</b>{ place.behind() }
                </blockquote>
            }
            <button type="button" class="off" aria-label={title} onclick={off.reform(|_| String::new())}>
                { words.of("Bỏ", "Take off") }
            </button>
        </li>
    }
}

fn field(label: &'static str, value: String, on_value: Callback<String>) -> Html {
    let onchange =
        on_value.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    html! { <label><span>{ label }</span><input type="text" {value} {onchange} /></label> }
}

fn event(words: Words, summary: &Rc<Summary>, edits: &Edits, on_edit: &Callback<Edits>) -> Html {
    let Some(event) = &summary.event else { return Html::default() };
    let off = edit(summary, edits, on_edit, |_, edits, _| edits.event = Some(None));
    let (day, month) = (event.date.day(), event.date.month());
    let day = match event.date.year() {
        Some(year) => format!("{day}/{month}/{year}"),
        None => format!("{day}/{month}"),
    };
    let shown =
        html! { <p><b>{ &day }</b>{ event.part.map(|part| format!(" · {}", part.as_str())) }</p> };
    let entry = entry(words, &day, shown, &event.evidence, off);
    section(words.of("Ngày diễn ra", "Day of the event"), vec![entry])
}

fn officials(
    words: Words,
    summary: &Rc<Summary>,
    edits: &Edits,
    on_edit: &Callback<Edits>,
) -> Vec<Html> {
    let entries = summary.officials.iter().enumerate().map(|(at, official)| {
        let list = move |summary: &Summary| summary.officials.clone();
        let name = edit(summary, edits, on_edit, move |summary, edits, value| {
            let mut officials = list(summary);
            officials[at].name = value;
            edits.officials = Some(officials);
        });
        let posts = edit(summary, edits, on_edit, move |summary, edits, value| {
            let mut officials = list(summary);
            let posts = value.split(';').map(str::trim).filter(|post| !post.is_empty());
            officials[at].positions = posts.map(str::to_owned).collect();
            edits.officials = Some(officials);
        });
        let off = edit(summary, edits, on_edit, move |summary, edits, _| {
            let mut officials = list(summary);
            officials.remove(at);
            edits.officials = Some(officials);
        });
        let fields = html! {
            <>
                { field(words.of("Họ tên", "Name"), official.name.clone(), name) }
                { field(words.of("Chức vụ (cách nhau bằng ;)", "Posts (; between)"), official.positions.join("; "), posts) }
            </>
        };
        entry(words, &official.name, fields, &official.evidence, off)
    });
    entries.collect()
}

fn directives(
    words: Words,
    summary: &Rc<Summary>,
    edits: &Edits,
    on_edit: &Callback<Edits>,
) -> Vec<Html> {
    let entries = summary.directives.iter().enumerate().map(|(at, directive)| {
        let change = |set: fn(&mut tom_tat::summary::Directive, Option<String>)| {
            edit(summary, edits, on_edit, move |summary, edits, value| {
                let mut directives = summary.directives.clone();
                set(&mut directives[at], Some(value).filter(|value| !value.trim().is_empty()));
                edits.directives = Some(directives);
            })
        };
        let off = edit(summary, edits, on_edit, move |summary, edits, _| {
            let mut directives = summary.directives.clone();
            directives.remove(at);
            edits.directives = Some(directives);
        });
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let fields = html! {
            <>
                { field(words.of("Loại", "Type"), directive.kind.clone(),
                    change(|directive, value| directive.kind = value.unwrap_or_default())) }
                { field(words.of("Số hiệu", "Number"), text(&directive.number),
                    change(|directive, value| directive.number = value)) }
                { field(words.of("Nơi ban hành", "Issuer"), text(&directive.issuer),
                    change(|directive, value| directive.issuer = value)) }
                { field(words.of("Trích yếu", "Subject"), text(&directive.subject),
                    change(|directive, value| directive.subject = value)) }
            </>
        };
        let name = directive.number.as_ref().or(directive.name.as_ref());
        entry(words, name.unwrap_or(&directive.kind), fields, &directive.evidence, off)
    });
    entries.collect()
}

fn figures(
    words: Words,
    summary: &Rc<Summary>,
    edits: &Edits,
    on_edit: &Callback<Edits>,
) -> Vec<Html> {
    let entries = summary.figures.iter().enumerate().map(|(at, figure)| {
        let label = edit(summary, edits, on_edit, move |summary, edits, value| {
            let mut figures = summary.figures.clone();
            figures[at].label = Some(value).filter(|value| !value.trim().is_empty());
            edits.figures = Some(figures);
        });
        let off = edit(summary, edits, on_edit, move |summary, edits, _| {
            let mut figures = summary.figures.clone();
            figures.remove(at);
            edits.figures = Some(figures);
        });
        let fields = html! {
            <>
                <p><b>{ &figure.quote }</b></p>
                { field(words.of("Là gì", "What it is"), figure.words(), label) }
            </>
        };
        entry(words, &figure.quote, fields, &figure.evidence, off)
    });
    entries.collect()
}
