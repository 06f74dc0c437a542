//! Phrases as a tree of syllables, read in one direction.

use super::tag::{BY_INDEX, Tag};
use super::topic::{ALL, Topic, Topics};
use crate::table::{Table, pair};
use crate::text::{Syllable, Token, UNKNOWN};

/// Phrases of several topics by their syllables.
#[derive(Default)]
pub(super) struct Tree {
    /// For each syllable the phrases that begin with it.
    edges: Vec<Edge>,
    nodes: Vec<Node>,
    /// Node and syllable → node; topic and node → tag.
    paths: Table,
}

/// Where the phrases go on that begin with a syllable.
#[derive(Debug, Clone, Copy, Default)]
struct Edge {
    /// Their topics; none where there are no phrases.
    topics: Topics,
    /// What the node holds.
    first: Node,
    /// The node behind the syllable.
    node: u32,
}

/// A place in a phrase, behind one of its syllables.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// The topics of the phrases that end here.
    ends: Topics,
    /// The syllables that may follow, each by the bit of its last digits: most walks end here
    /// without a look into the paths.
    follow: u64,
}

/// Keys of paths begin behind the topics.
#[allow(clippy::cast_possible_truncation)] // There are about a hundred.
const PATHS: u32 = ALL.len() as u32;

impl Tree {
    /// Adds a phrase: its first syllable and the rest.
    pub(super) fn insert<'a>(
        &mut self,
        first: Syllable,
        rest: impl Iterator<Item = &'a Syllable>,
        topic: Topic,
        tag: u32,
    ) {
        let place = usize::from(first);
        if place >= self.edges.len() {
            self.edges.resize(place + 1, Edge::default());
        }
        let Edge { topics, node, .. } = self.edges[place];
        let start = if topics == 0 { self.new_node() } else { node };
        let mut node = start;
        for &syllable in rest {
            self.nodes[node as usize].follow |= bit(syllable);
            let new = u32::try_from(self.nodes.len()).unwrap_or(0);
            node = *self.paths.entry(pair(PATHS + node, syllable.into())).or_insert(new);
            if node == new {
                self.new_node();
            }
        }
        self.nodes[node as usize].ends |= topic.bit();
        self.paths.entry(pair(topic as u32, node)).or_insert(tag);
        let first = self.nodes[start as usize];
        self.edges[place] = Edge { topics: topics | topic.bit(), first, node: start };
    }

    fn new_node(&mut self) -> u32 {
        self.nodes.push(Node::default());
        u32::try_from(self.nodes.len() - 1).unwrap_or(0)
    }

    /// The topics that may have a phrase beginning with `first` where `next` comes behind it: all
    /// that have one, hardly any other.
    #[inline]
    pub(super) fn opened_by(&self, first: Syllable, next: Syllable) -> u64 {
        match self.edges.get(usize::from(first)) {
            Some(edge) if edge.first.follow & bit(next) != 0 => edge.topics,
            Some(edge) => edge.first.ends,
            None => 0,
        }
    }

    /// The longest phrase of `topic` that is `first` and the head of `rest`: its length and tag.
    #[inline]
    pub(super) fn longest<'a>(
        &self,
        topic: Topic,
        first: &Token,
        rest: impl Iterator<Item = &'a Token> + Clone,
    ) -> Option<(usize, Tag)> {
        // Nearly all words begin no phrase of the topic.
        let next = rest.clone().next().map_or(UNKNOWN, |token| token.syllable);
        let opens = self.opened_by(first.syllable, next) & topic.bit() != 0;
        if opens { self.walk(topic, self.edges[first.syllable as usize].node, rest) } else { None }
    }

    #[inline(never)]
    fn walk<'a>(
        &self,
        topic: Topic,
        mut node: u32,
        rest: impl Iterator<Item = &'a Token>,
    ) -> Option<(usize, Tag)> {
        let mut found = None;
        let mut length = 1;
        let mut rest = rest.map(|token| token.syllable);
        loop {
            let Node { ends, follow } = self.nodes[node as usize];
            // Topics share bits: whether a phrase of this one ends here, the paths know.
            if ends & topic.bit() != 0
                && let Some(&tag) = self.paths.get(&pair(topic as u32, node))
            {
                found = Some((length, tag));
            }
            let next = rest.next().filter(|syllable| follow & bit(*syllable) != 0);
            match next
                .and_then(|syllable| self.paths.get(&pair(PATHS + node, syllable.into())).copied())
            {
                Some(next) => node = next,
                None => break,
            }
            length += 1;
        }
        let (length, tag) = found?;
        Some((length, BY_INDEX[tag as usize]))
    }
}

/// The bit of a syllable in [`Node::follow`].
const fn bit(syllable: Syllable) -> u64 {
    1 << (syllable & 63)
}
