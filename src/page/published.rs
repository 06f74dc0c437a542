//! The day on which an article in a page was published: what the reader sees counts before what the
//! page's head says, where templates leave constants.

use super::node::{Node, following};
use super::sources::{DAY_LABEL, HIDDEN, PUBLISHED, PUBLISHED_META};
use crate::summary::Day;

/// A line with a date is no longer, in bytes.
const LONGEST: usize = 120;

/// The day that the page states near the article, whose text is `body` and which stands with its headline
/// in `whole`; else behind the headline `heading`; else what the page's head says.
pub(super) fn published<N: Node>(
    document: &N,
    whole: &N,
    body: &N,
    heading: Option<&N>,
) -> Option<Day> {
    let first = |root: &N, selector: &str| {
        let own = |node: &N| if of_another(root, body, node) { None } else { stated(node) };
        root.all(selector).iter().find_map(own)
    };
    let seen = PUBLISHED.iter().find_map(|selector| first(whole, selector));
    let meta = || PUBLISHED_META.iter().find_map(|selector| first(document, selector));
    seen.or_else(|| behind(document, heading?, body)).or_else(meta)
}

/// The day of another article: in a list, or in an `<article>` that does not hold this one.
fn of_another<N: Node>(root: &N, body: &N, node: &N) -> bool {
    let list = node.closest("article,aside,li,[class*='relate']");
    list.is_some_and(|list| list != *root && root.holds(&list) && !list.holds(body))
}

/// The day that an element states in words; an attribute counts where no year stands in the words
/// ("2 giờ trước"), or the month in letters ("20 Tháng Tư, 2023"). "January 12th, 2011" in a Vietnamese
/// page is the template's.
fn stated<N: Node>(node: &N) -> Option<Day> {
    let words = node.content();
    let words = words.trim();
    if words.len() > LONGEST {
        return None;
    }
    let attribute = node.attribute("content").or_else(|| node.attribute("datetime"));
    let year = words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    // A readable day is one in figures.
    let month = words.split_whitespace().any(|word| matches!(word, "Tháng" | "tháng"));
    let told = Day::from_text(words);
    if told.is_some() || (year && !month) { told } else { Day::from_text(&attribute?) }
}

/// The day in the lines between the headline and the first paragraph: that of a `<time>`, or one with a
/// label or the time of day.
fn behind<N: Node>(document: &N, heading: &N, body: &N) -> Option<Day> {
    /// "Thứ Hai, 26/12/2016" in bytes, which needs neither.
    const ALONE: usize = 30;
    /// Nodes between them.
    const NODES: usize = 60;
    let mut node = following(document, heading, false, &mut |_| ())?;
    for _ in 0..NODES {
        if body.holds(&node) && !body.holds(heading) {
            break;
        }
        let hidden = node.matches(HIDDEN);
        if let Some(words) = node.text() {
            let words = words.trim();
            let labelled = DAY_LABEL.iter().any(|label| words.starts_with(label));
            let alone = words.contains(':') || words.len() <= ALONE;
            let told = Day::from_text(words).filter(|_| alone && labelled);
            if told.is_some() || words.len() > LONGEST {
                return told;
            }
        } else if node.matches("time") && !hidden {
            return stated(&node);
        }
        node = following(document, &node, !hidden, &mut |_| ())?;
    }
    None
}

/// Whether `day` is a constant that the template left: the text tells of days more than a year later,
/// and of none in the year around it.
pub(super) fn is_constant(day: Day, text: &str) -> bool {
    let Some(year) = day.year() else { return false };
    let mut later = false;
    for word in text.split_whitespace() {
        let Some(stated) = Day::from_text(word).and_then(Day::year) else { continue };
        if stated.abs_diff(year) <= 1 {
            return false;
        }
        later |= stated > year;
    }
    later
}
