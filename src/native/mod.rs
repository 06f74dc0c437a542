//! Native only: what the command needs and the browser brings along itself.

pub mod command;
pub mod render;
pub mod schema;

use crate::article::{Flattener, Platform};
use scraper::{Html, node::Node};
use unicode_normalization::UnicodeNormalization;

/// The platform of the command: `html5ever` for HTML, `unicode-normalization` for NFC.
pub struct Native;

impl Platform for Native {
    fn nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }

    fn html_to_text(&self, html: &str) -> String {
        use ego_tree::iter::Edge;
        let document = Html::parse_document(html);
        let mut flattener = Flattener::default();
        for edge in document.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => flattener.open(element.name()),
                    Node::Text(text) => flattener.text(text),
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        flattener.close(element.name());
                    }
                }
            }
        }
        flattener.finish()
    }
}
