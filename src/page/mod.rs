//! An article that stands in a page, of whatever CMS: where it is, its headline, its day, its lead.
//!
//! What tells is data: selectors and words in `sources/*.txt`, a line each. The rules see a page
//! through [`Node`], so that the browser and the command read it alike.

mod article;
mod boxes;
mod headline;
mod lead;
mod node;
mod published;
mod text;

/// The lists of `sources`, made by the build script: those whose order counts, and those of which any
/// counts.
mod sources {
    include!(concat!(env!("OUT_DIR"), "/sources.rs"));
}

use crate::article::too_long;
use crate::problem::Problem;
pub use article::{Reading, found, named, unmatched};
pub use node::{Node, following};

/// The text of `root` as a reader sees it, without the page's furniture.
///
/// # Errors
/// `too-large`.
pub fn text<N: Node>(root: &N) -> Result<String, Problem> {
    let seen = text::seen(root);
    if seen.too_long { Err(too_long()) } else { Ok(seen.text) }
}
