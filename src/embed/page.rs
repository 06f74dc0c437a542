//! An article that stands in this very page: named by `for`, or found.

use super::fault;
use super::node::DomNode;
use super::platform::Browser;
use super::source::Found;
use crate::page::{self, Node, Reading};
use crate::problem::Problem;
use std::rc::Rc;
use web_sys::{Document, Element};

/// The article with the id, or matching the selector, `target`; the page's own without one.
pub(super) fn article(host: &Element, target: Option<&str>) -> Result<Found, Problem> {
    let (document, page) = document(host)?;
    let reading = match target {
        Some(target) => {
            let id = target.strip_prefix('#').unwrap_or(target);
            let element = DomNode::with_id(&document, id).or_else(|| page.first(target));
            page::named(&page, &element.ok_or_else(|| page::unmatched(target))?, &Browser)?
        }
        None => page::found(&page, Some(&DomNode::from(host)), &Browser)?,
    };
    Ok(read(&document, reading))
}

fn document(host: &Element) -> Result<(Document, DomNode), Problem> {
    let document = host.owner_document();
    let page = document.as_ref().and_then(DomNode::root);
    document.zip(page).ok_or_else(|| fault::no_source("Trang trống.", "No page."))
}

/// With the page's own address, without its fragment, where it names none.
fn read(document: &Document, reading: Reading<DomNode>) -> Found {
    let Reading { mut article, element } = reading;
    let own = || document.url().ok()?.split('#').next().map(str::to_owned);
    article.url = article.url.take().or_else(own);
    Found { article: Rc::new(article), element: element.and_then(DomNode::into_element) }
}
