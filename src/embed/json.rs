//! JavaScript values into [`Json`], and a summary into a JavaScript value.

use super::fault;
use crate::article::{Json, check_source};
use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::prelude::*;

/// JSON text as a value.
///
/// # Errors
/// `malformed-json` with the browser's own words, `wrong-type` where it is nested too deep, `too-large`.
pub(super) fn from_text(text: &str) -> Result<Json, Problem> {
    check_source(text)?;
    let value = js_sys::JSON::parse(text).map_err(|error| {
        let error: &js_sys::Error = error.unchecked_ref();
        fault::malformed(text, &String::from(error.message()))
    })?;
    Json::deserialize(Deserializer::from(value)).map_err(|_| Json::refused())
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
    from_text(&text.ok_or_else(Json::refused)?)
}

/// A summary, or its linked data, as a plain JavaScript object; absent values are `null`.
///
/// # Errors
/// `crash` where it cannot be said, which no summary should be.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, Problem> {
    let serializer = Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(|error| fault::unsaid(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::to_js;
    use crate::problem::Code;
    use wasm_bindgen_test::wasm_bindgen_test;

    wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn what_cannot_be_said_is_refused() {
        // No number of JavaScript is that large.
        let problem = to_js(&u64::MAX).unwrap_err();
        assert_eq!(problem.code, Code::Crash);
        assert!(problem.en.contains("report"), "{problem}");
    }
}
