//! What a document is about (trích yếu): where its title ends is the hardest boundary.

use super::super::date::part_at;
use super::super::grammar::{body_at, is_actor, name_at, term};
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
    // "quy định về tổ chức lễ hội", "ban hành về diện tích tối thiểu"
    if let Some(about) = page.cue(at + verb, Topic::About) {
        return plain(page, at + verb + about);
    }
    let dated = page.begins(at + verb, Topic::WhenIssued);
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
    let start = page.behind(open + 1, Topic::About);
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
            && page.begins(first, Topic::Introduces);
        // Not the type in a number: "04/NQ-CCB".
        let mut documents = page
            .openings(first..start, Topic::set(&[Topic::Document]))
            .filter(|&at| page.is_spaced(at) && page.begins(at, Topic::Document));
        let near = |at: usize| {
            at < first + REACH && (first..at).all(|before| !page.is_mark(before, &[',']))
        };
        let introduces = opens && documents.next().is_some_and(near) && documents.next().is_none();
        Self { personnel: page.begins(start, Topic::Personnel), introduces }
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
            (joint, at > start && !page.ends(at, Topic::Of) && cites(page, at))
        {
            at = joint;
            break;
        }
        if let Some(end) = amended(page, at) {
            at = end;
            break;
        }
        let amends = page.begins(at + 1, Topic::Amends);
        if (page.is_mark(at, &[',']) || page.begins(at, Topic::And)) && !amends {
            joint = Some(at);
        }
        if is_open_quote(page, at) {
            at = closing(page, at)? + 1;
            continue;
        }
        // "năng lượng tái tạo (NLTT) của cả nước": the title goes on.
        let explained = page.is_mark(at, &['(']) && page.is_mark(at + 2, &[')']);
        let goes_on = page.begins(at + 3, Topic::TitleGoesOn);
        if explained && goes_on && page.is_upper(at + 1) {
            at += 3;
            continue;
        }
        // "Chỉ thị số 05 của Bộ Chính trị (khóa XII) về …": the term is of the body within the title.
        let term = if page.is_mark(at, &['(']) { term(page, at) } else { 0 };
        if term > 0 && page.begins(at + term, Topic::About) {
            at += term;
            continue;
        }
        // "Kế hoạch vốn trung hạn (giai đoạn 2016 - 2020)": the term is of the title.
        if page.is_mark(at, &['(']) && page.begins(at + 1, Topic::PlanPeriod) {
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
    if goes_on_behind(page, &(start..at), opening) {
        return None;
    }
    // Behind one of the commas the sentence must have gone on: which, cannot be told.
    let told = page.is_mark(at, &[',']) || page.kind(at) == Some(Kind::Word);
    if opening.introduces && !told && !commas_outside_quotes(page, &(start..at)).is_empty() {
        return None;
    }
    (at > start + 1).then_some(start..at)
}

/// "khu vực bảo vệ | ; khu vực cấm", "Chủ tịch, Phó Chủ tịch | ; Ủy ban Kiểm tra", "UBND tỉnh | , thành
/// phố trực thuộc": the title goes on behind the mark at its end, and how far cannot be told.
fn goes_on_behind(page: &Page<'_>, title: &Range<usize>, opening: Opening) -> bool {
    let next = title.end + 1;
    let again = page.key(title.start..title.start + 1) == page.key(next..next + 1);
    let level = |at: usize| page.cue(at, Topic::LevelWord).is_some() && !page.is_capital(at);
    let other = page.key(title.end - 1..title.end) != page.key(next..next + 1);
    let levels = page.is_mark(title.end, &[',']) && other && level(title.end - 1) && level(next);
    let body = opening.personnel && page.is_capital(next) && page.begins(next, Topic::Body);
    (page.is_mark(title.end, &[';']) && (again || body)) || levels
}

/// "sửa đổi … của Nghị định số 55/2015/NĐ-CP": the title ends with the number of what is amended,
/// unless that document's own title follows.
fn amended(page: &Page<'_>, at: usize) -> Option<usize> {
    let end = citation_end(page, at).filter(|_| page.ends(at, Topic::Of))?;
    // "… và Điều 30 của Nghị định số …": more is amended.
    (!page.begins(end, Topic::And) && !page.begins(end, Topic::CitedGoesOn)).then_some(end)
}

fn cites(page: &Page<'_>, at: usize) -> bool {
    citation_end(page, at).is_some()
}

/// The end of a document's type and number at `at`.
fn citation_end(page: &Page<'_>, at: usize) -> Option<usize> {
    let (length, _) = page.phrase(Topic::Document, at)?;
    let number = page.behind(at + length, Topic::NumberSign);
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
    let voted = page.begins(at, Topic::Passive) && page.kind(at + 1) == Some(Kind::Number);
    // "… | sáng 9/6, Phó Chủ tịch UBND tỉnh nói"
    let dated = part_at(page, at).is_some() && page.kind(at + 1) == Some(Kind::Number);
    // "… | do Bộ Y tế tổ chức"
    let held = page.begins(at, Topic::SignedBy) && page.is_capital(at + 1) && {
        let body = body_at(page, at + 1);
        let holds = |at: usize| page.begins(at, Topic::HoldsMeeting);
        // The verb may be read as a field of the body.
        body.end > at + 1 && (holds(body.end) || page.ends(body.end, Topic::HoldsMeeting))
    };
    if voted || dated || held || page.begins(at, Topic::GoesOn) {
        return true;
    }
    let comma = page.is_mark(at, &[',']);
    // "nhiệm vụ phòng, chống dịch"
    let within = comma && at > 0 && page.begins(at - 1, Topic::Prevents);
    if within || !(comma || page.begins(at, Topic::And)) {
        return false;
    }
    let next = at + 1;
    // "về công tác cán bộ, | chỉ định đồng chí A …"
    if comma && !opening.personnel && page.begins(next, Topic::Personnel) {
        return true;
    }
    let other_document = page.phrase(Topic::Document, page.behind(next, Topic::Plurality));
    if let Some((length, _)) = other_document {
        let after = next + length;
        let cited = page.begins(after, Topic::NumberSign) || number_at(page, after).is_some();
        if cited || page.begins(next, Topic::Plurality) {
            return true;
        }
    }
    comma
        && (page.begins_any(next, &[Topic::GoesOn, Topic::GoesOnBehindComma])
            || new_clause(page, next, opening)
            || is_statement(page, next))
}

/// "các biện pháp cấp bách | nhằm khống chế dịch": what measures are for belongs to the title, and
/// where that ends cannot be told.
fn tells_aim(page: &Page<'_>, at: usize) -> bool {
    let measures = |back: usize| {
        let noun = at.saturating_sub(back);
        page.begins(noun, Topic::Measures)
    };
    page.begins(at, Topic::AimsAt) && (2..=4).any(measures)
}

/// ", thể thức được thống nhất": up to the next comma something is said to be so or to have been
/// done, as in no title.
fn is_statement(page: &Page<'_>, at: usize) -> bool {
    (at..page.sentence(at - 1).end)
        .take_while(|&index| !page.is_mark(index, &[',', ';', '“', '"']))
        .any(|index| page.begins(index, Topic::Finite) || is_amount(page, index))
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
    let told =
        |at: usize| page.begins(at, Topic::Finite) || is_amount(page, at) || is_fraction(page, at);
    (stated && title.end - last <= SUBJECT) || (first..title.end).any(told)
}

fn commas_outside_quotes(page: &Page<'_>, title: &Range<usize>) -> Vec<usize> {
    let mut commas = Vec::new();
    let mut at = title.start;
    while at < title.end {
        let quoted = if is_open_quote(page, at) { closing(page, at) } else { None };
        // "phòng, chống" is one word.
        let within = at > 0 && page.begins(at - 1, Topic::Prevents);
        commas.extend((page.is_mark(at, &[',']) && !within).then_some(at));
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
    // Not "Covid-19 trên địa bàn tỉnh".
    let named = at > 0 && page.is_dash(at - 1);
    page.kind(at) == Some(Kind::Number)
        && !named
        && (page.begins(at + 1, Topic::Quantity) || qualified())
}

/// ", Chủ tịch UBND tỉnh yêu cầu …": somebody, and what they do.
fn new_clause(page: &Page<'_>, at: usize, opening: Opening) -> bool {
    // Not "bầu cử đại biểu Quốc hội, đại biểu HĐND các cấp".
    let delegate = page.begins(at, Topic::DelegateWord) && name_at(page, at + 2).is_none();
    if page.begins(at, Topic::Honorific) && !delegate {
        return !opening.personnel;
    }
    is_actor(page, at) && !opening.personnel
}
