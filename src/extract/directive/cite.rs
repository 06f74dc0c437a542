//! Citations: type, number, date, issuer, subject, in the order in which prose gives them.

use super::super::date::{Mention, after_ngay};
use super::super::page::Page;
use super::issuer::{issued_on, issuer_after, issuer_before};
use super::number::{Number, number_at};
use super::subject::{named_before, subject_at};
use crate::lexicon::{Tag, Topic, Topics};
use crate::summary::Day;
use crate::text::Kind;
use std::ops::Range;

/// One citation as it stands in the text.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Citation {
    /// Tokens from the type to the last part read.
    pub(in crate::extract) range: Range<usize>,
    /// Tokens of type, number, date and issuer: nobody else's facts.
    pub(in crate::extract) claims: Vec<Range<usize>>,
    /// The type as printed.
    pub(super) kind: Range<usize>,
    pub(super) number: String,
    pub(super) bare: bool,
    pub(super) date: Option<Day>,
    pub(super) issuer: Option<Range<usize>>,
    pub(super) subject: Option<Range<usize>>,
}

/// A number and the date behind it.
type Dated = (Number, Option<Mention>);

impl Citation {
    fn has_tail(&self) -> bool {
        self.date.is_some() || self.issuer.is_some() || self.subject.is_some()
    }
}

/// All citations in the order of the text.
#[inline(never)]
pub(in crate::extract) fn citations(page: &Page<'_>) -> Vec<Citation> {
    const DOCUMENT: Topics = Topic::set(&[Topic::Document]);
    let mut found: Vec<Citation> = Vec::new();
    let mut next = 0;
    for at in page.openings(0..page.len(), DOCUMENT) {
        if at >= next && !page.is_claimed(at) {
            let read = citations_at(page, at);
            // A plan's title may cite a directive: go on right behind the number.
            next = read.last().map_or(at, |citation| citation.claims[0].end);
            found.extend(read);
        }
    }
    share_backwards(page, &mut found);
    found
}

/// The citations that begin with the type at `at`: one, or several numbers of one type.
fn citations_at(page: &Page<'_>, at: usize) -> Vec<Citation> {
    let Some((length, tag)) = page.phrase(Topic::Document, at) else { return Vec::new() };
    let kind = at..at + length;
    let after = kind.end + law_name(page, &kind);
    let (numbers, end) = numbers(page, after, at, tag);
    let mut found: Vec<Citation> = Vec::new();
    for (number, date) in numbers {
        let start = if found.is_empty() { at } else { number.range.start };
        let own = start..number.range.end;
        let mut claims = vec![own.clone()];
        claims.extend(date.iter().map(|date| date.range.clone()));
        found.push(Citation {
            range: own,
            claims,
            kind: kind.clone(),
            bare: number.bare,
            number: number.text,
            date: date.map(|date| date.day).filter(|day| day.year().is_some()),
            issuer: None,
            subject: None,
        });
    }
    if let Some(last) = found.last_mut() {
        read_tail(page, last, end);
        if last.subject.is_none() {
            last.subject = named_before(page, &kind);
        }
        if last.issuer.is_none() {
            last.issuer = issuer_before(page, at);
            let issuer = last.issuer.as_ref();
            last.date = last.date.or_else(|| issued_on(page, issuer?.start));
        }
    }
    found
}

/// "Luật | Đất đai | số 31/2024/QH15": the length of a law's name before its number.
fn law_name(page: &Page<'_>, kind: &Range<usize>) -> usize {
    const LONGEST: usize = 12;
    if !(page.is_capital(kind.start) && page.begins(kind.start, Topic::Law)) {
        return 0;
    }
    let word =
        |at: &usize| page.kind(*at) == Some(Kind::Word) && !page.begins(*at, Topic::NumberSign);
    let length = (kind.end..kind.end + LONGEST).take_while(word).count();
    let numbered = page.begins(kind.end + length, Topic::NumberSign)
        && number_at(page, kind.end + length + 1).is_some_and(|number| {
            // "31/2024/QH15", "34/2007/PL-UBTVQH11".
            number.text.as_bytes().windows(2).any(|letters| letters == b"QH")
        });
    if numbered { length } else { 0 }
}

/// "số 617", "số 79 và 80", "24, 35-NQ/TW", "số 5/QĐ-UBND ngày 2/3, số 6/QĐ-UBND": the numbers
/// behind a type, each with its date if another number follows it, and the token after them.
fn numbers(page: &Page<'_>, after: usize, at: usize, tag: Tag) -> (Vec<Dated>, usize) {
    let so = page.cue(after, Topic::NumberWord).unwrap_or(0);
    let mut found: Vec<Dated> = Vec::new();
    let mut end = after;
    let several = page.ends(at, Topic::Plurality);
    // "Quyết định 09, 80, 86 về …", "mang số 2356, 2357 và 2358"
    let all_bare = tag == Tag::Bare && page.is_capital(at);
    if let Some(number) = number_at(page, after + so) {
        let told = so > 0 || !number.bare || stands_bare(page, &number, at, tag);
        if told {
            end = number.range.end;
            found.push((number, None));
        }
    }
    while let Some((_, date_of_last)) = found.last_mut() {
        let date = after_ngay(page, end);
        let joint = date.as_ref().map_or(end, |date| date.range.end);
        if !(page.is_mark(joint, &[',']) || page.begins(joint, Topic::And)) {
            break;
        }
        let next = joint + 1;
        let so = page.cue(next, Topic::NumberSign).unwrap_or(0);
        let Some(number) = number_at(page, next + so) else { break };
        let listed = !number.bare || ((several || all_bare) && ends_item(page, number.range.end));
        let goes_on = if date.is_some() { so > 0 && !number.bare } else { so > 0 || listed };
        if !goes_on {
            break;
        }
        *date_of_last = date;
        end = number.range.end;
        found.push((number, None));
    }
    (found, end)
}

/// "Chỉ thị 05", "Quyết định 291 của Thủ tướng": a bare number without "số" behind a type that
/// takes one; not a year, and not a count ("quyết định 5 nội dung").
fn stands_bare(page: &Page<'_>, number: &Number, at: usize, tag: Tag) -> bool {
    let year = page.integer(number.range.start).is_some_and(|n| Day::YEARS.contains(&n));
    // "theo kết luận 210 của Bộ Chính trị": whose it is says that it is one.
    let issued = || issuer_after(page, number.range.end).is_some_and(|issuer| issuer.len() > 1);
    tag == Tag::Bare
        && !year
        && ((page.is_capital(at) && ends_phrase(page, number.range.end)) || issued())
}

/// Behind a bare number of a list the list goes on or the phrase ends.
fn ends_item(page: &Page<'_>, at: usize) -> bool {
    let joint = page.is_mark(at, &[',']) || page.begins(at, Topic::And);
    let next = joint && page.kind(at + 1) == Some(Kind::Number);
    // "… 2360 và 2361 | để chuyển đổi đất"
    let ends = ends_phrase(page, at) || page.begins(at, Topic::LeadsClause);
    if next { ends_item(page, at + 2) } else { !joint && ends }
}

fn ends_phrase(page: &Page<'_>, at: usize) -> bool {
    match page.kind(at) {
        None | Some(Kind::Break) => true,
        Some(Kind::Mark) => !page.is_mark(at, &['%', '/', '-', '–', ':']),
        Some(Kind::Number) => false,
        Some(Kind::Word) => page.begins(at, Topic::AfterNumber),
    }
}

/// Date, issuer, "khóa" and brackets, subject: each at most once, in any order but the subject,
/// which ends the citation.
fn read_tail(page: &Page<'_>, citation: &mut Citation, from: usize) {
    let mut at = from;
    loop {
        if citation.date.is_none()
            && let Some(date) = after_ngay(page, at)
        {
            at = date.range.end + usize::from(page.is_mark(date.range.end, &[')']));
            citation.date = date.day.year().map(|_| date.day);
            citation.claims.push(date.range);
        } else if citation.issuer.is_none()
            && let Some(issuer) = issuer_after(page, at)
        {
            at = issuer.end;
            citation.claims.push(issuer.clone());
            citation.issuer = Some(issuer);
        } else if let Some(length) = aside(page, at) {
            at += length;
        } else {
            break;
        }
        citation.range.end = at;
    }
    // "Nghị định 12 quy định các mặt hàng …": behind a bare number a verb is the sentence's.
    // "Điều 11 Nghị định số 139/2025/NĐ-CP về …": what follows is the article's heading.
    let kind = citation.kind.start;
    let article = kind > 1
        && page.kind(kind - 1) == Some(Kind::Number)
        && page.ends(kind - 1, Topic::Article);
    let rules = page.cue(at, Topic::Regulates);
    let told = !article
        && (!citation.bare || rules.is_none_or(|verb| page.begins(at + verb, Topic::About)));
    citation.subject = subject_at(page, at).filter(|_| told);
    if let Some(subject) = &citation.subject {
        citation.range.end = subject.end;
    }
}

/// "(khóa XI)", "khóa XI", "tại Hội nghị lần thứ tám", "(gọi tắt là …)": says nothing that the card
/// shows.
fn aside(page: &Page<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 24;
    let comma = usize::from(page.is_mark(at, &[',']));
    let numeral = |at: usize| page.is_upper(at) || page.text.word(at) == "X";
    if page.begins(at + comma, Topic::Term) && numeral(at + comma + 1) {
        return Some(comma + 2);
    }
    if page.begins(at, Topic::At) && page.begins(at + 1, Topic::Plenum) && page.is_capital(at + 1) {
        return Some(6);
    }
    if !page.is_mark(at, &['(']) {
        return None;
    }
    page.closing_bracket(at, REACH).map(|close| close + 1 - at)
}

/// "Quyết định số 06/QĐ-TTg ngày 6/1/2022 và Chỉ thị số 05/CT-TTg": nothing but a joint stands
/// between them.
fn follows(page: &Page<'_>, first: &Citation, second: &Citation) -> bool {
    let mut between = first.range.end..second.range.start;
    first.subject.is_none()
        && between.all(|at| page.is_mark(at, &[',']) || page.begins(at, Topic::And))
}

/// Whether the numbers name one and the same issuer: the Prime Minister, the Government or the
/// President. Other codes are those of many.
fn same_code(first: &Citation, second: &Citation) -> bool {
    code(first) == code(second) && matches!(code(first), "TTg" | "CP" | "CTN")
}

/// What stands behind the last dash or slash of the number.
fn code(citation: &Citation) -> &str {
    citation.number.rsplit(['-', '/']).next().unwrap_or_default()
}

/// "Quyết định số 617-QĐ/TW và Quyết định số 618-QĐ/TW của Bộ Chính trị về …": the first shares
/// issuer and subject with the last, of the same type, where it has none of its own.
fn share_backwards(page: &Page<'_>, found: &mut [Citation]) {
    for index in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(index);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else { continue };
        let from = first.claims[0].end;
        let until = second.range.start.max(from);
        let same_type = first.kind.start == second.kind.start;
        let same_kind = page.key(first.kind.clone()) == page.key(second.kind.clone());
        let joined = (from..until).all(|at| {
            page.is_mark(at, &[',']) || page.begins_any(at, &[Topic::And, Topic::NumberSign])
        });
        if !first.has_tail() && (same_type || (joined && same_kind)) {
            first.issuer.clone_from(&second.issuer);
            first.subject.clone_from(&second.subject);
        } else if first.issuer.is_none()
            && (same_type || (follows(page, first, second) && same_code(first, second)))
        {
            first.issuer.clone_from(&second.issuer);
        }
    }
}
