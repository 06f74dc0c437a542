//! What the fuzz targets share: bytes as an article.

use tom_tat::article::Json;

/// JSON of Contract 1 where the bytes are such, else their text as a body; nothing of bytes that are no text.
pub fn json(data: &[u8]) -> Option<Json> {
    let text = std::str::from_utf8(data).ok()?;
    let json = serde_json::from_str(text).ok().filter(|json| matches!(json, Json::Object(_)));
    Some(json.unwrap_or_else(|| body(text)))
}

fn body(text: &str) -> Json {
    // A word of Vietnamese in front keeps the text from being declined for its language.
    let text = format!("Ủy ban đã được tổ chức ở xã. {text}");
    Json::Object(vec![("body".to_owned(), Json::Text(text))])
}
