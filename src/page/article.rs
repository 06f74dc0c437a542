//! Where the article stands in a page, and what is read of it.

use super::headline::{Headline, headings, headline, site};
use super::lead::lead;
use super::node::Node;
use super::published::{is_constant, published};
use super::sources::{ARTICLE, BODY};
use super::text::seen;
use crate::article::{Article, Json, Platform, address, line, linked_day, too_long};
use crate::problem::{Code, Problem};

/// An article of a page, and the element that its words stand in.
pub struct Reading<N> {
    /// What was read.
    pub article: Article,
    /// The element; none where the page's JSON-LD holds the text.
    pub element: Option<N>,
}

/// The article in `element`, which the page's maker named.
///
/// # Errors
/// `empty-body` where it holds no text, `list-page` where it is a list of teasers, `too-large`.
pub fn named<N: Node>(
    document: &N,
    element: &N,
    platform: &dyn Platform,
) -> Result<Reading<N>, Problem> {
    read(document, element, &linked(document, platform), platform)
}

/// The page's own article, where it has one: its JSON-LD, the `<article>` around `host`, or what is
/// marked as one.
///
/// # Errors
/// `no-source` where there is none or more than one, and as [`named`].
pub fn found<N: Node>(
    document: &N,
    host: Option<&N>,
    platform: &dyn Platform,
) -> Result<Reading<N>, Problem> {
    let linked = linked(document, platform);
    if let Some(article) = linked.iter().find_map(|json| Article::read(json, platform).ok()) {
        return Ok(Reading { article, element: None });
    }
    let around = host.and_then(enclosing);
    let marked = || ARTICLE.iter().find_map(|selector| only(document, selector));
    let element = around.or_else(marked).or_else(|| around_headline(document));
    let Some(element) = element else { return Err(no_source()) };
    read(document, &element, &linked, platform).map_err(|problem| {
        // Nobody named it: a list is no article that was not found.
        if problem.code == Code::ListPage { no_source() } else { problem }
    })
}

/// No element is the one that the page's maker named.
#[must_use]
pub fn unmatched(target: &str) -> Problem {
    Problem::new(
        Code::NoSource,
        format!("Không có phần tử nào của trang khớp với for=“{target}”."),
        format!("No element of the page matches for=“{target}”."),
    )
}

fn no_source() -> Problem {
    Problem::new(
        Code::NoSource,
        "Không tìm thấy bài viết. Hãy ghi for (data-for) hoặc src.",
        "No article found. Write for (data-for) or src.",
    )
}

/// The `<article>` around `node`, or what microdata says is one.
fn enclosing<N: Node>(node: &N) -> Option<N> {
    node.closest("article,[itemtype$='Article']")
}

/// The only element that matches `selector`, or of several the only one with a headline: guessing would
/// put another article's facts on the card.
fn only<N: Node>(document: &N, selector: &str) -> Option<N> {
    let mut all = document.all(selector);
    // One within another is a part of it.
    all.retain(|node| node.parent().and_then(|around| around.closest(selector)).is_none());
    if all.len() > 1 {
        all.retain(|node| !headings(node, None).is_empty());
    }
    all.pop().filter(|_| all.is_empty())
}

/// Around the page's only headline the smallest element with some text.
fn around_headline<N: Node>(document: &N) -> Option<N> {
    /// Bytes of an article: sixty words.
    const SHORTEST: usize = 400;
    let site = site(document);
    let mut headings = headings(document, site.as_deref());
    let heading = headings.pop().filter(|_| headings.is_empty())?;
    let mut node = heading.parent();
    while let Some(around) = node {
        if seen(&around).text.len() > SHORTEST {
            return Some(around);
        }
        node = around.parent().filter(|_| !around.matches("body"));
    }
    None
}

/// Reads `element`: its text, and what the page says of title, day, lead, site and address.
fn read<N: Node>(
    document: &N,
    element: &N,
    linked: &[Json],
    platform: &dyn Platform,
) -> Result<Reading<N>, Problem> {
    let mut marked = element.all(BODY);
    let body = marked.pop().filter(|_| marked.is_empty()).unwrap_or_else(|| element.clone());
    let headline = headline(document, &body);
    let around = headline.as_ref().and_then(|headline| headline.around(element));
    let whole = around.unwrap_or_else(|| element.clone());
    let whole = enclosing(&whole).unwrap_or(whole);
    let text = body_text(&whole, &body, headline.as_ref(), platform)?;
    let day = linked.iter().find_map(linked_day);
    let heading = headline.as_ref().and_then(|headline| headline.element.as_ref());
    let published = published(document, &whole, &body, heading).or(day);
    let published = published.filter(|day| !is_constant(*day, &text));
    let line = |text: String| line(Some(&text), platform);
    let article = Article {
        title: headline.and_then(|headline| line(headline.text)),
        url: url(document),
        source: site(document).and_then(line),
        published,
        body: text,
        ..Article::default()
    };
    Ok(Reading { article, element: Some(whole) })
}

/// Lead and body, without the headline at the head of them.
fn body_text<N: Node>(
    whole: &N,
    body: &N,
    headline: Option<&Headline<N>>,
    platform: &dyn Platform,
) -> Result<String, Problem> {
    /// Of a list of teasers no more bytes stand behind each title: ninety words.
    const TEASER: usize = 600;
    let read = seen(body);
    if read.text.trim().is_empty() {
        return Err(Problem::new(
            Code::EmptyBody,
            "Phần tử được chỉ ra không có chữ nào.",
            "The element named holds no text.",
        ));
    }
    if read.too_long {
        return Err(too_long());
    }
    let length = read.text.len();
    if (read.teasers >= 3 && length < read.teasers * TEASER) || length < read.others {
        return Err(Problem::new(
            Code::ListPage,
            "Phần tử được chỉ ra là danh sách tin. Hãy chỉ ra một bài viết.",
            "The element named is a list of articles. Name a single article.",
        ));
    }
    let text = platform.nfc(&read.text);
    let title = headline.and_then(|headline| line(Some(&headline.text), platform));
    let rest = title.as_deref().and_then(|title| text.strip_prefix(title)?.strip_prefix('\n'));
    let text = rest.map_or_else(|| text.clone(), str::to_owned);
    let lead = lead(whole, body).map(|lead| platform.nfc(&lead));
    Ok(match lead.filter(|lead| !text.starts_with(&**lead)) {
        Some(lead) => [&lead, "\n", &*text].concat(),
        None => text,
    })
}

/// The page's canonical address, else its own without the fragment.
fn url<N: Node>(document: &N) -> Option<String> {
    let canonical = document.first("link[rel='canonical']")?.attribute("href");
    address(canonical.as_deref())
}

/// The JSON-LD of the page; scripts inside an element are that element's own source.
fn linked<N: Node>(document: &N, platform: &dyn Platform) -> Vec<Json> {
    let scripts = document.all("script[type='application/ld+json']");
    let own = scripts.into_iter().filter(|script| !script.matches("tom-tat *"));
    own.filter_map(|script| platform.json(&script.content())).collect()
}
