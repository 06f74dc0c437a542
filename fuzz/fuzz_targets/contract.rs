//! Any bytes as each shape of Contract 1: as they are, and the same words in all of them.
//!
//! Nothing may panic, and the same HTML must give the same text, or the same refusal, in every shape.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use tom_tat::article::{Article, Json};
use tom_tat::native::Native;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(json) = serde_json::from_str::<Json>(text) {
        let _ = Article::read(&json, &Native);
    }
    let (title, rest) = text.split_once('\n').unwrap_or(("", text));
    let html = format!("<p>{rest}</p>");
    let bodies = shapes(title, &html).map(|shape| body(shape));
    for body in &bodies {
        assert_eq!(body, &bodies[0], "one shape reads otherwise than another");
    }
});

fn shapes(title: &str, html: &str) -> [Value; 4] {
    [
        json!({ "title": title, "url": title, "source": title, "body": html, "omit": [title] }),
        json!({ "@graph": [{ "@type": ["Thing", "NewsArticle"], "headline": title, "articleBody": html,
            "publisher": { "name": title }, "mainEntityOfPage": { "@id": title } }] }),
        json!({ "title": { "rendered": title }, "link": title, "content": { "rendered": html } }),
        json!([{ "title": title, "url": title, "content_html": html }]),
    ]
}

fn body(shape: Value) -> Result<String, &'static str> {
    let json: Json = serde_json::from_value(shape).expect("a shape is JSON");
    Article::read(&json, &Native).map(|article| article.body).map_err(|problem| problem.code.as_str())
}
