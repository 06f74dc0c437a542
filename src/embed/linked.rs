//! The attribute `jsonld`: the facts of a card as JSON-LD in the page's head.

use super::{json, platform};
use crate::summary::{NewsArticle, Summary, for_script};
use web_sys::{Document, Element};

const OPEN: &str = "<script type=application/ld+json data-tom-tat-jsonld>";
const SCRIPTS: &str = "script[type='application/ld+json']:not([data-tom-tat-jsonld])";

/// Microdata of an article; of news as well, whose type ends alike.
const ITEMS: &str = "[itemtype*='Article'],[itemtype*='BlogPosting']";

/// Puts the script of `summary` into the page and returns it; `None` where the page describes its
/// article itself. It is data, which no browser runs and no CSP forbids.
pub(super) fn insert(document: &Document, summary: &Summary) -> Option<Element> {
    let scripts = document.query_selector_all(SCRIPTS).ok()?;
    let described = |index| {
        let text = scripts.get(index).and_then(|script| script.text_content());
        // `NewsArticle` and the like end in the same word.
        let is_type = |word: &str| word.ends_with("Article") || word.ends_with("BlogPosting");
        text.is_some_and(|text| text.split('"').any(is_type))
    };
    let items = document.query_selector(ITEMS).ok()?;
    if items.is_some() || (0..scripts.length()).any(described) {
        return None;
    }
    let json = js_sys::JSON::stringify(&json::to_js(&NewsArticle::from(summary)).ok()?).ok()?;
    let json = for_script(&String::from(json));
    // Parsed, for writing a script's text is what Trusted Types forbid; no word of it is a tag.
    let html = [OPEN, &json, "</script>"].concat();
    let script = platform::parse(&html)?.query_selector("script").ok()??;
    document.query_selector("head").ok()??.insert_before(&script, None).ok()?;
    Some(script)
}
