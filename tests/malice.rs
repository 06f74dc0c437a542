//! Articles that mean harm, through `render` and `jsonld`: no element, attribute or scheme of theirs comes out, no
//! script ends early, and what shows is text; or they are refused with a code. The payloads stand in
//! `tests/malice/payloads.txt`; `tests/e2e/malice.test.mjs` shows them in browsers.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use clap::Parser;
use scraper::{ElementRef, Html};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tom_tat::article::{Article, Json};
use tom_tat::extract::extract;
use tom_tat::native::render::{Rendering, linked_data};
use tom_tat::native::{Native, read_page};
use tom_tat::summary::Summary;

const PAYLOADS: &str = include_str!("malice/payloads.txt");

struct Payload {
    kind: &'static str,
    line: &'static str,
    words: String,
}

/// Every payload but those with half a letter, which no text of Rust holds.
fn payloads() -> Vec<Payload> {
    let mut kind = "";
    let mut payloads = Vec::new();
    for line in PAYLOADS.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            kind = heading.split(':').next().unwrap();
        } else if !line.is_empty() && line != "#" && !line.starts_with("# ") {
            payloads.extend(spelled(line).map(|words| Payload { kind, line, words }));
        }
    }
    payloads
}

/// "{U+202E}" and "{1000 × <b>}" as what they stand for.
fn spelled(line: &str) -> Option<String> {
    let mut words = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('{') {
        let (before, inside) = rest.split_at(open);
        words.push_str(before);
        let close = inside.find('}');
        let spelling = close.and_then(|close| spelling(&inside[1..close]));
        match (close, spelling) {
            (Some(close), Some(meant)) => {
                words.push_str(&meant?);
                rest = &inside[close + 1..];
            }
            _ => {
                words.push('{');
                rest = &inside[1..];
            }
        }
    }
    Some(words + rest)
}

/// What stands between brackets, where it is a spelling; nothing of half a letter.
fn spelling(inside: &str) -> Option<Option<String>> {
    if let Some(code) = inside.strip_prefix("U+") {
        let code = u32::from_str_radix(code, 16).ok()?;
        return Some(char::from_u32(code).map(String::from));
    }
    let (count, words) = inside.split_once(" × ")?;
    Some(Some(words.repeat(count.parse().ok()?)))
}

#[derive(Parser)]
struct Options {
    #[command(flatten)]
    rendering: Rendering,
}

/// The options that show most; those that are `words` where there are any.
fn rendering(density: &str, words: Option<&str>) -> Rendering {
    let hostile = |own: &'static str| words.map_or(own.to_owned(), str::to_owned);
    let all = "title lead date figures officials directives";
    let arguments = [
        ("show", words.map_or(all.to_owned(), |words| [all, words].join(" "))),
        ("density", density.to_owned()),
        ("lang", hostile("vi")),
        ("limit", hostile("9")),
        ("heading", hostile("3")),
        ("theme", hostile("dark")),
        ("omit", hostile("không")),
        ("lookup", hostile("https://example.com/?q=") + "{number}"),
        ("report", hostile("mailto:a@example.com?subject={fact}")),
        ("stylesheet", hostile("/card.css")),
    ];
    let arguments = arguments.map(|(name, value)| format!("--{name}={value}"));
    let options = ["render".to_owned(), "--jsonld".to_owned()].into_iter().chain(arguments);
    Options::parse_from(options).rendering
}

fn sentence(words: &str) -> String {
    format!(
        "Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị theo Chỉ thị số \
         43/CT-TTg {words} và trao 350 suất quà."
    )
}

/// The payload in every field that an editor can fill.
fn curated(words: &str) -> Value {
    json!({
        "lead": words,
        "event": { "date": "2022-04-29" },
        "officials": [{ "name": words, "aliases": [words], "positions": [words], "roles": ["ký"] }],
        "directives": [{ "type": words, "number": words, "name": words, "issuer": words, "subject": words }],
        "figures": [{ "quote": format!("7 {words}"), "value": 7, "unit": words, "label": words,
            "context": { "before": words, "after": words } }],
    })
}

/// The payload through each shape of Contract 1.
fn shapes(words: &str) -> [Value; 6] {
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let html = format!("<p>{}</p>{words}<p>{}</p>", sentence(""), sentence(&escaped));
    [
        json!({ "title": words, "url": words, "source": words, "summary": curated(words) }),
        json!({ "title": words, "url": words, "body": sentence(words) }),
        json!({ "title": words, "url": words, "body": html }),
        json!({ "@graph": [{ "@type": "NewsArticle", "headline": words, "url": words,
            "publisher": { "name": words }, "articleBody": html }] }),
        json!({ "title": { "rendered": words }, "link": words, "content": { "rendered": html } }),
        json!({ "title": words, "url": words, "content_html": html }),
    ]
}

fn summary(article: &str) -> Option<Summary> {
    let json: Json = serde_json::from_str(article).ok()?;
    extract(&Article::read(&json, &Native).ok()?).ok()
}

/// Elements and attributes of a card as it stands in a page.
fn names(card: &Html) -> BTreeSet<String> {
    let elements = card.tree.nodes().filter_map(ElementRef::wrap);
    let name = |element: ElementRef<'_>| {
        let attributes = element.value().attrs().map(|(name, _)| name);
        let own = element.value().name();
        attributes.map(|name| format!("{own} {name}")).chain([own.to_owned()]).collect::<Vec<_>>()
    };
    elements.flat_map(name).collect()
}

/// What cards have of their own.
fn own() -> BTreeSet<String> {
    let harmless = shapes("chữ").map(|article| summary(&article.to_string()).unwrap());
    let densities = ["line", "short", "full"].into_iter();
    let cards = densities.flat_map(|density| {
        harmless.each_ref().map(|summary| rendering(density, None).card(summary))
    });
    cards.flat_map(|card| names(&Html::parse_fragment(&card))).collect()
}

/// What is wrong with a card of `summary`.
fn judge(summary: &Summary, rendering: &Rendering, own: &BTreeSet<String>) -> Vec<String> {
    let markup = rendering.card(summary);
    let card = Html::parse_fragment(&markup);
    let mut wrong: Vec<String> = names(&card).difference(own).cloned().collect();
    if markup.lines().count() != 1 {
        wrong.push("more than one line".to_owned());
    }
    for element in card.tree.nodes().filter_map(ElementRef::wrap) {
        let scheme =
            element.attr("href").and_then(|href| Some(href.trim().split_once(':')?.0.to_owned()));
        let web = |scheme: &str| {
            ["http", "https", "mailto"].iter().any(|web| scheme.eq_ignore_ascii_case(web))
                || scheme.contains(['/', '?', '#'])
        };
        // A style sheet's address is the publisher's own.
        let own = element.value().name() == "link";
        wrong.extend(
            scheme
                .filter(|scheme| !own && !web(scheme))
                .map(|scheme| format!("leads to {scheme}:")),
        );
    }
    let linked = linked_data(summary);
    if linked.contains(['<', '\u{2028}', '\u{2029}']) {
        wrong.push("could end a script".to_owned());
    }
    if serde_json::from_str::<Value>(&linked).is_err() {
        wrong.push("no JSON-LD".to_owned());
    }
    wrong
}

#[test]
fn payloads_through_every_shape_stay_text() {
    let own = own();
    let mut count = 0;
    for Payload { kind, line, words } in payloads() {
        let articles = if kind == "json" {
            vec![words.clone()]
        } else {
            shapes(&words).map(|a| a.to_string()).to_vec()
        };
        for (shape, article) in articles.iter().enumerate() {
            let Some(summary) = summary(article) else { continue };
            count += 1;
            // What stands in all fields is shown in all ways.
            let densities: &[&str] =
                if shape == 0 { &["line", "short", "full"] } else { &["full"] };
            for &density in densities {
                let wrong = judge(&summary, &rendering(density, None), &own);
                assert!(wrong.is_empty(), "{line} in shape {shape}, {density}: {wrong:?}");
            }
        }
    }
    assert!(count > 1000, "only {count} were rendered");
}

#[test]
fn payloads_as_options_stay_text() {
    let own = own();
    let harmless = summary(&shapes("chữ")[1].to_string()).unwrap();
    for Payload { line, words, .. } in payloads() {
        // No argument of a command holds a null.
        if words.contains('\0') {
            continue;
        }
        let wrong = judge(&harmless, &rendering("full", Some(&words)), &own);
        assert!(wrong.is_empty(), "{line}: {wrong:?}");
    }
}

#[test]
fn payloads_as_a_page_stay_text() {
    let own = own();
    let mut count = 0;
    for Payload { line, words, .. } in payloads() {
        let page = format!(
            "<article><h1>Một bài viết của tỉnh</h1><p>{}</p>{words}</article>",
            sentence("")
        );
        let Some(summary) = read_page(&page, None).ok().and_then(|article| extract(&article).ok())
        else {
            continue;
        };
        count += 1;
        let wrong = judge(&summary, &rendering("full", None), &own);
        assert!(wrong.is_empty(), "{line}: {wrong:?}");
    }
    assert!(count > 200, "only {count} were rendered");
}

#[test]
fn curated_words_come_out_as_they_went_in() {
    for Payload { kind, line, words } in payloads() {
        if kind == "json" || words.split_whitespace().next().is_none() {
            continue;
        }
        let summary = summary(&shapes(&words)[0].to_string()).expect(line);
        let shown = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown: String = unicode_normalization::UnicodeNormalization::nfc(&*shown).collect();
        assert_eq!(summary.title.as_deref(), Some(&*shown), "{line}");
        let linked: Value = serde_json::from_str(&linked_data(&summary)).unwrap();
        assert_eq!(linked["headline"], json!(shown), "{line}");
    }
}

/// The code with which an article is refused.
fn refusal(article: &Value) -> (&'static str, Option<String>) {
    let json: Json = serde_json::from_value(article.clone()).unwrap();
    let problem = Article::read(&json, &Native).unwrap_err();
    (problem.code.as_str(), problem.field.clone())
}

#[test]
fn more_text_than_an_article_has_is_refused() {
    let long = sentence("").repeat(24_000);
    let html = format!("<p>{long}</p>");
    let body = Some("body".to_owned());
    assert_eq!(refusal(&json!({ "body": long })), ("too-large", body));
    assert_eq!(refusal(&json!({ "body": html })), ("too-large", None));
    let page = format!("<article><h1>Một bài viết của tỉnh</h1>{html}</article>");
    assert_eq!(read_page(&page, None).unwrap_err().code.as_str(), "too-large");
}

#[test]
fn pictures_written_into_the_html_are_no_text() {
    let picture = format!("<img src=\"data:image/png;base64,{}\">", "A".repeat(10_000_000));
    let article = json!({ "body": format!("<p>{}</p>{picture}", sentence("")) });
    assert_eq!(summary(&article.to_string()).unwrap().officials.len(), 1);
}

#[test]
fn more_nodes_than_an_article_has_are_refused() {
    let html = "<b></b>".repeat(200_000);
    assert_eq!(refusal(&json!({ "body": html })), ("too-large", None));
}

#[test]
fn html_deeper_than_any_article_is_refused() {
    let html = "<div>".repeat(1_000_000);
    assert_eq!(refusal(&json!({ "body": html })), ("too-large", None));
    assert_eq!(read_page(&html, None).unwrap_err().code.as_str(), "too-large");
}

#[test]
fn more_curated_facts_than_an_article_has_are_refused() {
    let officials = vec![json!({ "name": "Nguyễn Văn An" }); 2_000];
    let field = Some("summary.officials".to_owned());
    assert_eq!(refusal(&json!({ "summary": { "officials": officials } })), ("too-large", field));
}

#[test]
fn more_facts_than_an_article_has_are_refused() {
    let gifts = |number: usize| {
        format!("UBND tỉnh đã trao {number} suất quà cho {} hộ nghèo. ", number + 7)
    };
    let body: String = (100..1_300).map(gifts).collect();
    let json: Json = serde_json::from_value(json!({ "body": body })).unwrap();
    let problem = extract(&Article::read(&json, &Native).unwrap()).unwrap_err();
    assert_eq!(problem.code.as_str(), "too-large");
}
