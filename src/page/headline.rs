//! The headline of an article in a page.

use super::node::Node;
use super::sources::{HEADLINE, HIDDEN, NOT_HEADLINE, SITE};
use super::text::seen;
use crate::article::joined;

/// Headings below the first.
const SUBHEADING: &str = "h2,h3,h4";

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
    let opening = opening(element);
    let title = opening.as_ref().filter(|heading| is_long(&heading.content()));
    let nearest = nearest(document, element, site.as_deref())
        .filter(|heading| is_headline(heading, element, telling, title));
    let same = |heading: &N| telling == Some(&*one_line(heading));
    let heading = nearest.or_else(|| document.all(SUBHEADING).into_iter().find(same)).or(opening);
    let text = match &heading {
        // A title that leads elsewhere is no text of the article.
        Some(heading) if is_linked(heading) => joined(&heading.content()),
        Some(heading) => one_line(heading),
        None => called?,
    };
    Some(Headline { text, element: heading })
}

/// Whether the nearest heading is the headline. Far from the article it may be a menu's, unless the page
/// is called so, or like nothing; so may one among much else, where a heading opens the article.
fn is_headline<N: Node>(
    heading: &N,
    element: &N,
    called: Option<&str>,
    opening: Option<&N>,
) -> bool {
    let text = one_line(heading);
    let same = called.is_none_or(|called| called.starts_with(&*text) || text.starts_with(called));
    let menu = !is_long(&text) && !is_beside(heading, element);
    if opening.is_some() && (menu || !heading.matches(HEADLINE)) {
        return false;
    }
    if around(element, heading).matches(PAGE) {
        return same && !opening.is_some_and(is_linked);
    }
    // A portlet beside the article has a shorter one than the page.
    let beside = heading.parent().is_some_and(|parent| parent.holds(element));
    same || beside || called.is_none_or(|called| called.len() < text.len())
}

/// Whether a lower heading stands right above the article.
fn is_above<N: Node>(heading: &N, element: &N) -> bool {
    let before = heading.precedes(element) && !heading.holds(element);
    before && is_long(&heading.content()) && !is_linked(heading) && is_beside(heading, element)
}

/// Whether the heading stands in a box with the article, with little beside it: a day, an author.
fn is_beside<N: Node>(heading: &N, element: &N) -> bool {
    /// In bytes.
    const BESIDE: usize = 200;
    let mut alone = heading.clone();
    while let Some(parent) = alone.parent().filter(|parent| !parent.holds(element)) {
        alone = parent;
    }
    alone.content().len() <= heading.content().len() + BESIDE
}

/// Whether these are as many words as a headline has; a section's, a portlet's or a menu's has fewer.
pub(super) fn is_long(text: &str) -> bool {
    const WORDS: usize = 5;
    text.split_whitespace().count() >= WORDS
}

fn is_linked<N: Node>(heading: &N) -> bool {
    heading.closest("a").or_else(|| heading.first("a")).is_some()
}

/// The headings of `root` that may be an article's headline: not the logo, a menu's, a hidden one, nor
/// one that leads to the article.
pub(super) fn headings<N: Node>(root: &N, site: Option<&str>) -> Vec<N> {
    let mut headings = root.all(HEADLINE);
    headings.retain(|heading| {
        let words = one_line(heading);
        let another = heading.matches(NOT_HEADLINE)
            || heading.closest(HIDDEN).is_some()
            || (!heading.matches("h1") && heading.first("a").is_some());
        !words.is_empty() && !another && Some(&*words) != site
    });
    headings
}

/// The heading with which `element` stands in the smallest box; of several one of the first order, and
/// the last before it.
fn nearest<N: Node>(document: &N, element: &N, site: Option<&str>) -> Option<N> {
    let mut headings = headings(document, site);
    headings.extend(document.all(SUBHEADING).into_iter().filter(|one| is_above(one, element)));
    headings.into_iter().max_by_key(|heading| {
        let inside = depth(&around(element, heading));
        (inside, heading.matches(HEADLINE), heading.precedes(element))
    })
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

/// A heading with which the element opens.
fn opening<N: Node>(element: &N) -> Option<N> {
    let heading = element.first(SUBHEADING)?;
    let text = element.first("p,br");
    let opens = text.is_none_or(|text| heading.precedes(&text));
    (opens && heading.content().trim().contains(' ')).then_some(heading)
}

/// The words of `element`, in one line; those of a `<meta>` are its content.
pub(super) fn one_line<N: Node>(element: &N) -> String {
    joined(&element.attribute("content").unwrap_or_else(|| seen(element).text))
}

/// The name of the newspaper or portal.
pub(super) fn site<N: Node>(document: &N) -> Option<String> {
    document.first(SITE).as_ref().map(one_line).filter(|name| !name.is_empty())
}

/// What the page is called, without the site's name, which stands behind or before a dash.
fn called<N: Node>(document: &N, site: Option<&str>) -> Option<String> {
    let meta = document.first("meta[property='og:title']").as_ref().map(one_line);
    let title = meta.or_else(|| Some(joined(&document.first("head title")?.content())))?;
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
