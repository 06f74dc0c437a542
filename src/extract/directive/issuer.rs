//! Who issued a document: "của Bộ Chính trị", "UBND TP Hà Nội ban hành …", "giữa A và B".

use super::super::date::after_ngay;
use super::super::grammar::{Post, body_at, name_at, post_at};
use super::super::page::Page;
use crate::lexicon::{Tag, Topic};
use crate::summary::Day;
use std::ops::Range;

/// The issuing post or body that begins at `at`.
pub(super) fn issuer_at(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    // "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng"
    if page.begins(at, Topic::Plenum) {
        let start = at + 5;
        let body = body_at(page, start);
        return (body.end > start && !body.uncertain).then_some(at..body.end);
    }
    let post = post_at(page, at);
    let whole = |post: &&Post| !post.uncertain && !post.bare;
    let post_end = post.as_ref().filter(whole).map_or(at, |post| post.range.end);
    let body = body_at(page, at);
    // "Bộ Giáo dục và Đào tạo quy định …": the title follows.
    let title = |topic| page.begins(body.end, topic);
    let certain = !body.uncertain || title(Topic::TitleVerb) || title(Topic::About);
    let end = if certain { post_end.max(body.end) } else { post_end };
    // "của Bộ Tư pháp, Bộ Công an và Bộ Y tế": who issued it together, is not told by the first.
    let joint = end + 1;
    let several = (page.is_mark(end, &[',']) || page.begins(end, Topic::And))
        && (page.key(joint..joint + 1) == page.key(at..at + 1)
            || (page.begins(end, Topic::And) && page.begins(joint, Topic::Body)))
        && page.is_capital(joint);
    if several && !page.ends(at, Topic::Between) && !page.ends(at, Topic::And) {
        return None;
    }
    // "của Tổng | Giám đốc": the head of a post whose body is not told.
    let cut = post.is_some_and(|post| end < post.range.end);
    (end > at && !cut).then_some(at..end)
}

/// The issuer behind "của" at `at`.
pub(super) fn issuer_after(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let of = at + usize::from(page.is_mark(at, &[',']));
    if page.begins(of, Topic::IssuedBy) {
        // "do Phó Chủ tịch UBND thành phố ký": a deputy signs for whose deputy they are.
        let deputy = page.begins(of, Topic::SignedBy) && page.begins(of + 1, Topic::SeveralHold);
        return issuer_at(page, of + 1).filter(|_| !deputy);
    }
    if let Some(issuer) = passive(page, at) {
        return Some(issuer);
    }
    if !page.begins(of, Topic::Between) {
        return None;
    }
    let first = issuer_at(page, of + 1)?;
    let second = page.begins(first.end, Topic::And).then(|| issuer_at(page, first.end + 1))??;
    Some(first.start..second.end)
}

/// "Thông tư số 15/2024/TT-BYT | vừa được Bộ Y tế ban hành".
fn passive(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let by = page.behind(at, Topic::Adverb);
    let issuer = page.begins(by, Topic::Passive).then(|| issuer_at(page, by + 1))??;
    page.cue(issuer.end, Topic::Issued).map(|_| issuer)
}

/// The issuer before "[vừa|đã] [ký] ban hành" that ends right before the document at `at`.
pub(super) fn issuer_before(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    const REACH: usize = 16;
    let mut verb = at - page.cue_before(at, Topic::Issued)?;
    // "Ban Thường vụ Huyện ủy sau đó đã ban hành"
    while let Some(adverb) = page.cue_before(verb, Topic::Adverb)
        // "UBND tỉnh Lâm Đồng ban hành"
        && !page.is_capital(verb - adverb)
    {
        verb -= adverb;
    }
    let clause = page.sentence(at).start.max(verb.saturating_sub(REACH));
    // "Hai ngành ký …" names nobody, and a deputy signs for whose deputy they are.
    let known = |at: usize| {
        // "Ủy ban Văn hóa, | Giáo dục …": a field is part of a name.
        !page.is_tagged(at, Topic::Body, Tag::Field)
            && page.cue(at, Topic::SeveralHold).is_none()
            && (page.begins_any(at, &[Topic::Body, Topic::Post]))
    };
    // "Thủ tướng Chính phủ Lê Văn Hồ | vừa ký Chỉ thị số 23": the office issues it.
    let reaches = |issuer: &Range<usize>| {
        issuer.end == verb || name_at(page, issuer.end).is_some_and(|name| name.end == verb)
    };
    (clause..verb)
        .find_map(|start| issuer_at(page, start).filter(reaches))
        .filter(|issuer| known(issuer.start) && !is_level(page, issuer))
}

/// "Tỉnh có Quyết định số 5": a level alone issues nothing.
fn is_level(page: &Page<'_>, issuer: &Range<usize>) -> bool {
    let tag = page.phrase(Topic::Body, issuer.start).map(|(_, tag)| tag);
    issuer.len() == 1 && !page.is_upper(issuer.start) && tag == Some(Tag::Level)
}

/// The day before the issuer at `at`, with which the sentence opens: "Ngày 29/9/2025, UBND tỉnh ban
/// hành …".
pub(super) fn issued_on(page: &Page<'_>, at: usize) -> Option<Day> {
    let opening = page.sentence(at).start;
    let first = page.behind(opening, Topic::UpTo);
    let date = after_ngay(page, first)
        .filter(|date| date.end.is_none() && page.begins(first, Topic::Day))?;
    let comma = usize::from(page.is_mark(date.range.end, &[',']));
    (date.range.end + comma == at).then_some(date.day).filter(|day| day.year().is_some())
}
