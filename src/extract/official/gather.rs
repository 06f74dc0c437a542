//! Walks the article once and gathers the mentions of people, sentence by sentence.

use super::super::grammar::{Post, exclude, name_at, opens_post, posts_at, skip_ranks};
use super::super::page::Page;
use super::super::trace::Rule;
use super::appointment;
use super::mention::{
    Mention, Who, address, name_then_posts, posts_then_name, skip_brackets, syllable,
};
use crate::lexicon::Topic;
use crate::text::{Kind, Token};
use std::ops::Range;

/// All mentions in the order of the text.
#[inline(never)]
pub(super) fn mentions(page: &Page<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for sentence in &page.text.sentences {
        if !page.is_furniture(sentence) {
            let first = mentions.len();
            Gatherer::new(page, sentence.clone()).gather(&mut mentions);
            appointment::attach(page, sentence, &mut mentions, first);
        }
    }
    mentions
}

/// "đồng chí A, Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh B": only the last post is surely B's.
fn follows_bare_name(page: &Page<'_>, previous: Option<&Mention>, at: usize) -> bool {
    let bare = |mention: &&Mention| {
        matches!(mention.who, Who::Name(_))
            && mention.posts.is_empty()
            && mention.range.end + 1 == at
    };
    page.is_mark(at.saturating_sub(1), &[',']) && previous.filter(bare).is_some()
}

/// "Báo cáo với | Bí thư Thành ủy, Phó Giám đốc Sở A cho biết": whoever is addressed is not who
/// speaks; and nobody is Prime Minister and a province's director.
fn is_of_others(page: &Page<'_>, at: usize, mention: &Mention) -> bool {
    let end = mention.range.end;
    let verb = page.behind(end, Topic::Adverb);
    let acts = page.begins_any(verb, &[Topic::Role, Topic::Stop]);
    let touching = mention.posts.last();
    let excluded = |post: &Post| touching.is_some_and(|last| exclude(page, post, last));
    let any = mention.posts.iter().any(excluded)
        || mention.posts.windows(2).any(|pair| exclude(page, &pair[0], &pair[1]));
    (acts && page.ends(at, Topic::Towards)) || page.ends(at, Topic::Plurality) || any
}

/// "đường mang tên Đại tướng A và | nguyên Chủ tịch nước B", "Khu tưởng niệm cố | Chủ tịch … C": after
/// whom something is named, or who is dead.
fn is_remembered(page: &Page<'_>, at: usize) -> bool {
    const REACH: usize = 10;
    let from = page.sentence(at).start.max(at.saturating_sub(REACH));
    let same = |index: &usize| !page.is_mark(*index, &[',', ';', ':']);
    let named =
        (from..at).rev().take_while(same).any(|index| page.begins(index, Topic::NamedAfter));
    named || page.ends(at, Topic::Late)
}

/// "bầu giữ chức vụ | Chủ tịch UBND tỉnh"; not of who holds it ("hiện giữ chức", "trên cương vị").
fn follows_office(page: &Page<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    let office = |topic| page.ends(at, topic);
    let held = (at.saturating_sub(REACH)..at).any(|index| page.begins(index, Topic::HoldsAlready));
    !held && (office(Topic::TakesOffice) || office(Topic::OfficeWord))
}

/// "nguyên Tổng Bí thư: A, B;": a post, a colon and names that are joined.
fn is_list_head(page: &Page<'_>, at: usize) -> bool {
    let (posts, end) = posts_at(page, at);
    let listed = comprises(page, end);
    let name = (posts.len() == 1 && (listed > 0 || page.is_mark(end, &[':'])))
        .then(|| name_at(page, skip_ranks(page, end + listed.max(1))))
        .flatten();
    name.is_some_and(|first| {
        if listed > 0 {
            return true;
        }
        let joined = page.is_mark(first.end, &[',']) || page.begins(first.end, Topic::And);
        joined && name_at(page, skip_ranks(page, first.end + 1)).is_some()
    })
}

/// Length of the words at `at` that open the list of those who hold one post: "gồm các ông bà:".
fn comprises(page: &Page<'_>, at: usize) -> usize {
    let words = at + usize::from(page.is_mark(at, &[',']));
    let list = page.behind(words, Topic::Comprises);
    let Some((names, true)) = address(page, list).filter(|_| list > words) else {
        return 0;
    };
    names + usize::from(page.is_mark(names, &[':'])) - at
}

/// Length of the words at `at` that say, up to a colon, that a list holds leaders; 0 where a verb
/// stands among them.
fn group(page: &Page<'_>, at: usize) -> usize {
    const LONGEST: usize = 12;
    let word =
        |at: &usize| page.kind(*at) == Some(Kind::Word) && page.phrase(Topic::Role, *at).is_none();
    if !page.begins(at, Topic::LeadersOpen) {
        return 0;
    }
    let length = (at..at + LONGEST).take_while(word).count();
    if page.is_mark(at + length, &[':']) { length } else { 0 }
}

/// What stands before a person's name, or in its place.
const PEOPLE: u64 =
    Topic::set(&[Topic::Honorific, Topic::Plural, Topic::Post, Topic::PostPrefix, Topic::Rank]);

struct Gatherer<'a, 'b> {
    page: &'a Page<'b>,
    sentence: Range<usize>,
    at: usize,
    /// A list of people is open: bare names may follow its separators.
    listing: bool,
    /// Posts that the list's heading gives to each of its people.
    shared: Vec<Post>,
    /// Posts behind the last name of the current item, which those before it hold, too; and the
    /// token where that last name begins.
    item: (Vec<Post>, usize),
}

impl<'a, 'b> Gatherer<'a, 'b> {
    fn new(page: &'a Page<'b>, sentence: Range<usize>) -> Self {
        let at = sentence.start;
        Self { page, sentence, at, listing: false, shared: Vec::new(), item: (Vec::new(), 0) }
    }

    fn gather(mut self, mentions: &mut Vec<Mention>) {
        while let Some(before) = self.next() {
            self.at = before;
            if let Some(mention) = self.read(mentions.last()) {
                self.at = mention.range.end.max(before + 1);
                mentions.push(mention);
            } else if self.at == before {
                self.at += 1;
            }
        }
    }

    /// The next token that can matter at all: people begin with a capital or with a word that the
    /// lexicon knows, and lists end with a semicolon or such a word.
    fn next(&self) -> Option<usize> {
        const OPENERS: u64 = PEOPLE | Topic::set(&[Topic::UnnamedGroup]);
        let may_begin = |(token, opens): (&Token, &u64)| {
            token.shape.is_capital() || opens & OPENERS != 0 || (self.listing && token.mark == ';')
        };
        let rest = self.at..self.sentence.end;
        Some(self.at + self.page.with_openings(rest).position(may_begin)?)
    }

    /// The mention at the current token; or `None`, the token possibly moved behind a heading.
    fn read(&mut self, previous: Option<&Mention>) -> Option<Mention> {
        let page = self.page;
        let at = self.at;
        if page.is_claimed(at) {
            return None;
        }
        self.closes_list();
        if !page.may_open(at, PEOPLE) {
            return self.bare(previous);
        }
        if let Some((next, plural)) = address(page, at) {
            return if plural { self.heading(at, next) } else { self.addressed(at, next) };
        }
        if page.begins(at, Topic::Plural) && opens_post(page, at + 1) {
            return self.heading(at, at + 1);
        }
        if is_list_head(page, at) {
            return self.heading(at, at);
        }
        if opens_post(page, at) {
            let mut mention = posts_then_name(page, at, at)?;
            if is_remembered(page, at) {
                page.refuse(mention.range.clone(), Rule::named("remembered"));
                self.at = mention.range.end;
                return None;
            }
            // "giữ chức vụ Chủ tịch UBND tỉnh, Chủ tịch HĐND tỉnh A": the first is to be filled.
            let others = || follows_bare_name(page, previous, at) || follows_office(page, at);
            let others = || others() || is_of_others(page, at, &mention);
            if mention.posts.len() > 1 && others() {
                let last = mention.posts.len() - 1;
                for post in &mention.posts[..last] {
                    page.refuse(post.range.clone(), Rule::named("post-of-another"));
                }
                mention.keep_last_post();
            }
            // A post alone is somebody where a sentence or a clause begins with it.
            let opens = at == self.sentence.start || page.is_mark(at - 1, &[',', ';', ':']);
            let known = mention.who != Who::Post || (opens && page.is_capital(at));
            // "A; B và Giám đốc Sở Nội vụ C": who comes with a post behind "và" is no item.
            // So is who comes behind a semicolon, after the list's names and commas.
            let apart =
                at > 0 && (page.ends(at, Topic::JoinsPeople) || page.is_mark(at - 1, &[';']));
            if apart {
                self.shared.clear();
            }
            return if known {
                Some(self.with_shared(mention))
            } else {
                self.at = mention.range.end;
                None
            };
        }
        let ranks = skip_ranks(page, at);
        if ranks > at && name_at(page, ranks).is_some() {
            return name_then_posts(page, at, ranks).map(|mention| self.with_shared(mention));
        }
        self.bare(previous)
    }

    /// "đồng chí NAME – posts", "đồng chí posts NAME", "ông Đạt".
    fn addressed(&mut self, start: usize, next: usize) -> Option<Mention> {
        let page = self.page;
        let next = skip_ranks(page, next);
        let mention = name_then_posts(page, start, next)
            .or_else(|| posts_then_name(page, start, next))
            .or_else(|| syllable(page, start, next))?;
        Some(self.with_shared(mention))
    }

    /// "các đồng chí:", "các đồng chí Phó Bí thư Tỉnh ủy: A, B", "các Phó Chủ tịch HĐND tỉnh A",
    /// "các đồng chí nguyên lãnh đạo tỉnh qua các thời kỳ: A – nguyên Bí thư Tỉnh ủy".
    fn heading(&mut self, start: usize, next: usize) -> Option<Mention> {
        let page = self.page;
        let (posts, end) = posts_at(page, next);
        let end = if posts.is_empty() { next + group(page, next) } else { end };
        let end = end + comprises(page, end);
        let colon = page.is_mark(end, &[':']);
        let first = skip_ranks(page, end + usize::from(colon));
        let name = name_at(page, first).is_some();
        // "ý kiến các đại biểu, | Bộ trưởng A cho biết": several, and then somebody else.
        if let (false, [.., _, last]) = (colon, &posts[..]) {
            self.at = last.range.start;
            return None;
        }
        if colon || name {
            self.listing = true;
            self.shared = posts;
            self.at = first;
            if !name {
                return None;
            }
            self.item = self.posts_of_item(first).unwrap_or_default();
            return name_then_posts(page, start, first)
                .map(|mention| self.with_item(first, mention))
                .map(|mention| self.with_shared(mention));
        }
        self.at = end.max(self.at + 1);
        None
    }

    /// A bare name: in a list after a separator, or at the head of a sentence before its posts.
    fn bare(&mut self, previous: Option<&Mention>) -> Option<Mention> {
        let page = self.page;
        let at = self.at;
        let opens = self.opens(at);
        let begins_item = opens || page.is_mark(at - 1, &[';', ':']);
        if !begins_item && !self.listing && at > self.item.1 {
            return None;
        }
        if begins_item {
            self.item = self.posts_of_item(at).unwrap_or_default();
        }
        let joined = at > self.sentence.start
            && (page.is_mark(at - 1, &[';', ',', ':']) || page.ends(at, Topic::JoinsPeople));
        let continues = self.listing && joined;
        let of_item = joined && at <= self.item.1;
        // "có đồng chí A - Bí thư Huyện ủy; B - Phó Bí thư …": a list that nothing heads.
        let follows = page.is_mark(at.saturating_sub(1), &[';'])
            && previous.is_some_and(|last| last.range.end + 1 == at && !last.posts.is_empty());
        if !opens && !continues && !of_item && !follows {
            return None;
        }
        // "…; và C, Phó Chánh án": the last one's own post counts, no shared one.
        let apart = self.listing
            && page.begins(at.saturating_sub(1), Topic::And)
            && page.is_mark(at.saturating_sub(2), &[',', ';']);
        // In a list, a name follows another person or the heading, not any comma.
        let adjacent = opens
            || page.is_mark(at - 1, &[';', ':'])
            || previous.is_some_and(|mention| mention.range.end + 1 + usize::from(apart) >= at);
        let mut mention = name_then_posts(page, at, at)?;
        if at < self.item.1 {
            return Some(self.with_item(at, mention));
        }
        // "A (Đảng viên), B (Bí thư Chi bộ)": the list goes on behind who holds no post.
        let aside = skip_brackets(page, mention.range.end);
        let unnamed = mention.posts.is_empty() && self.shared.is_empty();
        if continues && adjacent && unnamed && aside > mention.range.end {
            mention.range.end = aside;
            return Some(mention);
        }
        let long = matches!(&mention.who, Who::Name(name) if name.len() >= 3);
        let family = page.begins(at, Topic::Surname);
        let last_of_item = of_item && at == self.item.1;
        let told = !mention.posts.is_empty() || (self.listing && !self.shared.is_empty());
        let sound = adjacent && told && (self.listing || last_of_item || (long && family));
        if apart {
            return Some(mention).filter(|mention| sound && !mention.posts.is_empty());
        }
        sound.then(|| self.with_shared(mention))
    }

    /// At the head of the sentence, a bullet perhaps before it.
    fn opens(&self, at: usize) -> bool {
        let start = self.sentence.start;
        let bullet = self.page.is_dash(start) || self.page.is_mark(start, &['•', '*', '+', '·']);
        at == start || (at == start + 1 && bullet)
    }

    /// "A, B, Phó Trưởng Ban Tổ chức Tỉnh ủy;": several names and at last a post of which there are
    /// several. The posts, and where the last name begins.
    fn posts_of_item(&self, at: usize) -> Option<(Vec<Post>, usize)> {
        const NAMES: usize = 6;
        let page = self.page;
        let mut name = name_at(page, skip_ranks(page, at))?;
        let first = name.start;
        for _ in 0..NAMES {
            let joined = page.is_mark(name.end, &[',']) || page.begins(name.end, Topic::And);
            match name_at(page, skip_ranks(page, name.end + 1)).filter(|_| joined) {
                Some(next) => name = next,
                None => break,
            }
        }
        let separated = page.is_mark(name.end, &[',', ':']) || page.is_dash(name.end);
        let (posts, end) = posts_at(page, name.end + usize::from(separated));
        let several = |post: &Post| page.begins(post.range.start, Topic::SeveralHold);
        let ends = end >= self.sentence.end || page.is_mark(end, &[';', '.']);
        let shared = separated && ends && !posts.is_empty() && posts.iter().all(several);
        (name.start > first && shared).then_some((posts, name.start))
    }

    /// The mention of the name at `at`, with the posts behind the last name of its item.
    fn with_item(&self, at: usize, mention: Mention) -> Mention {
        if at >= self.item.1 {
            return mention;
        }
        Mention { posts: self.item.0.clone(), rule: Rule::named("shared-post"), ..mention }
    }

    fn with_shared(&self, mut mention: Mention) -> Mention {
        // "các đồng chí Thường trực Tỉnh ủy: A, Phó Bí thư; B": the body that those belong to.
        let body = |post: &Post| self.page.begins(post.range.start, Topic::Collective);
        let belong = !mention.posts.is_empty() && self.shared.iter().all(body);
        if matches!(mention.who, Who::Name(_)) && !self.shared.is_empty() && !belong {
            mention.also_holds(&self.shared, Rule::named("shared-post"));
        }
        mention
    }

    /// A list's shared posts end with a semicolon before a new word of address, and with
    /// "cùng", "và các", which go on to unnamed groups.
    fn closes_list(&mut self) {
        // Posts are shared within a list only.
        if !self.listing {
            return;
        }
        let page = self.page;
        let at = self.at;
        let unnamed = page.cue(at, Topic::UnnamedGroup);
        let anew = at > self.sentence.start
            && page.is_mark(at - 1, &[';'])
            && page.begins(at, Topic::Honorific);
        let group = page.is_mark(at, &[';']) && page.begins(at + 1, Topic::Group);
        if unnamed.is_some() || anew || group {
            self.shared.clear();
            self.listing = self.listing && anew;
        }
    }
}
