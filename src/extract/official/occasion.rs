//! Whether a sentence tells of the event, or of another occasion.

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::text::Kind;
use std::ops::Range;

/// A meeting's day stands so far behind the head of its sentence at most.
const OPENING: usize = 10;

/// Walks over the sentences and knows of each whether it tells of another occasion than the event.
pub(super) struct Occasions<'a, 'b> {
    page: &'a Page<'b>,
    /// Dates of other days than the event's, in order.
    others: &'a [Range<usize>],
    /// The sentence before told of another occasion.
    elsewhere: bool,
}

impl<'a, 'b> Occasions<'a, 'b> {
    pub(super) fn new(page: &'a Page<'b>, others: &'a [Range<usize>]) -> Self {
        Self { page, others, elsewhere: false }
    }

    /// "Trước đó, …", "Năm 1996, …"; and "Tại buổi làm việc, …" behind such a sentence.
    pub(super) fn enter(&mut self, sentence: &Range<usize>) -> bool {
        let page = self.page;
        let first = sentence.start;
        let opens = page.begins(first, Topic::OtherTime)
            || self.is_dated(first)
            || self.opens_with_other_day(sentence);
        let goes_on = self.elsewhere && page.begins(first, Topic::At);
        self.elsewhere = opens || goes_on;
        self.elsewhere
    }

    /// Whether somebody named at `at` is spoken of on another day: "…, ngày 20/4, ông A cho biết".
    pub(super) fn is_other_day(&self, sentence: &Range<usize>, at: usize) -> bool {
        /// So many tokens stand at most between the day and the person.
        const REACH: usize = 24;
        let page = self.page;
        let from = sentence.start.max(at.saturating_sub(REACH));
        let index = self.others.partition_point(|date| date.end <= from);
        let mut dates = self.others[index..].iter().take_while(|date| date.end <= at);
        // "Tại cuộc làm việc cách đây hai ngày, …"
        let told = |index: usize| page.begins(index, Topic::Ago);
        dates.any(|date| self.is_adverbial(date, sentence))
            || self.is_year(at)
            || (from..at).any(told)
    }

    /// "Ngày 22/4, …" where the event was on another day.
    fn opens_with_other_day(&self, sentence: &Range<usize>) -> bool {
        const FIRST: usize = 4;
        let index = self.others.partition_point(|date| date.end <= sentence.start);
        let first = self.others.get(index).filter(|date| date.end <= sentence.end);
        first.is_some_and(|date| {
            date.start <= sentence.start + FIRST && self.is_adverbial(date, sentence)
        })
    }

    /// "Trong một hội nghị, năm 1996, | ông A".
    fn is_year(&self, at: usize) -> bool {
        let page = self.page;
        at > 3
            && page.is_mark(at - 1, &[','])
            && page.begins(at - 3, Topic::Year)
            && page.is_mark(at - 4, &[','])
    }

    /// A date that says when, not one until when, or of what happened before.
    fn is_adverbial(&self, date: &Range<usize>, sentence: &Range<usize>) -> bool {
        let page = self.page;
        let start = date.start;
        let opens = start == sentence.start
            || page.is_mark(start - 1, &[','])
            || page.begins(start, Topic::DayBefore)
            || page.ends(start, Topic::OnOrWithin)
            || page.is_mark(date.end, &[','])
            // "Tại cuộc họp ngày 29/1 về dự án, …"
            || (page.begins(sentence.start, Topic::At) && start - sentence.start <= OPENING);
        opens && page.cue_before(start, Topic::OtherDay).is_none() && !page.ends(start, Topic::Out)
    }

    /// "Năm 1996, …", "Tháng 10/2016, …".
    fn is_dated(&self, first: usize) -> bool {
        let page = self.page;
        (page.begins_any(first, &[Topic::Year, Topic::Month]))
            && page.kind(first + 1) == Some(Kind::Number)
    }
}
