//! What the browser brings along: Unicode normalisation and an HTML parser.

use crate::article::{Flattener, Platform};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Node};

#[wasm_bindgen]
extern "C" {
    // `web_sys::DomParser` takes a string only; where Trusted Types are enforced it must be a
    // `TrustedHTML`.
    #[wasm_bindgen(js_name = DOMParser)]
    type Parser;
    #[wasm_bindgen(constructor, js_class = "DOMParser")]
    fn new() -> Parser;
    #[wasm_bindgen(method, catch, js_name = parseFromString)]
    fn parse(this: &Parser, html: &JsValue, kind: &str) -> Result<Document, JsValue>;

    // Throws where the browser has no Trusted Types, or the page allows no such policy.
    type Policy;
    #[wasm_bindgen(catch, js_namespace = trustedTypes, js_name = createPolicy)]
    fn create_policy(name: &str, rules: &JsValue) -> Result<Policy, JsValue>;
    #[wasm_bindgen(method, js_name = createHTML)]
    fn create_html(this: &Policy, html: &str) -> JsValue;
}

thread_local! {
    /// One policy for all cards: a second one of the same name may be refused.
    static POLICY: Option<Policy> = policy();
}

/// A policy that lets HTML through as it is: it only ever reaches a parser whose document is
/// never shown and runs no script.
fn policy() -> Option<Policy> {
    let rules = js_sys::Object::new();
    // `String` gives back the string that it is called with, and needs no closure.
    let identity = js_sys::Reflect::get(&js_sys::global(), &"String".into()).ok()?;
    js_sys::Reflect::set(&rules, &"createHTML".into(), &identity).ok()?;
    create_policy("tom-tat", &rules).ok()
}

/// The browser as the platform of [`Article::read`](crate::article::Article::read).
#[derive(Default)]
pub(super) struct Browser {
    /// Whether the page's CSP forbade to parse HTML.
    pub(super) blocked: Cell<bool>,
}

impl Platform for Browser {
    fn nfc(&self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        js_sys::JsString::from(text).normalize("NFC").into()
    }

    fn html_to_text(&self, html: &str) -> String {
        match parse(html) {
            Some(document) => flatten(&document),
            None => {
                self.blocked.set(true);
                String::new()
            }
        }
    }
}

/// A document of `html` that is never shown and runs no script; `None` where the page's CSP
/// forbids it.
pub(super) fn parse(html: &str) -> Option<Document> {
    let trusted = POLICY.with(|policy| match policy {
        Some(policy) => policy.create_html(html),
        None => html.into(),
    });
    Parser::new().parse(&trusted, "text/html").ok()
}

/// The text of `root` and all below it.
pub(super) fn flatten(root: &Node) -> String {
    let mut flattener = Flattener::default();
    traverse(root, &mut |step| match step {
        Step::Open(name) => flattener.open(&name),
        Step::Text(node) => flattener.text(&node.node_value().unwrap_or_default()),
        Step::Close(name) => flattener.close(&name),
    });
    flattener.finish()
}

/// Calls `visit` with every text node below `root`, in order.
pub(super) fn walk(root: &Node, visit: &mut dyn FnMut(&Node)) {
    traverse(root, &mut |step| {
        if let Step::Text(node) = step {
            visit(node);
        }
    });
}

/// What a traversal meets; elements by their local name.
enum Step<'a> {
    Open(String),
    Text(&'a Node),
    Close(String),
}

/// Goes through `root` and all below it. A loop, not a recursion: pages may nest deeper than the
/// stack of WebAssembly.
fn traverse(root: &Node, visit: &mut dyn FnMut(Step<'_>)) {
    let mut node = root.clone();
    loop {
        if let Some(element) = node.dyn_ref::<web_sys::Element>() {
            visit(Step::Open(element.local_name()));
        } else if node.node_type() == Node::TEXT_NODE {
            visit(Step::Text(&node));
        }
        let mut next = node.first_child();
        while next.is_none() {
            if let Some(element) = node.dyn_ref::<web_sys::Element>() {
                visit(Step::Close(element.local_name()));
            }
            if node.is_same_node(Some(root)) {
                return;
            }
            next = node.next_sibling();
            if next.is_none() {
                let Some(parent) = node.parent_node() else { return };
                node = parent;
            }
        }
        let Some(following) = next else { return };
        node = following;
    }
}
