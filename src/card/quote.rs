//! From a place in the article to the sentence around it, and to the address that leads there.

use crate::summary::Evidence;
use std::fmt::Write as _;

/// Bytes of a sentence that are shown on each side of the fact; the rest becomes "…".
const REACH: usize = 360;

/// Start and end of a fact in UTF-16 code units of the article's normalised text.
pub type Place = (usize, usize);

/// The sentence that a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote<'a> {
    /// The sentence up to the fact.
    pub before: String,
    /// The words of the fact.
    pub exact: &'a str,
    /// The rest of the sentence.
    pub after: String,
    /// The article's address with a text fragment; `None` where the article has no address.
    pub href: Option<String>,
    /// Where the fact stands.
    pub place: Place,
}

/// The sentence around `evidence`, in the article at `url`.
pub(super) fn quote<'a>(evidence: &'a Evidence, url: Option<&str>) -> Quote<'a> {
    Quote {
        before: shorten_head(evidence.before()),
        exact: evidence.exact(),
        after: shorten_tail(evidence.behind()),
        href: url.map(|url| fragment(url, evidence)),
        place: (evidence.start, evidence.end),
    }
}

fn shorten_head(head: &str) -> String {
    if head.len() <= REACH {
        return head.to_owned();
    }
    let from = head.len() - REACH;
    let word = head.char_indices().find(|&(index, c)| index >= from && c == ' ');
    word.map_or_else(|| "… ".to_owned(), |(index, _)| format!("…{}", &head[index..]))
}

fn shorten_tail(tail: &str) -> String {
    if tail.len() <= REACH {
        return tail.to_owned();
    }
    let word = tail.char_indices().take_while(|&(index, _)| index <= REACH);
    let end = word.filter(|&(_, c)| c == ' ').last().map_or(0, |(index, _)| index);
    format!("{} …", &tail[..end])
}

/// `url` with a text fragment (`#:~:text=prefix-,exact,-suffix`). The context is cut to whole
/// words of the same line, for browsers compare words within one block.
fn fragment(url: &str, evidence: &Evidence) -> String {
    let mut href = url.to_owned();
    if !url.contains('#') {
        href.push('#');
    }
    href.push_str(":~:text=");
    let line = evidence.prefix().split('\n').fold("", |_, line| line);
    let prefix = line.split_once(' ').map_or("", |(_, words)| words).trim();
    if !prefix.is_empty() {
        encode(prefix, &mut href);
        href.push_str("-,");
    }
    encode(evidence.exact(), &mut href);
    let line = evidence.suffix().split('\n').next().unwrap_or_default();
    let suffix = line.trim_end_matches(|c: char| c != ' ').trim();
    if !suffix.is_empty() {
        href.push_str(",-");
        encode(suffix, &mut href);
    }
    href
}

/// Percent-encodes `text` onto `to`: `-`, `,` and `&` have a meaning in text fragments.
pub(super) fn encode(text: &str, to: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_' {
            to.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(to, "%{byte:02X}");
        }
    }
}
