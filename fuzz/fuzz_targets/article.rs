//! Any bytes as an article: JSON of Contract 1 where they are JSON, else the text of a body.
//!
//! Nothing may panic, every place must hold the words of its fact, and reading twice must give
//! the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tom_tat::article::{Article, Json};
use tom_tat::extract::extract;
use tom_tat::native::Native;
use tom_tat::summary::Summary;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let json = serde_json::from_str(text)
        .ok()
        .filter(|json| matches!(json, Json::Object(_)))
        .unwrap_or_else(|| body(text));
    let Ok(article) = Article::read(&json, &Native) else { return };
    let Ok(summary) = extract(&article) else { return };
    assert_eq!(Ok(&summary), extract(&article).as_ref(), "read twice, read differently");
    if article.curated.is_empty() {
        check_places(&article, &summary);
    }
});

fn body(text: &str) -> Json {
    // A word of Vietnamese in front keeps the text from being declined for its language.
    let text = format!("Ủy ban đã được tổ chức ở xã. {text}");
    Json::Object(vec![("body".to_owned(), Json::Text(text))])
}

fn check_places(article: &Article, summary: &Summary) {
    let text: Vec<u16> = article.source_text().encode_utf16().collect();
    for place in summary.evidence() {
        let there = text.get(place.start..place.end).map(String::from_utf16_lossy);
        assert_eq!(there.as_deref(), Some(place.exact()), "a place that is not there");
    }
}
