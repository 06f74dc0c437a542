//! Copying a document's number.

use wasm_bindgen::prelude::*;
use web_sys::Document;

#[wasm_bindgen]
extern "C" {
    // Throws where the page is not served by https: there is no clipboard then.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = document, js_name = execCommand)]
    fn exec_command(name: &str) -> Result<bool, JsValue>;
}

/// Copies `text`; whether it could be done.
///
/// The old way comes first: it also works without https and in frames, as many portals have them,
/// and it tells at once whether it did. The clipboard's promise is for the day it goes.
pub(super) fn copy(document: &Document, text: &str) -> bool {
    by_selection(document, text) == Some(true) || write_text(text).is_ok()
}

/// Selects the text in an element that goes again before it is painted.
fn by_selection(document: &Document, text: &str) -> Option<bool> {
    let element = document.create_element("pre").ok()?;
    element.set_text_content(Some(text));
    let body = document.query_selector("body").ok()??;
    body.insert_before(&element, None).ok()?;
    let selection = web_sys::window()?.get_selection().ok()??;
    let done = selection.select_all_children(&element).and_then(|()| exec_command("copy"));
    body.remove_child(&element).ok()?;
    done.ok()
}
