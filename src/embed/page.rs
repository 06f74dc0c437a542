//! An article that stands in this very page: named by `for`, or found.

use super::fault;
use super::node::DomNode;
use super::platform::Browser;
use super::source::Found;
use crate::page::{self, Reading};
use crate::problem::Problem;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// The article with the id, or matching the selector, `target`.
pub(super) fn named(host: &Element, target: &str) -> Result<Found, Problem> {
    let document = document(host)?;
    let id = target.strip_prefix('#').unwrap_or(target);
    let found =
        document.get_element_by_id(id).or_else(|| document.query_selector(target).ok().flatten());
    let element = found.ok_or_else(|| page::unmatched(target))?;
    let reading = page::named(&node(&document), &DomNode(element.into()), &Browser::default())?;
    Ok(read(&document, reading))
}

/// The page's own article.
pub(super) fn found(host: &Element) -> Result<Found, Problem> {
    let document = document(host)?;
    let host = DomNode(host.clone().into());
    let reading = page::found(&node(&document), Some(&host), &Browser::default())?;
    Ok(read(&document, reading))
}

fn document(host: &Element) -> Result<Document, Problem> {
    host.owner_document().ok_or_else(|| fault::no_source("Trang không có nội dung.", "No page."))
}

fn node(document: &Document) -> DomNode {
    DomNode(document.clone().unchecked_into())
}

/// With the page's own address, without its fragment, where it names none.
fn read(document: &Document, reading: Reading<DomNode>) -> Found {
    let Reading { mut article, element } = reading;
    let own = || document.location()?.href().ok()?.split('#').next().map(str::to_owned);
    article.url = article.url.take().or_else(own);
    Found { article: Rc::new(article), element: element.and_then(DomNode::into_element) }
}
