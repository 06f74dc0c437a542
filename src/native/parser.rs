//! HTML as a tree, of bounded depth: the rules of parsing look through all open elements at each tag, so that
//! a page of nothing but `<div>` would take hours. Browsers cut such trees at some 512.

use crate::problem::{Code, Problem};
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{Html, HtmlTreeSink};

/// Elements within one another.
const DEPTH: usize = 1_000;

/// Bytes that are parsed before the depth is looked at again.
const CHUNK: usize = 16_384;

/// The tree of `html`.
///
/// # Errors
/// `too-large` where it is deeper than that of any article.
pub(super) fn parse(html: &str) -> Result<Html, Problem> {
    let sink = HtmlTreeSink::new(Html::new_document());
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = html;
    while !rest.is_empty() {
        let end = (CHUNK..rest.len()).find(|&at| rest.is_char_boundary(at));
        let (chunk, behind) = rest.split_at(end.unwrap_or(rest.len()));
        parser.process(StrTendril::from(chunk));
        if depth(&parser.tokenizer.sink.sink.0.borrow()) > DEPTH {
            return Err(too_deep());
        }
        rest = behind;
    }
    Ok(parser.finish())
}

/// How deep the element lies that was read last.
fn depth(html: &Html) -> usize {
    std::iter::successors(Some(html.tree.root()), |node| node.last_child()).count()
}

fn too_deep() -> Problem {
    Problem::new(
        Code::TooLarge,
        format!("HTML lồng nhau hơn {DEPTH} cấp: không phải một bài viết."),
        format!("HTML nested more than {DEPTH} deep: that is no article. Check the source."),
    )
}
