//! What a number counts: the noun behind it.

use super::super::page::Page;
use crate::lexicon::{Tag, Topic};
use crate::text::{Kind, is_letter};
use std::ops::Range;

/// A unit as it stands in the text.
pub(super) struct Unit {
    /// What is counted.
    pub(super) range: Range<usize>,
    /// Token behind the unit and a closing quotation mark.
    pub(super) end: usize,
    pub(super) tag: Tag,
    /// Whether the lexicon knows it.
    pub(super) known: bool,
}

/// The unit at `at`, right behind a number.
pub(super) fn unit_at(page: &Page<'_>, at: usize) -> Option<Unit> {
    if let Some((length, tag)) = listed(page, at) {
        // "22 Huyện | Đoàn": bodies that the lexicon does not count.
        let end = at + length;
        if page.is_capital(at) && page.is_capital(end) && page.begins(end, Topic::Corps) {
            return None;
        }
        // "165 | Cầu Giấy": a street.
        let named = length == 1 && page.is_capital(at) && !page.is_upper(at);
        if named && page.is_capital(end) && !page.is_capital(end + 1) {
            return None;
        }
        if let Some(head) = head_of_list(page, at, length) {
            return Some(Unit { range: at..at + head, end: at + head, tag, known: true });
        }
        // "8%/năm" is a percentage still; "đồng/năm" is a unit of its own.
        let counted = if page.is_mark(at, &['%']) { length } else { tail(page, at, length) };
        let whole = rate(page, at, counted);
        let unit = if page.is_mark(at, &['%']) { length } else { whole };
        return Some(Unit { range: at..at + unit, end: at + whole, tag, known: true });
    }
    if page.is_mark(at, &['“', '"']) {
        return quoted(page, at);
    }
    unknown(page, at)
}

/// The longest unit of the lexicon at `at`; "m 2" and "m 3" are one, whatever stands between.
fn listed(page: &Page<'_>, at: usize) -> Option<(usize, Tag)> {
    let (length, tag) = page.phrase(Topic::Unit, at)?;
    // "2 chiếc thuyền", "6 cái quyết định": what follows is what is counted, if it is known.
    let classifier =
        page.cue(at, Topic::Classifier) == Some(length) && !page.is_capital(at + length);
    let words = |topic| page.phrase(topic, at + length).map_or(0, |(words, _)| words);
    let counted = words(Topic::Unit).max(words(Topic::Document)).max(words(Topic::Ridden));
    let length = length + if classifier { counted } else { 0 };
    let power = at + length;
    let metre = page.begins(power - 1, Topic::Metre);
    let apart = metre && matches!(page.text.word(power), "2" | "3") && page.is_spaced(power);
    Some((length + usize::from(apart), tag))
}

/// The unit at `at` with what is counted together with it: people of one kind and another ("cán bộ,
/// chuyên viên và người lao động"), "hộ gia đình và cá nhân".
fn tail(page: &Page<'_>, at: usize, length: usize) -> usize {
    const ITEMS: usize = 4;
    let mut end = at + length;
    // "365 triệu đồng, đồng thời …"
    if page.begins(at, Topic::Currency) {
        return length;
    }
    for _ in 0..ITEMS {
        let same = same_head(page, at..end);
        let people = page.begins(at, Topic::People) && page.begins(end + 1, Topic::People);
        // "25 làng, bản, buôn"
        let last = page.ends(end, Topic::CountedTogether);
        // "101 xã phường thị trấn"
        if page.ends(end, Topic::Commune)
            && page.begins(at, Topic::Commune)
            && let Some(next) = page.cue(end, Topic::Commune)
        {
            end += next;
            continue;
        }
        if let Some(next) = page.cue(end + 1, Topic::CountedTogether).filter(|_| last)
            && page.is_mark(end, &[','])
            && !page.is_capital(end + 1)
        {
            end += 1 + next;
            continue;
        }
        let joined = people && (page.is_mark(end, &[',']) || page.begins(end, Topic::And));
        let both = page.begins(end, Topic::AndIndividuals);
        let unit = listed(page, end + 1).filter(|(_, tag)| *tag == Tag::None);
        let next = unit.map(|(length, _)| length).or_else(|| page.cue(end + 1, Topic::People));
        match next.filter(|_| joined || both || same).or_else(|| short_item(page, at, end)) {
            Some(next) => end += 1 + next,
            None => break,
        }
    }
    end - at
}

/// "vụ án, vụ việc": the same word says what is counted; not "2 khu, | khu 10 ha", "3 bộ, | Bộ Công
/// Thương", "2 trường hợp, | trường hợp thứ nhất".
fn same_head(page: &Page<'_>, unit: Range<usize>) -> bool {
    let next = unit.end + 1;
    let again = next..next + unit.len();
    let first = page.text.tokens[unit.start].key;
    page.is_mark(unit.end, &[','])
        && page.text.tokens.get(next).is_some_and(|next| next.key == first)
        && !page.is_capital(next)
        && page.kind(next + 1) != Some(Kind::Number)
        && (again.end > page.len() || page.key(again) != page.key(unit))
}

/// "824 mỏ | cát, sỏi được cấp phép", "98.000 cơ sở | sản xuất, chế biến, kinh doanh": the length of the
/// head where a list goes on from the unit's last word and then the sentence does; whole it cannot
/// be told, and the head alone is right.
fn head_of_list(page: &Page<'_>, at: usize, length: usize) -> Option<usize> {
    const ITEM: usize = 3;
    let comma = at + length;
    if length < 2 || !page.is_mark(comma, &[',']) {
        return None;
    }
    let noun = |index: usize| is_noun(page, index) && !page.is_capital(index);
    let opens = page.begins_any(
        comma + 1,
        &[Topic::ClauseOpener, Topic::LeadsClause, Topic::Adverb, Topic::Unit],
    ) || page.begins_any(at, &[Topic::People, Topic::Person]);
    let items = (comma + 1..comma + 1 + ITEM).take_while(|&index| noun(index)).count();
    let next = comma + 1 + items;
    let goes_on = page.begins_any(next, &[Topic::Passive, Topic::And])
        || (page.is_mark(next, &[',']) && noun(next + 1));
    let list = (1..=ITEM).contains(&items) && goes_on && !opens;
    let head = page.phrase_within(Topic::Unit, at, length - 1)?;
    list.then_some(head.0)
}

/// "35 trưởng phòng, ban;", "11 di tích lịch sử, văn hóa, …": the length of an item of one or two
/// nouns that a mark ends; nothing that is measured goes on so.
fn short_item(page: &Page<'_>, at: usize, comma: usize) -> Option<usize> {
    let noun = |index: usize| {
        is_noun(page, index)
            && !page.is_capital(index)
            && page.cue(index, Topic::Adverb).is_none()
            && page.cue(index, Topic::ListOpener).is_none()
            && page.text.word(index).chars().all(is_letter)
    };
    let length = (comma + 1..comma + 4).take_while(|&index| noun(index)).count();
    let end = comma + 1 + length;
    // "50 hoạt động văn hóa, nghệ thuật, | thể dục": of a list that goes on no part is the unit.
    let more =
        page.is_mark(end, &[',']) && noun(end + 1) && !page.begins(end + 1, Topic::ClauseOpener);
    let ends = page.is_mark(end, &[',', ';', '.', ')', ':']) || page.kind(end).is_none();
    let ends = ends && !more && !page.begins(at, Topic::People);
    let measured = page.is_mark(at, &['%']) || page.begins(at, Topic::Measure);
    (page.is_mark(comma, &[',']) && (1..=3).contains(&length) && ends && !measured)
        .then_some(length)
}

/// "m³/ngày đêm", "đồng/người/năm": a known unit for each of another.
fn rate(page: &Page<'_>, at: usize, length: usize) -> usize {
    let mut length = length;
    loop {
        let slash = at + length;
        let tight = page.is_mark(slash, &['/']) && !page.is_spaced(slash + 1);
        match listed(page, slash + 1).filter(|_| tight) {
            Some((next, _)) => length += 1 + next,
            None => return length,
        }
    }
}

/// `164 “Cộng đồng học tập”`
fn quoted(page: &Page<'_>, open: usize) -> Option<Unit> {
    const LONGEST: usize = 8;
    // "Dạ 500". "Quận có …": the mark closes what was said.
    if page.kind(open + 1) != Some(Kind::Word) {
        return None;
    }
    let close =
        (open + 2..(open + LONGEST).min(page.len())).find(|&at| page.is_mark(at, &['”', '"']))?;
    Some(Unit { range: open + 1..close, end: close + 1, tag: Tag::None, known: true })
}

/// A noun that the lexicon does not know: two to four lower-case syllables, or an abbreviation.
fn unknown(page: &Page<'_>, at: usize) -> Option<Unit> {
    const LONGEST: usize = 4;
    if !is_noun(page, at) {
        return None;
    }
    if page.is_upper(at) {
        return Some(Unit { range: at..at + 1, end: at + 1, tag: Tag::None, known: false });
    }
    let small = |at: &usize| is_noun(page, *at) && !page.is_capital(*at);
    let length = (at..=at + LONGEST).take_while(small).count();
    // Of a longer run the noun may be any part: "viên ma | túy" is no unit.
    let whole = (2..=LONGEST).contains(&length);
    // "824 mỏ cát, sỏi"
    let end = at + if whole { tail(page, at, length) } else { 0 };
    whole.then_some(Unit { range: at..end, end, tag: Tag::None, known: false })
}

fn is_noun(page: &Page<'_>, at: usize) -> bool {
    page.kind(at) == Some(Kind::Word)
        && !page.is_claimed(at)
        && page.phrase(Topic::Stop, at).is_none()
        && page.phrase(Topic::Role, at).is_none()
        && page.phrase(Topic::Quantity, at).is_none()
        && page.cue(at, Topic::NoNoun).is_none()
}
