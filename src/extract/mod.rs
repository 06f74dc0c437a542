//! Extraction: the text of an article into its facts, by rules.
//!
//! Total and pure: no panic, no I/O, no clock; linear in time and memory. The extractors do not
//! know each other: [`extract`] calls them in order, and what one has found is claimed, so that
//! the next does not read it as something else.

mod assemble;
mod date;
mod directive;
mod figure;
mod furniture;
mod grammar;
mod language;
mod official;
mod page;
mod trace;

use crate::article::{Article, check_entries};
use crate::lexicon::{Lexicon, Topic};
use crate::problem::Problem;
use crate::summary::Summary;
use crate::text::Text;
use page::Page;
use std::ops::Range;
use trace::Trail;
pub use trace::{Fact, Trace};

/// The facts of `article`; curated ones win over extracted ones.
///
/// # Errors
/// `not-vietnamese` and `legacy-encoding` where the body cannot be read by these rules, `too-large` where it has
/// more facts than any article.
pub fn extract(article: &Article) -> Result<Summary, Problem> {
    traced(article).map(|(summary, _)| summary)
}

/// The facts of `article`, and for each the rule that found it.
///
/// # Errors
/// As [`extract`].
#[cfg(not(target_arch = "wasm32"))]
pub fn explain(article: &Article) -> Result<(Summary, Vec<Trace>), Problem> {
    traced(article).map(|(summary, trail)| (summary, trail.0))
}

#[inline(never)]
fn traced(article: &Article) -> Result<(Summary, Trail), Problem> {
    let mut summary = Summary {
        title: article.title.clone(),
        url: article.url.clone(),
        source: article.source.clone(),
        published: article.published,
        ..Summary::default()
    };
    let mut trail = Trail::default();
    if !article.curated.is_complete() && !article.body.trim().is_empty() {
        language::check(&article.body)?;
        let text = Lexicon::get().read(&article.raw());
        read(&text, article, &mut summary, &mut trail);
        let most = summary.officials.len().max(summary.directives.len());
        check_entries(most.max(summary.figures.len()))?;
    }
    article.curated.apply(&mut summary);
    summary.omit(&article.omit);
    Ok((summary, trail))
}

/// An article of so many blocks that tells of no event's day is a feature, unless somebody attended
/// something.
const FEATURE: usize = 4;

/// "Phát biểu tại hội nghị, …", "Tại buổi lễ, …": what was spoken of took place.
fn tells_of_meeting(page: &Page<'_>) -> bool {
    let tells = |sentence: &Range<usize>| {
        let first = sentence.start;
        let at = page.behind(first, Topic::SpeakingAt);
        let comma = |length: usize| page.is_mark(at + length, &[',']);
        page.begins(at, Topic::AtMeeting) && (comma(3) || comma(4))
    };
    page.text.sentences.iter().any(tells)
}

/// "(Xem tiếp)" behind each item: a digest of several reports.
fn is_digest(page: &Page<'_>) -> bool {
    const ITEMS: usize = 2;
    let openings = page.openings(0..page.len(), Topic::set(&[Topic::ReadOn]));
    let links = openings.filter(|&at| page.begins(at, Topic::ReadOn));
    links.take(ITEMS).count() == ITEMS
}

/// Runs the extractors in order over `text`, whose first block is the title if there is one.
#[inline(never)]
fn read(text: &Text, article: &Article, summary: &mut Summary, trail: &mut Trail) {
    let mut page = Page::new(text);
    // The headline repeats the body in rounder words: it gives no facts of its own.
    if article.title.is_some()
        && let Some(title) = text.blocks.first()
    {
        page.claim(title.clone());
    }
    for range in furniture::furniture(&page) {
        page.claim(range);
    }
    grammar::learn_names(&mut page);
    grammar::learn_places(&mut page);
    let (published, date_lines) = date::published(&page);
    for range in date_lines {
        page.claim(range);
    }
    summary.published = summary.published.or(published);

    let citations = directive::citations(&page);
    for claim in citations.iter().flat_map(|citation| citation.claims.iter()) {
        page.claim(claim.clone());
    }
    let directives = directive::directives(&page, citations);
    // Of several reports none is the article's.
    let dates = date::all(&page);
    let event = date::event(&page, summary.published, &dates).filter(|_| !is_digest(&page));
    for date in &dates {
        page.claim(date.range.clone());
    }
    let others = date::other_days(&dates, event.as_ref());
    let (mut officials, mentions) = official::officials(&page, &others);
    if event.is_none() && text.blocks.len() >= FEATURE && !tells_of_meeting(&page) {
        official::forget_quotes(&mut officials);
    }
    for mention in mentions {
        page.claim(mention);
    }
    let figures = figure::figures(&page);

    trail.note_refusals(text, page.take_refusals());
    let assembler = assemble::Assembler::new(&page);
    summary.lead = assembler.lead(event.as_ref());
    assembler.assemble(summary, trail, event, officials, directives, figures);
}
