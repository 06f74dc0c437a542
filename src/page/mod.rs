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

pub use article::{Reading, found, named, unmatched};
pub use node::{Node, following};

/// The text of `root` as a reader sees it, without the page's furniture.
pub fn text<N: Node>(root: &N) -> String {
    text::seen(root).text
}
