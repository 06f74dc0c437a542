//! The lead paragraph that stands beside the body.

use super::node::Node;
use super::sources::LEAD;
use super::text::seen;

/// A lead is no longer, in bytes.
const LONGEST: usize = 1_500;

/// The lead in `around` that stands before `body` and is no part of it.
pub(super) fn lead<N: Node>(around: &N, body: &N) -> Option<String> {
    let beside = |node: &N| node.precedes(body) && !node.holds(body);
    let leads = |selector: &&str| around.all(selector).into_iter().find(|node| beside(node));
    let lead = LEAD.iter().find_map(leads)?;
    let text = lead.attribute("content").is_none().then(|| seen(&lead).text)?;
    (!text.is_empty() && text.len() <= LONGEST).then_some(text)
}
