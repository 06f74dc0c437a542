//! The view model: the words and links of a card, in the order in which they show.

use super::dates;
use super::labels::Labels;
use super::options::{Options, Section, fill};
use super::quote::{Quote, encode, quote};
use super::split::parts;
use crate::summary::{Directive, Evidence, Figure, Official, Role, Summary};

/// A day, for `<time>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// ISO 8601, or `--MM-DD`.
    pub datetime: String,
    /// In words.
    pub text: String,
}

/// When the event took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateView {
    /// The day, or the first of a range.
    pub first: Moment,
    /// The last day of a range.
    pub last: Option<Moment>,
    /// What is to be said of the year.
    pub note: Option<&'static str>,
}

/// A figure: `qualifier` and `unit` are small, `number` large, `label` below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureView {
    /// `gần`, `trên` …, or empty.
    pub qualifier: String,
    /// Digits as printed.
    pub number: String,
    /// Magnitude and unit as printed, or empty.
    pub unit: String,
    /// What the number is of.
    pub label: String,
    /// The sentence that it comes from.
    pub quote: Option<Quote>,
}

/// A person and their posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialView {
    /// Full name.
    pub name: String,
    /// Posts as printed.
    pub positions: Vec<String>,
    /// What they did, in the card's language.
    pub roles: Vec<&'static str>,
    /// The sentence that it comes from.
    pub quote: Option<Quote>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectiveView {
    /// `Chỉ thị` …
    pub kind: String,
    /// Its number, kept on one line.
    pub number: Option<String>,
    /// Its name, where it has no number.
    pub name: Option<String>,
    /// Its own date.
    pub date: Option<Moment>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// Where to search for it.
    pub lookup: Option<String>,
    /// The sentence that it comes from.
    pub quote: Option<Quote>,
}

/// The card as data.
#[derive(Debug, Clone)]
pub struct View {
    /// How it is to be shown.
    pub options: Options,
    /// Headline.
    pub title: Option<String>,
    /// The article's address.
    pub url: Option<String>,
    /// Newspaper or portal.
    pub source: Option<String>,
    /// Day of publication.
    pub published: Option<Moment>,
    /// The sentence that reports the event.
    pub lead: Option<String>,
    /// When the event took place, and where that stands.
    pub date: Option<(DateView, Option<Quote>)>,
    /// Figures, most wanted first.
    pub figures: Vec<FigureView>,
    /// Officials, highest rank first.
    pub officials: Vec<OfficialView>,
    /// Documents, by mention.
    pub directives: Vec<DirectiveView>,
    /// Who made the card: the rules, an editor, or both.
    pub provenance: &'static str,
}

impl View {
    /// The view of `summary`.
    #[must_use]
    pub fn new(summary: &Summary, options: &Options) -> Self {
        let labels = options.lang.labels();
        let url = summary.url.as_deref();
        let quote = |evidence: &[Evidence]| evidence.first().map(|place| quote(place, url));
        let event = summary.event.as_ref();
        Self {
            title: summary.title.clone(),
            url: summary.url.clone(),
            source: summary.source.clone(),
            published: summary.published.map(|day| dates::short(day, labels)),
            lead: summary.lead.clone(),
            date: event.map(|event| (dates::event(event, labels), quote(&event.evidence))),
            figures: summary.figures.iter().map(|f| figure(f, quote(&f.evidence))).collect(),
            officials: by_mention(&summary.officials)
                .into_iter()
                .map(|o| official(o, labels, quote(&o.evidence)))
                .collect(),
            directives: summary
                .directives
                .iter()
                .map(|d| directive(d, options, quote(&d.evidence)))
                .collect(),
            provenance: provenance(summary, labels),
            options: options.clone(),
        }
    }

    /// Whether there is one fact and no more.
    #[must_use]
    pub fn is_single(&self) -> bool {
        let lists = self.figures.len() + self.officials.len() + self.directives.len();
        lists + usize::from(self.date.is_some()) == 1
    }

    /// Whether `section` was asked for and has something to show.
    #[must_use]
    pub fn shows(&self, section: Section) -> bool {
        self.options.show.contains(&section) && self.has(section)
    }

    /// `first` and how many `others` of its kind there are, as in the labels.
    #[must_use]
    pub fn and_others(&self, first: &str, others: usize, kind: usize) -> String {
        if others == 0 {
            return first.to_owned();
        }
        first.to_owned() + &(self.options.lang.labels().others)(others, kind)
    }

    /// How many entries are folded away.
    #[must_use]
    pub fn folded(&self) -> usize {
        let counts = [
            (Section::Figures, self.figures.len()),
            (Section::Officials, self.officials.len()),
            (Section::Directives, self.directives.len()),
        ];
        let shown = counts.into_iter().filter(|(section, _)| self.options.show.contains(section));
        shown.map(|(section, count)| count.saturating_sub(self.options.limit_of(section))).sum()
    }

    /// Whether `section` has something to show.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        match section {
            Section::Lead => self.lead.is_some(),
            Section::Date => self.date.is_some(),
            Section::Figures => !self.figures.is_empty(),
            Section::Officials => !self.officials.is_empty(),
            Section::Directives => !self.directives.is_empty(),
        }
    }
}

fn figure(figure: &Figure, quote: Option<Quote>) -> FigureView {
    let parts = parts(figure);
    FigureView {
        qualifier: parts.qualifier,
        number: parts.number,
        unit: parts.unit,
        label: figure.words(),
        quote,
    }
}

/// Who chairs first, then by mention; those of an editor, who stand nowhere, as the editor has them.
fn by_mention(officials: &[Official]) -> Vec<&Official> {
    let place = |one: &&Official| {
        let chairs = one.roles.contains(&Role::Chair);
        (!chairs, one.evidence.first().map_or(0, |place| place.start))
    };
    let mut officials: Vec<&Official> = officials.iter().collect();
    officials.sort_by_key(place);
    officials
}

fn official(official: &Official, labels: &Labels, quote: Option<Quote>) -> OfficialView {
    OfficialView {
        name: official.name.clone(),
        positions: official.positions.clone(),
        // That somebody attended says nothing that the card does not say by naming them.
        roles: official
            .roles
            .iter()
            .filter(|role| **role != Role::Attend)
            .map(|&role| (labels.role)(role))
            .collect(),
        quote,
    }
}

fn directive(directive: &Directive, options: &Options, quote: Option<Quote>) -> DirectiveView {
    let address = |template: &String| {
        let mut number = String::new();
        encode(directive.number.as_ref()?, &mut number);
        Some(fill(template, &number))
    };
    DirectiveView {
        kind: directive.kind.clone(),
        number: directive.number.clone(),
        name: directive.name.clone(),
        date: directive.date.map(|day| dates::short(day, options.lang.labels())),
        issuer: directive.issuer.clone(),
        subject: directive.subject.clone(),
        lookup: options.lookup.as_ref().and_then(address),
        quote,
    }
}

/// Whether the facts (not title, source and the like) were extracted or supplied.
fn provenance(summary: &Summary, labels: &Labels) -> &'static str {
    let edited = |name: &str| summary.curated.iter().any(|field| field == name);
    let kinds = [
        (summary.event.is_some(), edited("event")),
        (!summary.figures.is_empty(), edited("figures")),
        (!summary.officials.is_empty(), edited("officials")),
        (!summary.directives.is_empty(), edited("directives")),
    ];
    let extracted = kinds.iter().any(|&(present, edited)| present && !edited);
    let supplied = kinds.iter().any(|&(_, edited)| edited);
    match (extracted, supplied) {
        (true, true) => labels.partly_edited,
        (false, true) => labels.edited,
        _ => labels.automatic,
    }
}

/// What is said to readers who cannot see the card appear: `Đã tóm tắt bài viết: 3 lãnh đạo`.
#[must_use]
pub fn announcement(summary: &Summary, options: &Options) -> String {
    let labels = options.lang.labels();
    let sections = [Section::Figures, Section::Officials, Section::Directives];
    let counts = [summary.figures.len(), summary.officials.len(), summary.directives.len()];
    let mut said = labels.ready.to_owned();
    let mut mark = ": ";
    for ((section, count), words) in sections.iter().zip(counts).zip(labels.counted) {
        if count > 0 && options.show.contains(section) {
            said.push_str(mark);
            said.push_str(&count.to_string());
            said.push(' ');
            said.push_str(words[usize::from(count > 1)]);
            mark = ", ";
        }
    }
    said
}
