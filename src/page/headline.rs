//! The headline of an article in a page.

use super::node::Node;
use super::sources::{HEADLINE, HIDDEN, NOT_HEADLINE, SITE};
use super::text::seen;
use crate::article::joined;

/// What holds the whole page.
const PAGE: &str = "body,html,head";

/// A headline, and the element that it stands in.
pub(super) struct Headline<N> {
    pub(super) text: String,
    pub(super) element: Option<N>,
}

impl<N: Node> Headline<N> {
    /// The smallest element with the article and its headline, where that is less than the page.
    pub(super) fn around(&self, article: &N) -> Option<N> {
        let around = around(article, self.element.as_ref()?);
        (!around.matches(PAGE)).then_some(around)
    }
}

/// The headline of the article in `element`: of the page's headings the one nearest to it; else one
/// that says what the page is called; else a heading that opens the article; else what the page is
/// called, without the site's name.
pub(super) fn headline<N: Node>(document: &N, element: &N) -> Option<Headline<N>> {
    let site = site(document);
    let called = called(document, site.as_deref());
    let telling = called.as_deref().filter(|called| called.contains(' '));
    let (opening, linked) = opening(element).unzip();
    let nearest = nearest(document, element, site.as_deref())
        .filter(|heading| is_headline(heading, element, telling, linked.unwrap_or_default()));
    let same = |heading: &N| telling == Some(&*one_line(heading));
    if let Some(heading) = nearest.or_else(|| document.all("h2,h3,h4").into_iter().find(same)) {
        return Some(Headline { text: one_line(&heading), element: Some(heading) });
    }
    Some(Headline { text: opening.or(called)?, element: None })
}

/// Whether the nearest heading is the headline. Far from the article it may be a menu's, unless the page
/// is called so, or like nothing, and unless the article is one of a list, `linked` from its own.
fn is_headline<N: Node>(heading: &N, element: &N, called: Option<&str>, linked: bool) -> bool {
    let text = one_line(heading);
    let same = called.is_none_or(|called| called.starts_with(&*text) || text.starts_with(called));
    if around(element, heading).matches(PAGE) {
        return same && !linked;
    }
    // A portlet beside the article has a shorter one than the page.
    let beside = heading.parent().is_some_and(|parent| parent.holds(element));
    same || beside || called.is_none_or(|called| called.len() < text.len())
}

/// The headings of `root` that may be an article's headline: not the logo, a menu's, a hidden one, nor
/// one that leads to the article.
pub(super) fn headings<N: Node>(root: &N, site: Option<&str>) -> Vec<N> {
    let mut headings = root.all(HEADLINE);
    headings.retain(|heading| {
        let words = one_line(heading);
        let another = heading.matches(NOT_HEADLINE)
            || heading.closest(HIDDEN).is_some()
            || (!heading.matches("h1") && !heading.all("a").is_empty());
        !words.is_empty() && !another && Some(&*words) != site
    });
    headings
}

/// The heading with which `element` stands in the smallest box; of several the last before it.
fn nearest<N: Node>(document: &N, element: &N, site: Option<&str>) -> Option<N> {
    let nearness = |heading: &N| (depth(&around(element, heading)), heading.precedes(element));
    headings(document, site).into_iter().max_by_key(nearness)
}

/// How many nodes stand around `node`.
fn depth<N: Node>(node: &N) -> usize {
    std::iter::successors(node.parent(), N::parent).count()
}

/// The smallest element that holds both.
pub(super) fn around<N: Node>(element: &N, other: &N) -> N {
    let mut around = element.clone();
    while !around.holds(other) {
        let Some(parent) = around.parent() else { break };
        around = parent;
    }
    around
}

/// A heading with which the element opens, and whether it leads elsewhere.
fn opening<N: Node>(element: &N) -> Option<(String, bool)> {
    let headings = element.all("h2,h3");
    let words = joined(&headings.first()?.content());
    let linked = !headings.first()?.all("a").is_empty();
    let opens = joined(&element.content()).starts_with(&words);
    (opens && !words.is_empty()).then_some((words, linked))
}

/// The words of `element`, in one line; those of a `<meta>` are its content.
pub(super) fn one_line<N: Node>(element: &N) -> String {
    joined(&element.attribute("content").unwrap_or_else(|| seen(element).text))
}

/// The name of the newspaper or portal.
pub(super) fn site<N: Node>(document: &N) -> Option<String> {
    document.all(SITE).first().map(one_line).filter(|name| !name.is_empty())
}

/// What the page is called, without the site's name, which stands behind or before a dash.
fn called<N: Node>(document: &N, site: Option<&str>) -> Option<String> {
    let meta = document.all("meta[property='og:title']").first().map(one_line);
    let title = meta.or_else(|| Some(joined(&document.all("head title").first()?.content())))?;
    let dash = |(at, sign): &(usize, char)| {
        matches!(sign, '-' | '–' | '|' | '»' | '«') && title[..*at].ends_with(' ')
    };
    let dash = title.char_indices().rev().find(dash);
    let (first, last) = dash.map_or((&*title, ""), |(at, sign)| {
        (title[..at].trim_end(), title[at + sign.len_utf8()..].trim_start())
    });
    let called = if site == Some(first) { last } else { first };
    (!called.is_empty()).then(|| called.to_owned())
}
