//! Mentions, people and roles into the officials of the summary.

use super::super::page::Page;
use super::gather::mentions;
use super::mention::Mention;
use super::person::people;
use super::role::roles;
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

/// Everyone whose post is stated; whoever chaired comes first, else the order of mention.
#[inline(never)]
pub(in crate::extract) fn officials(page: &Page<'_>) -> Vec<Found> {
    let mentions = mentions(page);
    let (people, owners) = people(page, &mentions);
    let mut roles_of = vec![Vec::new(); people.len()];
    for (first, in_sentence) in by_sentence(page, &mentions) {
        let sentence = page.sentence(in_sentence[0].range.start);
        for (index, role) in roles(page, &sentence, in_sentence) {
            if let Some(owner) = owners[first + index] {
                roles_of[owner].push(role);
            }
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
    chairs
}

/// The mentions in groups of one sentence, each with the index of its first.
fn by_sentence<'a>(
    page: &'a Page<'_>,
    mentions: &'a [Mention],
) -> impl Iterator<Item = (usize, &'a [Mention])> {
    let sentence = |mention: &Mention| page.sentence(mention.range.start).start;
    mentions.chunk_by(move |a, b| sentence(a) == sentence(b)).scan(0, |first, group| {
        let at = *first;
        *first += group.len();
        Some((at, group))
    })
}
