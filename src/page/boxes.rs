//! The page's furniture inside an article, told by markup, roles and class names: related articles,
//! tags, shares, comments, forms, pagers, what is hidden.

use super::headline::is_long;
use super::node::Node;
use super::sources::{BOX, HIDDEN};

/// Tells the furniture of an element.
pub(super) struct Boxes {
    /// What holds more of the element's text is no furniture, whatever it is called: the rest of the
    /// text is never lost.
    most: usize,
    /// How many more such boxes may be measured: they can be nested as deep as they like.
    left: usize,
}

impl Boxes {
    /// Of `root`.
    pub(super) fn new<N: Node>(root: &N) -> Self {
        Self { most: root.content().len() / 2, left: 100 }
    }

    /// Whether `node` is such a box.
    pub(super) fn is_box<N: Node>(&mut self, node: &N) -> bool {
        if self.left == 0 || !(node.matches(BOX) || node.matches(HIDDEN)) {
            return false;
        }
        // Many titles of other articles are no text of this one.
        let titles: usize = node.all("a").iter().map(|link| link.content().len()).sum();
        let is_box = node.content().len() <= self.most + titles;
        self.left -= usize::from(!is_box);
        is_box
    }

    /// Whether `article` is another article within this one: a teaser is but a small part, with a link.
    pub(super) fn is_other<N: Node>(&mut self, article: &N) -> bool {
        let is_other = self.left > 0
            && article.content().len() <= self.most / 2
            && article.first("a").is_some();
        self.left = self.left.saturating_sub(usize::from(!is_other));
        is_other
    }
}

/// Whether `link` is another article's title: some words that lead to another page and stand in no
/// paragraph, alone or behind a label.
pub(super) fn is_title<N: Node>(link: &N) -> bool {
    /// "Đọc thêm:" in bytes.
    const LABEL: usize = 30;
    let href = link.attribute("href").unwrap_or_default();
    // Not "#top", "javascript:…", "{URL}".
    let elsewhere =
        !href.starts_with(['#', '{']) && (href.starts_with("http") || !href.contains(':'));
    let document = [".pdf", ".doc", ".docx"].iter().any(|end| href.ends_with(end));
    let words = link.content();
    if !elsewhere || document || href.is_empty() || !is_long(&words) {
        return false;
    }
    // "<h3><b><a>title</a></b></h3>" as "<li><a>title</a><p>lead</p></li>".
    let mut block = link.clone();
    for _ in 0..3 {
        let Some(around) = block.parent().filter(|around| around.content().trim() == words.trim())
        else {
            break;
        };
        block = around;
    }
    let text = |node: Option<N>| node.and_then(|node| node.text()).unwrap_or_default();
    let first = block.parent().and_then(|parent| parent.first_child());
    let before = text(first);
    let label =
        |before: &str| before.is_empty() || (before.ends_with(':') && before.len() <= LABEL);
    text(block.next_sibling()).trim().is_empty() && label(before.trim())
}
