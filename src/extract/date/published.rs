//! The page's own date, printed at its head.

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::summary::Day;
use crate::text::Kind;
use std::ops::Range;

/// How many blocks count as the head of the page.
const HEAD: usize = 6;

/// A line of the page's head is short.
const LINE: usize = 24;

/// The date of publication that the page states: after a label ("Cập nhật ngày: …") or with a
/// time of day ("Thứ 6, 21/03/2025 | 15:45"); and the head's lines that hold a date and nothing
/// of the article (a bare weekday and date may be the site's clock).
pub(in crate::extract) fn published(page: &Page<'_>) -> (Option<Day>, Vec<Range<usize>>) {
    let mut day = None;
    let mut furniture = Vec::new();
    for block in page.text.blocks.iter().take(HEAD).filter(|block| block.len() <= LINE) {
        let line = page.text.slice(block.clone());
        let timed = has_time_of_day(page, block);
        // Beside a time of day stand links for the size of letters and the like.
        let most = if timed { 8 } else { 3 };
        if words_beside_date(page, block) > most {
            continue;
        }
        let Some(found) = Day::from_text(line) else { continue };
        let labelled = block.clone().any(|at| page.begins(at, Topic::PublicationLabel));
        if day.is_none() && (labelled || timed) {
            day = Some(found);
        }
        furniture.push(block.clone());
    }
    (day, furniture)
}

/// Words of the line that are no part of a date line.
fn words_beside_date(page: &Page<'_>, block: &Range<usize>) -> usize {
    block
        .clone()
        .filter(|&at| page.kind(at) == Some(Kind::Word) && page.cue(at, Topic::DateWord).is_none())
        .count()
}

/// `15:45` or `17:45:55` in the line.
fn has_time_of_day(page: &Page<'_>, block: &Range<usize>) -> bool {
    block.clone().any(|at| {
        page.integer(at).is_some_and(|hour| hour < 24)
            && page.is_mark(at + 1, &[':'])
            && page.integer(at + 2).is_some_and(|minute| minute < 60)
    })
}
