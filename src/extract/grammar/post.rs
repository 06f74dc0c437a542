//! Posts: "[nguyên] HEAD [BODY]", one or several in a row.

use super::super::page::Page;
use super::body::{body_at, is_stop, place_at};
use super::enclosed::enclosed;
use super::name::name_at;
use crate::lexicon::{Tag, Topic};
use crate::text::Kind;
use std::ops::Range;

/// A post as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct Post {
    pub(in crate::extract) range: Range<usize>,
    /// The head alone, without a body, where the head asks for one ("Phó Hiệu trưởng").
    pub(in crate::extract) bare: bool,
    /// Its end is a guess, or it is no public post: never to be shown.
    pub(in crate::extract) uncertain: bool,
}

/// The post at `at`. Heads that are also the names of offices need a body.
pub(in crate::extract) fn post_at(page: &Page<'_>, at: usize) -> Option<Post> {
    let head = at + prefix(page, at);
    let (length, tag) = page.phrase(Topic::Post, head)?;
    if page.is_claimed(head) || is_torn(page, head) {
        return None;
    }
    let end = head + length + in_charge(page, head + length);
    // "Chủ tịch Hồ Chí Minh": a person after whom places are named, no post.
    if page.is_capital(end) && page.begins(end, Topic::Namesake) {
        return None;
    }
    let body = match tag {
        Tag::Alone => body_of_alone(page, end),
        Tag::Place => place_at(page, end),
        // "người phát ngôn | của UBND tỉnh"
        Tag::Office if page.begins(end, Topic::Of) && page.is_capital(end + 1) => {
            body_at(page, end + 1)
        }
        _ => body_at(page, body_start(page, end)),
    };
    let body = super::Body { end: body.end.max(end), ..body };
    // "Phó Trưởng phòng | Thu hồi đất": the kind of the body is the head's last word.
    let opening = match body_start(page, end) {
        start if start == end && page.begins(end - 1, Topic::OpenBody) => end - 1,
        start => start,
    };
    let body = match enclosed(page, opening).filter(|_| body.uncertain || body.end <= opening) {
        Some(end) => super::Body { end, uncertain: false },
        None => body,
    };
    let alone = body.end == end && tag != Tag::Alone;
    let body = if alone { behind_comma(page, end).unwrap_or(body) } else { body };
    let body = if body.end == end { behind_abbreviation(page, end).unwrap_or(body) } else { body };
    let body = if tag == Tag::Abroad { posted(page, body) } else { body };
    let bare = body.end == end && tag != Tag::Alone;
    if bare && tag == Tag::Office {
        return None;
    }
    // A bare head before an unknown word: "Chủ tịch nghe", "Bí thư chi đoàn".
    let unknown = !page.is_capital(end) || name_at(page, end).is_none();
    let cut = bare
        && page.kind(end) == Some(Kind::Word)
        && unknown
        && (!is_stop(page, end)
            || (page.begins(end, Topic::Concurrently) && post_at(page, end + 1).is_none()))
        && !page.begins(end, Topic::And);
    // Who has just become director is director.
    let start = if page.begins(at, Topic::Newly) { head } else { at };
    Some(Post { range: start..body.end, bare, uncertain: body.uncertain || cut })
}

/// "Xã hội Trưởng công an xã …": no "hội trưởng", as the post begins with the capital behind.
fn is_torn(page: &Page<'_>, head: usize) -> bool {
    let association = page.begins(head, Topic::Association)
        && !page.is_capital(head)
        && page.is_capital(head + 1);
    // "Trưởng Đoàn | đại biểu Quốc hội": the delegation, no delegate.
    let delegation = page.ends(head, Topic::Corps) && page.begins(head, Topic::AssemblyMember);
    // "Ban | Thường trực Ủy ban MTTQ": the board, no standing member.
    let board = page.begins(head, Topic::Collective) && page.ends(head, Topic::BoardWord);
    association || delegation || board
}

/// "Tổng Giám đốc | (TGĐ) Thông tấn xã Việt Nam": the body behind the head's abbreviation.
fn behind_abbreviation(page: &Page<'_>, end: usize) -> Option<super::Body> {
    let bracket = page.is_mark(end, &['(']) && page.is_mark(end + 2, &[')']);
    let start = end + 3;
    if !(bracket && page.is_upper(end + 1) && page.is_capital(start)) {
        return None;
    }
    let body = body_at(page, start);
    (body.end > start && !body.uncertain).then_some(body)
}

/// "Phó Chính ủy | , Bộ Chỉ huy Quân sự tỉnh Điện Biên, …": heads and bodies of one kind only, and
/// none that does something ("…, Phó Giám đốc, Sở Y tế yêu cầu …").
fn behind_comma(page: &Page<'_>, end: usize) -> Option<super::Body> {
    let start = end + 1;
    if !(page.begins(end - 1, Topic::HeadAndBody) && page.is_capital(start)) {
        return None;
    }
    let body = body_at(page, start);
    let ends = page.kind(body.end) != Some(Kind::Word) || acts_in_person(page, body.end);
    (ends && !body.uncertain).then_some(body)
}

/// Whether the verb at `at` is one of people: "chủ trì", "phát biểu"; bodies demand things, too
/// ("…, UBND tỉnh yêu cầu").
pub(in crate::extract) fn acts_in_person(page: &Page<'_>, at: usize) -> bool {
    page.phrase(Topic::Role, at)
        .is_some_and(|(_, tag)| tag != Tag::Speak || page.begins(at, Topic::TakesFloor))
}

/// "UBND tỉnh đã chi trả", "Hà Nội có", "Chủ tịch UBND xã yêu cầu": somebody, and what they do.
pub(in crate::extract) fn is_actor(page: &Page<'_>, at: usize) -> bool {
    const NAME: usize = 6;
    let named = (at..at + NAME).take_while(|&index| page.is_capital(index)).count();
    let post = post_at(page, at).map_or(at, |post| post.range.end);
    let end = body_at(page, at).end.max(post).max(at + named);
    // "Chủ tịch UBND xã Hà Văn Bảy cho biết"
    let end = name_at(page, end).map_or(end, |name| name.end);
    let verbs = &[Topic::Role, Topic::Stop, Topic::Has, Topic::Adverb];
    page.is_capital(at) && page.kind(end) == Some(Kind::Word) && page.begins_any(end, verbs)
}

/// "Tổng Lãnh sự Nhật Bản | tại TP. Hồ Chí Minh".
fn posted(page: &Page<'_>, body: super::Body) -> super::Body {
    if !page.begins(body.end, Topic::At) {
        return body;
    }
    let place = page.length(body.end + 1, Topic::Place);
    let end = (body.end + 1 + place).max(body_at(page, body.end + 1).end);
    super::Body { end, uncertain: end == body.end + 1 }
}

/// The last words of a head may be the first of the body: "Trưởng Ban | Chỉ đạo …" heads the
/// "Ban Chỉ đạo …", "Trưởng Văn phòng | đại diện" the "Văn phòng đại diện".
fn body_start(page: &Page<'_>, end: usize) -> usize {
    let shared = |words: usize| {
        end >= words
            // "Chính ủy | Ban Chỉ huy …" heads no "Ủy ban".
            && !page.begins(end - words, Topic::Commissar)
            && page.length(end - words, Topic::Body) > words
    };
    [1, 2].into_iter().find(|&words| shared(words)).map_or(end, |words| end - words)
}

/// Length of "nguyên", "quyền" … at `at`: they belong to the post. The last word of "thừa ủy
/// quyền" is none.
fn prefix(page: &Page<'_>, at: usize) -> usize {
    let length = page.cue(at, Topic::PostPrefix).unwrap_or(0);
    if length > 0 && page.ends(at, Topic::Commissar) { 0 } else { length }
}

/// Whether a post begins at `at`, with its prefix if it has one.
pub(in crate::extract) fn opens_post(page: &Page<'_>, at: usize) -> bool {
    page.begins(at + prefix(page, at), Topic::Post)
}

/// "Phó Cục trưởng | phụ trách | Cục Hải quan tỉnh": the head goes on before its body.
fn in_charge(page: &Page<'_>, at: usize) -> usize {
    let end = page.behind(at, Topic::InCharge);
    let body = page.is_capital(end) && page.begins(end, Topic::Body);
    if body { end - at } else { 0 }
}

/// "Ủy viên Bộ Chính trị" is complete; a party committee may still follow "Tỉnh ủy viên" only as
/// the next post.
fn body_of_alone(page: &Page<'_>, end: usize) -> super::Body {
    let country = page.begins(end, Topic::Place);
    let follows = country || page.begins(end, Topic::AloneGoesOn);
    if follows { body_at(page, end) } else { super::Body { end, uncertain: false } }
}

/// The posts in a row at `at`, joined by commas, dashes, "kiêm", "và" or "đồng thời là", and the
/// token after the last.
pub(in crate::extract) fn posts_at(page: &Page<'_>, at: usize) -> (Vec<Post>, usize) {
    let mut posts = Vec::new();
    let mut end = at;
    let mut next = post_at(page, at);
    while let Some(post) = next {
        end = post.range.end;
        match posts.last_mut() {
            Some(last) if is_one(page, last, &post) => {
                *last = Post { range: last.range.start..end, ..post }
            }
            _ => posts.push(post),
        }
        let after = end + term(page, end);
        let joint = joint(page, after);
        // "A, Giám đốc Sở Y tế, ĐB B": another delegate is named.
        let other = page.begins(after + joint, Topic::Delegate);
        next = if joint > 0 && !other { post_at(page, after + joint) } else { None };
    }
    // "Cục trưởng-Chánh Văn phòng …": the head alone is not the post.
    for index in 1..posts.len() {
        let fused = page.is_dash(posts[index - 1].range.end) && posts[index].uncertain;
        posts[index - 1].uncertain |= posts[index - 1].bare && fused;
    }
    (posts, end)
}

/// "Phó Chủ tịch | - Tổng Thư ký Hội Nông dân", "Chánh Văn phòng kiêm người phát ngôn của UBND tỉnh":
/// the body of the second is that of the first, too.
fn is_one(page: &Page<'_>, first: &Post, second: &Post) -> bool {
    let joint = first.range.end;
    let joined = page.is_dash(joint) || page.begins(joint, Topic::Concurrently);
    let speaks = page.begins(second.range.start, Topic::Post)
        && page.begins(second.range.start, Topic::Spokesperson);
    first.bare && !second.bare && (joined || speaks)
}

/// Length of the term of office at `at`, which is no part of the post: "khóa XV", "(khóa XIII)",
/// "nhiệm kỳ 2020-2025".
pub(in crate::extract) fn term(page: &Page<'_>, at: usize) -> usize {
    if !page.is_mark(at, &['(']) {
        return bare_term(page, at);
    }
    let inner = bare_term(page, at + 1);
    if inner > 0 && page.is_mark(at + 1 + inner, &[')']) { inner + 2 } else { 0 }
}

fn bare_term(page: &Page<'_>, at: usize) -> usize {
    let roman = |at: usize| page.text.word(at).bytes().all(|byte| b"IVXL".contains(&byte));
    let number = |at: usize| {
        page.kind(at) == Some(Kind::Number) || (page.kind(at) == Some(Kind::Word) && roman(at))
    };
    if page.begins(at, Topic::Term) && number(at + 1) {
        return 2;
    }
    let years = page.begins(at, Topic::TermOfOffice) && number(at + 2);
    match (years, page.is_dash(at + 3) && number(at + 4)) {
        (true, true) => 5,
        (true, false) => 3,
        (false, _) => 0,
    }
}

/// Whether nobody holds both: a member of the Government and of a province's.
pub(in crate::extract) fn exclude(page: &Page<'_>, one: &Post, other: &Post) -> bool {
    let central = |post: &Post| page.begins(post.range.start, Topic::Central);
    let local = |post: &Post| post.range.clone().any(|at| page.begins(at, Topic::Local));
    let head = |post: &Post| page.begins(post.range.start, Topic::Head);
    let words = |post: &Post| page.key(post.range.clone());
    let start = |post: &Post| page.text.tokens[post.range.start].key;
    // "với Bộ trưởng Bộ A và Bộ trưởng Bộ B, Phó Thủ tướng C": nobody heads two ministries.
    let twice = central(one) && start(one) == start(other) && words(one) != words(other);
    (central(one) && local(other))
        || (local(one) && central(other))
        || (head(one) && central(other) && words(one) != words(other))
        || twice
}

/// Length of what joins two posts at `at`; 0 where nothing does.
fn joint(page: &Page<'_>, at: usize) -> usize {
    if let Some(length) = page.cue(at, Topic::PostJoint) {
        return length;
    }
    usize::from(page.is_mark(at, &[',']) || page.is_dash(at) || page.begins(at, Topic::And))
}
