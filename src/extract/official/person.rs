//! Mentions resolved into people.

use super::super::page::Page;
use super::mention::{Mention, Who};
use crate::lexicon::{expand, fold, toneless};
use std::ops::Range;

/// A post of a person.
pub(super) struct Held {
    pub(super) range: Range<usize>,
    key: Vec<String>,
}

/// A person and what the article says of them.
pub(super) struct Person {
    /// The name as first printed.
    pub(super) name: Range<usize>,
    pub(super) aliases: Vec<Range<usize>>,
    pub(super) posts: Vec<Held>,
    /// Mentions of the person, by index.
    pub(super) mentions: Vec<usize>,
    toneless: String,
    folded: String,
}

/// People in order of first mention, and for each mention whose it is.
#[inline(never)]
pub(super) fn people(page: &Page<'_>, mentions: &[Mention]) -> (Vec<Person>, Vec<Option<usize>>) {
    let mut people: Vec<Person> = Vec::new();
    let mut owners = vec![None; mentions.len()];
    for (index, mention) in mentions.iter().enumerate() {
        let Who::Name(name) = &mention.who else { continue };
        let owner = owner(page, &people, mention, name).unwrap_or_else(|| {
            people.push(Person::new(page, name.clone()));
            people.len() - 1
        });
        people[owner].add(page, index, mention, name);
        owners[index] = Some(owner);
    }
    for (index, mention) in mentions.iter().enumerate() {
        let owner = match mention.who {
            Who::Name(_) => continue,
            Who::Post => by_post(page, &people, mention),
            Who::Syllable(at) => by_syllable(page, &people, at),
        };
        if let Some(owner) = owner {
            people[owner].mentions.push(index);
            owners[index] = Some(owner);
        }
    }
    (people, owners)
}

impl Person {
    fn new(page: &Page<'_>, name: Range<usize>) -> Self {
        let folded = fold(page.text.slice(name.clone()));
        let toneless = toneless(&folded);
        Self {
            name,
            aliases: Vec::new(),
            posts: Vec::new(),
            mentions: Vec::new(),
            toneless,
            folded,
        }
    }

    fn add(&mut self, page: &Page<'_>, index: usize, mention: &Mention, name: &Range<usize>) {
        self.mentions.push(index);
        let word = |range: &Range<usize>| page.text.slice(range.clone());
        let spelt = word(name);
        if spelt != word(&self.name) && !self.aliases.iter().any(|alias| word(alias) == spelt) {
            self.aliases.push(name.clone());
        }
        for post in mention.posts.iter().filter(|post| !post.uncertain) {
            self.hold(page, post.range.clone());
        }
    }

    /// Adds a post; of a longer and a shorter form of one post the longer stays.
    fn hold(&mut self, page: &Page<'_>, range: Range<usize>) {
        let key = expand(page.text.slice(range.clone()));
        for held in &mut self.posts {
            if is_shorter_form(&key, &held.key) {
                return;
            }
            if is_shorter_form(&held.key, &key) {
                *held = Held { range, key };
                return;
            }
        }
        self.posts.push(Held { range, key });
    }
}

/// Whether the words of `short` stand in `long` in the same order, from the same first word on:
/// "Bí thư Ban cán sự đảng" and "Bí thư Ban cán sự đảng Ủy ban nhân dân tỉnh".
fn is_shorter_form(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.first() == long.first() && short.iter().all(|word| rest.any(|other| other == word))
}

/// The person whom `mention` names: the same name; or one that differs in diacritics only and
/// does not hold other posts.
fn owner(
    page: &Page<'_>,
    people: &[Person],
    mention: &Mention,
    name: &Range<usize>,
) -> Option<usize> {
    let folded = fold(page.text.slice(name.clone()));
    let same = people.iter().position(|person| person.folded == folded);
    same.or_else(|| {
        let bare = toneless(&folded);
        people.iter().position(|person| {
            let shares_post = mention.posts.iter().any(|post| holds(page, person, &post.range));
            person.toneless == bare && (mention.posts.is_empty() || shares_post)
        })
    })
}

fn holds(page: &Page<'_>, person: &Person, post: &Range<usize>) -> bool {
    let key = expand(page.text.slice(post.clone()));
    person
        .posts
        .iter()
        .any(|held| is_shorter_form(&key, &held.key) || is_shorter_form(&held.key, &key))
}

/// The one holder of the posts by which somebody is mentioned.
fn by_post(page: &Page<'_>, people: &[Person], mention: &Mention) -> Option<usize> {
    let mut holders = people.iter().enumerate().filter(|(_, person)| {
        mention.posts.iter().all(|post| !post.uncertain && holds(page, person, &post.range))
    });
    let (index, _) = holders.next()?;
    (holders.next().is_none() && !mention.posts.is_empty()).then_some(index)
}

/// The one person whose name ends with the syllable.
fn by_syllable(page: &Page<'_>, people: &[Person], at: usize) -> Option<usize> {
    let syllable = fold(page.text.word(at));
    let mut bearers = people
        .iter()
        .enumerate()
        .filter(|(_, person)| person.folded.rsplit(' ').next() == Some(syllable.as_str()));
    let (index, _) = bearers.next()?;
    bearers.next().is_none().then_some(index)
}
