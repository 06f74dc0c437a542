//! The view model: the words and links of a card, in the order in which they show.

use super::dates;
use super::labels::{Labels, Lang};
use super::options::{Options, Section, fill};
use super::quote::{Quote, quote};
use super::split::{Printed, printed};
use crate::summary::{Directive, Evidence, Official, Role, Summary, Told, distinct};

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

/// A figure: the number, and what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureView<'a> {
    /// The number with qualifier and unit.
    pub printed: Printed,
    /// The same fact in another number, a share.
    pub again: Option<String>,
    /// What the number is of.
    pub label: String,
    /// The sentence that it comes from.
    pub quote: Option<Quote<'a>>,
}

/// A person and their posts.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficialView<'a> {
    /// Full name.
    pub name: &'a str,
    /// Posts as printed.
    pub positions: &'a [String],
    /// What they did, in the card's language.
    pub roles: Vec<&'static str>,
    /// The sentence that it comes from.
    pub quote: Option<Quote<'a>>,
}

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct DirectiveView<'a> {
    /// Type, number, name, issuer and subject.
    pub directive: &'a Directive,
    /// Its own date.
    pub date: Option<Moment>,
    /// Where to search for it.
    pub lookup: Option<String>,
    /// The sentence that it comes from.
    pub quote: Option<Quote<'a>>,
}

/// The card as data.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// How it is to be shown.
    pub options: &'a Options,
    /// Headline, address and newspaper of the article, and its lead.
    pub summary: &'a Summary,
    /// Day of publication.
    pub published: Option<Moment>,
    /// When the event took place, and where that stands.
    pub date: Option<(DateView, Option<Quote<'a>>)>,
    /// Figures, most wanted first.
    pub figures: Vec<FigureView<'a>>,
    /// Officials, highest rank first.
    pub officials: Vec<OfficialView<'a>>,
    /// Documents, by mention.
    pub directives: Vec<DirectiveView<'a>>,
    /// Who made the card: the rules, an editor, or both.
    pub provenance: &'static str,
}

impl<'a> View<'a> {
    /// The view of `summary`.
    #[must_use]
    pub fn new(summary: &'a Summary, options: &'a Options) -> Self {
        let labels = options.lang.labels();
        let url = summary.url.as_deref();
        let quote = |evidence: &'a [Evidence]| evidence.first().map(|place| quote(place, url));
        let event = summary.event.as_ref();
        Self {
            options,
            summary,
            published: summary.published.map(|day| dates::short(day, labels)),
            date: event.map(|event| (dates::event(event, labels), quote(&event.evidence))),
            figures: distinct(&summary.figures)
                .into_iter()
                .map(|told| figure(&told, options.lang, quote(&told.figure.evidence)))
                .collect(),
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

    /// The sections with several entries that were asked for, and how many each has.
    fn counts(&self) -> impl Iterator<Item = (Section, usize)> {
        let counts = [
            (Section::Figures, self.figures.len()),
            (Section::Officials, self.officials.len()),
            (Section::Directives, self.directives.len()),
        ];
        counts.into_iter().filter(|(section, _)| self.options.show.contains(section))
    }

    /// How many entries are folded away.
    #[must_use]
    pub fn folded(&self) -> usize {
        let folded =
            |(section, count): (_, usize)| count.saturating_sub(self.options.limit_of(section));
        self.counts().map(folded).sum()
    }

    /// What is said to readers who cannot see the card appear: `Đã tóm tắt bài viết: 3 lãnh đạo`. Nothing
    /// where there is nothing to see.
    #[must_use]
    pub fn announcement(&self) -> String {
        if self.date.is_none() && self.counts().all(|(_, count)| count == 0) {
            return String::new();
        }
        let labels = self.options.lang.labels();
        let mut said = labels.ready.to_owned();
        let mut mark = ": ";
        for (section, count) in self.counts().filter(|&(_, count)| count > 0) {
            said.extend([mark, &count.to_string(), " ", (labels.counted)(section, count)]);
            mark = ", ";
        }
        said
    }

    /// Whether `section` has something to show.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        match section {
            Section::Lead => self.summary.lead.is_some(),
            Section::Date => self.date.is_some(),
            Section::Figures => !self.figures.is_empty(),
            Section::Officials => !self.officials.is_empty(),
            Section::Directives => !self.directives.is_empty(),
        }
    }
}

fn figure<'a>(told: &Told<'a>, lang: Lang, quote: Option<Quote<'a>>) -> FigureView<'a> {
    FigureView {
        printed: printed(told.figure, lang),
        again: told.again.map(|again| printed(again, lang).joined()),
        label: told.figure.short_words(),
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

fn official<'a>(
    official: &'a Official,
    labels: &Labels,
    quote: Option<Quote<'a>>,
) -> OfficialView<'a> {
    OfficialView {
        name: &official.name,
        positions: &official.positions,
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

fn directive<'a>(
    directive: &'a Directive,
    options: &Options,
    quote: Option<Quote<'a>>,
) -> DirectiveView<'a> {
    let address =
        |template: &String| Some(fill(template, &[("number", directive.number.as_deref()?)]));
    DirectiveView {
        directive,
        date: directive.date.map(|day| dates::short(day, options.lang.labels())),
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
