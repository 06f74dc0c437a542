//! How large an article may be. What is larger is none, and would hold up the page that it stands in.

use crate::problem::{Code, Problem};

/// Bytes of text: ten books.
const TEXT: usize = 3_000_000;

/// Nodes of an element that are read.
pub(crate) const NODES: usize = 100_000;

/// Bytes of JSON or of a page: an article with its pictures written into it.
const SOURCE: usize = 20_000_000;

/// Entries of a list: a card of more would hold up the page, too.
const ENTRIES: usize = 1_000;

/// Whether so many bytes of text are more than an article has.
pub(crate) fn is_too_long(text: &str) -> bool {
    text.len() > TEXT
}

/// What is read of JSON or of a page before it is parsed.
///
/// # Errors
/// `too-large` where it is more than 20 MB.
pub fn check_source(source: &str) -> Result<(), Problem> {
    if source.len() > SOURCE { Err(too_large(SOURCE / 1_000_000, "MB", "MB")) } else { Ok(()) }
}

/// Text, or the nodes around it, of more than an article has.
pub(crate) fn too_long() -> Problem {
    too_large(TEXT / 1_000_000, "MB chữ hoặc 100000 nút", "MB of text or 100000 nodes")
}

/// A list of facts, supplied or found.
///
/// # Errors
/// `too-large` where it has more than a thousand.
pub(crate) fn check_entries(count: usize) -> Result<(), Problem> {
    if count > ENTRIES { Err(too_large(ENTRIES, "dữ kiện", "facts")) } else { Ok(()) }
}

/// `limit` in the units `vi` and `en` is exceeded.
fn too_large(limit: usize, vi: &str, en: &str) -> Problem {
    Problem::new(
        Code::TooLarge,
        format!("Hơn {limit} {vi}: không phải một bài viết. Hãy xem lại for, src."),
        format!("More than {limit} {en}: that is no article. Check for, src."),
    )
}
