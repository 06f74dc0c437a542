//! The attribute `jsonld`: the facts of a card as JSON-LD in the page's head.

use super::node::DomNode;
use super::{json, platform};
use crate::page::Node;
use crate::summary::{NewsArticle, Summary, for_script, is_article_type};
use web_sys::{Document, Element};

const OPEN: &str = "<script type=application/ld+json data-tom-tat-jsonld>";
const SCRIPTS: &str = "script[type='application/ld+json']:not([data-tom-tat-jsonld])";

/// Puts the script of `summary` into the page and returns it; `None` where the page describes its
/// article itself. It is data, which no browser runs and no CSP forbids.
pub(super) fn insert(document: &Document, summary: &Summary) -> Option<Element> {
    let page = DomNode::root(document)?;
    let described = |script: &DomNode| script.content().split('"').any(is_article_type);
    let is_article = |item: &DomNode| {
        let types = item.attribute("itemtype").unwrap_or_default();
        types.split_whitespace().any(is_article_type)
    };
    if page.all("[itemtype]").iter().any(is_article) || page.all(SCRIPTS).iter().any(described) {
        return None;
    }
    let json = js_sys::JSON::stringify(&json::to_js(&NewsArticle::from(summary)).ok()?).ok()?;
    let json = for_script(&String::from(json));
    // Parsed, for writing a script's text is what Trusted Types forbid; no word of it is a tag.
    let html = [OPEN, &json, "</script>"].concat();
    let script = platform::parse(&html)?.first("script")?.into_element()?;
    page.first("head")?.0.insert_before(&script, None).ok()?;
    Some(script)
}
