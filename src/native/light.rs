//! The card as plain HTML: classes in the place of parts, for posts and pages without shadow DOM.
//!
//! Markup and style sheet are made from those of the shadow root, so that there is one card only. Every rule
//! stands behind `.tom-tat`, which keeps it off the rest of the page.

use super::light_styles::{self, PREFIX};
use super::render::html;
use crate::card::{Options, STYLES};
use crate::summary::Summary;
use scraper::{Html, Node};

/// The markup, on one line.
pub(crate) fn markup(summary: &Summary, options: Options, theme: Option<&str>) -> String {
    let mut card = Html::parse_fragment(&html(summary, options));
    let mut slots = Vec::new();
    for node in card.tree.nodes() {
        if let Node::Element(element) = node.value()
            && element.name() == "slot"
        {
            slots.push(node.id());
        }
    }
    for slot in slots {
        if let Some(mut node) = card.tree.get_mut(slot) {
            node.detach();
        }
    }
    for node in card.tree.values_mut() {
        if let Node::Element(element) = node {
            for (name, value) in &mut element.attrs {
                if &*name.local == "part" {
                    name.local = "class".into();
                    *value = classes(value).into();
                }
            }
        }
    }
    let theme = theme.filter(|theme| matches!(*theme, "light" | "dark"));
    let theme = theme.map(|theme| format!(" {PREFIX}{theme}")).unwrap_or_default();
    let inner = card.root_element().inner_html().replace('\n', "&#10;");
    format!("<div class=\"tom-tat{theme}\">{inner}</div>")
}

fn classes(parts: &str) -> String {
    let classes: Vec<String> =
        parts.split_whitespace().map(|part| [PREFIX, part].concat()).collect();
    classes.join(" ")
}

/// The style sheet of such cards.
#[must_use]
pub fn styles() -> String {
    light_styles::of(STYLES)
}
