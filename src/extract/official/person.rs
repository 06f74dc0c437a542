//! Mentions resolved into people.

use super::super::page::Page;
use super::super::trace::Rule;
use super::mention::{Mention, Who};
use crate::lexicon::{Topic, toneless};
use crate::table::Table;
use crate::text::{is_letter, key_of_letters, lower};
use std::ops::Range;

/// Posts of one person that are kept: nobody holds more.
const POSTS: usize = 16;

/// So many people named last are looked through for the holder of a post or of a syllable.
const RECENT: usize = 128;

/// A post of a person.
pub(super) struct Held {
    pub(super) range: Range<usize>,
    words: Words,
}

/// The words of a post.
struct Words {
    all: Vec<u64>,
    /// Those by which it is told from another: without "và", "của", and without the word for a level
    /// before a place's name ("Sở Y tế | tỉnh | Yên Bái").
    essential: Vec<u64>,
    /// The first letters of the words, an abbreviation's letters for themselves.
    initials: String,
    /// How many tokens are printed.
    tokens: usize,
}

impl Words {
    fn of(page: &Page<'_>, range: Range<usize>) -> Self {
        let level = |at: usize| {
            page.cue(at, Topic::LevelWord).is_some_and(|length| page.is_capital(at + length))
        };
        let light = |at: usize| page.begins_any(at, &[Topic::And, Topic::Of]) || level(at);
        // "Phó Ban" is "Phó Trưởng ban".
        let deputy = |at: usize| at > range.start && page.begins(at - 1, Topic::DeputyHead);
        let kept = range.clone().filter(|&at| !light(at) && !deputy(at));
        let letters = |at: usize| {
            let most = if page.is_upper(at) { usize::MAX } else { 1 };
            page.text.word(at).chars().filter(|c| is_letter(*c)).take(most).map(lower)
        };
        Self {
            all: page.words(range.clone()),
            essential: kept.clone().flat_map(|at| page.words(at..at + 1)).collect(),
            initials: kept.flat_map(letters).collect(),
            tokens: range.len(),
        }
    }

    /// Whether this is a shorter form of `long`, or the same.
    fn is_short_for(&self, long: &Self) -> bool {
        // "Viện KHTL Miền Nam" is the "Viện Khoa học Thủy lợi Miền Nam".
        let abbreviated = self.tokens < long.tokens
            && self.initials.len() > INITIALS
            && self.initials == long.initials
            && self.all.first() == long.all.first();
        abbreviated
            || is_shorter_form(&self.all, &long.all)
            || is_shorter_form(&self.essential, &long.essential)
    }
}

/// Fewer initials than these prove nothing.
const INITIALS: usize = 5;

/// A person and what the article says of them.
pub(super) struct Person {
    /// The name as first printed.
    pub(super) name: Range<usize>,
    pub(super) aliases: Vec<Range<usize>>,
    pub(super) posts: Vec<Held>,
    /// Mentions of the person, by index.
    pub(super) mentions: Vec<usize>,
}

/// People in order of first mention, and for each mention whose it is.
#[inline(never)]
pub(super) fn people(page: &Page<'_>, mentions: &[Mention]) -> (Vec<Person>, Vec<Option<usize>>) {
    let mut register = Register::default();
    let mut owners = vec![None; mentions.len()];
    for (index, mention) in mentions.iter().enumerate() {
        let Who::Name(name) = &mention.who else { continue };
        let owner = register.owner(page, mention, name);
        register.people[owner].add(page, index, mention, name);
        owners[index] = Some(owner);
    }
    let mut people = register.people;
    for person in &mut people {
        person.forget_former(page);
    }
    for (index, mention) in mentions.iter().enumerate() {
        let owner = match mention.who {
            Who::Name(_) => continue,
            Who::Post => by_post(page, &people, mention),
            Who::Syllable(at) => by_syllable(page, &people, at),
        };
        if let Some(owner) = owner {
            people[owner].fill(page, mention);
            people[owner].mentions.push(index);
            owners[index] = Some(owner);
        }
    }
    (people, owners)
}

/// Everyone named so far, to be found by name.
#[derive(Default)]
struct Register {
    people: Vec<Person>,
    by_name: Table,
    /// The first person of a name without its diacritics.
    by_bare_name: Table,
}

impl Register {
    /// The person whom `mention` names, a new one if need be: the same name; or one that differs
    /// in diacritics only and does not hold other posts.
    fn owner(&mut self, page: &Page<'_>, mention: &Mention, name: &Range<usize>) -> usize {
        let key = page.key(name.clone());
        if let Some(&known) = self.by_name.get(&key) {
            return known as usize;
        }
        let new = self.people.len();
        if let Some(known) = self.longer(page, name) {
            return known;
        }
        let number = u32::try_from(new).unwrap_or(u32::MAX);
        // "Sỹ" is "Sĩ".
        let letters = toneless(page.text.slice(name.clone()));
        let bare = key_of_letters(letters.map(|letter| if letter == 'y' { 'i' } else { letter }));
        let alike = *self.by_bare_name.entry(bare).or_insert(number) as usize;
        let same = self.people.get(alike).is_some_and(|person| {
            mention.posts.is_empty()
                || mention
                    .posts
                    .iter()
                    .any(|post| person.holds(&Words::of(page, post.range.clone())))
        });
        let owner = if same { alike } else { new };
        if owner == new {
            self.people.push(Person::new(name.clone()));
        }
        self.by_name.entry(key).or_insert(u32::try_from(owner).unwrap_or(u32::MAX));
        owner
    }
}

impl Register {
    /// "Đức Duy" is the one "Đỗ Đức Duy" of the article.
    fn longer(&self, page: &Page<'_>, name: &Range<usize>) -> Option<usize> {
        if name.len() != 2 {
            return None;
        }
        let key = page.key(name.clone());
        only(&self.people, |person| {
            person.name.len() > 2 && page.key(person.name.end - 2..person.name.end) == key
        })
    }
}

impl Person {
    fn new(name: Range<usize>) -> Self {
        Self { name, aliases: Vec::new(), posts: Vec::new(), mentions: Vec::new() }
    }

    fn add(&mut self, page: &Page<'_>, index: usize, mention: &Mention, name: &Range<usize>) {
        self.mentions.push(index);
        let word = |range: &Range<usize>| page.text.slice(range.clone());
        let spelt = word(name);
        if spelt != word(&self.name) && !self.aliases.iter().any(|alias| word(alias) == spelt) {
            self.aliases.push(name.clone());
        }
        for post in &mention.posts {
            if post.uncertain {
                page.refuse(post.range.clone(), Rule::named("uncertain-post"));
            } else {
                self.hold(page, post.range.clone());
            }
        }
    }

    /// Adds a post; of a longer and a shorter form of one post the longer stays.
    fn hold(&mut self, page: &Page<'_>, range: Range<usize>) {
        // Whoever holds another post was called "đại biểu" for being there.
        let seat =
            |range: &Range<usize>| page.cue(range.start, Topic::Elected) == Some(range.len());
        if self.posts.first().is_some_and(|held| seat(&held.range)) {
            self.posts.clear();
        }
        if seat(&range) && !self.posts.is_empty() {
            return;
        }
        let words = Words::of(page, range.clone());
        for held in &mut self.posts {
            if words.is_short_for(&held.words) || is_last_of(page, &range, &held.range) {
                return;
            }
            if held.words.is_short_for(&words) || is_last_of(page, &held.range, &range) {
                *held = Held { range, words };
                return;
            }
        }
        if self.posts.len() < POSTS {
            self.posts.push(Held { range, words });
        }
    }

    /// "Bí thư", of whom the article says "Bí thư Thành ủy" elsewhere: the fuller form is shown.
    fn fill(&mut self, page: &Page<'_>, mention: &Mention) {
        const HEAD: usize = 3;
        let bare = |held: &Held| held.words.all.len() <= HEAD;
        for post in mention.posts.iter().filter(|post| !post.bare && !post.uncertain) {
            let words = Words::of(page, post.range.clone());
            if self.posts.iter().any(|held| bare(held) && held.words.is_short_for(&words)) {
                self.hold(page, post.range.clone());
            }
        }
    }

    /// "nguyên Giám đốc Sở Y tế" and "Giám đốc Sở Y tế" are one post, which was given up.
    pub(super) fn forget_former(&mut self, page: &Page<'_>) {
        let former = |held: &Held| page.cue(held.range.start, Topic::Former);
        let given_up: Vec<Words> = self
            .posts
            .iter()
            .filter_map(|held| {
                Some(Words::of(page, held.range.start + former(held)?..held.range.end))
            })
            .collect();
        let is_former = |held: &Held| {
            former(held).is_none() && given_up.iter().any(|words| held.words.is_short_for(words))
        };
        for held in self.posts.iter().filter(|held| is_former(held)) {
            page.refuse(held.range.clone(), Rule::named("former-post"));
        }
        self.posts.retain(|held| !is_former(held));
    }

    /// Whether a post of these words is one of the person's, in a longer or a shorter form.
    fn holds(&self, words: &Words) -> bool {
        let same = |held: &Held| words.is_short_for(&held.words) || held.words.is_short_for(words);
        self.posts.iter().any(same)
    }
}

/// "Chủ nhiệm Ủy ban Dân tộc" is the last half of "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc".
fn is_last_of(page: &Page<'_>, short: &Range<usize>, long: &Range<usize>) -> bool {
    long.len() > short.len() + 1
        && page.is_mark(long.end - short.len() - 1, &[','])
        && page.key(short.clone()) == page.key(long.end - short.len()..long.end)
}

/// Whether the words of `short` stand in `long` in the same order, from the same first word on:
/// "Bí thư Ban cán sự đảng" and "Bí thư Ban cán sự đảng Ủy ban nhân dân tỉnh".
fn is_shorter_form(short: &[u64], long: &[u64]) -> bool {
    let mut rest = long.iter();
    short.first() == long.first() && short.iter().all(|word| rest.any(|other| other == word))
}

/// The one holder of the posts by which somebody is mentioned.
fn by_post(page: &Page<'_>, people: &[Person], mention: &Mention) -> Option<usize> {
    if mention.posts.is_empty() || mention.posts.iter().any(|post| post.uncertain) {
        return None;
    }
    let posts: Vec<_> =
        mention.posts.iter().map(|post| Words::of(page, post.range.clone())).collect();
    only(people, |person| posts.iter().all(|words| person.holds(words)))
}

/// The one person whose name ends with the syllable.
fn by_syllable(page: &Page<'_>, people: &[Person], at: usize) -> Option<usize> {
    let syllable = page.key(at..at + 1);
    only(people, |person| page.key(person.name.end - 1..person.name.end) == syllable)
}

/// The index of the one person, among those named last, of whom `is` holds.
fn only(people: &[Person], is: impl Fn(&Person) -> bool) -> Option<usize> {
    let first = people.len().saturating_sub(RECENT);
    let mut found = (first..people.len()).filter(|&index| is(&people[index]));
    let index = found.next()?;
    found.next().is_none().then_some(index)
}
