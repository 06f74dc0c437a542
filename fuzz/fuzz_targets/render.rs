//! Any bytes as an article, to a card and to JSON-LD.
//!
//! Nothing may panic; no element, handler or scheme but the card's own comes out; it is one line; JSON-LD is
//! JSON, and ends no script.

#![no_main]

use clap::Parser;
use libfuzzer_sys::fuzz_target;
use scraper::{ElementRef, Html};
use std::sync::LazyLock;
use tom_tat::article::Article;
use tom_tat::extract::extract;
use tom_tat::native::Native;
use tom_tat::native::render::{Rendering, linked_data};

#[derive(Parser)]
struct Options {
    #[command(flatten)]
    rendering: Rendering,
}

static RENDERINGS: LazyLock<[Rendering; 3]> = LazyLock::new(|| {
    ["line", "short", "full"].map(|density| {
        let show = "--show=title lead date figures officials directives";
        let lookup = "--lookup=https://example.com/?q={number}";
        let density = format!("--density={density}");
        Options::parse_from(["render", show, lookup, "--report=mailto:a@example.com", &density]).rendering
    })
});

fuzz_target!(|data: &[u8]| {
    let Some(json) = tom_tat_fuzz::json(data) else { return };
    let Ok(article) = Article::read(&json, &Native) else { return };
    let Ok(summary) = extract(&article) else { return };
    let linked = linked_data(&summary);
    assert!(!linked.contains('<'), "could end a script");
    serde_json::from_str::<serde_json::Value>(&linked).expect("JSON-LD is JSON");
    let rendering = &RENDERINGS[data.len() % RENDERINGS.len()];
    let card = rendering.card(&summary);
    assert_eq!(card.lines().count(), 1, "more than one line");
    for element in Html::parse_fragment(&card).tree.nodes().filter_map(ElementRef::wrap) {
        check(element);
    }
});

/// What cards are made of, and what the parser puts around them.
const OWN: [&str; 24] = [
    "html", "body", "tom-tat", "template", "style", "div", "section", "article", "header", "footer", "h3", "h4",
    "p", "span", "a", "b", "ul", "li", "time", "details", "summary", "slot", "blockquote", "mark",
];

fn check(element: ElementRef<'_>) {
    let name = element.value().name();
    assert!(OWN.contains(&name), "<{name}> in the card");
    for (attribute, value) in element.value().attrs() {
        assert!(!attribute.starts_with("on"), "{attribute} in the card");
        let scheme = value.trim().split(['/', '?', '#']).next().unwrap_or_default().split_once(':');
        let web = scheme.is_none_or(|(scheme, _)| {
            ["http", "https", "mailto"].iter().any(|web| scheme.eq_ignore_ascii_case(web))
        });
        assert!(web || attribute != "href", "leads to {value}");
    }
}
