//! Labels: the words around a figure that say what it is of.
//!
//! Pieces of the sentence before and behind the figure, verbatim, joined by " … ".

use super::super::page::Page;
use crate::lexicon::Topic;
use crate::text::Kind;
use std::ops::Range;

/// Most words before the figure.
const BEFORE: usize = 14;

/// Most words behind it.
const BEHIND: usize = 12;

/// A label is at most about so many words.
const LONGEST: usize = 15;

/// Fewer words than this say too little by themselves.
const WEAK: usize = 4;

/// The label of the figure at `quote`, as ranges of tokens; `taken` are the quotes of all figures
/// in order.
pub(super) fn label(
    page: &Page<'_>,
    quote: &Range<usize>,
    taken: &[Range<usize>],
) -> Vec<Range<usize>> {
    let clause = Clause { page, sentence: page.sentence(quote.start), taken };
    let behind = clause.behind(clause.list_end(quote.end));
    let mut before = clause.before(quote.start, behind.len());
    if before.is_empty() || clause.is_listed(quote.start) {
        before = clause.inherited(quote).unwrap_or(before);
    }
    let room =
        if behind.len() < WEAK { BEFORE } else { LONGEST.saturating_sub(behind.len()).max(WEAK) };
    let start = before.end - before.len().min(room);
    // Not from the middle of a date or a document's number.
    let inside = |at: usize| at > 0 && page.is_claimed(at) && page.is_claimed(at - 1);
    let start = (start..before.end).find(|&at| !inside(at)).unwrap_or(before.end);
    let before = clause.trimmed(start..before.end);
    [before, behind].into_iter().filter(|piece| !piece.is_empty()).collect()
}

struct Clause<'a, 'b> {
    page: &'a Page<'b>,
    sentence: Range<usize>,
    taken: &'a [Range<usize>],
}

impl Clause<'_, '_> {
    /// The words of the clause before token `at`; over one comma where they say too little and
    /// nothing follows the figure ("chiếm tỷ lệ 38%").
    fn before(&self, at: usize, behind: usize) -> Range<usize> {
        let start = self.back(at);
        let words = self.trimmed(start..at);
        let weak = words.len() < 2 * WEAK && behind < 2;
        let comma = start > self.sentence.start && self.page.is_mark(start - 1, &[',']);
        if weak && start > self.sentence.start && self.page.is_mark(start - 1, &[')']) {
            return self.before_bracket(start - 1).unwrap_or(words);
        }
        // Right behind another figure's comma a new item begins: its words are its own.
        let item = start == at || self.is_figure(start.saturating_sub(2));
        if weak && comma && !item && at - start < BEFORE {
            return self.trimmed(self.back_from(start - 1, at)..at);
        }
        words
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

    /// Goes back from `from` to the beginning of the clause, at most `BEFORE` words from `at`.
    fn back_from(&self, from: usize, at: usize) -> usize {
        let mut start = from;
        // "hơn 800 lượt người và xử lý …": behind "và" something else is counted.
        let anew =
            |index: usize| self.page.is(index, "và") && self.is_figure(index.saturating_sub(1));
        while start > self.sentence.start
            && at - start < BEFORE
            && !self.is_boundary(start - 1)
            && !anew(start - 1)
        {
            start -= 1;
        }
        start
    }

    /// The words of the clause from token `at` on. A comma ends it, unless short items go on
    /// behind it ("khiếu nại, tố cáo, kiến nghị, phản ánh"); the next figure does.
    fn behind(&self, at: usize) -> Range<usize> {
        let page = self.page;
        let mut end = at;
        while end < self.sentence.end && end - at < BEHIND {
            if page.is_mark(end, &[',']) {
                match self.item(end + 1) {
                    Some(next) if end > at => end = next,
                    _ => break,
                }
            } else if let Some(next) = self.aside(end) {
                end = next;
            } else if self.is_boundary(end) || (self.is_figure(end) && end - at >= WEAK) {
                break;
            } else {
                end += 1;
            }
        }
        while let Some(length) = page.cue_before(end, Topic::LabelEnd).filter(|l| *l <= end - at) {
            end -= length;
        }
        at..end
    }

    /// "(GCNQSD)": a short bracket interrupts nothing. The token behind it.
    fn aside(&self, at: usize) -> Option<usize> {
        let open = self.page.is_mark(at, &['(']);
        let close = (at + 1..at + WEAK).find(|&index| self.page.is_mark(index, &[')']));
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
        const STEPS: usize = 4;
        let mut end = at;
        for _ in 0..STEPS {
            let index = self.taken.partition_point(|other| other.end <= end);
            match self.taken.get(index) {
                Some(next) if next.start == end + 1 && self.page.is(end, "và") => end = next.end,
                _ => break,
            }
        }
        end
    }

    /// Whether only "và" or a comma stands between the figure at `at` and the one before it.
    fn is_listed(&self, at: usize) -> bool {
        let joined = at > 0 && (self.page.is_mark(at - 1, &[',']) || self.page.is(at - 1, "và"));
        joined && at > 1 && self.is_figure(at - 2)
    }

    /// "tặng bằng khen cho 9 tập thể, 11 cá nhân": the second has the first one's words.
    fn inherited(&self, quote: &Range<usize>) -> Option<Range<usize>> {
        const STEPS: usize = 8;
        let mut index = self.taken.partition_point(|other| other.end <= quote.start);
        let mut end = quote.start;
        for _ in 0..STEPS {
            index = index.checked_sub(1)?;
            let previous = &self.taken[index];
            if previous.start < self.sentence.start || end - previous.end > 2 {
                return None;
            }
            let words = self.before(previous.start, 0);
            if !words.is_empty() {
                return Some(words);
            }
            end = previous.start;
        }
        None
    }

    /// Without words that a label neither begins nor ends with.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let mut range = range;
        while let Some(length) =
            self.page.cue_before(range.end, Topic::LabelTrailing).filter(|l| *l <= range.len())
        {
            range.end -= length;
        }
        while let Some(length) =
            self.page.cue(range.start, Topic::LabelLeading).filter(|l| *l <= range.len())
        {
            range.start += length;
        }
        range
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
