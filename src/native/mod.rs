//! Native only: what the command needs and the browser brings along itself.

pub mod command;
mod html;
pub mod light;
mod light_styles;
mod parser;
pub mod render;
pub mod schema;

use html::HtmlNode;
use parser::parse;

use crate::article::{Article, Json, Platform};
use crate::page;
use crate::problem::Problem;
use unicode_normalization::UnicodeNormalization;

/// The platform of the command: `html5ever` for HTML, `unicode-normalization` for NFC.
pub struct Native;

impl Platform for Native {
    fn nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }

    fn html_to_text(&self, html: &str) -> Result<String, Problem> {
        page::text(&HtmlNode::document(&parse(html)?))
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
    let html = parse(html)?;
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
