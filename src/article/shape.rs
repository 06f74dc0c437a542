//! Recognises the shape of an article by its fields.

use super::fields::{Fields, wrong_type};
use super::{Article, Curated, Json, Platform};
use crate::problem::{Code, Problem};
use crate::summary::is_article_type;

/// Reads whichever shape `json` has; the plain form (Contract 1) where none of the others fits.
pub(super) fn recognise(json: &Json, platform: &dyn Platform) -> Result<Article, Problem> {
    if let Some(node) = linked_data_article(json) {
        return linked_data(node, platform);
    }
    let fields = Fields::new(json, "")?;
    if matches!(fields.get("content"), Some(Json::Object(_))) {
        return wordpress(fields, platform);
    }
    if fields.get("content_html").or(fields.get("content_text")).is_some() {
        return json_feed(fields, platform);
    }
    plain(fields, platform)
}

fn plain(fields: Fields<'_>, platform: &dyn Platform) -> Result<Article, Problem> {
    let body = fields.text("body")?;
    let curated = match fields.get("summary") {
        Some(summary) => Curated::read(Fields::new(summary, "summary")?, platform)?,
        None => Curated::default(),
    };
    if body.is_none() && fields.get("summary").is_none() {
        return Err(missing_body("body"));
    }
    Ok(Article {
        title: line(fields.text("title")?, platform),
        url: address(fields.text("url")?),
        source: line(fields.text("source")?, platform),
        published: fields.day("published")?,
        body: body.map(|body| text_or_html(body, platform)).unwrap_or_default(),
        curated,
    })
}

/// The first `NewsArticle`, `Article` … of a JSON-LD document: itself, in a list, or in `@graph`.
fn linked_data_article(json: &Json) -> Option<&Json> {
    match json {
        Json::List(nodes) => nodes.iter().find_map(linked_data_article),
        Json::Object(_) => {
            let is_article = |name: &Json| name.as_text().is_some_and(is_article_type);
            let article = match json.get("@type") {
                Some(Json::List(names)) => names.iter().any(is_article),
                Some(name) => is_article(name),
                None => false,
            };
            if article { Some(json) } else { linked_data_article(json.get("@graph")?) }
        }
        _ => None,
    }
}

fn linked_data(node: &Json, platform: &dyn Platform) -> Result<Article, Problem> {
    let fields = Fields::new(node, "")?;
    let Some(body) = fields.text("articleBody")? else { return Err(missing_body("articleBody")) };
    let title = fields.text("headline")?.or(fields.text("name")?);
    let publisher = match fields.get("publisher") {
        Some(node @ Json::Object(_)) => node.get("name").and_then(Json::as_text),
        Some(Json::Text(name)) => Some(name.as_str()),
        _ => None,
    };
    let page = match fields.get("mainEntityOfPage") {
        Some(Json::Text(url)) => Some(url.as_str()),
        Some(node) => node.get("@id").and_then(Json::as_text),
        None => None,
    };
    Ok(Article {
        title: line(title, platform),
        url: address(fields.text("url")?.or(page)),
        source: line(publisher, platform),
        published: fields.day("datePublished")?,
        body: text_or_html(body, platform),
        curated: Curated::default(),
    })
}

fn wordpress(fields: Fields<'_>, platform: &dyn Platform) -> Result<Article, Problem> {
    let rendered = |key: &str| -> Result<Option<&str>, Problem> {
        match fields.get(key) {
            None => Ok(None),
            Some(node @ Json::Object(_)) => match node.get("rendered") {
                None => Ok(None),
                Some(Json::Text(html)) => Ok(Some(html)),
                Some(other) => {
                    Err(wrong_type(&format!("{key}.rendered"), other, "chuỗi văn bản", "text"))
                }
            },
            Some(other) => Err(wrong_type(key, other, "một đối tượng {…}", "an object {…}")),
        }
    };
    let Some(body) = rendered("content")? else { return Err(missing_body("content.rendered")) };
    let title = rendered("title")?.map(|html| platform.html_to_text(html));
    Ok(Article {
        title: line(title.as_deref(), platform),
        url: address(fields.text("link")?),
        source: None,
        published: fields.day("date")?,
        body: platform.nfc(&platform.html_to_text(body)),
        curated: Curated::default(),
    })
}

fn json_feed(fields: Fields<'_>, platform: &dyn Platform) -> Result<Article, Problem> {
    let body = match fields.text("content_html")? {
        Some(html) => platform.html_to_text(html),
        None => fields.text("content_text")?.unwrap_or_default().to_owned(),
    };
    Ok(Article {
        title: line(fields.text("title")?, platform),
        url: address(fields.text("url")?),
        source: None,
        published: fields.day("date_published")?,
        body: platform.nfc(&body),
        curated: Curated::default(),
    })
}

fn missing_body(field: &str) -> Problem {
    Problem::new(
        Code::MissingBody,
        format!("Thiếu trường “{field}”. Bài viết cần “body” (văn bản hoặc HTML) hoặc “summary”."),
        format!("Field “{field}” is missing. An article needs “body” (text or HTML) or “summary”."),
    )
    .at(field)
}

/// A one-line string: NFC, white space collapsed; `None` where nothing is left.
pub(crate) fn line(text: Option<&str>, platform: &dyn Platform) -> Option<String> {
    let words: Vec<&str> = text?.split_whitespace().collect();
    (!words.is_empty()).then(|| platform.nfc(&words.join(" ")))
}

/// A web address; anything but http(s) and relative references is dropped, for it becomes a link.
pub(crate) fn address(url: Option<&str>) -> Option<String> {
    let url = url?.trim();
    let head = &url[..url.find(['/', '?', '#']).unwrap_or(url.len())];
    let scheme = head.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let safe = scheme.is_none_or(|scheme| scheme == "http" || scheme == "https");
    (safe && !url.is_empty()).then(|| url.to_owned())
}

fn text_or_html(body: &str, platform: &dyn Platform) -> String {
    if is_html(body) { platform.nfc(&platform.html_to_text(body)) } else { platform.nfc(body) }
}

/// Whether `body` holds a tag: `<` and a letter or `/`, and a `>` after it.
fn is_html(body: &str) -> bool {
    let bytes = body.as_bytes();
    let last = body.rfind('>').unwrap_or(0);
    bytes.windows(2).take(last).any(|pair| {
        pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || pair[1] == b'/' || pair[1] == b'!')
    })
}
