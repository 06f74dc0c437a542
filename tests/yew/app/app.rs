//! Example: the card in a Yew application. `index.html` beside this file opens it, once
//! `wasm-pack build --target web` has been called in this folder.

#![cfg(target_arch = "wasm32")]

use tom_tat::article::Article;
use tom_tat::card::{Card, Copying, Lang, Options, Place, STYLES};
use tom_tat::summary::{Official, Summary};
use tom_tat::widget::{Reading, TomTat};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

const BODY: &str = "Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị tổng \
    kết Chỉ thị số 43/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ. Đến nay, 98,5% hồ sơ được giải \
    quyết đúng hạn.";

/// An article as an application may have it: plain text in Unicode's normal form C.
fn article() -> Article {
    Article {
        title: Some("Tổng kết một năm thực hiện Chỉ thị 43".to_owned()),
        url: Some("#bai-viet".to_owned()),
        body: BODY.to_owned(),
        ..Article::default()
    }
}

/// Facts as an application may have them already, from the command or from an editor.
fn summary() -> Summary {
    let official = Official {
        name: "Trần Thị Bình".to_owned(),
        aliases: Vec::new(),
        positions: vec!["Phó Chủ tịch UBND tỉnh".to_owned()],
        roles: Vec::new(),
        evidence: Vec::new(),
    };
    Summary { officials: vec![official], ..Summary::default() }
}

/// An article with its card, whose language a button changes, and a card of facts that are known.
#[component]
fn App() -> Html {
    let article = use_memo((), |()| article());
    let summary = use_memo((), |()| summary());
    let english = use_state_eq(|| false);
    let said = use_state_eq(String::new);

    let options =
        Options { lang: if *english { Lang::En } else { Lang::Vi }, ..Options::default() };
    let toggle = {
        let english = english.clone();
        move |_: MouseEvent| english.set(!*english)
    };
    let tell = |words: fn(usize) -> String| {
        let said = said.setter();
        move |place: Place| {
            said.set(words(place.0));
            true
        }
    };
    let on_copy = {
        let said = said.setter();
        move |copying: Copying| {
            said.set(format!("copied {}", copying.number));
            copying.done.emit(true);
        }
    };
    let on_shown = {
        let said = said.setter();
        move |reading: Reading| {
            said.set(reading.map_or_else(|problem| problem.to_string(), |_| "shown".to_owned()));
        }
    };
    html! {
        <>
            <style>{ STYLES }</style>
            <p><button id="language" onclick={toggle}>{ "vi / en" }</button></p>
            <p id="said">{ &*said }</p>
            <div id="article-card">
                <TomTat
                    {article}
                    {options}
                    on_shown={Some(Callback::from(on_shown))}
                    on_copy={Some(Callback::from(on_copy))}
                    on_follow={Some(Callback::from(tell(|start| format!("followed {start}"))))}
                />
            </div>
            <div id="facts-card"><Card {summary} /></div>
        </>
    }
}

/// Starts the application in the page's body.
#[wasm_bindgen(start)]
pub fn start() {
    yew::Renderer::<App>::new().render();
}
