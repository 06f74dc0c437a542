//! JavaScript values into [`Json`].
//!
//! By hand and not by `serde-wasm-bindgen`, whose machinery for refusing types costs 8.7 KB
//! brotli: every JSON value is welcome here.

use super::fault;
use crate::article::Json;
use crate::problem::{Code, Problem};
use wasm_bindgen::prelude::*;

/// Deeper than any article; a recursion this deep still fits the stack.
const DEPTH: usize = 100;

/// JSON text as a value.
///
/// # Errors
/// `malformed-json` with the browser's own words, and as [`from_plain`].
pub(super) fn from_text(text: &str) -> Result<Json, Problem> {
    let value = js_sys::JSON::parse(text).map_err(|error| {
        let error: &js_sys::Error = error.unchecked_ref();
        fault::malformed(&String::from(error.message()))
    })?;
    from_plain(&value, 0)
}

/// What a page's script set as the property `article`: text, or any object. It is written as
/// JSON first, so that getters, proxies and cycles fail here, where failing does no harm.
///
/// # Errors
/// `wrong-type` where the value is none of JSON, and as [`from_text`].
pub(super) fn from_property(value: &JsValue) -> Result<Json, Problem> {
    let text = match value.as_string() {
        Some(text) => Some(text),
        None => js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string()),
    };
    from_text(&text.ok_or_else(no_json)?)
}

fn from_plain(value: &JsValue, depth: usize) -> Result<Json, Problem> {
    if depth > DEPTH {
        return Err(no_json());
    }
    if let Some(text) = value.as_string() {
        return Ok(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Json::Number(number));
    }
    if let Some(value) = value.as_bool() {
        return Ok(Json::Bool(value));
    }
    if js_sys::Array::is_array(value) {
        let list: &js_sys::Array = value.unchecked_ref();
        let items = list.iter().map(|item| from_plain(&item, depth + 1));
        return Ok(Json::List(items.collect::<Result<_, _>>()?));
    }
    if !value.is_object() {
        return Ok(Json::Null);
    }
    let mut fields = Vec::new();
    for entry in js_sys::Object::entries(value.unchecked_ref()).iter() {
        let pair: &js_sys::Array = entry.unchecked_ref();
        let name = pair.get(0).as_string().unwrap_or_default();
        fields.push((name, from_plain(&pair.get(1), depth + 1)?));
    }
    Ok(Json::Object(fields))
}

fn no_json() -> Problem {
    Problem::new(
        Code::WrongType,
        "Bài viết phải là một đối tượng JSON.",
        "The article must be a JSON object.",
    )
}
