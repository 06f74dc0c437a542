//! What a document is about (trích yếu): where its title ends is the hardest boundary.

use super::super::date::part_at;
use super::super::grammar::{body_at, name_at, post_at, term};
use super::super::page::Page;
use super::number::number_at;
use crate::lexicon::{Tag, Topic};
use crate::text::Kind;
use std::ops::Range;

/// A title of more tokens was not understood, and is left out.
const LONGEST: usize = 90;

/// The subject at `at`: a range of tokens without "về" and without quotation marks.
pub(super) fn subject_at(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let start = at + usize::from(page.is_mark(at, &[',', ':']));
    if is_open_quote(page, start) {
        return quoted(page, start);
    }
    if let Some(length) = page.cue(start, Topic::About) {
        let title = start + length;
        return if is_open_quote(page, title) { quoted(page, title) } else { plain(page, title) };
    }
    let verb = page.cue(at, Topic::TitleVerb)?;
    // "quy định về tổ chức lễ hội"
    if page.says(at, &["quy", "định"])
        && let Some(about) = page.cue(at + verb, Topic::About)
    {
        return plain(page, at + verb + about);
    }
    let dated = page.is_one_of(at + verb, &["ngày", "vào", "năm", "từ", "kèm", "theo"]);
    // "do UBND tỉnh ban hành": a verb alone is no title.
    plain(page, at).filter(|title| !dated && title.len() > verb)
}

/// "Đề án “Phát triển làng nghề” (Đề án 12)": the name in quotation marks before the bracket whose
/// document has the type `kind`.
pub(super) fn named_before(page: &Page<'_>, kind: &Range<usize>) -> Option<Range<usize>> {
    let close = kind.start.checked_sub(2)?;
    if !(page.is_mark(close + 1, &['(']) && page.is_mark(close, &['”', '"'])) {
        return None;
    }
    let reach = close.saturating_sub(LONGEST)..close;
    let open = reach.rev().find(|&at| page.is_mark(at, &['“', '"']))?;
    let same = open
        .checked_sub(kind.len())
        .is_some_and(|start| page.key(start..open) == page.key(kind.clone()));
    (same && open + 1 < close).then_some(open + 1..close)
}

fn is_open_quote(page: &Page<'_>, at: usize) -> bool {
    page.is_mark(at, &['“', '"', '«', '”'])
}

/// Up to the closing mark; quotation marks inside are counted.
fn quoted(page: &Page<'_>, open: usize) -> Option<Range<usize>> {
    let close = closing(page, open)?;
    let start = open + 1 + page.cue(open + 1, Topic::About).unwrap_or(0);
    (close > start).then_some(start..close)
}

/// The mark that closes the quotation at `open`, in its block.
fn closing(page: &Page<'_>, open: usize) -> Option<usize> {
    let end = page.block(open).end.min(open + LONGEST);
    let mut depth = 1_usize;
    for at in open + 1..end {
        if page.is_mark(at, &['“', '«']) {
            depth += 1;
        } else if page.is_mark(at, &['”', '"', '»']) {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// In what a title stands that is not in quotation marks.
#[derive(Clone, Copy)]
struct Opening {
    /// It tells who takes which post.
    personnel: bool,
    /// "Thực hiện Chỉ thị số 5 về …": the clause follows behind a comma.
    introduces: bool,
}

impl Opening {
    /// Of the title at `start`.
    fn new(page: &Page<'_>, start: usize) -> Self {
        /// The document stands right behind the words that introduce it, its title not far.
        const REACH: usize = 8;
        const TITLE: usize = 64;
        let sentence = page.sentence(start);
        let first = sentence.start;
        let opens = sentence.contains(&start)
            && start - first <= TITLE
            && page.cue(first, Topic::Introduces).is_some();
        // Not the type in a number: "04/NQ-CCB".
        let mut documents = page
            .openings(first..start, Topic::set(&[Topic::Document]))
            .filter(|&at| page.is_spaced(at) && page.phrase(Topic::Document, at).is_some());
        let near = |at: usize| {
            at < first + REACH && (first..at).all(|before| !page.is_mark(before, &[',']))
        };
        let introduces = opens && documents.next().is_some_and(near) && documents.next().is_none();
        Self { personnel: page.cue(start, Topic::Personnel).is_some(), introduces }
    }
}

fn plain(page: &Page<'_>, start: usize) -> Option<Range<usize>> {
    /// A bracket with a term has no more tokens.
    const BRACKET: usize = 10;
    let opening = Opening::new(page, start);
    let end = page.sentence(start).end;
    let mut at = start;
    let mut joint = None;
    while at < end && at - start <= LONGEST {
        // "… và hướng dẫn Kết luận số 65": what is joined to the title cites another document.
        if let (Some(joint), true) =
            (joint, at > start && !page.is(at - 1, "của") && cites(page, at))
        {
            at = joint;
            break;
        }
        if let Some(end) = amended(page, at) {
            at = end;
            break;
        }
        let amends = page.says(at + 1, &["bổ", "sung"]) || page.says(at + 1, &["thay", "thế"]);
        if (page.is_mark(at, &[',']) || page.is(at, "và")) && !amends {
            joint = Some(at);
        }
        if is_open_quote(page, at) {
            at = closing(page, at)? + 1;
            continue;
        }
        // "năng lượng tái tạo (NLTT) của cả nước": the title goes on.
        let explained = page.is_mark(at, &['(']) && page.is_mark(at + 2, &[')']);
        let goes_on = page.is_one_of(at + 3, &["của", "đến", "giai"]);
        if explained && goes_on && page.is_upper(at + 1) {
            at += 3;
            continue;
        }
        // "Chỉ thị số 05 của Bộ Chính trị (khóa XII) về …": the term is of the body within the title.
        let term = if page.is_mark(at, &['(']) { term(page, at) } else { 0 };
        if term > 0 && page.cue(at + term, Topic::About).is_some() {
            at += term;
            continue;
        }
        // "Kế hoạch vốn trung hạn (giai đoạn 2016 - 2020)": the term is of the title.
        if page.is_mark(at, &['(']) && page.is_one_of(at + 1, &["giai", "nhiệm"]) {
            at = page.closing_bracket(at, BRACKET).map_or(at, |close| close + 1);
            break;
        }
        if ends(page, at, opening) {
            break;
        }
        at += 1;
    }
    // "thu hồi đất tại phường Nhạn (quận Suối) | giao cho …": the title goes on behind the bracket.
    let bracket = page.is_mark(at, &['(']);
    let close = if bracket { page.closing_bracket(at, BRACKET) } else { None };
    let goes_on = close.is_some_and(|close| {
        let abbreviation = close == at + 2 && page.is_upper(at + 1);
        let word = page.kind(close + 1) == Some(Kind::Word);
        word && !abbreviation && page.cue(close + 1, Topic::GoesOn).is_none()
    });
    if goes_on {
        return None;
    }
    // "phê duyệt dự án: …": the name of what was counted follows.
    let listed = page.is_mark(at, &[':'])
        && matches!(page.phrase(Topic::Unit, at.saturating_sub(2)), Some((2, _)));
    if at - start > LONGEST || listed || tells_aim(page, at) || tells_later(page, start..at) {
        return None;
    }
    // Behind one of the commas the sentence must have gone on: which, cannot be told.
    let told = page.is_mark(at, &[',']) || page.kind(at) == Some(Kind::Word);
    if opening.introduces && !told && !commas_outside_quotes(page, &(start..at)).is_empty() {
        return None;
    }
    (at > start + 1).then_some(start..at)
}

/// "sửa đổi … của Nghị định số 55/2015/NĐ-CP": the title ends with the number of what is amended,
/// unless that document's own title follows.
fn amended(page: &Page<'_>, at: usize) -> Option<usize> {
    let end = citation_end(page, at).filter(|_| at > 0 && page.is(at - 1, "của"))?;
    // "… và Điều 30 của Nghị định số …": more is amended.
    (!page.is(end, "và") && !page.is_one_of(end, &["về", "ngày", "của", ","])).then_some(end)
}

fn cites(page: &Page<'_>, at: usize) -> bool {
    citation_end(page, at).is_some()
}

/// The end of a document's type and number at `at`.
fn citation_end(page: &Page<'_>, at: usize) -> Option<usize> {
    let (length, _) = page.phrase(Topic::Document, at)?;
    let number = at + length + usize::from(page.is(at + length, "số"));
    number_at(page, number).filter(|number| !number.bare).map(|number| number.range.end)
}

/// Whether the title ends before token `at`.
fn ends(page: &Page<'_>, at: usize, opening: Opening) -> bool {
    if page.is_mark(at, &[';', ':', '(', '…', '!', '?']) {
        return true;
    }
    if page.is_mark(at, &['.']) {
        return at + 1 >= page.sentence(at).end || page.is_mark(at + 1, &['.', '/']);
    }
    // "được 50/50 đại biểu tán thành"
    let voted = page.is(at, "được") && page.kind(at + 1) == Some(Kind::Number);
    // "… | sáng 9/6, Phó Chủ tịch UBND tỉnh nói"
    let dated = part_at(page, at).is_some() && page.kind(at + 1) == Some(Kind::Number);
    if voted || dated || page.cue(at, Topic::GoesOn).is_some() {
        return true;
    }
    let comma = page.is_mark(at, &[',']);
    if !(comma || page.is(at, "và")) {
        return false;
    }
    let next = at + 1;
    let other_document = page.phrase(Topic::Document, next + usize::from(page.is(next, "các")));
    if let Some((length, _)) = other_document {
        let after = next + length;
        let cited = page.is(after, "số") || number_at(page, after).is_some();
        if cited || page.is(next, "các") {
            return true;
        }
    }
    comma
        && (page.cue(next, Topic::GoesOn).is_some()
            || page.cue(next, Topic::GoesOnBehindComma).is_some()
            || new_clause(page, next, opening)
            || is_statement(page, next))
}

/// "các biện pháp cấp bách | nhằm khống chế dịch": what measures are for belongs to the title, and
/// where that ends cannot be told.
fn tells_aim(page: &Page<'_>, at: usize) -> bool {
    let measures = |back: usize| {
        let noun = at.saturating_sub(back);
        page.says(noun, &["biện", "pháp"]) || page.says(noun, &["giải", "pháp"])
    };
    page.is(at, "nhằm") && (2..=4).any(measures)
}

/// ", thể thức được thống nhất": up to the next comma something is said to be so or to have been
/// done, as in no title.
fn is_statement(page: &Page<'_>, at: usize) -> bool {
    (at..page.sentence(at - 1).end)
        .take_while(|&index| !page.is_mark(index, &[',', ';', '“', '"']))
        .any(|index| page.cue(index, Topic::Finite).is_some() || is_amount(page, index))
}

/// "…, khối sở, ngành có điểm trung bình 88,46/100": somewhere behind a comma the sentence went
/// on; where the title ended cannot be told.
fn tells_later(page: &Page<'_>, title: Range<usize>) -> bool {
    /// Those who shall do something are named in fewer words, a title goes on in more.
    const SUBJECT: usize = 5;
    let commas = commas_outside_quotes(page, &title);
    let (Some(&first), Some(&last)) = (commas.first(), commas.last()) else { return false };
    // "…, cấp ủy, chính quyền cần …": who shall do it stands on both sides of the last comma.
    let stated = page.is_mark(title.end, &[',']) && is_statement(page, title.end + 1);
    let told = |at: usize| {
        page.cue(at, Topic::Finite).is_some() || is_amount(page, at) || is_fraction(page, at)
    };
    (stated && title.end - last <= SUBJECT) || (first..title.end).any(told)
}

fn commas_outside_quotes(page: &Page<'_>, title: &Range<usize>) -> Vec<usize> {
    let mut commas = Vec::new();
    let mut at = title.start;
    while at < title.end {
        let quoted = if is_open_quote(page, at) { closing(page, at) } else { None };
        commas.extend(page.is_mark(at, &[',']).then_some(at));
        at = quoted.map_or(at + 1, |close| close + 1);
    }
    commas
}

/// "88,46", "12%".
fn is_fraction(page: &Page<'_>, at: usize) -> bool {
    page.kind(at) == Some(Kind::Number)
        && (page.text.word(at).contains(',') || page.is_mark(at + 1, &['%']))
}

/// "2.100 tỷ", "hơn 24.233 km2": titles count, but in whole numbers.
fn is_amount(page: &Page<'_>, at: usize) -> bool {
    let qualified =
        || at > 0 && matches!(page.phrase(Topic::Quantity, at - 1), Some((1, Tag::Qualifier)));
    page.kind(at) == Some(Kind::Number)
        && (page.phrase(Topic::Quantity, at + 1).is_some() || qualified())
}

/// ", Chủ tịch UBND tỉnh yêu cầu …": somebody, and what they do.
fn new_clause(page: &Page<'_>, at: usize, opening: Opening) -> bool {
    // Not "bầu cử đại biểu Quốc hội, đại biểu HĐND các cấp".
    let delegate = page.is(at, "đại") && name_at(page, at + 2).is_none();
    if page.phrase(Topic::Honorific, at).is_some() && !delegate {
        return !opening.personnel;
    }
    let post = post_at(page, at).map_or(at, |post| post.range.end);
    let end = body_at(page, at).end.max(post);
    let verb = page.kind(end) == Some(Kind::Word)
        && (page.phrase(Topic::Role, end).is_some() || page.phrase(Topic::Stop, end).is_some());
    end > at && page.is_capital(at) && verb && !opening.personnel
}
