//! What the browser brings along: Unicode normalisation and an HTML parser.

use super::fault;
use super::json;
use super::node::DomNode;
use crate::article::{Json, Platform};
use crate::page;
use crate::problem::Problem;
use wasm_bindgen::prelude::*;
use web_sys::Document;

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
pub(super) struct Browser;

impl Platform for Browser {
    fn nfc(&self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        js_sys::JsString::from(text).normalize("NFC").into()
    }

    fn html_to_text(&self, html: &str) -> Result<String, Problem> {
        page::text(&parse(html).ok_or_else(fault::trusted_types)?)
    }

    fn json(&self, text: &str) -> Option<Json> {
        json::from_text(text).ok()
    }
}

/// The root of a document of `html` that is never shown and runs no script; `None` where the page's
/// CSP forbids it.
pub(super) fn parse(html: &str) -> Option<DomNode> {
    let trusted = POLICY.with(|policy| match policy {
        Some(policy) => policy.create_html(html),
        None => html.into(),
    });
    DomNode::root(&Parser::new().parse(&trusted, "text/html").ok()?)
}
