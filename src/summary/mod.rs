//! Contract 2: the summary of an article, what the extractor returns and the card shows.
//!
//! Every string stands in the article's normalised text, letter for letter; only dates (ISO
//! 8601) and values (plain numbers) are normalised. `../shared/corpus/GUIDELINES.md` says
//! what counts as a fact.

mod again;
mod clause;
mod day;
mod evidence;
mod linked;
mod omit;

pub use again::{Told, distinct};
pub use day::Day;
pub use evidence::Evidence;
pub(crate) use linked::is_article_type;
pub use linked::{NewsArticle, for_script};

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// The facts of one article. Absent values are `null`, absent facts an empty list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Summary {
    /// The article's headline.
    pub title: Option<String>,
    /// The article's address.
    pub url: Option<String>,
    /// The newspaper or portal.
    pub source: Option<String>,
    /// The day on which the page says that it appeared.
    pub published: Option<Day>,
    /// The sentence that reports the event.
    pub lead: Option<String>,
    /// When the reported event took place.
    pub event: Option<Event>,
    /// People in public posts, by rank in the event, then by mention.
    pub officials: Vec<Official>,
    /// Documents that the article cites, by mention.
    pub directives: Vec<Directive>,
    /// Measured quantities; the first six are the ones to show.
    pub figures: Vec<Figure>,
    /// Names of the fields that an editor supplied (`officials`, `event`, …) instead of the rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub curated: Vec<String>,
}

/// When the reported event took place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Event {
    /// First or only day.
    pub date: Day,
    /// Last day of a range.
    pub end: Option<Day>,
    /// Part of the day, as printed.
    pub part: Option<Part>,
    /// Whether the year was borrowed from the publication date.
    pub inferred: bool,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
}

/// Part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub enum Part {
    /// Morning.
    #[serde(rename = "sáng")]
    Morning,
    /// Noon.
    #[serde(rename = "trưa")]
    Noon,
    /// Afternoon.
    #[serde(rename = "chiều")]
    Afternoon,
    /// Evening.
    #[serde(rename = "tối")]
    Evening,
}

/// A person who holds or held a public post.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Official {
    /// The name as first printed in full, without honorific, rank or degree.
    pub name: String,
    /// Other spellings of the same name in the article.
    pub aliases: Vec<String>,
    /// Posts as printed, in order of first mention.
    pub positions: Vec<String>,
    /// What the person did at the event.
    pub roles: Vec<Role>,
    /// Where the person is named.
    pub evidence: Vec<Evidence>,
}

impl Part {
    /// All parts, in the order of the day.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Noon, Self::Afternoon, Self::Evening];

    /// The word as printed.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Morning => "sáng",
            Self::Noon => "trưa",
            Self::Afternoon => "chiều",
            Self::Evening => "tối",
        }
    }
}

/// What an official did at the event, highest rank first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub enum Role {
    /// Chaired or co-chaired.
    #[serde(rename = "chủ trì")]
    Chair,
    /// Spoke.
    #[serde(rename = "phát biểu")]
    Speak,
    /// Handed over an award or a decision.
    #[serde(rename = "trao")]
    Award,
    /// Signed.
    #[serde(rename = "ký")]
    Sign,
    /// Attended.
    #[serde(rename = "tham dự")]
    Attend,
}

impl Summary {
    /// The places of all facts.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let officials = self.officials.iter().flat_map(|fact| &fact.evidence);
        let directives = self.directives.iter().flat_map(|fact| &fact.evidence);
        let figures = self.figures.iter().flat_map(|fact| &fact.evidence);
        let event = self.event.iter().flat_map(|fact| &fact.evidence);
        officials.chain(directives).chain(figures).chain(event)
    }
}

impl Role {
    /// All roles, highest rank first.
    pub const ALL: [Self; 5] = [Self::Chair, Self::Speak, Self::Award, Self::Sign, Self::Attend];

    /// The term of the contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chair => "chủ trì",
            Self::Speak => "phát biểu",
            Self::Award => "trao",
            Self::Sign => "ký",
            Self::Attend => "tham dự",
        }
    }
}

/// A document that the article cites.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Directive {
    /// Type, such as `Chỉ thị`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Number as printed, without spaces, dashes as `-`.
    pub number: Option<String>,
    /// Name of a document that is cited without a number.
    pub name: Option<String>,
    /// The document's own date.
    pub date: Option<Day>,
    /// Issuing body or post as printed.
    pub issuer: Option<String>,
    /// What it is about (trích yếu), as printed, without the leading "về".
    pub subject: Option<String>,
    /// Where it is cited.
    pub evidence: Vec<Evidence>,
}

/// The words around a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Context {
    /// The clause up to the figure.
    pub before: String,
    /// The clause from the figure on.
    pub after: String,
}

impl Context {
    /// Both in one line, "…" in the figure's place; none where there are no words.
    #[must_use]
    pub fn joined(&self) -> Option<String> {
        joined(&self.before, &self.after)
    }
}

fn joined(before: &str, after: &str) -> Option<String> {
    let gap = |beside: &str| if beside.is_empty() || beside.starts_with(',') { "" } else { " " };
    let words = !(before.is_empty() && after.is_empty());
    words.then(|| [before, gap(before), "…", gap(after), after].concat())
}

impl Figure {
    /// What the number is of: its label, else its clause.
    #[must_use]
    pub fn words(&self) -> String {
        self.label.clone().or_else(|| self.context.joined()).unwrap_or_default()
    }

    /// The same for two lines on a card: of a long clause the words next to the number, for they say what it
    /// is of.
    #[must_use]
    pub fn short_words(&self) -> String {
        let clause = || joined(&clause::end(&self.context.before), &self.context.after);
        self.label.clone().or_else(clause).unwrap_or_default()
    }
}

/// A measured quantity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Figure {
    /// The figure as printed: qualifier, number, magnitude and unit.
    pub quote: String,
    /// The number, magnitude multiplied out.
    pub value: f64,
    /// What is counted or measured, as printed.
    pub unit: String,
    /// `gần`, `trên`, `hơn` … as printed.
    pub qualifier: Option<String>,
    /// What the number is of, in words of the article, where the whole phrase is told by its
    /// boundaries; " … " stands in the figure's place.
    pub label: Option<String>,
    /// The clause in the article's own words.
    pub context: Context,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
}
