//! Mentions, people and roles into the officials of the summary.

use super::super::page::Page;
use super::super::trace::Rule;
use super::gather::mentions;
use super::mention::{Mention, Who};
use super::occasion::Occasions;
use super::person::people;
use super::role::{announced, is_spoken_of, issues_paper, orders, roles};
use crate::summary::Role;
use std::ops::Range;

/// An official as ranges of tokens.
pub(in crate::extract) struct Found {
    pub(in crate::extract) name: Range<usize>,
    pub(in crate::extract) aliases: Vec<Range<usize>>,
    pub(in crate::extract) posts: Vec<Range<usize>>,
    pub(in crate::extract) roles: Vec<Role>,
    /// Where the person is named with a post, first place first.
    pub(in crate::extract) places: Vec<Range<usize>>,
    pub(in crate::extract) rule: Rule,
}

/// How many places are shown of one person.
const PLACES: usize = 3;

/// Where nobody attended, chaired or handed over anything, those who “spoke” were quoted by a
/// reporter.
pub(in crate::extract) fn forget_quotes(officials: &mut [Found]) {
    let present = |role: &Role| matches!(role, Role::Chair | Role::Award | Role::Attend);
    if !officials.iter().any(|official| official.roles.iter().any(present)) {
        for official in officials {
            official.roles.retain(|role| *role != Role::Speak);
        }
    }
}

/// Everyone whose post is stated, and where people are named; whoever chaired comes first, else the order of mention.
#[inline(never)]
pub(in crate::extract) fn officials(
    page: &Page<'_>,
    other_days: &[Range<usize>],
) -> (Vec<Found>, Vec<Range<usize>>) {
    let mentions = mentions(page);
    let (people, owners) = people(page, &mentions);
    let mut roles_of = vec![Vec::new(); people.len()];
    // Of whom the article first tells what others did, "ông A nói" was said elsewhere.
    let spoken_of: Vec<bool> = people
        .iter()
        .map(|person| {
            person.mentions.iter().min().is_some_and(|&m| is_spoken_of(page, &mentions[m]))
        })
        .collect();
    let mut writes = vec![false; people.len()];
    for (mention, owner) in mentions.iter().zip(&owners) {
        if let Some(owner) = *owner {
            writes[owner] |= issues_paper(page, mention);
        }
    }
    for (index, role) in all_roles(page, &mentions, other_days) {
        let Some(owner) = owners[index] else { continue };
        if role == Role::Speak && writes[owner] && orders(page, &mentions[index]) {
            page.refuse(mentions[index].range.clone(), Rule::named("written"));
        } else if spoken_of[owner] && !matches!(mentions[index].who, Who::Name(_)) {
            page.refuse(mentions[index].range.clone(), Rule::named("spoken-of"));
        } else {
            roles_of[owner].push(role);
        }
    }
    let (mut chairs, mut others) = (Vec::new(), Vec::new());
    for (person, roles) in people.into_iter().zip(roles_of) {
        let named = || person.mentions.iter().map(|&index| &mentions[index]);
        let mut with_post = named().filter(|mention| !mention.posts.is_empty());
        let Some(first) = with_post.next().filter(|_| !person.posts.is_empty()) else { continue };
        let chaired = roles.contains(&Role::Chair);
        let mut places = vec![first.range.clone()];
        places.extend(with_post.map(|mention| mention.range.clone()).take(PLACES - 1));
        let official = Found {
            roles: Role::ALL.into_iter().filter(|role| roles.contains(role)).collect(),
            places,
            rule: first.rule,
            posts: person.posts.into_iter().map(|held| held.range).collect(),
            name: person.name,
            aliases: person.aliases,
        };
        if chaired { &mut chairs } else { &mut others }.push(official);
    }
    chairs.extend(others);
    let named = mentions.into_iter().filter(|mention| matches!(mention.who, Who::Name(_)));
    (chairs, named.map(|mention| mention.range).collect())
}

/// The roles of all mentions, by index: those of their sentence, and those that a list has from
/// the line above it.
fn all_roles(
    page: &Page<'_>,
    mentions: &[Mention],
    other_days: &[Range<usize>],
) -> Vec<(usize, Role)> {
    let mut occasions = Occasions::new(page, other_days);
    let mut found = Vec::new();
    let mut next = 0;
    let mut announced_role = None;
    for sentence in &page.text.sentences {
        let first = next;
        let elsewhere = occasions.enter(sentence);
        while mentions.get(next).is_some_and(|mention| mention.range.start < sentence.end) {
            next += 1;
        }
        let own = &mentions[first..next];
        let Some(opening) = own.first() else {
            announced_role = announced(page, sentence);
            continue;
        };
        // An item begins with the person, a bullet and a rank perhaps before the name.
        let item = opening.range.start - sentence.start <= 2;
        if let Some(role) = announced_role.filter(|_| item) {
            found.extend((first..next).map(|index| (index, role)));
        }
        let last = page.is_mark(sentence.end - 1, &['.']);
        announced_role = announced_role.filter(|_| item && !last);
        let told = roles(page, sentence, own);
        // A document that the article cites was signed when it was signed.
        let today = |(index, role): &(usize, Role)| {
            let other = elsewhere || occasions.is_other_day(sentence, own[*index].range.start);
            let signed = *role == Role::Sign;
            if other && !signed {
                page.refuse(own[*index].range.clone(), Rule::named("other-occasion"));
            }
            signed || !other
        };
        let told = told.into_iter().filter(today);
        found.extend(told.map(|(index, role)| (first + index, role)));
    }
    found
}
