//! Any bytes as an article, to its facts.
//!
//! Nothing may panic, every place must hold the words of its fact, and reading twice must give
//! the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tom_tat::article::Article;
use tom_tat::extract::extract;
use tom_tat::native::Native;
use tom_tat::summary::Summary;

fuzz_target!(|data: &[u8]| {
    let Some(json) = tom_tat_fuzz::json(data) else { return };
    let Ok(article) = Article::read(&json, &Native) else { return };
    let Ok(summary) = extract(&article) else { return };
    assert_eq!(Ok(&summary), extract(&article).as_ref(), "read twice, read differently");
    if article.curated.is_empty() {
        check_places(&article, &summary);
    }
});

fn check_places(article: &Article, summary: &Summary) {
    let text: Vec<u16> = article.source_text().encode_utf16().collect();
    for place in summary.evidence() {
        let there = text.get(place.start..place.end).map(String::from_utf16_lossy);
        assert_eq!(there.as_deref(), Some(place.exact()), "a place that is not there");
    }
}
