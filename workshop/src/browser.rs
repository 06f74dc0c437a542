//! What only the browser can do: the clipboard, files to be saved, the manifest.

use crate::controls::Token;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};

/// Puts a text on the clipboard.
pub(crate) async fn copy(text: String) -> bool {
    let navigator = gloo::utils::window().navigator();
    // Pages that came without encryption have no clipboard.
    let there =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
    if !there {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok()
}

/// Has the browser save the JSON as a file.
pub(crate) fn save(json: &str) {
    let blob = gloo::file::Blob::new_with_options(json, Some("application/json"));
    let url = gloo::file::ObjectUrl::from(blob);
    let Ok(link) = gloo::utils::document().create_element("a") else { return };
    // Setting attributes of a fresh element cannot fail.
    let _ = link.set_attribute("href", &url);
    let _ = link.set_attribute("download", "bai-viet.json");
    let link: web_sys::HtmlElement = link.unchecked_into();
    link.click();
    // The download has begun with the click, but reads on.
    Timeout::new(10_000, move || drop(url)).forget();
}

/// The custom properties that the manifest lists.
pub(crate) async fn tokens() -> Vec<Token> {
    let read = async {
        let answer = gloo::net::http::Request::get("pkg/custom-elements.json").send().await.ok()?;
        let text = answer.text().await.ok()?;
        let json = js_sys::JSON::parse(&text).ok()?;
        let at = |value: JsValue, key: &str| js_sys::Reflect::get(&value, &key.into()).ok();
        let module = at(at(json, "modules")?, "0")?;
        let element = at(at(module, "declarations")?, "0")?;
        serde_wasm_bindgen::from_value(at(element, "cssProperties")?).ok()
    };
    read.await.unwrap_or_default()
}
