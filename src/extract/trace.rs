//! Which rule read which fact: for people who look into the extractor, by the command. The card
//! carries none of it: in the browser a rule has no name, and a trail is empty.

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
}

/// A fact's place and the rule that read it, for the debug output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Which fact.
    pub fact: Fact,
    /// Name of the rule.
    pub rule: &'static str,
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
        self.0.push(Trace { fact, rule: rule.0 });
    }
}
