//! Where an element's article comes from: the first source that exists.

use super::node::DomNode;
use super::platform::Browser;
use super::{json, page};
use crate::article::{Article, Json};
use crate::page::Node;
use crate::problem::{Code, Problem};
use gloo::net::http::Request;
use gloo::timers::future::TimeoutFuture;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::Poll;
use wasm_bindgen::prelude::*;
use web_sys::Element;

const CHILD_SCRIPT: &str = "script[type='application/json'],script[type='application/ld+json']";

/// An article, and the element of this page that it stands in, if it does.
pub(super) struct Found {
    pub(super) article: Rc<Article>,
    pub(super) element: Option<Element>,
}

impl From<(Article, Option<Element>)> for Found {
    fn from((article, element): (Article, Option<Element>)) -> Self {
        Self { article: Rc::new(article), element }
    }
}

/// Reads the article of `host`: the property `article`, a child script, `src`, `for`, the page.
/// JSON in the page that has no text of its own completes the article that `for` names; without
/// `for` it may be another article's.
///
/// # Errors
/// A [`Problem`] where the source cannot be reached or read, or there is none.
pub(super) async fn article(host: &Element, property: &JsValue) -> Result<Found, Problem> {
    let child = DomNode::from(host).first(CHILD_SCRIPT);
    let target = host.get_attribute("for");
    let in_page = || page::article(host, target.as_deref());
    let json = if !property.is_undefined() && !property.is_null() {
        json::from_property(property)?
    } else if let Some(script) = child {
        json::from_text(&script.content())?
    } else if let Some(url) = host.get_attribute("src") {
        let text = fetch(&url).await?;
        let json = json::from_text(&text)?;
        pause(text.len()).await;
        return Ok((read(&json)?, None).into());
    } else {
        return in_page().map(Found::from);
    };
    if target.is_some() {
        let stated = Article::stated(&json, &Browser)?;
        if stated.body.is_empty() {
            let (page, element) = in_page()?;
            return Ok((stated.completed(page), element).into());
        }
        return Ok((stated, None).into());
    }
    Ok((read(&json)?, None).into())
}

/// An article from JavaScript: JSON text, or an object in one of the shapes of Contract 1. HTML is
/// read with the browser's own parser.
///
/// # Errors
/// A [`Problem`] that names the field.
pub fn read_article(value: &JsValue) -> Result<Article, Problem> {
    read(&json::from_property(value)?)
}

/// The article of an HTML page, found as in the page that a card stands in.
///
/// # Errors
/// `no-source`, `list-page`, `empty-body`; `not-readable` where Trusted Types forbid to parse HTML.
pub fn read_page(html: &str) -> Result<Article, Problem> {
    let page = super::platform::parse(html).ok_or_else(super::fault::trusted_types)?;
    crate::page::found(&page, None, &Browser).map(|reading| reading.article)
}

/// A JSON value as an article.
pub(super) fn read(json: &Json) -> Result<Article, Problem> {
    Article::read(json, &Browser)
}

/// The text at `url`.
async fn fetch(url: &str) -> Result<String, Problem> {
    let mut answer = pin!(answer(url));
    let mut timer = TimeoutFuture::new(PATIENCE);
    let first = poll_fn(|context| match answer.as_mut().poll(context) {
        Poll::Pending => Pin::new(&mut timer).poll(context).map(|()| Answer::Late),
        answer => answer.map(|answer| answer.unwrap_or(Answer::Nothing)),
    });
    let (code, vi, en) = match first.await {
        Answer::Text(text) => return Ok(text),
        Answer::Status(status) => (
            Code::HttpStatus,
            format!("Máy chủ trả lời HTTP {status} cho {url}. Hãy kiểm tra thuộc tính src."),
            format!("The server answers HTTP {status} for {url}. Check the attribute src."),
        ),
        Answer::Late => (
            Code::Timeout,
            format!("Sau 30 giây chưa nhận được {url}. Hãy kiểm tra máy chủ."),
            format!("After 30 seconds {url} has not arrived. Check the server."),
        ),
        Answer::Nothing => (
            Code::NotReadable,
            format!("Không tải được {url}. Hãy kiểm tra địa chỉ, CORS và CSP connect-src."),
            format!("Cannot fetch {url}. Check the address, CORS, and the CSP, connect-src."),
        ),
    };
    Err(Problem::new(code, vi, en))
}

/// Lets the page go on before more is done with so many bytes, where that takes long.
pub(super) async fn pause(bytes: usize) {
    const LARGE: usize = 200_000;
    if bytes > LARGE {
        TimeoutFuture::new(0).await;
    }
}

/// Milliseconds in which a source is to arrive.
const PATIENCE: u32 = 30_000;

/// What came of a request.
enum Answer {
    Text(String),
    Status(u16),
    Late,
    Nothing,
}

async fn answer(url: &str) -> Option<Answer> {
    // Not by `Request::get`, which adds to an address that has a query.
    let request = web_sys::Request::new_with_str(url).ok()?;
    let response = Request::from(request).send().await.ok()?;
    if !response.ok() {
        return Some(Answer::Status(response.status()));
    }
    response.text().await.ok().map(Answer::Text)
}
