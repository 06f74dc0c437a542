//! Names of people: capitalised syllables after a title, a post or in a list.

use super::super::page::Page;
use super::super::trace::Rule;
use super::body::is_stop;
use crate::lexicon::{Tag, Topic, Topics};
use crate::text::{Kind, is_apostrophe};
use std::ops::Range;

/// Most names have three or four syllables; those of minorities up to five.
const LONGEST: usize = 5;

/// The run of capitalised syllables at `at` that may be a name, at most `most` of them. It ends
/// before a post, an abbreviation, and words that open a sentence.
pub(super) fn capitals(page: &Page<'_>, at: usize, most: usize) -> usize {
    let end = (at + most).min(page.len());
    (at..end).take_while(|&index| belongs(page, at, index)).count()
}

fn belongs(page: &Page<'_>, start: usize, index: usize) -> bool {
    // "ông HUỲNH VĂN THANH": a name printed in capitals is so as a whole.
    let shouted = page.is_upper(index) && page.is_upper(start) && is_shouted(page, start);
    if page.kind(index) != Some(Kind::Word)
        || !page.is_capital(index)
        || (page.is_upper(index) && !shouted)
    {
        return false;
    }
    if index == start {
        return true;
    }
    if is_shouted(page, start) != page.is_upper(index) {
        return false;
    }
    let post = page.begins(index, Topic::Post);
    // "… Nguyễn Thế Hồ | Đài Tiếng nói Việt Nam": a caption, and the next sentence.
    let body = index >= start + 3 && page.length(index, Topic::Body) >= 3;
    page.is_spaced(index)
        && !post
        && !body
        && !opens_sentence(page, index)
        && !is_compound(page, index)
}

/// "Heng Samrin | Củng cố quan hệ", "Trương Quý Dương | Liên tiếp sai phạm": a verb of two syllables opens
/// the next sentence.
fn is_compound(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    let lower = page.kind(next) == Some(Kind::Word) && !page.is_capital(next);
    let long = |topic| page.phrase(topic, at).is_some_and(|(length, _)| length > 1);
    lower && (long(Topic::Stop) || long(Topic::Role))
}

/// A surname and at least two more words stand at `at`, all in capitals, in a sentence that is not.
pub(super) fn is_shouted(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    surname(page, at).is_some()
        && page.is_upper(next)
        && page.is_upper(next + 1)
        && [next, next + 1]
            .iter()
            .all(|&index| !page.is_abbreviation(index) && page.phrase(Topic::Body, index).is_none())
        && at > 0
        && page.kind(at - 1) == Some(Kind::Word)
        && !page.is_upper(at - 1)
}

/// A caption or a sentence glued to the name begins: "… Nguyễn Văn Hùng Chiều 3/7 …". A part of
/// the day is told from a name's last syllable by the date behind it.
pub(super) fn opens_sentence(page: &Page<'_>, at: usize) -> bool {
    let dated = || page.kind(at + 1) == Some(Kind::Number) || page.begins(at + 1, Topic::Today);
    match page.phrase(Topic::Opener, at) {
        Some((_, Tag::Time)) => dated(),
        Some(_) => {
            page.kind(at + 1) == Some(Kind::Word) && !page.is_capital(at + 1)
                || page.is_mark(at + 1, &[':'])
        }
        None => false,
    }
}

pub(super) fn surname(page: &Page<'_>, at: usize) -> Option<Tag> {
    page.phrase(Topic::Surname, at).map(|(_, tag)| tag)
}

/// Skips ranks, degrees and further words of address (`Thiếu tướng`, `PGS.TS`, `TS.`).
pub(in crate::extract) fn skip_ranks(page: &Page<'_>, at: usize) -> usize {
    let mut next = at;
    loop {
        if let Some((length, _)) = page.phrase(Topic::Rank, next) {
            next += length;
            continue;
        }
        let joined = page.is_mark(next, &['.', ',', '-']) && is_rank(page, next + 1);
        let abbreviated = page.is_mark(next, &['.']) && page.is_capital(next + 1);
        if next == at || !(joined || abbreviated) {
            return next;
        }
        next += 1;
    }
}

fn is_rank(page: &Page<'_>, at: usize) -> bool {
    page.begins(at, Topic::Rank)
}

/// The name at `at`, where a word of address or a post before it says that one stands there.
/// Neither a province nor someone after whom places are named.
pub(in crate::extract) fn name_at(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let length = without_next(page, at, capitals(page, at, LONGEST + 1));
    // "GS.TS | Ông Bùi Văn A": a word of address begins no name.
    if page.begins(at, Topic::Honorific) && page.begins(at, Topic::Mister) {
        return None;
    }
    if !(2..=LONGEST).contains(&length) || (length == LONGEST && !may_be_longest(page, at)) {
        return None;
    }
    let excluded = |topic| page.phrase(topic, at).is_some_and(|(found, _)| found >= length);
    let body = page.length(at, Topic::Body) >= 2;
    // "Chánh tòa | Tòa Hình sự": two syllables that begin with no surname, and a word goes on.
    let next = at + length;
    let goes_on = page.kind(next) == Some(Kind::Word) && !is_stop(page, next);
    let familiar = surname(page, at).is_some() || page.text.word(at).ends_with(is_apostrophe);
    if length == 2 && !familiar && goes_on {
        return None;
    }
    let claimed = (at..at + length).any(|index| page.is_claimed(index));
    let place = page.is_known_place(at..at + length) && !page.is_known_name(at..at + length);
    if place {
        page.refuse(at..at + length, Rule::named("name-of-place"));
    }
    (!excluded(Topic::Place) && !excluded(Topic::Namesake) && !body && !claimed && !place)
        .then_some(at..at + length)
}

/// The length of the name in a run of `length` capitals at `at` that goes on with the next sentence
/// ("Lê Văn Hồ | Ngoài ra, …") or an initial ("Lê Văn Hồ | P"): what stands before is somebody's name
/// elsewhere in the article.
fn without_next(page: &Page<'_>, at: usize, length: usize) -> usize {
    const SHORTEST: usize = 3;
    if length <= SHORTEST {
        return length;
    }
    let last = at + length - 1;
    let goes_on = page.kind(last + 1) == Some(Kind::Word) && !page.is_capital(last + 1);
    let initial =
        page.text.word(last).chars().nth(1).is_none() && page.is_mark(last + 1, &['/', '.']);
    let known = page.is_known_name(at..last) && !is_stop(page, last + 1);
    if initial || (goes_on && known) { length - 1 } else { length }
}

/// A name of five syllables begins with a surname, or a post follows: "Khăm Phải Xỉ Vông Xay, Bí
/// thư".
fn may_be_longest(page: &Page<'_>, at: usize) -> bool {
    let mark = at + LONGEST;
    let separated = page.is_mark(mark, &[',']) || page.is_dash(mark);
    surname(page, at).is_some() || (separated && page.begins(mark + 1, Topic::Post))
}

/// Remembers the names that stand behind a word of address or a rank, where nothing else can: by
/// them the reader of bodies tells a name from the place before it.
pub(in crate::extract) fn learn_names(page: &mut Page<'_>) {
    const OPENERS: Topics = Topic::set(&[Topic::Honorific, Topic::Rank]);
    let name_behind = |at: usize| {
        let after = at + page.length(at, Topic::Honorific);
        let next = skip_ranks(page, after);
        name_at(page, next).filter(|name| next > at && name.len() >= 3)
    };
    let mut names: Vec<_> = page.openings(0..page.len(), OPENERS).filter_map(name_behind).collect();
    // The shorter ones first: a longer run may be one of them and the next sentence.
    names.sort_by_key(|name| (name.len(), name.start));
    for name in names {
        if without_next(page, name.start, name.len()) == name.len() {
            page.learn_name(name);
        }
    }
}

/// Remembers the names of places and enterprises that stand behind "huyện", "Công ty" … where nobody's
/// can: not behind a body ("UBND xã | Lê Văn A").
pub(in crate::extract) fn learn_places(page: &mut Page<'_>) {
    const LONGEST_PLACE: usize = 3;
    let place_behind = |at: usize| {
        let next = at + page.cue(at, Topic::PlaceWord)?;
        let length = capitals(page, next, LONGEST_PLACE + 1);
        let whole = (2..=LONGEST_PLACE).contains(&length) && !page.is_capital(next + length);
        (whole && !is_of_post(page, at)).then_some(next..next + length)
    };
    const WORDS: Topics = Topic::set(&[Topic::PlaceWord]);
    let places: Vec<_> = page.openings(0..page.len(), WORDS).filter_map(place_behind).collect();
    for place in places {
        page.learn_place(place);
    }
}

/// "Chủ tịch Hội Nông dân | xã": a post reaches up to `at`.
fn is_of_post(page: &Page<'_>, at: usize) -> bool {
    const REACH: usize = 12;
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut words = before.take_while(|&index| !page.is_mark(index, &['.', ';', ':', '(', '“']));
    words.any(|index| page.begins(index, Topic::Post))
}

/// What stands before a run of capitals, and so what its first syllables may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// A word that a district's or commune's name follows: `huyện`.
    District,
    /// The name of a body: `Sở`, `Bệnh viện`.
    Body,
    /// A complete body, or a province's (all provinces are known): only a name can follow.
    Complete,
}

/// Where in a run of `length` capitals at `at` a person's name begins (`Krông Nô | Ngô Xuân
/// Đông`); `None` where it is all one place or body, or where one cannot tell.
pub(super) fn name_start(page: &Page<'_>, at: usize, length: usize, slot: Slot) -> Option<usize> {
    let score = |start: usize| -> i32 {
        let size = at + length - start;
        // "huyện Phạm Thị Hoàng Yến": no place ends with "Thị".
        if page.ends(start, Topic::MiddleName) && start > at {
            return i32::MIN;
        }
        let family = match (surname(page, start), slot) {
            (Some(Tag::Common), _) => 3,
            (Some(_), _) => 1,
            (None, Slot::Complete) => 1,
            (None, _) => return i32::MIN,
        };
        let shape = match size {
            3 | 4 => 4,
            2 => 1,
            5 => 0,
            _ => return i32::MIN,
        };
        let before = match (slot, start - at) {
            (Slot::District, 2) => 3,
            (Slot::District, 1) if size == 2 || size == 4 => 0,
            (Slot::District, 1 | 3) => 1,
            (Slot::District, 0) => -1,
            (Slot::Complete, 0) => 2,
            (Slot::Complete, _) => return i32::MIN,
            (Slot::Body, 0) => 1,
            (_, _) => 0,
        };
        family + shape + before
    };
    let best = (at..at + length.saturating_sub(1)).map(|start| (score(start), start)).max()?;
    (best.0 >= 4).then_some(best.1)
}
