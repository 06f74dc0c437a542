//! What the extractors found, as ranges of tokens, into the strings and places of the summary.

use super::date::EventDate;
use super::page::Page;
use super::trace::{Fact, Rule, Trail};
use super::{directive, figure, official};
use crate::summary::{Context, Directive, Event, Evidence, Figure, Official, Summary};
use crate::text::Places;
use std::ops::Range;

/// A sentence of fewer tokens reports nothing.
const SHORT: usize = 8;

pub(super) struct Assembler<'a> {
    page: &'a Page<'a>,
    places: Places<'a>,
}

impl<'a> Assembler<'a> {
    pub(super) fn new(page: &'a Page<'a>) -> Self {
        Self { page, places: Places::new(&page.text.source) }
    }

    /// The sentence of the event's date, else the first whole sentence of the article.
    pub(super) fn lead(&self, event: Option<&EventDate>) -> Option<String> {
        let reports =
            |sentence: &&Range<usize>| sentence.len() >= SHORT && !self.page.is_furniture(sentence);
        let sentence = match event {
            Some(event) => self.page.sentence(event.range.start),
            None => self.page.text.sentences.iter().find(reports)?.clone(),
        };
        Some(self.string(sentence))
    }

    #[inline(never)]
    pub(super) fn assemble(
        &self,
        summary: &mut Summary,
        trail: &mut Trail,
        event: Option<EventDate>,
        officials: Vec<official::Found>,
        directives: Vec<directive::Found>,
        figures: Vec<figure::Found>,
    ) {
        summary.event = event.map(|event| {
            let rule = if event.inferred { "event-borrowed-year" } else { "event" };
            trail.note(Fact::Event, Rule::named(rule));
            self.event(event)
        });
        for (index, found) in officials.into_iter().enumerate() {
            trail.note(Fact::Official(index), found.rule);
            summary.officials.push(self.official(&found));
        }
        for (index, found) in directives.into_iter().enumerate() {
            trail.note(Fact::Directive(index), Rule::named("citation"));
            summary.directives.push(self.directive(found));
        }
        for (index, found) in figures.into_iter().enumerate() {
            trail.note(Fact::Figure(index), found.rule);
            summary.figures.push(self.figure(&found));
        }
    }

    fn event(&self, event: EventDate) -> Event {
        let EventDate { range, day, end, part, inferred } = event;
        Event { date: day, end, part, inferred, evidence: vec![self.evidence(range)] }
    }

    fn official(&self, found: &official::Found) -> Official {
        Official {
            name: self.string(found.name.clone()),
            aliases: self.strings(&found.aliases),
            positions: self.strings(&found.posts),
            roles: found.roles.clone(),
            evidence: self.all_evidence(&found.places),
        }
    }

    fn directive(&self, found: directive::Found) -> Directive {
        Directive {
            kind: found.kind,
            number: Some(found.number),
            name: None,
            date: found.date,
            issuer: found.issuer.map(|range| self.string(range)),
            subject: found.subject.map(|range| self.string(range)),
            evidence: self.all_evidence(&found.places),
        }
    }

    fn figure(&self, found: &figure::Found) -> Figure {
        let context = Context {
            before: self.string(found.context.before.clone()),
            after: self.string(found.context.after.clone()),
        };
        Figure {
            quote: self.string(found.quote.clone()),
            value: found.value,
            unit: self.string(found.unit.clone()),
            qualifier: found.qualifier.clone().map(|range| self.string(range)),
            label: context.joined().filter(|_| found.context.is_label),
            context,
            evidence: vec![self.evidence(found.quote.clone())],
        }
    }

    fn string(&self, range: Range<usize>) -> String {
        self.trimmed(range).replace('\n', " ")
    }

    fn trimmed(&self, range: Range<usize>) -> &str {
        self.page.text.slice(range).trim_end_matches([',', ';', ' '])
    }

    fn strings(&self, ranges: &[Range<usize>]) -> Vec<String> {
        ranges.iter().map(|range| self.string(range.clone())).collect()
    }

    fn all_evidence(&self, ranges: &[Range<usize>]) -> Vec<Evidence> {
        ranges.iter().map(|range| self.evidence(range.clone())).collect()
    }

    fn evidence(&self, range: Range<usize>) -> Evidence {
        // A fact may go on behind a stop that ends a sentence elsewhere.
        let (first, last) = (range.start, range.end.saturating_sub(1));
        let sentences = self.page.sentence(first).start..self.page.sentence(last).end;
        let text = self.page.text;
        let (bytes, sentence) = (text.bytes(range), text.bytes(sentences));
        let units = self.places.utf16(bytes.start)..self.places.utf16(bytes.end);
        Evidence::new(&text.source, bytes, units, sentence)
    }
}
