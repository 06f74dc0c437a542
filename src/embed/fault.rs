//! Problems as JavaScript sees them.

use crate::problem::{Code, Problem};
use wasm_bindgen::JsValue;

/// `{ code, message, field }`, the message in the language `lang`.
pub(super) fn to_js(problem: &Problem, lang: &str) -> JsValue {
    let object = js_sys::Object::new();
    let set = |key: &str, value: &str| {
        // Setting a property of a fresh plain object cannot fail.
        let _ = js_sys::Reflect::set(&object, &key.into(), &value.into());
    };
    set("code", problem.code.as_str());
    set("message", problem.message(lang));
    if let Some(field) = &problem.field {
        set("field", field);
    }
    object.into()
}

/// The page forbids what the widget needs to read HTML.
pub(super) fn trusted_types() -> Problem {
    Problem::new(
        Code::NotReadable,
        "CSP của trang cấm đọc HTML. Hãy thêm tom-tat vào chỉ thị trusted-types.",
        "The page's CSP forbids to parse HTML. Add tom-tat to its trusted-types directive.",
    )
}

/// The text is not JSON: it is a page or a feed, or broken.
pub(super) fn malformed(text: &str, detail: &str) -> Problem {
    if text.trim_start().starts_with('<') {
        return Problem::new(
            Code::MalformedJson,
            "Địa chỉ trả về trang HTML hoặc nguồn tin RSS/Atom, không phải JSON. Hãy dùng địa chỉ \
             JSON của bài, hoặc for.",
            "The address gives an HTML page or a feed (RSS, Atom), not JSON. Use the article's \
             JSON address, or for.",
        );
    }
    Problem::new(
        Code::MalformedJson,
        format!("Dữ liệu bài viết không phải JSON hợp lệ: {detail}"),
        format!("The article is not valid JSON: {detail}"),
    )
}

/// The summary cannot be given to the page's scripts: a mistake of ours.
pub(super) fn unsaid(detail: &str) -> Problem {
    Problem::new(
        Code::Crash,
        format!("Không đưa được bản tóm tắt ra cho trang ({detail}). Hãy báo nhà phát triển."),
        format!("The summary cannot be given to the page ({detail}). Please report it."),
    )
}

/// There is nothing to read.
pub(super) fn no_source(vi: &str, en: &str) -> Problem {
    Problem::new(Code::NoSource, vi, en)
}
