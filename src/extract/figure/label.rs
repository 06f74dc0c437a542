//! Labels: the words around a figure that say what it is of.
//!
//! Pieces of the sentence before and behind the figure, verbatim, joined by " … ". Words between
//! two figures are the later one's; where they say too little ("tăng", "chiếm tỷ lệ"), those of
//! the earlier one stand before them.

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::text::Kind;
use std::ops::Range;

/// Most words before the figure.
const BEFORE: usize = 14;

/// Most words behind it.
const BEHIND: usize = 20;

/// Fewer words than this say too little by themselves.
const WEAK: usize = 5;

/// Beside a full clause behind the figure, so many words before it are still welcome.
const ROOM: usize = 7;

/// So many figures are gone back over for words.
const STEPS: usize = 8;

/// The label of the figure at `quote`, as ranges of tokens; `taken` are the quotes of all figures
/// in order.
pub(super) fn label(
    page: &Page<'_>,
    quote: &Range<usize>,
    taken: &[Range<usize>],
) -> Vec<Range<usize>> {
    let clause = Clause { page, sentence: page.sentence(quote.start), taken };
    let after = clause.list_end(quote.end);
    let behind = clause.behind(after, false);
    let mut pieces = Vec::with_capacity(4);
    clause.before(quote.start, behind.len(), STEPS, &mut pieces);
    // What follows says it all: of what stands before only a word or two is worth its room.
    let told = behind.len() >= WEAK && pieces.iter().map(|piece| piece.len()).sum::<usize>() > ROOM;
    if told {
        pieces.clear();
    }
    pieces.push(behind);
    pieces.retain(|piece| !piece.is_empty());
    if pieces.is_empty() {
        pieces.push(clause.behind(after, true));
    }
    pieces
}

struct Clause<'a, 'b> {
    page: &'a Page<'b>,
    sentence: Range<usize>,
    taken: &'a [Range<usize>],
}

impl Clause<'_, '_> {
    /// Appends to `pieces` the words before a figure that begins at `at`, followed by `behind` words
    /// of its own; going back over at most `steps` other figures.
    fn before(&self, at: usize, behind: usize, steps: usize, pieces: &mut Vec<Range<usize>>) {
        let page = self.page;
        let start = self.back(at);
        let words = self.trimmed(start..at);
        let comparing = page.cue(words.start, Topic::Comparison).filter(|_| words.len() <= WEAK);
        // "…, đối thoại với nhân dân": a clause that begins with its verb has its subject before.
        let room = if self.begins_with_verb(words.start) { 2 * WEAK } else { WEAK };
        let weak = words.len() < room && behind < 2;
        if !(words.is_empty() || weak) {
            return pieces.push(words);
        }
        let said_little = words.is_empty() || (comparing.is_some() && behind < 2);
        // What stands before these words: another figure, a bracket, a colon, a comma.
        let edge = start - usize::from(start > self.sentence.start && self.is_joint(start - 1));
        if let Some(other) = self.figure_ending_at(edge).filter(|_| said_little && steps > 0) {
            self.before(other.start, WEAK, steps - 1, pieces);
            return pieces.push(words);
        }
        if edge == start || edge <= self.sentence.start || self.figure_ending_at(edge).is_some() {
            return pieces.push(words);
        }
        match page.text.tokens[edge].mark {
            ')' => pieces.push(self.before_bracket(edge).unwrap_or(words)),
            ',' if !words.is_empty() && at - start < BEFORE => {
                pieces.push(self.trimmed(self.back_from(edge, at)..at));
            }
            '(' | ':' if words.is_empty() => {
                pieces.extend([self.trimmed(self.back(edge)..edge), words])
            }
            _ => pieces.push(words),
        }
    }

    fn begins_with_verb(&self, at: usize) -> bool {
        let page = self.page;
        page.phrase(Topic::Stop, at).is_some()
            || page.phrase(Topic::Role, at).is_some()
            || page.cue(at, Topic::Verb).is_some()
    }

    /// A mark over which a label may go back.
    fn is_joint(&self, at: usize) -> bool {
        self.page.is_mark(at, &[',', '(', ')', ':', '/']) || self.page.is(at, "và")
    }

    fn figure_ending_at(&self, end: usize) -> Option<&Range<usize>> {
        let index = self.taken.partition_point(|quote| quote.end < end);
        let exact = self.taken.get(index).filter(|found| found.end == end);
        // "96,4kg heroin, 9 khẩu súng": what is counted may go on behind the unit.
        let near =
            || index.checked_sub(1).map(|last| &self.taken[last]).filter(|f| f.end + 1 == end);
        exact.or_else(near).filter(|found| found.start >= self.sentence.start)
    }

    /// "Tổng số doanh nghiệp (không gồm hộ cá thể) đến cuối năm là 886": the words before the
    /// bracket that closes at `close`.
    fn before_bracket(&self, close: usize) -> Option<Range<usize>> {
        const REACH: usize = 20;
        let from = self.sentence.start.max(close.saturating_sub(REACH));
        let open = (from..close).rev().find(|&at| self.page.is_mark(at, &['(']))?;
        let words = self.trimmed(self.back(open)..open);
        (words.len() >= WEAK).then_some(words)
    }

    fn back(&self, at: usize) -> usize {
        self.back_from(at, at)
    }

    /// Goes back from `from` to the beginning of the clause, at most `BEFORE` words from `at`; not
    /// into another figure, and not into somebody's post, a date or a document.
    fn back_from(&self, from: usize, at: usize) -> usize {
        let page = self.page;
        let mut start = from;
        // "hơn 800 lượt người và xử lý …": behind "và" something else is counted.
        let anew = |index: usize| page.is(index, "và") && self.is_figure(index.saturating_sub(1));
        while start > self.sentence.start
            && at - start < BEFORE
            && !self.is_boundary(start - 1)
            && !anew(start - 1)
            && !page.is_claimed(start - 1)
        {
            start -= 1;
        }
        let cut = at - start >= BEFORE && !self.is_boundary(start - 1);
        if cut { self.snapped(start, at) } else { start }
    }

    /// The first place behind `start` where a phrase may begin: not within a word of several
    /// syllables, and not within a figure ("hơn 6 | ha").
    fn snapped(&self, start: usize, at: usize) -> usize {
        let page = self.page;
        let begins = |index: &usize| {
            let phrase = self.begins_with_verb(*index)
                || page.phrase(Topic::Body, *index).is_some()
                || page.phrase(Topic::Unit, *index).is_some()
                || page.cue(*index, Topic::LeadsOn).is_some();
            phrase
                && !self.is_within_word(*index)
                && !(self.is_figure(*index) && self.is_figure(index.saturating_sub(1)))
        };
        (start..at - WEAK).find(begins).unwrap_or(start)
    }

    /// "chương | trình", "chỉ | đạo": the token before begins a word that goes on here.
    fn is_within_word(&self, at: usize) -> bool {
        const WORDS: [Topic; 5] =
            [Topic::Stop, Topic::Role, Topic::Unit, Topic::Body, Topic::Named];
        let longer = |topic| self.page.phrase(topic, at - 1).is_some_and(|(length, _)| length > 1);
        at > 0 && WORDS.into_iter().any(longer)
    }

    /// The words of the clause from token `at` on. A comma ends it, unless short items go on
    /// behind it ("khiếu nại, tố cáo, kiến nghị, phản ánh"). The next figure does, with the words
    /// that lead to it, unless the label goes `through` it.
    fn behind(&self, at: usize, through: bool) -> Range<usize> {
        let page = self.page;
        if page.is(at, "và") {
            return at..at;
        }
        let mut end = at;
        while end < self.sentence.end && end - at < BEHIND {
            if page.is_mark(end, &[',']) {
                match self.item(end + 1) {
                    Some(next) if end > at => end = next,
                    _ => break,
                }
            } else if let Some(next) = self.aside(end) {
                end = next;
            } else if let Some(cut) = self.leads_on(at, end).filter(|_| !through) {
                end = cut;
                break;
            } else if self.is_boundary(end) {
                break;
            } else {
                end += 1;
            }
        }
        // Cut for its length, it ends where a phrase does.
        if end - at >= BEHIND && end < self.sentence.end && !self.is_boundary(end) {
            let begins = |index: &usize| {
                page.cue(*index, Topic::LeadsOn).is_some()
                    || page.cue(*index, Topic::LabelEnd).is_some()
                    || page.is_mark(*index, &[','])
            };
            end = (at + WEAK..end).rev().find(begins).unwrap_or(end);
        }
        while let Some(length) = page.cue_before(end, Topic::LabelEnd).filter(|l| *l <= end - at) {
            end -= length;
        }
        at..end
    }

    /// Where the words from `at` to the figure at `end` begin to speak of that figure; a figure
    /// right behind others is told with them ("7 quyết định cho phép 5 hộ chuyển …").
    fn leads_on(&self, at: usize, end: usize) -> Option<usize> {
        if !self.is_figure(end) {
            return None;
        }
        let page = self.page;
        let longer =
            |at: usize, length| page.phrase(Topic::Stop, at).is_some_and(|(l, _)| l > length);
        let leads = |index: &usize| {
            page.cue(*index, Topic::LeadsOn).is_some_and(|length| !longer(*index, length))
        };
        (at..end).rev().find(leads).or((end - at >= WEAK).then_some(end))
    }

    /// "(GCNQSD)": a short bracket interrupts nothing. The token behind it.
    fn aside(&self, at: usize) -> Option<usize> {
        let open = self.page.is_mark(at, &['(']);
        let close = self.page.closing_bracket(at, WEAK);
        close.filter(|_| open).map(|close| close + 1)
    }

    /// The end of a short item of an enumeration at `at`.
    fn item(&self, at: usize) -> Option<usize> {
        let page = self.page;
        let mut end = at;
        while end < self.sentence.end
            && !page.is_mark(end, &[','])
            && !self.is_boundary(end)
            && !self.is_figure(end)
        {
            end += 1;
        }
        // "kiến nghị" alone is an item, "đã hoàn thành việc …" is the next clause.
        let verb = page.phrase(Topic::Stop, at).is_some_and(|(length, _)| at + length < end);
        let short = end > at && end - at <= WEAK && !verb;
        let lower = page.kind(at) == Some(Kind::Word) && !page.is_capital(at);
        (short && lower && !self.is_figure(end)).then_some(end)
    }

    /// "9 tập thể và 11 cá nhân có nhiều đóng góp": what is said of the list is said of its first.
    fn list_end(&self, at: usize) -> usize {
        let mut end = at;
        for _ in 0..WEAK {
            let index = self.taken.partition_point(|other| other.end <= end);
            match self.taken.get(index) {
                Some(next) if next.start == end + 1 && self.page.is(end, "và") => end = next.end,
                _ => break,
            }
        }
        end
    }

    /// Without words that a label neither begins nor ends with.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let page = self.page;
        let mut range = range;
        while let Some(length) =
            page.cue_before(range.end, Topic::LabelTrailing).filter(|l| *l <= range.len())
        {
            range.end -= length;
        }
        loop {
            let cue = page.cue(range.start, Topic::LabelLeading);
            match cue.filter(|length| *length <= range.len()) {
                // "chỉ đạo" goes on.
                Some(1) if self.is_within_word(range.start + 1) => return range,
                Some(length) => range.start += length,
                None => return range,
            }
        }
    }

    /// A mark that ends a clause. The slash of a date ends nothing, that of a pair of figures does.
    fn is_boundary(&self, at: usize) -> bool {
        let page = self.page;
        let pair = page.is_mark(at, &['/'])
            && (self.is_figure(at + 1) || self.is_figure(at.saturating_sub(1)));
        pair || page.is_mark(at, &[',', ';', ':', '(', ')', '.', '!', '?', '…', '»'])
            || page.kind(at) == Some(Kind::Break)
    }

    fn is_figure(&self, at: usize) -> bool {
        let index = self.taken.partition_point(|quote| quote.end <= at);
        self.taken.get(index).is_some_and(|quote| quote.start <= at)
    }
}
