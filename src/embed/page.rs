//! An article that stands in this very page: named by `for`, or found.

use super::fault;
use super::node::DomNode;
use super::platform::Browser;
use crate::article::Article;
use crate::page::{self, Node, Reading};
use crate::problem::Problem;
use web_sys::{Document, Element};

/// The article with the id, or matching the selector, `target`: of several the one around the card, else
/// the first. The page's own without a target. With the element that it stands in, if it is one.
pub(super) fn article(
    host: &Element,
    target: Option<&str>,
) -> Result<(Article, Option<Element>), Problem> {
    let (document, page) = document(host)?;
    let reading = match target {
        Some(target) => {
            let id = target.strip_prefix('#').unwrap_or(target);
            let element = DomNode::with_id(&document, id);
            let element = element.or_else(|| DomNode::from(host).closest(target));
            let element = element.or_else(|| page.first(target));
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
fn read(document: &Document, reading: Reading<DomNode>) -> (Article, Option<Element>) {
    let Reading { mut article, element } = reading;
    let own = || document.url().ok()?.split('#').next().map(str::to_owned);
    article.url = article.url.take().or_else(own);
    (article, element.and_then(DomNode::into_element))
}
