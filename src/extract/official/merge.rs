//! Mentions, people and roles into the officials of the summary.

use super::super::page::Page;
use super::gather::mentions;
use super::mention::{Mention, Who};
use super::person::people;
use super::role::{announced, roles};
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
    pub(in crate::extract) rule: &'static str,
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
pub(in crate::extract) fn officials(page: &Page<'_>) -> (Vec<Found>, Vec<Range<usize>>) {
    let mentions = mentions(page);
    let (people, owners) = people(page, &mentions);
    let mut roles_of = vec![Vec::new(); people.len()];
    for (index, role) in all_roles(page, &mentions) {
        if let Some(owner) = owners[index] {
            roles_of[owner].push(role);
        }
    }
    let found: Vec<Found> = people
        .into_iter()
        .zip(roles_of)
        .filter(|(person, _)| !person.posts.is_empty())
        .map(|(person, roles)| {
            let roles = Role::ALL.into_iter().filter(|role| roles.contains(role)).collect();
            let named = || person.mentions.iter().map(|&index| &mentions[index]);
            let with_post = named().filter(|mention| !mention.posts.is_empty());
            Found {
                name: person.name.clone(),
                aliases: person.aliases.clone(),
                posts: person.posts.iter().map(|held| held.range.clone()).collect(),
                roles,
                places: with_post.map(|mention| mention.range.clone()).take(PLACES).collect(),
                rule: named().find(|m| !m.posts.is_empty()).map_or("", |mention| mention.rule),
            }
        })
        .collect();
    let (mut chairs, others): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|official| official.roles.contains(&Role::Chair));
    chairs.extend(others);
    let named = mentions.into_iter().filter(|mention| matches!(mention.who, Who::Name(_)));
    (chairs, named.map(|mention| mention.range).collect())
}

/// The roles of all mentions, by index: those of their sentence, and those that a list has from
/// the line above it.
fn all_roles(page: &Page<'_>, mentions: &[Mention]) -> Vec<(usize, Role)> {
    let mut found = Vec::new();
    let mut next = 0;
    let mut announced_role = None;
    for sentence in &page.text.sentences {
        let first = next;
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
        found.extend(told.into_iter().map(|(index, role)| (first + index, role)));
    }
    found
}
