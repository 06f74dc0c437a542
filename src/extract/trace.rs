//! Which rule read which fact: for people who look into the extractor, by the command. The card
//! carries none of it: in the browser a rule has no name, and a trail is empty.

use crate::text::Text;
use std::ops::Range;

/// A fact of a summary; lists are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The event's date.
    Event,
    /// An official.
    Official(usize),
    /// A directive.
    Directive(usize),
    /// A figure.
    Figure(usize),
    /// What looked like a fact, and is left out.
    LeftOut,
}

/// A fact and the rule that read it, or what was left out and the rule that refused it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Which fact.
    pub fact: Fact,
    /// Name of the rule.
    pub rule: &'static str,
    /// The words that were left out; empty for a fact.
    pub words: String,
}

/// The name of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule(#[cfg(not(target_arch = "wasm32"))] &'static str);

impl Rule {
    #[inline]
    #[cfg_attr(target_arch = "wasm32", allow(unused_variables))]
    pub(super) const fn named(name: &'static str) -> Self {
        Self(
            #[cfg(not(target_arch = "wasm32"))]
            name,
        )
    }
}

/// The rules by which the facts of one article were read.
#[derive(Default)]
pub(super) struct Trail(#[cfg(not(target_arch = "wasm32"))] pub(super) Vec<Trace>);

impl Trail {
    #[inline]
    #[cfg_attr(target_arch = "wasm32", allow(unused_variables, clippy::unused_self))]
    pub(super) fn note(&mut self, fact: Fact, rule: Rule) {
        #[cfg(not(target_arch = "wasm32"))]
        self.0.push(Trace { fact, rule: rule.0, words: String::new() });
    }

    /// Notes what `refusals` left out of `text`.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", allow(unused_variables, clippy::unused_self))]
    pub(super) fn note_refusals(&mut self, text: &Text, refusals: Refusals) {
        #[cfg(not(target_arch = "wasm32"))]
        self.0.extend(refusals.0.into_inner().into_iter().map(|(range, rule)| Trace {
            fact: Fact::LeftOut,
            rule: rule.0,
            words: text.slice(range).to_owned(),
        }));
    }
}

/// What was left out, and by which rules; extractors that read the page note it as they go.
#[derive(Default)]
pub(super) struct Refusals(
    #[cfg(not(target_arch = "wasm32"))] std::cell::RefCell<Vec<(Range<usize>, Rule)>>,
);

impl Refusals {
    #[inline]
    #[cfg_attr(target_arch = "wasm32", allow(unused_variables, clippy::unused_self))]
    pub(super) fn note(&self, range: Range<usize>, rule: Rule) {
        #[cfg(not(target_arch = "wasm32"))]
        {
            let mut refusals = self.0.borrow_mut();
            // Some places are looked at more than once.
            if refusals.last() != Some(&(range.clone(), rule)) {
                refusals.push((range, rule));
            }
        }
    }
}
