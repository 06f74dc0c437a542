//! Posts given up or taken up in the article itself: "giữ chức vụ …", "miễn nhiệm chức danh …
//! đối với các ông: …", "trên cương vị …, đồng chí A".

use super::super::grammar::{Post, name_at, posts_at, skip_ranks};
use super::super::page::Page;
use super::super::trace::Rule;
use super::mention::{Mention, Who, is_company, of_this_person};
use crate::lexicon::{Topic, Topics};
use crate::text::Kind;
use std::ops::Range;

/// Attaches such posts to the mentions of `sentence`, those from index `first` on.
pub(super) fn attach(
    page: &Page<'_>,
    sentence: &Range<usize>,
    mentions: &mut [Mention],
    first: usize,
) {
    const OFFICE: Topics = Topic::set(&[Topic::TakesOffice, Topic::OfficeWord]);
    let mentions = &mut mentions[first..];
    if mentions.is_empty() {
        return;
    }
    // The last post that was given: "ông A thôi | giữ chức …, giữ chức …".
    let mut last = 0..0;
    for at in page.openings(sentence.clone(), OFFICE) {
        if page.ends(at, Topic::OfficeDenied) {
            continue;
        }
        let takes = page.cue(at, Topic::TakesOffice);
        let Some(length) = takes.or_else(|| page.cue(at, Topic::OfficeWord)) else { continue };
        let (posts, end) = posts_at(page, at + length + office(page, at + length));
        if takes.is_some() {
            let named = name_at(page, skip_ranks(page, end)).is_some();
            let posts = if named { of_this_person(page, posts) } else { posts };
            if is_company(page, at, &posts) {
                continue;
            }
            if give(page, mentions, at, end, posts, &last) {
                last = at..end;
            }
        } else {
            give_to_all(page, sentence, mentions, end, &posts);
        }
    }
}

/// Length of the rest of "chức vụ", "chức danh" at `at`: "giữ chức | vụ Chủ tịch", "đắc cử | chức
/// Chủ tịch".
fn office(page: &Page<'_>, at: usize) -> usize {
    page.behind(page.behind(at, Topic::OfficeOpen), Topic::OfficeKind) - at
}

/// To the person named right before, or before the post in `last` that they give up, or right after
/// ("Trong thời gian giữ chức vụ …, ông A"). Whether there is one.
fn give(
    page: &Page<'_>,
    mentions: &mut [Mention],
    at: usize,
    end: usize,
    posts: Vec<Post>,
    last: &Range<usize>,
) -> bool {
    const NEAR: usize = 12;
    if posts.is_empty() {
        return false;
    }
    let other = |index: usize| page.begins_any(index, &[Topic::Person, Topic::Honorific]);
    let near = |m: &Mention| {
        let given_up = last.start > m.range.end
            && page.ends(last.start, Topic::Resigns)
            && (page.is_mark(at - 1, &[',']) || page.begins(at - 1, Topic::And))
            && at.saturating_sub(last.end) <= 2 * NEAR
            && !(last.end..at).any(other);
        let reach = if given_up { 4 * NEAR } else { NEAR };
        at - m.range.end <= reach
    };
    let same_clause = |from: usize, to: usize| !(from..to).any(|i| page.is_mark(i, &[';']));
    let precedes = |m: &Mention| {
        m.range.end <= at && near(m) && same_clause(m.range.end, at) && !is_denied(page, m, at)
    };
    let follows = |m: &Mention| {
        page.is_mark(m.range.start - 1, &[','])
            && m.range.start - end <= 3 * NEAR
            && same_clause(end, m.range.start)
    };
    let named = |index: usize| mentions.get(index).filter(|m| matches!(m.who, Who::Name(_)));
    // "ông A được Thủ tướng B bổ nhiệm giữ chức …": B gives it.
    let agent = |m: &Mention| page.ends(m.range.start, Topic::Passive);
    let before = first_from(mentions, at).checked_sub(1);
    let before = before
        .and_then(|last| if agent(&mentions[last]) { last.checked_sub(1) } else { Some(last) });
    let before = before.filter(|&index| named(index).is_some_and(precedes));
    let behind = Some(first_from(mentions, end)).filter(|&index| named(index).is_some_and(follows));
    // "B trao quyết định phân công làm Giám đốc Sở cho ông A": the receiver is named behind.
    let first = first_from(mentions, end);
    let receiver = |index: &usize| {
        named(*index)
            .is_some_and(|m| m.range.start <= end + 3 && page.ends(m.range.start, Topic::Receiver))
    };
    let behind = Some(first).filter(receiver).or(behind);
    let before = before.filter(|_| behind != Some(first) || !receiver(&first));
    let Some(index) = before.or(behind) else { return false };
    mentions[index].posts.extend(posts);
    mentions[index].rule = Rule::named("appointment");
    true
}

/// The index of the first mention from token `at` on: they stand in the order of the text.
#[inline(never)]
fn first_from(mentions: &[Mention], at: usize) -> usize {
    mentions.partition_point(|mention| mention.range.start < at)
}

/// "A sẽ không giữ chức …", "thay ông A nhận nhiệm vụ …": whose the post is not.
fn is_denied(page: &Page<'_>, mention: &Mention, at: usize) -> bool {
    let start = mention.range.start;
    (mention.range.end..at).any(|index| page.begins(index, Topic::NotYet))
        || page.ends(start, Topic::InsteadOf)
}

/// "chức danh POST … đối với các ông: A; B": to everyone named up to the next such words.
fn give_to_all(
    page: &Page<'_>,
    sentence: &Range<usize>,
    mentions: &mut [Mention],
    end: usize,
    posts: &[Post],
) {
    if posts.is_empty() {
        return;
    }
    let reach = (end + 16).min(sentence.end);
    let Some(towards) = (end..reach).find(|&at| page.begins(at, Topic::ForWhom)) else {
        return;
    };
    // "lần lượt đối với …": to each another one.
    if page.ends(towards, Topic::InTurn) {
        return;
    }
    // "đối với các ông: A, nghỉ hưu; B": a list up to the next such words. Else the one right behind
    // and who is joined to them: "…; bầu ông B giữ chức …", "…; ông B trình bày …" are others.
    const HEADING: usize = 5;
    let heading = (towards..towards + HEADING).any(|at| page.is_mark(at, &[':']));
    let until = (end..sentence.end).find(|&at| page.begins(at, Topic::OfficeWord));
    let until = until.unwrap_or(sentence.end);
    let first = first_from(mentions, towards);
    let mut next = towards + 2;
    for mention in mentions[first..].iter_mut().take_while(|m| m.range.start < until) {
        let start = mention.range.start;
        let item = page.is_mark(next, &[';']) && page.kind(mention.range.end) != Some(Kind::Word);
        let joined = start == next
            || (start == next + 1
                && (page.begins(next, Topic::And) || item && page.begins(start, Topic::Mister)));
        if !heading && !joined {
            return;
        }
        let listed = joined || page.is_mark(start - 1, &[':', ';', ',']);
        if listed && matches!(mention.who, Who::Name(_)) {
            mention.also_holds(posts, Rule::named("appointment"));
        }
        next = mention.range.end;
    }
}
