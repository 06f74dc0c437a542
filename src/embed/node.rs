//! The browser's nodes as the rules for pages see them.

use crate::page::Node as PageNode;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// A node of the page that the reader looks at, or of a document that was parsed.
#[derive(Clone, PartialEq)]
pub(super) struct DomNode(pub(super) Node);

impl DomNode {
    fn element(&self) -> Option<&Element> {
        self.0.dyn_ref()
    }

    /// As an element, where it is one.
    pub(super) fn into_element(self) -> Option<Element> {
        self.0.dyn_into().ok()
    }
}

impl<T: AsRef<Node>> From<&T> for DomNode {
    fn from(node: &T) -> Self {
        Self(node.as_ref().clone())
    }
}

impl PageNode for DomNode {
    fn name(&self) -> Option<String> {
        self.element().map(Element::local_name)
    }

    fn text(&self) -> Option<String> {
        self.0.node_value().filter(|_| self.0.node_type() == Node::TEXT_NODE)
    }

    fn content(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.element()?.get_attribute(name)
    }

    fn parent(&self) -> Option<Self> {
        self.0.parent_node().map(Self)
    }

    fn first_child(&self) -> Option<Self> {
        self.0.first_child().map(Self)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.0.next_sibling().map(Self)
    }

    fn all(&self, selector: &str) -> Vec<Self> {
        // A document has the method, too, which `Element` names alike.
        let list = self.0.unchecked_ref::<Element>().query_selector_all(selector);
        let Ok(list) = list else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.get(index)).map(Self).collect()
    }

    fn first(&self, selector: &str) -> Option<Self> {
        let found = self.0.unchecked_ref::<Element>().query_selector(selector);
        found.ok()?.map(|element| Self(element.into()))
    }

    fn matches(&self, selector: &str) -> bool {
        self.element().is_some_and(|element| element.matches(selector).unwrap_or(false))
    }

    fn closest(&self, selector: &str) -> Option<Self> {
        self.element()?.closest(selector).ok()?.map(|element| Self(element.into()))
    }

    fn holds(&self, other: &Self) -> bool {
        self.0.contains(Some(&other.0))
    }

    fn precedes(&self, other: &Self) -> bool {
        let place = self.0.compare_document_position(&other.0);
        place & Node::DOCUMENT_POSITION_FOLLOWING != 0
    }
}
