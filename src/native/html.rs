//! HTML for the command: the parser's nodes as the rules for pages see them.

use crate::page::Node;
use ego_tree::NodeRef;
use scraper::{ElementRef, Html, Selector};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

thread_local! {
    /// Selectors are asked again and again.
    static SELECTORS: RefCell<HashMap<String, Option<Rc<Selector>>>> = RefCell::default();
}

/// `selector`, parsed once; `None` where it is none.
fn parsed(selector: &str) -> Option<Rc<Selector>> {
    SELECTORS.with_borrow_mut(|known| {
        let parse = || Selector::parse(selector).ok().map(Rc::new);
        known.entry(selector.to_owned()).or_insert_with(parse).clone()
    })
}

/// A node of a parsed page.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct HtmlNode<'a>(NodeRef<'a, scraper::Node>);

impl<'a> HtmlNode<'a> {
    /// The document itself.
    #[must_use]
    pub(super) fn document(html: &'a Html) -> Self {
        Self(html.tree.root())
    }

    /// The elements inside that match the selector, in the order of the page.
    fn below(&self, selector: &str) -> impl Iterator<Item = Self> {
        self.0.descendants().skip(1).map(Self).filter(move |node| node.matches(selector))
    }

    /// The first element that matches what a webmaster wrote: an id or a selector.
    ///
    /// # Errors
    /// `None` in it where `target` is neither.
    #[must_use]
    pub(super) fn named(self, target: &str) -> Option<Self> {
        let id = target.strip_prefix('#').unwrap_or(target);
        let has_id = |node: &Self| node.attribute("id").as_deref() == Some(id);
        let all = || self.0.descendants().map(Self);
        all().find(has_id).or_else(|| self.all(target).into_iter().next())
    }

    /// The nodes from the document down to this one.
    fn path(self) -> Vec<NodeRef<'a, scraper::Node>> {
        let mut path: Vec<_> = self.0.ancestors().collect();
        path.reverse();
        path.push(self.0);
        path
    }
}

impl Node for HtmlNode<'_> {
    fn name(&self) -> Option<String> {
        self.0.value().as_element().map(|element| element.name().to_owned())
    }

    fn text(&self) -> Option<String> {
        self.0.value().as_text().map(|text| text.to_string())
    }

    fn content(&self) -> String {
        self.0.descendants().filter_map(|node| node.value().as_text().map(|text| &**text)).collect()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.0.value().as_element()?.attr(name).map(str::to_owned)
    }

    fn parent(&self) -> Option<Self> {
        self.0.parent().map(Self)
    }

    fn first_child(&self) -> Option<Self> {
        self.0.first_child().map(Self)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.0.next_sibling().map(Self)
    }

    fn all(&self, selector: &str) -> Vec<Self> {
        self.below(selector).collect()
    }

    fn first(&self, selector: &str) -> Option<Self> {
        self.below(selector).next()
    }

    fn matches(&self, selector: &str) -> bool {
        let element = ElementRef::wrap(self.0);
        element.is_some_and(|element| parsed(selector).is_some_and(|known| known.matches(&element)))
    }

    fn closest(&self, selector: &str) -> Option<Self> {
        let mut around = std::iter::once(self.0).chain(self.0.ancestors()).map(Self);
        around.find(|node| node.matches(selector))
    }

    fn holds(&self, other: &Self) -> bool {
        self == other || other.0.ancestors().any(|around| around == self.0)
    }

    fn precedes(&self, other: &Self) -> bool {
        let (own, others) = (self.path(), other.path());
        let shared = own.iter().zip(&others).take_while(|(a, b)| a == b).count();
        match (own.get(shared), others.get(shared)) {
            (Some(own), Some(other)) => own.next_siblings().any(|next| next == *other),
            (None, Some(_)) => true,
            _ => false,
        }
    }
}
