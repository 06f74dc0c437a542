//! Native only: what the command needs and the browser brings along itself.

pub mod command;
mod html;
pub mod render;
pub mod schema;

use html::HtmlNode;

use crate::article::{Article, Json, Platform};
use crate::page;
use crate::problem::Problem;
use scraper::Html;
use unicode_normalization::UnicodeNormalization;

/// The platform of the command: `html5ever` for HTML, `unicode-normalization` for NFC.
pub struct Native;

impl Platform for Native {
    fn nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }

    fn html_to_text(&self, html: &str) -> String {
        page::text(&HtmlNode::document(&Html::parse_document(html)))
    }

    fn json(&self, text: &str) -> Option<Json> {
        serde_json::from_str(text).ok()
    }
}

/// The article of an HTML page: the one that `target`, an id or a CSS selector, names, or the page's own.
///
/// # Errors
/// `no-source`, `list-page` and `empty-body`, as in a browser.
pub fn read_page(html: &str, target: Option<&str>) -> Result<Article, Problem> {
    let html = Html::parse_document(html);
    let document = HtmlNode::document(&html);
    let reading = match target {
        Some(target) => {
            let element = document.named(target).ok_or_else(|| page::unmatched(target))?;
            page::named(&document, &element, &Native)
        }
        None => page::found(&document, None, &Native),
    };
    reading.map(|reading| reading.article)
}
