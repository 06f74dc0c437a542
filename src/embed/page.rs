//! An article that stands in this very page: named by `for`, or found.

use super::platform::{Browser, flatten};
use super::source::Found;
use super::{fault, json, source};
use crate::article::{self, Article, Json, Platform};
use crate::problem::{Code, Problem};
use crate::summary::Day;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// Elements that hold an article's body, in the order in which they are looked for.
const BODY: &str = "[itemprop~='articleBody']";

/// The article with the id, or matching the selector, `target`.
pub(super) fn named(host: &Element, target: &str) -> Result<Found, Problem> {
    let document = document(host)?;
    let id = target.strip_prefix('#').unwrap_or(target);
    let found =
        document.get_element_by_id(id).or_else(|| document.query_selector(target).ok().flatten());
    let Some(element) = found else {
        return Err(fault::no_source(
            &format!("Không có phần tử nào của trang khớp với for=“{target}”."),
            &format!("No element of the page matches for=“{target}”."),
        ));
    };
    element_article(&document, &element)
}

/// The page's own article: its JSON-LD, else the one `<article>` or `articleBody`.
pub(super) fn found(host: &Element) -> Result<Found, Problem> {
    let document = document(host)?;
    if let Some(article) = linked_data(&document) {
        return Ok(article.into());
    }
    // Of several articles only the one around the element can be meant.
    let around = host.closest("article").ok().flatten();
    match around.or_else(|| only(&document, "article")).or_else(|| only(&document, BODY)) {
        Some(element) => element_article(&document, &element),
        None => Err(fault::no_source(
            "Không tìm thấy bài viết. Hãy thêm thuộc tính src hoặc for vào <tom-tat>.",
            "No article found. Give <tom-tat> the attribute src or for.",
        )),
    }
}

fn document(host: &Element) -> Result<Document, Problem> {
    host.owner_document().ok_or_else(|| fault::no_source("Trang không có nội dung.", "No page."))
}

/// The only element matching `selector`; `None` where there are several: guessing would put
/// another article's facts on the card.
fn only(document: &Document, selector: &str) -> Option<Element> {
    let list = document.query_selector_all(selector).ok()?;
    (list.length() == 1).then(|| list.get(0))??.dyn_into().ok()
}

/// The first JSON-LD of the page that holds an article with its body.
fn linked_data(document: &Document) -> Option<Article> {
    let scripts = document.query_selector_all("script[type='application/ld+json']").ok()?;
    (0..scripts.length()).find_map(|index| {
        let script = scripts.get(index)?;
        // Scripts inside an element are that element's own source.
        let element: &Element = script.unchecked_ref();
        if element.closest("tom-tat").ok().flatten().is_some() {
            return None;
        }
        let json = json::from_text(&script.text_content()?).ok()?;
        has_body(&json).then(|| source::read(&json).ok())?
    })
}

fn has_body(json: &Json) -> bool {
    match json {
        Json::List(nodes) => nodes.iter().any(has_body),
        _ => json.get("articleBody").is_some() || json.get("@graph").is_some_and(has_body),
    }
}

/// Reads `element`: its text as the body, what the page says of title, address and day besides.
fn element_article(document: &Document, element: &Element) -> Result<Found, Problem> {
    let browser = Browser::default();
    let body = only_inside(element, BODY);
    let body = browser.nfc(&flatten(body.as_ref().unwrap_or(element)));
    if body.trim().is_empty() {
        return Err(Problem::new(
            Code::EmptyBody,
            "Phần tử được chỉ ra không có chữ nào.",
            "The element named holds no text.",
        ));
    }
    let line = |text: String| article::line(Some(&text), &browser);
    let title = title(document, element).and_then(line);
    // The heading is part of the flattened text as well; the text starts with the title once.
    let rest = title.as_deref().and_then(|title| body.strip_prefix(title)?.strip_prefix('\n'));
    let rest = rest.map(str::to_owned);
    let article = Article {
        title,
        url: address(document),
        source: meta(document, "meta[property='og:site_name']").and_then(line),
        published: published(document, element),
        body: rest.unwrap_or(body),
        ..Article::default()
    };
    Ok(Found { article: Rc::new(article), element: Some(element.clone()) })
}

fn only_inside(element: &Element, selector: &str) -> Option<Element> {
    let list = element.query_selector_all(selector).ok()?;
    (list.length() == 1).then(|| list.get(0))??.dyn_into().ok()
}

fn meta(document: &Document, selector: &str) -> Option<String> {
    document.query_selector(selector).ok()??.get_attribute("content")
}

/// The headline: inside the article; else, where the page is about one article, the page's.
fn title(document: &Document, element: &Element) -> Option<String> {
    let inside = "[itemprop~='headline'],h1,h2,h3";
    if let Ok(Some(heading)) = element.query_selector(inside) {
        return heading.text_content();
    }
    if let Some(heading) = only(document, "h1") {
        return heading.text_content();
    }
    meta(document, "meta[property='og:title']").or_else(|| Some(document.title()))
}

/// The page's canonical address, else its own without the fragment.
fn address(document: &Document) -> Option<String> {
    let canonical = document.query_selector("link[rel='canonical']").ok().flatten();
    let href = canonical.and_then(|link| link.get_attribute("href"));
    if let Some(href) = article::address(href.as_deref()) {
        return Some(href);
    }
    let location = document.location()?.href().ok()?;
    location.split('#').next().map(str::to_owned)
}

/// The day of publication: only what is marked up as such. A `<time>` without a mark may be the
/// event's day, or another article's.
fn published(document: &Document, element: &Element) -> Option<Day> {
    let marked = "time[itemprop~='datePublished'],time[pubdate],header time[datetime]";
    let inside = element.query_selector(marked).ok().flatten();
    let stated = match inside {
        Some(time) => time.get_attribute("datetime").or_else(|| time.text_content()),
        None => meta(document, "meta[property='article:published_time']"),
    }?;
    Day::from_iso(&stated).or_else(|| Day::from_page(&stated))
}
