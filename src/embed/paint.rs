//! Puts the card's virtual nodes on the page, and later cards over earlier ones in place.
//!
//! Yew's own renderer does much more (components with state, events, keys, portals, a scheduler)
//! and costs a reader some twenty kilobytes that this card, which is static between two readings,
//! has no use for.

use web_sys::{Document, Element, Node};
use yew::Html;
use yew::virtual_dom::{VNode, VTag};

/// The one attribute that a reader sets, by opening what is folded away.
const OPEN: &str = "open";

/// Makes the children of `parent` look like `html`; what is alike stays, with its state.
pub(super) fn paint(document: &Document, parent: &Node, html: &Html) {
    let mut nodes = Vec::new();
    collect(html, &mut nodes);
    let mut next = parent.first_child();
    for node in nodes {
        next = match next {
            Some(old) if update(document, &old, node) => old.next_sibling(),
            old => {
                if let Some(new) = create(document, node) {
                    // Refused only by a parent that is no element.
                    let _ = parent.insert_before(&new, old.as_ref());
                }
                old
            }
        };
    }
    while let Some(old) = next {
        next = old.next_sibling();
        let _ = parent.remove_child(&old);
    }
}

/// The tags and texts of nested lists, in order.
fn collect<'a>(html: &'a VNode, nodes: &mut Vec<&'a VNode>) {
    match html {
        VNode::VList(list) => list.iter().for_each(|child| collect(child, nodes)),
        VNode::VTag(_) | VNode::VText(_) => nodes.push(html),
        // The card has no components, portals or raw markup.
        _ => {}
    }
}

fn create(document: &Document, node: &VNode) -> Option<Node> {
    let new: Node = match node {
        VNode::VTag(tag) => document.create_element(tag.tag()).ok()?.into(),
        _ => document.create_text_node("").into(),
    };
    update(document, &new, node).then_some(new)
}

/// Makes `old` look like `node`, if it is of the same kind.
fn update(document: &Document, old: &Node, node: &VNode) -> bool {
    use wasm_bindgen::JsCast;
    match (node, old.dyn_ref::<Element>()) {
        (VNode::VTag(tag), Some(element)) if element.local_name() == tag.tag() => {
            attributes(element, tag);
            if let Some(children) = tag.children() {
                paint(document, old, children);
            }
            true
        }
        (VNode::VText(text), None) => {
            if old.node_value().as_deref() != Some(&*text.text) {
                old.set_node_value(Some(&text.text));
            }
            true
        }
        _ => false,
    }
}

fn attributes(element: &Element, tag: &VTag) {
    for name in element.get_attribute_names() {
        let name = name.as_string().unwrap_or_default();
        if name != OPEN && !tag.attributes.iter().any(|(key, _)| key == name) {
            // Removing what is there cannot fail.
            let _ = element.remove_attribute(&name);
        }
    }
    for (key, value) in tag.attributes.iter() {
        if element.get_attribute(key).as_deref() != Some(value) {
            // Names of attributes are ours, so they are valid.
            let _ = element.set_attribute(key, value);
        }
    }
}
