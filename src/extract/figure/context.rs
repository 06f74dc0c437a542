//! The context of a figure: the article's own words before and behind it.
//!
//! It begins with the sentence, whose head may say where, when or on what condition ("Theo quy hoạch
//! đến năm 2030, …"), and ends with it or where another clause or another figure follows. Of a comma
//! it cannot be told whether a list goes on behind it. Since it is the sentence itself, it cannot say
//! something else than the article does.

use super::super::date::part_at;
use super::super::grammar::{begins_anew, body_at, is_actor};
use super::super::page::Page;
use crate::lexicon::{Tag, Topic};
use crate::text::Kind;
use std::ops::Range;

/// No more words stand before a figure,
const LONGEST: usize = 44;

/// or no more than this where no clause begins between,
const FARTHEST: usize = 64;

/// and no more behind it, but to the end of a list.
const MOST: usize = 24;

/// So much longer may a list be.
const LIST: usize = 16;

/// No part of a sentence is looked through further.
const PART: usize = 64;

/// Of a long clause so many words stand behind the figure at least.
const ENOUGH: usize = 12;

/// A figure stands in a bracket that opened so many words before it at most.
const BRACKET: usize = 16;

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
    let before = clause.start(quote)..quote.start;
    let after = quote.end..clause.end(quote);
    let is_label = clause.is_label(quote, &before, &after);
    Context { before: clause.before(before), after: clause.after(after), is_label }
}

struct Clause<'a, 'b> {
    page: &'a Page<'b>,
    sentence: Range<usize>,
    taken: &'a [Range<usize>],
}

impl Clause<'_, '_> {
    /// Where the context of `quote` begins: with its sentence, or behind a semicolon with a clause of
    /// its own. A condition, a place or a plan that stands at the head is said of the figure, too.
    fn start(&self, quote: &Range<usize>) -> usize {
        let end = quote.start;
        let opens = |at: &usize| {
            let apart = self.page.is_mark(*at - 1, &[';', '•', '\n']);
            self.begins_sentence(*at) || (apart && !self.says_little(*at..end))
        };
        // Bounded, as a sentence may hold any number of figures.
        let first = self.sentence.start.max(end.saturating_sub(LONGEST));
        let start = (first + 1..end).rev().find(opens).unwrap_or(self.sentence.start);
        let far = end - start > LONGEST;
        let start = if far { self.late_start(first..end) } else { start };
        self.behind_credit(start..end)
    }

    /// In the last words before a figure that is far from the head of its sentence: where a clause
    /// begins for certain; or else the sentence, or where a phrase may begin.
    fn late_start(&self, window: Range<usize>) -> usize {
        let mut clauses = window.clone().filter(|&at| {
            self.page.is_mark(at, &[',', ';', ':']) && !self.says_little(at + 1..window.end)
        });
        if let Some(clause) = clauses.next() {
            return clause + 1;
        }
        let near = window.end - self.sentence.start <= FARTHEST;
        let whole = near.then_some(self.sentence.start);
        whole.or_else(|| self.snapped(window.clone())).unwrap_or(window.start)
    }

    /// "Ảnh: HẢI NGUYỄN | Đến năm 2020 …", "Ảnh: UBND xã | Dự báo …", "Ảnh HÀ BẢY | Đến nay …": behind a
    /// photo's credit.
    fn behind_credit(&self, range: Range<usize>) -> usize {
        const NAMES: usize = 6;
        let page = self.page;
        let credit = |&at: &usize| {
            let colon = page.is_mark(at, &[':']) && page.ends(at, Topic::Credit);
            colon || (page.is_upper(at) && page.is_upper(at + 1) && page.ends(at, Topic::Credit))
        };
        let Some(credit) = range.clone().rev().find(credit) else { return range.start };
        let first = credit + usize::from(page.is_mark(credit, &[':']));
        let shouted = page.is_upper(first) && page.is_upper(first + 1);
        let level = |at: usize| page.is_tagged(at, Topic::Body, Tag::Level);
        let name = |&at: &usize| {
            let part = if shouted {
                page.is_upper(at)
            } else {
                let ends = page.is_dash(at + 1) || page.is_mark(at + 1, &['“', '"', '.']);
                page.is_upper(at) || (page.is_capital(at) && (page.is_capital(at + 1) || ends))
            };
            (part && !level(at)) || page.is_mark(at, &['.', '/', '-'])
        };
        let body = if !shouted && level(first) { body_at(page, first).end } else { first };
        let names = first + (first..first + NAMES).take_while(name).count();
        // "Ảnh:Xuân Hoa | Hà Nội hiện có …": of capitals in a row the last may be a place.
        let place = (first + 2..names).find(|&at| page.length(at, Topic::Place) > names - at);
        range.end.min(place.unwrap_or(names.max(body)))
    }

    /// Where the context of `quote` ends: with its sentence or at a mark behind which another clause or
    /// another figure's words begin.
    fn end(&self, quote: &Range<usize>) -> usize {
        let start = quote.end;
        if let Some(close) = self.bracket_end(quote) {
            return close;
        }
        // "… ước tính 600 tỷ đồng | Theo ông Sơn, …"
        if self.begins_sentence(start) {
            return start;
        }
        let limit = self.sentence.end.min(start + MOST);
        let mut end = self.part_end(start);
        while end < limit && self.goes_on(quote, end) {
            let open = self.page.is_mark(end, &['(']);
            let close = if open { self.page.closing_bracket(end, MOST) } else { Some(end) };
            let Some(close) = close else { break };
            let next = self.part_end(close + 1);
            if next > limit + LIST {
                // Of a long part so much as is a phrase; behind a comma the part may be left out.
                let snapped = self.snapped_end(start..limit);
                end = end.max(snapped.unwrap_or(if end > start { end } else { limit }));
                break;
            }
            end = next;
        }
        // "Đã có 1 tập thể, | 1 cá nhân được tặng …"
        if end == start && self.page.is_mark(end, &[',']) && self.begins_figure(end + 1) {
            end = self.part_end(end + 1);
        }
        let end = self.rest_of_list(quote, end, limit + LIST);
        let end = self.last_item(end);
        let end = self.before_list(start..end);
        let end = self.whole_quotation(start..end);
        if end > limit + LIST { self.snapped_end(start..limit).unwrap_or(limit) } else { end }
    }

    /// "nhánh 1 (dài 303 m | ), nhánh 2 …": where the bracket ends in which the figure stands.
    fn bracket_end(&self, quote: &Range<usize>) -> Option<usize> {
        let page = self.page;
        let first = self.sentence.start.max(quote.start.saturating_sub(BRACKET));
        let bracket = |at: &usize| page.is_mark(*at, &['(', ')']);
        let open = (first..quote.start).rev().find(bracket).filter(|&at| page.is_mark(at, &['(']));
        page.closing_bracket(open?, 2 * BRACKET).filter(|&close| close >= quote.end)
    }

    /// Where the sentence or its clause ends behind the comma at `comma`, if that is before `limit`: a
    /// list is not cut short of its last items.
    fn rest_of_list(&self, quote: &Range<usize>, comma: usize, limit: usize) -> usize {
        let mut end = comma;
        let last = limit.min(self.sentence.end);
        while end < last && self.page.is_mark(end, &[',']) && self.goes_on(quote, end) {
            end = self.part_end(end + 1);
        }
        if end <= limit && !self.page.is_mark(end, &[',', '(']) {
            return end;
        }
        // A list of which no end is in reach is left out as a whole.
        let cut = end > comma;
        let phrase = if cut { self.snapped_end(quote.end..comma) } else { None };
        phrase.unwrap_or(comma)
    }

    /// "huyện Hải Lâm, Gia Lâm, | Vĩnh Lâm với tổng số tiền …", "năm 2013, | 2014 và 4 lần …": the end
    /// of the item with which a list ends before another figure's words.
    fn last_item(&self, comma: usize) -> usize {
        let page = self.page;
        let next = comma + 1;
        let number = |at: usize| page.kind(at) == Some(Kind::Number);
        if !page.is_mark(comma, &[',']) {
            return comma;
        }
        if number(comma - 1) && number(next) && !self.begins_figure(next) {
            return next + 1;
        }
        let name = page.is_capital(comma - 1) && page.is_capital(next);
        let capital = |&at: &usize| page.is_capital(at);
        let capitals =
            next + (next..self.sentence.end.min(next + PART)).take_while(capital).count();
        if name && page.begins(capitals, Topic::LeadsOn) { capitals } else { comma }
    }

    /// Whether what stands behind the mark at `mark` is said of the figure before it, too.
    fn goes_on(&self, quote: &Range<usize>, mark: usize) -> bool {
        let page = self.page;
        let next = mark + 1;
        let part = next..self.part_end(next);
        // "Với vốn tỉnh hỗ trợ 50%, | xã làm 3 cầu": what it is about follows.
        let leads = page.is_mark(mark, &[','])
            && self.part_end(self.sentence.start) == mark
            && page.begins(self.sentence.start, Topic::LeadsClause);
        let other = part.clone().any(|at| self.begins_figure(at));
        let comma = page.is_mark(mark, &[','])
            && mark > quote.end
            && page.cue(next, Topic::ClauseOpener).is_none()
            && page.cue(next, Topic::LeadsClause).is_none();
        // "…, chiều muộn 29/5, phóng viên …": when something else was.
        let comma = comma && (page.kind(next) != Some(Kind::Word) || part_at(page, next).is_none());
        let bracket = page.is_mark(mark, &['(', ')']) && !page.begins(next, Topic::Credit);
        leads || ((comma || bracket) && !other)
    }

    /// "3 bị can | gồm A; B": a list that the context would cut is left out.
    fn before_list(&self, range: Range<usize>) -> usize {
        let page = self.page;
        let cut = page.is_mark(range.end, &[',', ';', ':', '(']);
        // "là 39.580" tells how many; "là: …" and "là Hải Lâm" open a list.
        let opens = |at: &usize| {
            page.cue(*at, Topic::ListOpener).is_some_and(|length| {
                let next = *at + length;
                !page.begins(*at, Topic::Is) || page.is_capital(next) || page.is_mark(next, &[':'])
            })
        };
        if cut { range.clone().find(opens).unwrap_or(range.end) } else { range.end }
    }

    /// "chuyên đề về “Thực hiện chính sách | , pháp luật về nhà ở”": a quotation is not cut.
    fn whole_quotation(&self, range: Range<usize>) -> usize {
        let page = self.page;
        let mark = |at: &usize| page.is_mark(*at, &['“', '”']);
        let open = range.clone().rfind(mark).is_some_and(|at| page.is_mark(at, &['“']));
        let mut rest = range.end..self.sentence.end.min(range.end + MOST);
        let close = rest.find(|&at| open && page.is_mark(at, &['”']));
        close.map_or(range.end, |close| close + 1)
    }

    /// The first place in `range` where a phrase may begin.
    fn snapped(&self, mut range: Range<usize>) -> Option<usize> {
        let page = self.page;
        range.find(|&at| page.begins_any(at, &[Topic::LeadsOn, Topic::Verb]))
    }

    /// The last place in `range` before which a phrase may end.
    fn snapped_end(&self, range: Range<usize>) -> Option<usize> {
        let page = self.page;
        let ends = |at: &usize| page.begins(*at, Topic::PhraseOpener);
        range.skip(ENOUGH).rfind(ends)
    }

    fn begins_figure(&self, at: usize) -> bool {
        self.taken.binary_search_by_key(&at, |quote| quote.start).is_ok()
    }

    /// Where the words from `at` on end: at a mark between parts of a sentence, or where another
    /// sentence begins.
    fn part_end(&self, at: usize) -> usize {
        let ends =
            |index: &usize| self.separates(*index) || (*index > at && self.begins_sentence(*index));
        let reach = self.sentence.end.min(at + PART);
        (at..reach).find(ends).unwrap_or(reach)
    }

    /// Behind a heading or a caption: "… biên chế | Tại buổi làm việc".
    fn begins_sentence(&self, at: usize) -> bool {
        let page = self.page;
        // "… Hóa chất… | “Hiện đang có …", "… thành lập.Bí thư …"
        let ended = page.is_mark(at - 1, &['…'])
            || (page.is_mark(at - 1, &['.'])
                && at > 1
                && (page.text.word(at - 2).chars().count() > 2
                    || page.is_mark(at - 2, &['.'])
                    || page.begins(at, Topic::Post)));
        let quoted = page.is_mark(at, &['“']) && page.is_capital(at + 1);
        // "… TP.HCM | Ngày 19-4, ông A …"
        let dated = page.is_capital(at)
            && page.is_tagged(at, Topic::Opener, Tag::Time)
            && page.kind(at + 1) == Some(Kind::Number);
        dated || begins_anew(page, at) || (ended && (quoted || page.is_capital(at)))
    }

    /// A mark between parts of a sentence.
    fn separates(&self, at: usize) -> bool {
        const MARKS: [char; 12] = [',', ';', ':', '(', ')', '.', '!', '?', '…', '»', '•', '\n'];
        // "quỹ phòng, chống tội phạm"
        let within = at > 0 && self.page.begins(at - 1, Topic::Prevents);
        self.page.is_mark(at, &MARKS)
            && !within
            && (!self.page.is_mark(at, &['.']) || self.is_stop(at))
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
        let verb = page.begins_any(first, &[Topic::Stop, Topic::Verb]);
        let opens = is_actor(page, first)
            || page.begins(first, Topic::ClauseOpener)
            || (verb && part.len() > ITEM);
        part.len() < FEW
            || !opens
            || page.begins_any(first, &[Topic::Comparison, Topic::ListOpener])
            || self.is_tail(&part)
    }

    /// "…, chiến đấu và học tập chiếm": what is joined to the words before.
    fn is_tail(&self, part: &Range<usize>) -> bool {
        let page = self.page;
        part.clone().take(ITEM).skip(1).any(|at| page.begins(at, Topic::And))
    }

    /// Without the marks at its ends, but the one that parts it from the figure.
    fn before(&self, range: Range<usize>) -> Range<usize> {
        let range = self.trimmed(range);
        let parts = !range.is_empty() && self.page.is_mark(range.end, &[',', ';', ':', '/']);
        range.start..range.end + usize::from(parts)
    }

    /// Without the marks at its ends, but the comma that parts it from the figure.
    fn after(&self, range: Range<usize>) -> Range<usize> {
        let page = self.page;
        let first = range.start;
        let last = range.end;
        let range = self.trimmed(range);
        // "12 trường | (theo báo cáo) đạt chuẩn": a bracket stays whole.
        let open =
            !range.is_empty() && range.start > first && page.is_mark(range.start - 1, &['(']);
        let close = range.end < last && page.is_mark(range.end, &[')']);
        let within = range.clone().any(|at| page.is_mark(at, &['(']));
        let closes = range.clone().any(|at| page.is_mark(at, &[')']));
        let whole = open && (closes || close);
        let range = range.start - usize::from(whole)
            ..range.end + usize::from(close && (whole && !closes || within));
        let joint = !range.is_empty() && page.begins(range.end - 1, Topic::And);
        let credit = page.cue_before(range.end, Topic::Credit).filter(|words| *words < range.len());
        let range = range.start..range.end - credit.unwrap_or(0);
        let comma = !range.is_empty() && range.start == first + 1 && page.is_mark(first, &[',']);
        range.start - usize::from(comma)..range.end - usize::from(joint)
    }

    fn trimmed(&self, mut range: Range<usize>) -> Range<usize> {
        let page = self.page;
        let empty =
            |at: usize| page.kind(at) != Some(Kind::Word) && page.kind(at) != Some(Kind::Number);
        let closes = |at: usize| page.is_mark(at, &['”', '"', '%', '’', '²', '³']);
        let opens = |at: usize| page.is_mark(at, &['“', '"', '‘', '/']);
        while !range.is_empty() && empty(range.start) && !opens(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && empty(range.end - 1) && !closes(range.end - 1) {
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
