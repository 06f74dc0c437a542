//! The context of a figure: its clause in the article's own words, before and behind it.
//!
//! It ends at commas, but never within a list ("trồng trọt, chăn nuôi, buôn bán chiếm …"), and goes
//! on where what it has says too little by itself ("…, chiếm 98%", "… tán thành (bằng 91,5%)"). Since
//! it is the clause itself, it cannot say something else than the article does.

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::text::Kind;
use std::ops::Range;

/// No more words stand on either side, unless they have no comma among them.
const MOST: usize = 24;

/// Nor more than these.
const LONGEST: usize = 40;

/// Fewer words than this before a figure say too little by themselves.
const FEW: usize = 3;

/// An item of a list has no more words.
const ITEM: usize = 5;

/// A whole sentence of no more words is a label.
const LABEL: usize = 15;

/// The words around a figure.
pub(in crate::extract) struct Context {
    pub(in crate::extract) before: Range<usize>,
    pub(in crate::extract) after: Range<usize>,
    /// The figure is the only one of a short sentence, which is told by its boundaries.
    pub(in crate::extract) is_label: bool,
}

/// The context of the figure at `quote`; `taken` are the quotes of all figures in order.
pub(super) fn context(page: &Page<'_>, quote: &Range<usize>, taken: &[Range<usize>]) -> Context {
    let clause = Clause { page, sentence: page.sentence(quote.start), taken };
    let before = clause.trimmed(clause.start(quote)..quote.start);
    let after = clause.trimmed(quote.end..clause.end(quote));
    let is_label = clause.is_label(quote, &before, &after);
    Context { before, after, is_label }
}

struct Clause<'a, 'b> {
    page: &'a Page<'b>,
    sentence: Range<usize>,
    taken: &'a [Range<usize>],
}

impl Clause<'_, '_> {
    /// Where the clause of `quote` begins.
    fn start(&self, quote: &Range<usize>) -> usize {
        let end = quote.start;
        let mut start = self.part_start(end);
        let mut listing = false;
        while start > self.sentence.start {
            let mark = start - 1;
            let earlier = self.part_start(mark);
            let item = self.is_item(earlier..mark);
            let goes_on = match self.page.text.tokens[mark].mark {
                // The item with which a list begins may be longer: "Các nghề đan lát, buôn bán …".
                ',' => listing || item || self.says_little(start..end),
                '(' => true,
                ':' => end - start < FEW,
                _ => false,
            };
            if !goes_on || end - earlier > MOST {
                break;
            }
            listing = item && self.page.is_mark(mark, &[',']);
            start = earlier;
        }
        start.max(end.saturating_sub(LONGEST))
    }

    /// Where the clause of `quote` ends.
    fn end(&self, quote: &Range<usize>) -> usize {
        let start = quote.end;
        let mut end = self.part_end(start);
        while end < self.sentence.end {
            let next = if self.page.is_mark(end, &['(']) {
                self.page.closing_bracket(end, ITEM + 2).map(|close| self.part_end(close + 1))
            } else {
                let next = self.part_end(end + 1);
                let goes_on = self.page.is_mark(end, &[','])
                    && end > start
                    && (self.is_item(end + 1..next) || self.is_last_item(end + 1..next));
                goes_on.then_some(next)
            };
            match next {
                Some(next) if next - start <= MOST => end = next,
                _ => break,
            }
        }
        end.min(start + LONGEST)
    }

    /// Behind the last separator before `at`.
    fn part_start(&self, at: usize) -> usize {
        let parts = (self.sentence.start..at).rev();
        parts.take_while(|&index| !self.separates(index)).last().unwrap_or(at)
    }

    /// The first separator from `at` on.
    fn part_end(&self, at: usize) -> usize {
        (at..self.sentence.end).find(|&index| self.separates(index)).unwrap_or(self.sentence.end)
    }

    /// A mark between parts of a sentence.
    fn separates(&self, at: usize) -> bool {
        const MARKS: [char; 12] = [',', ';', ':', '(', ')', '.', '!', '?', '…', '»', '•', '\n'];
        self.page.is_mark(at, &MARKS) && (!self.page.is_mark(at, &['.']) || self.is_stop(at))
    }

    /// A full stop behind the last word of the sentence, no abbreviation's.
    fn is_stop(&self, at: usize) -> bool {
        at + 1 >= self.sentence.end || self.page.is_mark(at + 1, &['”', '"', ')'])
    }

    /// Words before a figure that need what stands before them: too few, or of how it compares.
    fn says_little(&self, part: Range<usize>) -> bool {
        let page = self.page;
        let verb = page.phrase(Topic::Stop, part.start).is_some()
            || page.cue(part.start, Topic::Verb).is_some();
        part.len() < FEW
            || page.cue(part.start, Topic::Comparison).is_some()
            || (verb && part.len() <= ITEM)
    }

    /// A short piece without a figure or a verb: "buôn bán".
    fn is_item(&self, part: Range<usize>) -> bool {
        !part.is_empty() && part.len() <= ITEM && self.is_nominal(&part)
    }

    /// The end of a list: "… và dịch vụ nông nghiệp công nghệ cao".
    fn is_last_item(&self, part: Range<usize>) -> bool {
        let joint = part.clone().take(ITEM + 1).any(|at| self.page.is(at, "và"));
        joint && self.is_nominal(&part)
    }

    fn is_nominal(&self, part: &Range<usize>) -> bool {
        let page = self.page;
        let first = part.start;
        page.kind(first) == Some(Kind::Word)
            && !page.is_capital(first)
            && page.phrase(Topic::Stop, first).is_none()
            && page.phrase(Topic::Role, first).is_none()
            && page.cue(first, Topic::Comparison).is_none()
            && part.clone().all(|at| page.kind(at) != Some(Kind::Number))
    }

    /// Without the marks and conjunctions at its ends.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let page = self.page;
        let empty =
            |at: usize| page.kind(at) != Some(Kind::Word) && page.kind(at) != Some(Kind::Number);
        let closes = |at: usize| page.is_mark(at, &['”', '"', '%', '’']);
        let opens = |at: usize| page.is_mark(at, &['“', '"', '‘', '/']);
        let mut range = range;
        while !range.is_empty()
            && (page.is(range.start, "và") || empty(range.start))
            && !opens(range.start)
        {
            range.start += 1;
        }
        while !range.is_empty()
            && (page.is(range.end - 1, "và") || empty(range.end - 1))
            && !closes(range.end - 1)
        {
            range.end -= 1;
        }
        range
    }

    fn is_label(&self, quote: &Range<usize>, before: &Range<usize>, after: &Range<usize>) -> bool {
        let start = if before.is_empty() { quote.start } else { before.start };
        let end = if after.is_empty() { quote.end } else { after.end };
        let whole = start == self.sentence.start
            && (end..self.sentence.end).all(|at| self.page.is_mark(at, &['.', '!', '”', '"']));
        let comma = |at: usize| self.page.is_mark(at, &[',']);
        let first = self.taken.partition_point(|other| other.end <= start);
        let alone = self.taken[first..].iter().take_while(|other| other.start < end).count() == 1;
        whole && alone && end - start <= LABEL + quote.len() && !(start..end).any(comma)
    }
}
