//! Native only: what the command needs and the browser brings along itself.

pub mod command;
mod html;
pub mod render;
pub mod schema;

pub use html::HtmlNode;

use crate::article::{Json, Platform};
use crate::page;
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
