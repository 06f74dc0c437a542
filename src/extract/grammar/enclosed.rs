//! Bodies whose name goes on in words of any sort: "Cục Quản lý khám chữa bệnh".

use super::super::page::Page;
use super::body::{body_at, is_stop};
use super::name::{name_at, surname};
use crate::lexicon::{Tag, Topic};
use crate::text::Kind;

/// No name goes on longer.
const LONGEST: usize = 9;

/// The end of the body whose kind stands at `at`. It is told by what stands behind: a mark, what
/// people do, or a whole name; where no word of it is a capital, a place must end it.
pub(super) fn enclosed(page: &Page<'_>, at: usize) -> Option<usize> {
    let field = at + page.cue(at, Topic::OpenBody)?;
    if page.kind(field) != Some(Kind::Word) || is_stop_here(page, field) {
        return None;
    }
    if page.begins(field, Topic::Place) {
        return None;
    }
    let first = field + page.cue(field, Topic::Body).unwrap_or(1);
    let words = (first..first + LONGEST).take_while(|&index| belongs(page, index)).count();
    let number = first + words;
    let numbered = page.ends(number, Topic::NumberSign) && page.integer(number).is_some();
    let own = number + usize::from(numbered);
    let place = place_behind(page, own);
    let end = place.unwrap_or(own);
    let open = page.ends(end, Topic::And) || page.ends(end, Topic::Dangling);
    let capital = page.is_capital(at) || page.is_capital(field);
    (words > 0 && (capital || place.is_some()) && !open && ends(page, end)).then_some(end)
}

/// A verb, which a name may begin with where it is a capital ("Cục Quản lý …") or names a field of work
/// ("Trưởng phòng quản lý đô thị").
fn is_stop_here(page: &Page<'_>, at: usize) -> bool {
    !page.is_capital(at) && is_stop(page, at) && !page.begins(at, Topic::FieldVerb)
}

/// A word in lower case that is no verb, an abbreviation, or a capital behind "và".
fn belongs(page: &Page<'_>, at: usize) -> bool {
    let joined =
        page.is_capital(at) && page.ends(at, Topic::And) && !page.begins(at, Topic::Honorific);
    let plain = !page.is_capital(at) && !is_stop(page, at);
    let short = page.is_upper(at) && page.begins(at, Topic::FieldCode);
    // "… đô thị | quận Đống Đa"
    let level = matches!(page.phrase(Topic::Body, at), Some((length, Tag::Level))
        if page.is_capital(at + length));
    page.kind(at) == Some(Kind::Word)
        && (joined || plain || short)
        && !level
        && !page.begins(at, Topic::Post)
        && !page.is_claimed(at)
}

/// The end of the place or the body whose the enclosed one is: "… BĐS | TP.HCM".
fn place_behind(page: &Page<'_>, at: usize) -> Option<usize> {
    if let Some((length, _)) = page.phrase(Topic::Place, at) {
        return Some(at + length);
    }
    let body = body_at(page, at);
    (body.end > at && !body.uncertain).then_some(body.end)
}

fn ends(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    let named =
        || name_at(page, at).is_some_and(|name| name.len() >= 3 && surname(page, at).is_some());
    // "Viện Khoa học vật liệu - Bộ A", but "Trung tâm Chữa bệnh - Giáo dục - Lao động".
    let apart = || {
        page.begins(next, Topic::Post)
            || page.phrase(Topic::Body, next).is_some_and(|(_, tag)| tag != Tag::Field)
    };
    page.begins_any(at, &[Topic::Role, Topic::Concurrently])
        || page.is_mark(at, &[',', ':', ';', '(', ')'])
        || (page.is_mark(at, &['.']) && page.is_spaced(next))
        || (page.is_dash(at) && page.is_spaced(at) && apart())
        || page.kind(at).is_none_or(|kind| kind == Kind::Break)
        || named()
}
