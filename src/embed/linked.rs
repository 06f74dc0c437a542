//! The attribute `jsonld`: the facts of a card as JSON-LD in the page's head.

use super::{json, platform};
use crate::summary::{NewsArticle, Summary, for_script, is_article_type};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

const OPEN: &str = "<script type=application/ld+json data-tom-tat-jsonld>";
const SCRIPTS: &str = "script[type='application/ld+json']:not([data-tom-tat-jsonld])";

/// Puts the script of `summary` into the page and returns it; `None` where the page describes its
/// article itself. It is data, which no browser runs and no CSP forbids.
pub(super) fn insert(document: &Document, summary: &Summary) -> Option<Element> {
    let scripts = document.query_selector_all(SCRIPTS).ok()?;
    let described = |index| {
        let text = scripts.get(index).and_then(|script| script.text_content());
        text.is_some_and(|text| text.split('"').any(is_article_type))
    };
    let items = document.query_selector_all("[itemtype]").ok()?;
    let is_article = |index| {
        let item = items.get(index).and_then(|item| item.dyn_into::<Element>().ok());
        let types = item.and_then(|item| item.get_attribute("itemtype"));
        types.is_some_and(|types| types.split_whitespace().any(is_article_type))
    };
    if (0..items.length()).any(is_article) || (0..scripts.length()).any(described) {
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
