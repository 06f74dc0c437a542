//! Posts given up or taken up in the article itself: "giữ chức vụ …", "miễn nhiệm chức danh …
//! đối với các ông: …", "trên cương vị …, đồng chí A".

use super::super::grammar::{Post, posts_at};
use super::super::page::Page;
use super::mention::{Mention, Who};
use crate::lexicon::Topic;
use std::ops::Range;

/// Attaches such posts to the mentions of `sentence`, those from index `first` on.
pub(super) fn attach(
    page: &Page<'_>,
    sentence: &Range<usize>,
    mentions: &mut [Mention],
    first: usize,
) {
    const OFFICE: u64 = Topic::set(&[Topic::TakesOffice, Topic::OfficeWord]);
    let mentions = &mut mentions[first..];
    if mentions.is_empty() {
        return;
    }
    for at in page.openings(sentence.clone(), OFFICE) {
        if let Some(length) = page.cue(at, Topic::TakesOffice) {
            let (posts, end) = posts_at(page, at + length + office(page, at + length));
            give(page, mentions, at, end, posts);
        } else if let Some(length) = page.cue(at, Topic::OfficeWord) {
            let (posts, end) = posts_at(page, at + length);
            give_to_all(page, sentence, mentions, end, &posts);
        }
    }
}

/// Length of the rest of "chức vụ", "chức danh" at `at`: "giữ chức | vụ Chủ tịch", "đắc cử | chức
/// Chủ tịch".
fn office(page: &Page<'_>, at: usize) -> usize {
    let word = usize::from(page.is(at, "chức"));
    word + usize::from(page.is_one_of(at + word, &["vụ", "danh"]))
}

/// To the person named right before or right after ("Trong thời gian giữ chức vụ …, ông A").
fn give(page: &Page<'_>, mentions: &mut [Mention], at: usize, end: usize, posts: Vec<Post>) {
    const NEAR: usize = 12;
    let named = |mention: &Mention| matches!(mention.who, Who::Name(_));
    let same_clause = |from: usize, to: usize| !(from..to).any(|i| page.is_mark(i, &[';']));
    let following = mentions.iter().position(|m| {
        named(m)
            && m.range.start >= end
            && page.is_mark(m.range.start - 1, &[','])
            && m.range.start - end <= 3 * NEAR
            && same_clause(end, m.range.start)
    });
    let preceding = mentions.iter().rposition(|m| {
        named(m) && m.range.end <= at && at - m.range.end <= NEAR && same_clause(m.range.end, at)
    });
    // "ông A và bà B được bầu giữ chức Phó Chủ tịch": a post of which there are several.
    let several = posts.iter().all(|post| page.cue(post.range.start, Topic::SeveralHold).is_some());
    let mut next = preceding.or(following);
    while let Some(index) = next {
        mentions[index].posts.extend(posts.iter().cloned());
        mentions[index].rule = "appointment";
        let joined = |before: &usize| {
            named(&mentions[*before])
                && (mentions[*before].range.end..mentions[index].range.start).len() <= 2
                && page.is(mentions[index].range.start - 1, "và")
        };
        next = index.checked_sub(1).filter(joined).filter(|_| several && preceding.is_some());
    }
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
    let Some(towards) = (end..reach).find(|&at| page.says(at, &["đối", "với"])) else {
        return;
    };
    // "…; ông B": a list. "…; bầu ông B giữ chức …": something else.
    let named = |at: usize| mentions.iter().any(|mention| mention.range.start == at);
    let ends = |&at: &usize| {
        page.cue(at, Topic::OfficeWord).is_some()
            || (page.is_mark(at, &[';']) && !named(at + 1 + usize::from(page.is(at + 1, "và"))))
    };
    let until = (towards..sentence.end).find(ends).unwrap_or(sentence.end);
    for mention in mentions {
        let inside = mention.range.start >= towards && mention.range.start < until;
        if inside && matches!(mention.who, Who::Name(_)) {
            mention.also_holds(posts, "appointment");
        }
    }
}
