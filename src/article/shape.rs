//! Recognises the shape of an article by its fields.

use super::fields::{Fields, wrong_type};
use super::limits::{is_too_long, too_long};
use super::{Article, Curated, Json, Platform};
use crate::problem::{Code, Problem};
use crate::summary::{Day, is_article_type};

/// Reads whichever shape `json` has; the plain form (Contract 1) where none of the others fits. The plain form
/// may be without text and facts where `bare` says so.
pub(super) fn recognise(
    json: &Json,
    bare: bool,
    platform: &dyn Platform,
) -> Result<Article, Problem> {
    if let Some(node) = linked_data_article(json) {
        return linked_data(node, platform);
    }
    if let Json::List(posts) = json {
        return match &posts[..] {
            [post] => recognise(post, bare, platform),
            _ => Err(several(posts.len())),
        };
    }
    let fields = Fields::new(json, "")?;
    if matches!(fields.get("content"), Some(Json::Object(_))) {
        return wordpress(fields, platform);
    }
    if fields.get("content_html").or(fields.get("content_text")).is_some() {
        return json_feed(fields, platform);
    }
    if !bare && fields.get("body").or(fields.get("summary")).is_none() {
        return Err(missing_body("body"));
    }
    plain(fields, platform)
}

fn plain(fields: Fields<'_>, platform: &dyn Platform) -> Result<Article, Problem> {
    let curated = match fields.get("summary") {
        Some(summary) => Curated::read(Fields::new(summary, "summary")?, platform)?,
        None => Curated::default(),
    };
    let stated = Stated {
        title: fields.text("title")?,
        url: fields.text("url")?,
        source: fields.text("source")?,
        day: "published",
    };
    let body = text_or_html(fields.text("body")?.unwrap_or_default(), platform)?;
    let omit = fields.texts("omit", platform)?;
    Ok(Article { curated, omit, ..article(fields, &stated, body, platform)? })
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

/// The day of publication that JSON-LD states, be it without the article's text.
pub(crate) fn linked_day(json: &Json) -> Option<Day> {
    Day::from_text(linked_data_article(json)?.get("datePublished")?.as_text()?)
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
    let url = fields.text("url")?.or(page);
    let stated = Stated { title, url, source: publisher, day: "datePublished" };
    article(fields, &stated, text_or_html(body, platform)?, platform)
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
    let title = rendered("title")?.map(|html| platform.html_to_text(html)).transpose()?;
    let url = fields.text("link")?;
    let stated = Stated { title: title.as_deref(), url, source: None, day: "date" };
    article(fields, &stated, platform.html_to_text(body)?, platform)
}

fn json_feed(fields: Fields<'_>, platform: &dyn Platform) -> Result<Article, Problem> {
    let body = match fields.text("content_html")? {
        Some(html) => platform.html_to_text(html)?,
        None => fields.text("content_text")?.unwrap_or_default().to_owned(),
    };
    let (title, url) = (fields.text("title")?, fields.text("url")?);
    let stated = Stated { title, url, source: None, day: "date_published" };
    article(fields, &stated, body, platform)
}

/// What each shape states in fields of its own.
struct Stated<'a> {
    title: Option<&'a str>,
    url: Option<&'a str>,
    source: Option<&'a str>,
    /// The name of the field with the day of publication.
    day: &'a str,
}

fn article(
    fields: Fields<'_>,
    stated: &Stated<'_>,
    body: String,
    platform: &dyn Platform,
) -> Result<Article, Problem> {
    if is_too_long(&body) {
        return Err(too_long().at("body"));
    }
    Ok(Article {
        title: line(stated.title, platform),
        url: address(stated.url),
        source: line(stated.source, platform),
        published: fields.day(stated.day)?,
        body: platform.nfc(&body),
        ..Article::default()
    })
}

/// A list of posts, as a REST address without an id gives.
fn several(count: usize) -> Problem {
    Problem::new(
        Code::WrongType,
        format!("Địa chỉ trả về danh sách {count} bài. Hãy dùng địa chỉ của một bài (…/posts/ID)."),
        format!("That is a list of {count} articles. Use the address of one (…/posts/ID)."),
    )
    .at("$")
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
    let line = joined(text?);
    (!line.is_empty()).then(|| platform.nfc(&line))
}

/// `text` with single spaces, in one line.
pub(crate) fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A web address; anything but http(s) and relative references is dropped, for it becomes a link.
pub(crate) fn address(url: Option<&str>) -> Option<String> {
    let url = url?.trim();
    // A colon before any other sign ends a scheme.
    let sign = url.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#' | b':'));
    let (head, rest) = url.split_at(sign.unwrap_or(url.len()));
    let web = head.eq_ignore_ascii_case("http") || head.eq_ignore_ascii_case("https");
    let safe = web || !rest.starts_with(':');
    (safe && !url.is_empty()).then(|| url.to_owned())
}

fn text_or_html(body: &str, platform: &dyn Platform) -> Result<String, Problem> {
    if is_html(body) { platform.html_to_text(body) } else { Ok(body.to_owned()) }
}

/// Whether `body` holds a tag: `<` and a letter or `/`, and a `>` after it.
fn is_html(body: &str) -> bool {
    let bytes = body.as_bytes();
    let last = bytes.iter().rposition(|&byte| byte == b'>').unwrap_or(0);
    bytes.windows(2).take(last).any(|pair| {
        pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || pair[1] == b'/' || pair[1] == b'!')
    })
}
