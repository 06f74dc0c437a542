//! The browser's nodes as the rules for pages see them.

use crate::page::Node as PageNode;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, NodeList};

// The browser's own, taken from the prototypes: a form answers to the names of its fields instead, and a field
// called "nextSibling" would let a walk go round in circles.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Node)]
    type OwnNode;
    #[wasm_bindgen(method, getter, final, js_class = "Node", js_name = nodeType)]
    fn node_type(this: &OwnNode) -> u16;
    #[wasm_bindgen(method, getter, final, js_class = "Node", js_name = nodeValue)]
    fn node_value(this: &OwnNode) -> Option<String>;
    #[wasm_bindgen(method, getter, final, js_class = "Node", js_name = textContent)]
    fn text_content(this: &OwnNode) -> Option<String>;
    #[wasm_bindgen(method, getter, final, js_class = "Node", js_name = parentNode)]
    fn parent_node(this: &OwnNode) -> Option<Node>;
    #[wasm_bindgen(method, getter, final, js_class = "Node", js_name = firstChild)]
    fn first_child(this: &OwnNode) -> Option<Node>;
    #[wasm_bindgen(method, getter, final, js_class = "Node", js_name = nextSibling)]
    fn next_sibling(this: &OwnNode) -> Option<Node>;
    #[wasm_bindgen(method, final, js_class = "Node", js_name = compareDocumentPosition)]
    fn compare_document_position(this: &OwnNode, other: &Node) -> u16;

    // Pictures of these names stand for them in a document.
    #[wasm_bindgen(js_name = Document)]
    type OwnDocument;
    #[wasm_bindgen(method, getter, final, js_class = "Document", js_name = documentElement)]
    fn document_element(this: &OwnDocument) -> Option<Node>;
    #[wasm_bindgen(method, final, js_class = "Document", js_name = getElementById)]
    fn get_element_by_id(this: &OwnDocument, id: &str) -> Option<Node>;

    #[wasm_bindgen(js_name = Element)]
    type OwnElement;
    #[wasm_bindgen(method, getter, final, js_class = "Element", js_name = localName)]
    fn local_name(this: &OwnElement) -> String;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = getAttribute)]
    fn get_attribute(this: &OwnElement, name: &str) -> Option<String>;
    // A selector that is none throws.
    #[wasm_bindgen(method, catch, final, js_class = "Element")]
    fn matches(this: &OwnElement, selector: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch, final, js_class = "Element")]
    fn closest(this: &OwnElement, selector: &str) -> Result<Option<Node>, JsValue>;
    #[wasm_bindgen(method, catch, final, js_class = "Element", js_name = querySelector)]
    fn query_selector(this: &OwnElement, selector: &str) -> Result<Option<Node>, JsValue>;
    #[wasm_bindgen(method, catch, final, js_class = "Element", js_name = querySelectorAll)]
    fn query_selector_all(this: &OwnElement, selector: &str) -> Result<NodeList, JsValue>;
}

/// A node of the page that the reader looks at, or of a document that was parsed.
#[derive(Clone, PartialEq)]
pub(super) struct DomNode(pub(super) Node);

impl DomNode {
    fn own(&self) -> &OwnNode {
        self.0.unchecked_ref()
    }

    fn element(&self) -> Option<&OwnElement> {
        (self.own().node_type() == Node::ELEMENT_NODE).then(|| self.0.unchecked_ref())
    }

    /// The element that holds the whole page.
    pub(super) fn root(document: &Document) -> Option<Self> {
        document.unchecked_ref::<OwnDocument>().document_element().map(Self)
    }

    /// The element of the page with this id.
    pub(super) fn with_id(document: &Document, id: &str) -> Option<Self> {
        document.unchecked_ref::<OwnDocument>().get_element_by_id(id).map(Self)
    }

    /// As an element, where it is one.
    pub(super) fn into_element(self) -> Option<Element> {
        self.element()?;
        Some(self.0.unchecked_into())
    }
}

impl<T: AsRef<Node>> From<&T> for DomNode {
    fn from(node: &T) -> Self {
        Self(node.as_ref().clone())
    }
}

impl PageNode for DomNode {
    fn name(&self) -> Option<String> {
        self.element().map(OwnElement::local_name)
    }

    fn text(&self) -> Option<String> {
        let own = self.own();
        own.node_value().filter(|_| own.node_type() == Node::TEXT_NODE)
    }

    fn content(&self) -> String {
        self.own().text_content().unwrap_or_default()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.element()?.get_attribute(name)
    }

    fn parent(&self) -> Option<Self> {
        self.own().parent_node().map(Self)
    }

    fn first_child(&self) -> Option<Self> {
        self.own().first_child().map(Self)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.own().next_sibling().map(Self)
    }

    fn all(&self, selector: &str) -> Vec<Self> {
        let list = self.element().and_then(|element| element.query_selector_all(selector).ok());
        let Some(list) = list else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.get(index)).map(Self).collect()
    }

    fn first(&self, selector: &str) -> Option<Self> {
        self.element()?.query_selector(selector).ok()?.map(Self)
    }

    fn matches(&self, selector: &str) -> bool {
        self.element().is_some_and(|element| element.matches(selector).unwrap_or(false))
    }

    fn closest(&self, selector: &str) -> Option<Self> {
        self.element()?.closest(selector).ok()?.map(Self)
    }

    fn holds(&self, other: &Self) -> bool {
        let place = self.own().compare_document_position(&other.0);
        self == other || place & Node::DOCUMENT_POSITION_CONTAINED_BY != 0
    }

    fn precedes(&self, other: &Self) -> bool {
        let place = self.own().compare_document_position(&other.0);
        place & Node::DOCUMENT_POSITION_FOLLOWING != 0
    }
}
