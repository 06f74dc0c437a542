//! The context of a figure: its clause in the article's own words, before and behind it.
//!
//! It ends at commas, but never within a list ("trồng trọt, chăn nuôi, buôn bán chiếm …"), and goes
//! on where what it has says too little by itself ("…, chiếm 98%", "… tán thành (bằng 91,5%)"). Since
//! it is the clause itself, it cannot say something else than the article does.

use super::super::grammar::begins_anew;
use super::super::page::Page;
use crate::lexicon::Topic;
use crate::text::Kind;
use std::ops::Range;

/// No more words stand on either side.
const LONGEST: usize = 36;

/// Behind so many words the clause goes on within a list only.
const ENOUGH: usize = 20;

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
    let after = clause.after(quote);
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
            let needed = self.says_little(start..end);
            let earlier = match self.page.text.tokens[mark].mark {
                // The item with which a list begins may be longer: "Các nghề đan lát, buôn bán …".
                ',' if needed || listing || self.is_item(self.part_start(mark)..mark) => {
                    self.part_start(mark)
                }
                '(' => self.part_start(mark),
                ':' if needed => self.part_start(mark),
                ';' if start == end => self.part_start(mark),
                // "tuyến số 1 (Bến Nhạn - Suối Tre) là …"
                ')' => self.opening(mark).map_or(start, |open| self.part_start(open)),
                _ => break,
            };
            if earlier == start {
                break;
            }
            if end - earlier > LONGEST {
                let cut = end.saturating_sub(LONGEST)..start;
                return self.snapped(cut).filter(|_| needed).unwrap_or(start);
            }
            listing = self.is_item(earlier..mark) && self.page.is_mark(mark, &[',']);
            start = earlier;
        }
        let start = self.behind_credit(start);
        let cut = end.saturating_sub(LONGEST);
        if start < cut { self.snapped(cut..end).unwrap_or(cut) } else { start }
    }

    /// "Ảnh: HẢI NGUYỄN | Đến năm 2020 …": behind a photo's credit.
    fn behind_credit(&self, start: usize) -> usize {
        const NAMES: usize = 4;
        let page = self.page;
        let credit = start > 1
            && page.is_mark(start - 1, &[':'])
            && page.cue_before(start - 1, Topic::Credit).is_some();
        let shouted = page.is_upper(start);
        let name = |&at: &usize| {
            let part = if shouted {
                page.is_upper(at)
            } else {
                page.is_capital(at) && page.is_capital(at + 1)
            };
            part || page.is_mark(at, &['.', '/'])
        };
        if credit { start + (start..start + NAMES).take_while(name).count() } else { start }
    }

    /// Where the clause of `quote` ends: at a mark behind which another clause begins.
    fn end(&self, quote: &Range<usize>) -> usize {
        let start = quote.end;
        let mut end = self.part_end(start);
        while end < self.sentence.end {
            let next = if self.page.is_mark(end, &['(']) {
                self.page.closing_bracket(end, ITEM + 2).map(|close| self.part_end(close + 1))
            } else if self.page.is_mark(end, &[',']) && end > start && self.goes_on(end) {
                Some(self.part_end(end + 1))
            } else {
                None
            };
            match next {
                Some(next) if next - start <= LONGEST => end = next,
                _ => break,
            }
        }
        let end = self.before_list(start..end);
        let cut = start + LONGEST;
        if end > cut { self.snapped_end(start..cut) } else { end }
    }

    /// The words behind the figure: none where "và" begins something else, but those that are said of
    /// this one and the next ("9 tập thể và 11 cá nhân được khen").
    fn after(&self, quote: &Range<usize>) -> Range<usize> {
        let start = quote.end;
        match (self.page.is(start, "và"), self.is_figure(start + 1)) {
            (true, true) => start..self.end(quote),
            (true, false) => start..start,
            (false, _) => self.trimmed(start..self.end(quote)),
        }
    }

    /// Whether a list goes on behind the comma at `comma`, rather than another clause: names behind
    /// names, nouns behind nouns.
    fn goes_on(&self, comma: usize) -> bool {
        let page = self.page;
        let next = comma + 1;
        let part = next..self.part_end(next);
        let names = page.is_capital(comma - 1)
            && page.is_capital(next)
            && page.phrase(Topic::Honorific, next).is_none()
            && page.phrase(Topic::Post, next).is_none();
        let figure = page.kind(next) == Some(Kind::Number) || self.is_figure(next);
        if figure || part.is_empty() {
            return false;
        }
        names
            || page.phrase(Topic::Unit, next).is_some()
            || page.is(next, "người")
            || self.is_item(part.clone())
            || self.is_last_item(part)
    }

    /// "3 bị can | gồm A; B": a list that the clause would cut is left out.
    fn before_list(&self, range: Range<usize>) -> usize {
        let page = self.page;
        let cut = page.is_mark(range.end, &[',', ';', '(']);
        let opens = |at: &usize| page.cue(*at, Topic::ListOpener).is_some();
        if cut { range.clone().find(opens).unwrap_or(range.end) } else { range.end }
    }

    /// The bracket that is closed at `close`.
    fn opening(&self, close: usize) -> Option<usize> {
        (self.sentence.start..close).rev().take(LONGEST).find(|&at| self.page.is_mark(at, &['(']))
    }

    /// The first place in `range` where a phrase may begin.
    fn snapped(&self, mut range: Range<usize>) -> Option<usize> {
        let page = self.page;
        range.find(|&at| {
            page.cue(at, Topic::LeadsOn).is_some() || page.cue(at, Topic::Verb).is_some()
        })
    }

    /// The last place in `range` before which a phrase may end.
    fn snapped_end(&self, range: Range<usize>) -> usize {
        let page = self.page;
        let ends = |at: &usize| {
            page.cue(*at, Topic::LeadsOn).is_some() || page.cue(*at, Topic::LabelEnd).is_some()
        };
        range.clone().skip(ENOUGH).filter(ends).last().unwrap_or(range.end)
    }

    fn is_figure(&self, at: usize) -> bool {
        let index = self.taken.partition_point(|quote| quote.end <= at);
        self.taken.get(index).is_some_and(|quote| quote.start <= at)
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
        let mark =
            self.page.is_mark(at, &MARKS) && (!self.page.is_mark(at, &['.']) || self.is_stop(at));
        mark || (at + 1 < self.sentence.end && begins_anew(self.page, at + 1))
    }

    /// A full stop behind the last word of the sentence, no abbreviation's.
    fn is_stop(&self, at: usize) -> bool {
        at + 1 >= self.sentence.end || self.page.is_mark(at + 1, &['”', '"', ')'])
    }

    /// Words before a figure that need what stands before them: too few, without a subject, or the rest
    /// of a list. Only a new subject or a connective surely opens a clause.
    fn says_little(&self, part: Range<usize>) -> bool {
        let page = self.page;
        let first = part.start;
        let verb =
            page.phrase(Topic::Stop, first).is_some() || page.cue(first, Topic::Verb).is_some();
        let opens = page.is_capital(first)
            || page.cue(first, Topic::ClauseOpener).is_some()
            || (verb && part.len() > ITEM);
        part.len() < FEW
            || !opens
            || page.cue(first, Topic::Comparison).is_some()
            || self.is_tail(&part)
    }

    /// "…, chiến đấu và học tập chiếm", "nâng cấp, | sửa chữa nhà": what is joined to the words before.
    fn is_tail(&self, part: &Range<usize>) -> bool {
        let page = self.page;
        let joined = part.clone().take(ITEM).skip(1).any(|at| page.is(at, "và"));
        let verbs = page.cue(part.start, Topic::Verb).is_some()
            && part.start > 0
            && page.cue_before(part.start - 1, Topic::Verb).is_some();
        joined || verbs
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
