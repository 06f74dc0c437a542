//! Copying a document's number.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{body, document, window};
use js_sys::Promise;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, Event, HtmlElement, Selection};

#[wasm_bindgen]
extern "C" {
    // Throws where the page is not served by https: there is no clipboard then.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = document, js_name = execCommand)]
    fn exec_command(name: &str) -> Result<bool, JsValue>;
}

/// What the page must not set on the element whose text is selected.
const STYLE: &str = "display:block!important;-webkit-user-select:text!important";

/// Copies `text`, and calls `then` with whether it could be done.
///
/// The old way comes first: it also works without https and in frames, as many portals have them,
/// and it tells at once whether it did. The clipboard's promise is for the day it goes.
pub(super) fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    if by_event(text).unwrap_or_default() {
        return then(true);
    }
    let written = write_text(text);
    spawn_local(async move {
        let done = match written {
            Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await.is_ok(),
            Err(_) => false,
        };
        then(done);
    });
}

/// Answers the event of one copy before the page can, which may prevent it or add to the text.
/// Whether it came: what the command returns is true even where nothing was copied.
fn by_event(text: &str) -> Option<bool> {
    let selection = window().get_selection().ok()??;
    let done = Rc::new(Cell::new(false));
    let (copied, number) = (Rc::clone(&done), text.to_owned());
    let answer = move |event: &Event| {
        event.stop_immediate_propagation();
        event.prevent_default();
        let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        copied.set(data.is_some_and(|data| data.set_data("text/plain", &number).is_ok()));
    };
    let mut options = EventListenerOptions::run_in_capture_phase();
    options.passive = false;
    // Listens as long as it is kept.
    let _listener = EventListener::new_with_options(&window(), "copy", options, answer);
    // Without something selected, some browsers send no event.
    let _ = with_selected(&selection, text);
    Some(done.get())
}

/// Gives the command while `text` is selected, in an element that goes again before it is
/// painted; then selects what the reader had.
fn with_selected(selection: &Selection, text: &str) -> Option<()> {
    let before = selection.get_range_at(0).ok();
    let element: HtmlElement = document().create_element("pre").ok()?.unchecked_into();
    element.set_text_content(Some(text));
    // By the CSSOM, which no CSP forbids.
    element.style().set_css_text(STYLE);
    body().insert_before(&element, None).ok()?;
    let _ = selection.select_all_children(&element).and_then(|()| exec_command("copy"));
    let _ = body().remove_child(&element);
    let _ = selection.remove_all_ranges();
    selection.add_range(&before?).ok()
}
