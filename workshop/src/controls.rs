//! Attributes and tokens, each by a control that the platform brings along.

use crate::state::State;
use crate::words::Words;
use serde::Deserialize;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A custom property, as the manifest describes it.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub(crate) struct Token {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) description: String,
    #[serde(default)]
    pub(crate) default: Option<String>,
}

impl Token {
    fn is_color(&self) -> bool {
        let ends = ["color", "background", "accent", "heading", "muted", "line", "focus", "band"];
        ends.iter().any(|end| self.name.ends_with(end))
    }
}

/// What a control changes.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Choice {
    Attribute(&'static str, String),
    Token(String, String),
    Look(Option<String>),
    Reset,
}

/// A choice of few: attribute, its name, and values with their names.
struct Select {
    name: &'static str,
    title: [&'static str; 2],
    values: &'static [(&'static str, [&'static str; 2])],
}

const SELECTS: [Select; 4] = [
    Select {
        name: "density",
        title: ["Mật độ", "Density"],
        values: &[
            ("", ["Gọn (mặc định)", "Short (default)"]),
            ("line", ["Hai dòng", "Two lines"]),
            ("full", ["Đầy đủ", "Full"]),
        ],
    },
    Select {
        name: "lang",
        title: ["Ngôn ngữ của thẻ", "The card's language"],
        values: &[("", ["Tiếng Việt", "Vietnamese"]), ("en", ["Tiếng Anh", "English"])],
    },
    Select {
        name: "theme",
        title: ["Nền", "Scheme"],
        values: &[
            ("", ["Theo trang", "As the page"]),
            ("light", ["Sáng", "Light"]),
            ("dark", ["Tối", "Dark"]),
            ("auto", ["Theo máy người đọc", "As the reader's system"]),
        ],
    },
    Select {
        name: "heading",
        title: ["Cấp tiêu đề", "Heading level"],
        values: &[
            ("", ["3 (mặc định)", "3 (default)"]),
            ("2", ["2", "2"]),
            ("4", ["4", "4"]),
            ("5", ["5", "5"]),
        ],
    },
];

/// Attributes that are written: name, label, example.
const TEXTS: [(&str, [&str; 2], &str); 5] = [
    ("show", ["Mục và thứ tự", "Sections and order"], "title date officials figures directives"),
    ("limit", ["Số mục trước “Xem thêm”", "Entries before “Xem thêm”"], "figures:4 officials:3"),
    ("omit", ["Bỏ dữ kiện", "Facts taken off"], "Nguyễn Văn An; 98,5%"),
    ("lookup", ["Địa chỉ tra văn bản", "Look-up address"], "https://example.com/?q={number}"),
    ("report", ["Địa chỉ “Báo sai”", "“Báo sai” address"], "mailto:bientap@example.com"),
];

pub(crate) fn controls(
    words: Words,
    state: &State,
    tokens: &[Token],
    on_choice: &Callback<Choice>,
) -> Html {
    html! {
        <>
            <div class="fields">
                { for SELECTS.iter().map(|select| self::select(words, state, select, on_choice)) }
            </div>
            <div class="fields wide">
                { for TEXTS.iter().map(|text| self::text(words, state, text, on_choice)) }
            </div>
            <details>
                <summary>{ words.of("Màu, chữ và khoảng cách", "Colours, type and spacing") }</summary>
                <div class="fields tokens">
                    { for tokens.iter().map(|token| self::token(state, token, on_choice)) }
                </div>
            </details>
            <button type="button" onclick={on_choice.reform(|_| Choice::Reset)}>
                { words.of("Về mặc định", "Back to the defaults") }
            </button>
        </>
    }
}

fn select(words: Words, state: &State, select: &Select, on_choice: &Callback<Choice>) -> Html {
    let name = select.name;
    let chosen = state.attribute(name).to_owned();
    let onchange = on_choice.reform(move |event: Event| {
        Choice::Attribute(name, event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    html! {
        <label>
            <span>{ words.of(select.title[0], select.title[1]) }</span>
            <select {name} {onchange}>
                { for select.values.iter().map(|(value, title)| html! {
                    <option value={*value} selected={*value == chosen}>{ words.of(title[0], title[1]) }</option>
                }) }
            </select>
        </label>
    }
}

fn text(
    words: Words,
    state: &State,
    (name, title, example): &(&'static str, [&'static str; 2], &'static str),
    on_choice: &Callback<Choice>,
) -> Html {
    let name = *name;
    let onchange = on_choice.reform(move |event: Event| {
        Choice::Attribute(name, event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <label>
            <span>{ words.of(title[0], title[1]) }{ " " }<code>{ name }</code></span>
            <input {name} type="text" spellcheck="false" placeholder={*example}
                value={state.attribute(name).to_owned()} {onchange} />
        </label>
    }
}

fn token(state: &State, token: &Token, on_choice: &Callback<Choice>) -> Html {
    let name = token.name.clone();
    let value = state.tokens.get(&name).cloned().unwrap_or_default();
    let changed = {
        let name = name.clone();
        on_choice.reform(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            Choice::Token(name.clone(), value)
        })
    };
    // What a colour field can show of a value; any other stays in the text field alone.
    let is_hex = value.len() == 7 && value.starts_with('#');
    let swatch = if is_hex { value.clone() } else { "#000000".to_owned() };
    html! {
        <label title={token.description.clone()}>
            <span><code>{ name.trim_start_matches("--tom-tat-").to_owned() }</code></span>
            <span class="pair">
                if token.is_color() {
                    <input type="color" aria-label={name.clone()} value={swatch} onchange={changed.clone()} />
                }
                <input type="text" name={name.clone()} spellcheck="false"
                    placeholder={token.default.clone().unwrap_or_default()} {value} onchange={changed} />
            </span>
        </label>
    }
}
