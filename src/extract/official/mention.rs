//! A mention of a person, and the reading of one at a given place.

use super::super::grammar::{
    Post, acts_in_person, begins_anew, body_at, name_at, post_at, posts_at, skip_ranks, term,
};
use super::super::page::Page;
use super::super::trace::Rule;
use crate::lexicon::{Tag, Topic};
use crate::text::Kind;
use std::ops::Range;

/// Who is mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// By full name.
    Name(Range<usize>),
    /// By post alone: "đồng chí Phó Bí thư Thường trực Tỉnh ủy".
    Post,
    /// By the last syllable: "ông Đạt".
    Syllable(usize),
}

/// A person as mentioned once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) who: Who,
    pub(super) posts: Vec<Post>,
    /// Tokens of address, name and posts.
    pub(super) range: Range<usize>,
    /// Somebody else acts for them: "thay mặt Bí thư Tỉnh ủy".
    pub(super) absent: bool,
    /// The rule that read it.
    pub(super) rule: Rule,
}

impl Mention {
    /// Forgets all posts but the one that touches the name: the others are somebody else's, and so
    /// is what stands before them.
    pub(super) fn keep_last_post(&mut self) {
        self.posts.drain(..self.posts.len().saturating_sub(1));
        if let Some(post) = self.posts.first() {
            self.range.start = post.range.start;
        }
    }

    /// Adds posts before those that stand beside the name.
    pub(super) fn also_holds(&mut self, posts: &[Post], rule: Rule) {
        let own = std::mem::replace(&mut self.posts, posts.to_vec());
        self.posts.extend(own);
        self.rule = rule;
    }
}

/// Words of address at `at`: the token after them, and whether they open a list.
pub(super) fn address(page: &Page<'_>, at: usize) -> Option<(usize, bool)> {
    let (length, tag) = page.phrase(Topic::Honorific, at)?;
    // "đại biểu A", but "đại biểu Quốc hội A" by post.
    if page.length(at, Topic::Post) > length {
        return None;
    }
    let mut next = at + length;
    if tag != Tag::Plural {
        next += page.length(next, Topic::Honorific);
    }
    Some((next, tag == Tag::Plural))
}

/// Pattern A: a name at `at`, then its posts: "Phan Văn Lộc - Phó Bí thư Tỉnh ủy, …".
pub(super) fn name_then_posts(page: &Page<'_>, start: usize, at: usize) -> Option<Mention> {
    let name = name_at(page, at)?;
    let (mut posts, mut end) = posts_after(page, name.end);
    if posts.is_empty() {
        posts.extend(named_post(page, name.end));
        end = posts.last().map_or(end, |post| post.range.end);
    }
    // "Công ty Cổ phần A do ông B - Tổng Giám đốc làm đại diện"
    if page.ends(start, Topic::SignedBy) && heads_company(page, &posts) {
        (posts, end) = (Vec::new(), name.end);
    }
    if posts.is_empty() && is_delegate(page, start, &name) {
        posts.push(Post { range: start..at, bare: false, uncertain: false });
        end = skip_brackets(page, end);
    }
    let about = (page.ends(start, Topic::Governor) && !page.ends(start, Topic::OfSomebody))
        || page.ends(start, Topic::OpinionOf);
    if about && speaks_behind(page, &name, end) {
        page.refuse(name.end..end, Rule::named("post-of-speaker"));
        (posts, end) = (Vec::new(), name.end);
    }
    Some(Mention {
        range: start..end.max(name.end),
        who: Who::Name(name),
        posts,
        absent: false,
        rule: Rule::named("name-posts"),
    })
}

/// "ông A - Trưởng thôn | Đồng Còng", "ông A, Tổng Giám đốc | Lua Vang Airlines": the post behind the name
/// that ends at `at`, with two words that nobody is called as its body.
fn named_post(page: &Page<'_>, at: usize) -> Option<Post> {
    let separated = page.is_mark(at, &[',']) || page.is_dash(at);
    let post = post_at(page, at + 1).filter(|post| separated && post.bare)?;
    let words = post.range.end..name_at(page, post.range.end)?.end;
    let family = page.is_tagged(words.start, Topic::Surname, Tag::Common);
    let whole = words.len() == 2 && !family && !page.is_known_name(words.clone());
    whole.then_some(Post { range: post.range.start..words.end, bare: false, uncertain: false })
}

/// "đại biểu A (Suối Tre)", "đại biểu A đề nghị": who sits in an assembly.
fn is_delegate(page: &Page<'_>, start: usize, name: &Range<usize>) -> bool {
    let end = name.end;
    let of_place = page.is_mark(end, &['(']) && page.begins(end + 1, Topic::Place);
    let verb = page.behind(end, Topic::Adverb);
    let speaks = page.is_tagged(verb, Topic::Role, Tag::Speak);
    name.len() >= 3
        && page.begins(start, Topic::Elected)
        && !page.ends(start, Topic::Plurality)
        && (of_place || speaks)
}

/// "về trường hợp ông A, Tổng Bí thư | cho hay": whom it is about is not who speaks.
fn speaks_behind(page: &Page<'_>, name: &Range<usize>, end: usize) -> bool {
    page.is_mark(name.end, &[',']) && page.is_tagged(end, Topic::Role, Tag::Speak)
}

/// Pattern B: posts at `at`, then a name: "Chủ tịch UBND tỉnh Trương Quốc Dân".
pub(super) fn posts_then_name(page: &Page<'_>, start: usize, at: usize) -> Option<Mention> {
    let (mut posts, end) = posts_at(page, at);
    if posts.is_empty() {
        return None;
    }
    // "Bí thư Đảng ủy nhiệm kỳ 2025-2030, Chủ tịch UBND tỉnh A": the first may be another's.
    let earlier = &posts[..posts.len() - 1];
    if let Some(last) = earlier.iter().rposition(|post| term(page, post.range.end) > 0) {
        posts.drain(..last + 1);
    }
    let end = end + before_name(page, end);
    // "Phó Chủ tịch UBND tỉnh – đồng chí Nguyễn Văn A", "Giám đốc Sở, Thiếu tướng Nguyễn Văn A"
    let mut next = end;
    let apposed = is_apposed(page, at, end);
    if apposed || page.is_dash(next) || is_named_behind(page, at, next) {
        next += 1;
    }
    if let Some((after, false)) = address(page, next) {
        next = after;
    } else if skip_ranks(page, next) == next && !apposed {
        // Nothing but a word of address or a rank makes what follows the mark the same person.
        next = end;
    }
    // "… nhận nhiệm vụ Phó Ban Kinh tế Trung ương | Ông B, …": a caption, and the next sentence.
    let named = name_at(page, skip_ranks(page, next)).filter(|_| !begins_anew(page, end));
    let Some(name) = named else {
        let (who, absent) = (Who::Post, is_on_behalf(page, start));
        return Some(Mention {
            who,
            posts,
            range: start..end,
            absent,
            rule: Rule::named("post-only"),
        });
    };
    let mut absent = is_on_behalf(page, start);
    let mut range = start..name.end;
    if absent && posts.len() > 1 {
        posts.remove(0);
        absent = false;
        range.start = posts[0].range.start;
    }
    // "… Huỳnh Kim Phượng - Tỉnh ủy viên, Phó Chủ tịch HĐND tỉnh": more posts after the name.
    let besides = page.is_mark(name.end, &[',']) && holds_besides(page, name.end + 1);
    if besides || page.is_dash(name.end) || page.is_mark(name.end, &['(']) {
        let (more, end) = posts_after(page, name.end);
        if !more.is_empty() {
            posts.extend(more);
            range.end = end;
        }
    }
    Some(Mention { who: Who::Name(name), posts, range, absent, rule: Rule::named("posts-name") })
}

/// "Phó Thủ tướng A, | Trưởng ban Chỉ đạo …, chủ trì": a post that is held beside another, with
/// nobody's name behind it.
fn holds_besides(page: &Page<'_>, at: usize) -> bool {
    let (posts, end) = posts_at(page, at);
    let besides = |post: &Post| page.begins(post.range.start, Topic::HeldBesides);
    let ends = !page.is_dash(end) && !page.is_mark(end, &[':', '(']);
    !posts.is_empty()
        && posts.iter().all(besides)
        && ends
        && address(page, end).is_none()
        && name_at(page, skip_ranks(page, end)).is_none()
}

/// Length of what stands between a post and its holder's name: the term ("đại biểu Quốc hội | khóa XIII
/// | A"), or where it is ("Trưởng Công an xã | (huyện Sông Nhạn) | A").
fn before_name(page: &Page<'_>, at: usize) -> usize {
    const REACH: usize = 12;
    let term = term(page, at);
    let close = if page.is_mark(at, &['(']) { page.closing_bracket(at, REACH) } else { None };
    let length = if term > 0 { term } else { close.map_or(0, |close| close + 1 - at) };
    let next = at + length;
    let dash = usize::from(page.is_dash(next));
    let named = name_at(page, skip_ranks(page, next)).is_some_and(|name| name.len() >= 3)
        || (dash > 0 && address(page, next + dash).is_some());
    if named { length } else { 0 }
}

/// "Giám đốc Sở Y tế, ông A, …", "Bí thư Tỉnh ủy là ông A": the post opens its phrase, and a word of
/// address says that the holder follows.
fn is_named_behind(page: &Page<'_>, start: usize, at: usize) -> bool {
    let Some((name, false)) = address(page, at + 1) else { return false };
    let whole = name_at(page, skip_ranks(page, name)).is_some_and(|name| name.len() >= 3);
    let opens = start == page.sentence(start).start
        || page.is_mark(start - 1, &[',', ';', '”'])
        || page.ends(start, Topic::BeforePost);
    whole && opens && (page.is_mark(at, &[',']) || page.begins(at, Topic::Is))
}

/// "Chủ tịch UBND tỉnh - Nguyễn Văn A": a whole name behind a dash, with spaces on both sides or on none;
/// "Bộ trưởng Bộ Y tế, Nguyễn Văn A đánh giá": behind a comma where the sentence opens and who speaks.
fn is_apposed(page: &Page<'_>, post: usize, mark: usize) -> bool {
    let Some(name) = name_at(page, mark + 1).filter(|name| name.len() >= 3) else { return false };
    let speaks = page.is_tagged(page.behind(name.end, Topic::Adverb), Topic::Role, Tag::Speak);
    let comma = page.is_mark(mark, &[',']) && speaks && post == page.sentence(post).start;
    // "tỉnh Quảng Ninh-Nguyễn Văn A" has none on either side.
    let dash = page.is_dash(mark) && page.is_spaced(mark) == page.is_spaced(mark + 1);
    (comma || dash) && page.begins(mark + 1, Topic::Surname)
}

/// "Thừa ủy quyền Trưởng Ban …, Phó Bí thư … A": the first post is somebody else's.
fn is_on_behalf(page: &Page<'_>, at: usize) -> bool {
    page.ends(at, Topic::OnBehalf)
}

/// The posts after a name: behind a comma, a dash, a colon, or in brackets. Those of the next
/// person ("A, Chủ tịch nước B") are left alone.
fn posts_after(page: &Page<'_>, at: usize) -> (Vec<Post>, usize) {
    let inside = bracketed_post(page, at);
    let opening = inside.unwrap_or_else(|| born(page, skip_brackets(page, at)));
    let bracket = inside.is_some();
    let separated = page.is_mark(opening, &[',', ':']) || page.is_dash(opening);
    let adjacent = || page.is_capital(opening) && post_at(page, opening).is_some();
    // "Bà A (cháu ông B) là Chánh Văn phòng"
    let copula = opening > at && page.begins(opening, Topic::Copula);
    if !bracket && !separated && !copula && !adjacent() {
        return (Vec::new(), at);
    }
    let first = opening + usize::from(separated);
    let first = page.behind(first, Topic::Copula);
    let (mut posts, mut end) = posts_at(page, first);
    if name_at(page, skip_ranks(page, end)).is_some() {
        posts = of_this_person(page, posts);
        end = posts.last().map_or(at, |post| post.range.end);
    }
    if is_company(page, opening, &posts) {
        return (Vec::new(), at);
    }
    if posts.is_empty() {
        return (posts, at);
    }
    if bracket {
        end = page.closing_bracket(at, BRACKET).map_or(end, |close| end.max(close + 1));
    }
    let end = end + aside(page, end);
    (posts, end)
}

/// "Công ty A do ông B | làm chủ tịch": without a body, whose head "làm" at `at` makes somebody.
pub(super) fn is_company(page: &Page<'_>, at: usize, posts: &[Post]) -> bool {
    page.begins(at, Topic::Makes) && heads_company(page, posts)
}

/// "giám đốc": without a body, a company's head.
fn heads_company(page: &Page<'_>, posts: &[Post]) -> bool {
    posts.iter().any(|post| post.bare && page.begins(post.range.start, Topic::CompanyHead))
}

/// Length of what stands between somebody's posts and what they do: "khóa XV", "(Bộ Công an)", ",
/// Bệnh viện Đa khoa tỉnh".
fn aside(page: &Page<'_>, at: usize) -> usize {
    const BRACKETED: usize = 8;
    let term = term(page, at);
    if term > 0 {
        return term;
    }
    if page.is_mark(at, &['(']) {
        return page.closing_bracket(at, BRACKETED).map_or(0, |close| close + 1 - at);
    }
    if !page.is_mark(at, &[',']) {
        return 0;
    }
    let body = body_at(page, at + 1);
    let ends = acts_in_person(page, body.end) || page.is_mark(body.end, &[';', '.']);
    if body.end > at + 1 && !body.uncertain && ends { body.end - at } else { 0 }
}

/// Of posts that run into another name, those up to the last comma are this person's where a
/// dash or a semicolon does not say so: in doubt the last alone is the next person's.
pub(super) fn of_this_person(page: &Page<'_>, mut posts: Vec<Post>) -> Vec<Post> {
    // "A, Bí thư Tỉnh ủy | và | Ủy viên Bộ Chính trị, Bí thư Thành ủy B" are two people.
    let apart = |post: &Post| page.begins(post.range.end, Topic::And);
    if let Some(last) = posts[..posts.len().saturating_sub(1)].iter().rposition(apart) {
        posts.truncate(last + 1);
        return posts;
    }
    posts.pop();
    // "A, Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh B": whose the first is cannot be told.
    let told = posts.last().is_some_and(|post| !page.is_mark(post.range.end, &[',']));
    if told { posts } else { Vec::new() }
}

/// No bracket behind a name has more tokens.
const BRACKET: usize = 24;

/// "ông A (52 tuổi, Trưởng trạm Y tế xã …)", "(Đảng viên, …)": the first post in the bracket at `at`.
fn bracketed_post(page: &Page<'_>, at: usize) -> Option<usize> {
    if !page.is_mark(at, &['(']) {
        return None;
    }
    let close = page.closing_bracket(at, BRACKET).unwrap_or(at + 2);
    let opens = |&index: &usize| index == at + 1 || page.is_mark(index - 1, &[',']);
    let post = |&index: &usize| post_at(page, page.behind(index, Topic::Copula)).is_some();
    let found = (at + 1..close).filter(opens).find(post)?;
    // "(vợ của ông A, Giám đốc Sở Y tế)": it is whose relative's.
    let other = |index: usize| page.begins_any(index, &[Topic::Honorific, Topic::Governor]);
    (!(at + 1..found).any(other)).then_some(found)
}

/// "Ngô Quý Đạt (sinh năm 1975), Chủ tịch …": brackets without a post are skipped.
pub(super) fn skip_brackets(page: &Page<'_>, at: usize) -> usize {
    if !page.is_mark(at, &['(']) {
        return at;
    }
    page.closing_bracket(at, BRACKET).map_or(at, |close| close + 1)
}

/// "Ngô Quý Đạt, sinh ngày 18/4/1968, | Chủ tịch …": the comma behind the birth that is told at `at`.
fn born(page: &Page<'_>, at: usize) -> usize {
    const LONGEST: usize = 10;
    if !(page.is_mark(at, &[',']) && page.begins(at + 1, Topic::Born)) {
        return at;
    }
    (at + 2..at + LONGEST).find(|&end| page.is_mark(end, &[','])).unwrap_or(at)
}

/// "ông Đạt": one capitalised syllable after a word of address, nothing capital behind it; not "đại
/// biểu Trung ương".
pub(super) fn syllable(page: &Page<'_>, start: usize, at: usize) -> Option<Mention> {
    let alone = page.kind(at) == Some(Kind::Word)
        && page.is_capital(at)
        && !page.is_upper(at)
        && !page.is_capital(at + 1)
        && page.cue(at, Topic::Body).is_none_or(|length| length < 2);
    alone.then(|| Mention {
        who: Who::Syllable(at),
        posts: Vec::new(),
        absent: false,
        range: start..at + 1,
        rule: Rule::named("last-syllable"),
    })
}
