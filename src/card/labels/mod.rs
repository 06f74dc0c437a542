//! Every word of the card that does not stand in the article; one file per language.

mod en;
mod vi;

use super::options::Section;
use crate::summary::{Day, Part, Role};

/// A language of the card's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The language of a BCP 47 tag: `en`, `en-GB` … are English, all others Vietnamese.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") { Self::En } else { Self::Vi }
    }

    /// The tag, for `lang` attributes.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// What is said once a number was copied, or could not be; the number follows.
    #[must_use]
    pub fn copied(self, done: bool) -> &'static str {
        if done { self.labels().copied } else { self.labels().not_copied }
    }

    pub(super) fn labels(self) -> &'static Labels {
        match self {
            Self::Vi => &vi::LABELS,
            Self::En => &en::LABELS,
        }
    }
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Labels {
    /// What the card is, where neither a headline nor a day says it.
    pub(super) summary: &'static str,
    /// Before the day of publication.
    pub(super) published: &'static str,
    /// The year of the event was borrowed from the publication date.
    pub(super) year_inferred: &'static str,
    /// The article gives no year.
    pub(super) year_unknown: &'static str,
    /// Heading of the figures.
    pub(super) figures: &'static str,
    /// Heading of the officials.
    pub(super) officials: &'static str,
    /// Heading of the directives.
    pub(super) directives: &'static str,
    /// The link from the evidence to its place in the article.
    pub(super) find: &'static str,
    /// All facts come from the rules.
    pub(super) automatic: &'static str,
    /// All facts come from an editor.
    pub(super) edited: &'static str,
    /// Some facts come from an editor.
    pub(super) partly_edited: &'static str,
    /// The link to the article.
    pub(super) read: &'static str,
    /// The link that searches for a document.
    pub(super) lookup: &'static str,
    /// The link that tells of a wrong fact.
    pub(super) report: &'static str,
    /// The button that copies a document's number.
    pub(super) copy: &'static str,
    /// Said once a number was copied; the number follows.
    pub(super) copied: &'static str,
    /// Said where copying was refused.
    pub(super) not_copied: &'static str,
    /// Said once the card is there; what is on it follows.
    pub(super) ready: &'static str,
    /// So many entries of a section, behind their number.
    pub(super) counted: fn(Section, count: usize) -> &'static str,
    /// What opens `count` more entries.
    pub(super) more: fn(count: usize) -> String,
    /// How many others there are, behind the first: people (1) or documents (2).
    pub(super) others: fn(count: usize, kind: usize) -> String,
    /// What an official did.
    pub(super) role: fn(Role) -> &'static str,
    /// A day in full, such as `Sáng thứ Sáu, 29/4/2022`; the weekday counts from Sunday = 0.
    pub(super) day: fn(Day, weekday: Option<usize>, Option<Part>) -> String,
    /// A day in numbers, such as `29/4/2022`.
    pub(super) short: fn(Day) -> String,
    /// First and last day of a range, without what they have in common.
    pub(super) range: fn(Day, Day) -> (String, String),
}
