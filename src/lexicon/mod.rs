//! Lexicon: the words that the rules know, as data files that anyone can read and extend.
//!
//! A line is a phrase, with an optional tag after ` = `; `#` begins a comment. Phrases are
//! matched syllable by syllable, without regard to case and to the place of the tone mark
//! (`hoà` is `hòa`); the longest phrase wins.

mod fold;
mod toneless;

pub use fold::{fold, same_folded};
pub use toneless::toneless;

use crate::text::{Kind, Text, is_letter};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// What a phrase is listed as; one file each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Posts: the words that open one (`Phó Bí thư Thường trực`).
    Post,
    /// Bodies and fields of work that follow in a post (`Ban Thường vụ`, `Sở`, `Y tế`).
    Body,
    /// Words of address before a name.
    Honorific,
    /// Ranks and degrees between address and name.
    Rank,
    /// Provinces.
    Place,
    /// Surnames.
    Surname,
    /// People after whom streets, schools and wards are named.
    Namesake,
    /// Types of documents.
    Document,
    /// Abbreviations of types in documents' numbers.
    Code,
    /// Qualifiers and magnitudes of numbers.
    Quantity,
    /// Verbs that tell a role.
    Role,
    /// Words that end a post.
    Stop,
    /// Words that open a line of the page's furniture.
    Furniture,
    /// What is counted or measured.
    Unit,
}

/// What a data file says of a phrase beyond its being listed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tag {
    /// Nothing.
    None,
    /// A post that is complete without a body.
    Alone,
    /// A post that only names an office.
    Office,
    /// An honorific that opens a list.
    Plural,
    /// A body that a place's name may follow.
    Place,
    /// A body that only a province's name may follow.
    Province,
    /// A body whose name goes on in lower case.
    Free,
    /// A field of work; fields are joined by commas and "và".
    Field,
    /// A body whose name is complete.
    Closed,
    /// One of the twenty commonest surnames.
    Common,
    /// A document type whose number may stand without "số".
    Bare,
    /// A magnitude, such as 1000 for "nghìn".
    Magnitude(u32),
    /// A word before a number, such as "gần".
    Qualifier,
    /// Chaired.
    Chair,
    /// Spoke.
    Speak,
    /// Handed over.
    Award,
    /// Signed.
    Sign,
    /// Attended.
    Attend,
    /// The rest of the page is furniture, too.
    Rest,
    /// A count that only structures the text.
    Structure,
    /// A duration or an age.
    Time,
}

const FILES: [(Topic, &str); 14] = [
    (Topic::Post, include_str!(concat!(env!("OUT_DIR"), "/posts.txt"))),
    (Topic::Body, include_str!(concat!(env!("OUT_DIR"), "/bodies.txt"))),
    (Topic::Honorific, include_str!(concat!(env!("OUT_DIR"), "/honorifics.txt"))),
    (Topic::Rank, include_str!(concat!(env!("OUT_DIR"), "/ranks.txt"))),
    (Topic::Place, include_str!(concat!(env!("OUT_DIR"), "/places.txt"))),
    (Topic::Surname, include_str!(concat!(env!("OUT_DIR"), "/surnames.txt"))),
    (Topic::Namesake, include_str!(concat!(env!("OUT_DIR"), "/namesakes.txt"))),
    (Topic::Document, include_str!(concat!(env!("OUT_DIR"), "/documents.txt"))),
    (Topic::Code, include_str!(concat!(env!("OUT_DIR"), "/codes.txt"))),
    (Topic::Quantity, include_str!(concat!(env!("OUT_DIR"), "/quantities.txt"))),
    (Topic::Role, include_str!(concat!(env!("OUT_DIR"), "/roles.txt"))),
    (Topic::Stop, include_str!(concat!(env!("OUT_DIR"), "/stops.txt"))),
    (Topic::Furniture, include_str!(concat!(env!("OUT_DIR"), "/furniture.txt"))),
    (Topic::Unit, include_str!(concat!(env!("OUT_DIR"), "/units.txt"))),
];

/// A syllable of the lexicon; [`UNKNOWN`] for all others.
pub type Syllable = u16;

/// A word that no phrase holds.
pub const UNKNOWN: Syllable = 0;

/// Node of the tree of phrases.
type Node = u16;

/// FNV-1a: short keys, no table, few bytes.
#[derive(Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, key: u32) {
        let mixed = (self.0 ^ u64::from(key)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

/// A hash map with the small hasher.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// All phrases of all files, as one tree of syllables.
pub struct Lexicon {
    syllables: Map<Box<str>, Syllable>,
    /// `node << 16 | syllable` → node.
    edges: Map<u32, Node>,
    /// `topic << 16 | node` → tag.
    ends: Map<u32, Tag>,
    nodes: Node,
    /// For each syllable the topics, a bit each, that have a phrase beginning with it.
    openers: Vec<u16>,
}

impl Lexicon {
    /// The lexicon, built at the first call.
    #[must_use]
    #[inline(never)]
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut lexicon = Self {
                syllables: Map::default(),
                edges: Map::default(),
                ends: Map::default(),
                nodes: 1,
                openers: vec![0],
            };
            for (topic, file) in FILES {
                for (phrase, tag) in lines(file) {
                    lexicon.insert(topic, phrase, tag);
                }
            }
            lexicon
        })
    }

    /// The syllables of every token of `text`, in order.
    #[must_use]
    pub fn syllables(&self, text: &Text) -> Vec<Syllable> {
        let mut folded = String::new();
        (0..text.tokens.len())
            .map(|index| match text.tokens[index].kind {
                Kind::Number | Kind::Break => UNKNOWN,
                Kind::Word | Kind::Mark => {
                    folded.clear();
                    fold::fold_into(text.word(index), &mut folded);
                    self.syllables.get(folded.as_str()).copied().unwrap_or(UNKNOWN)
                }
            })
            .collect()
    }

    /// The longest phrase of `topic` at the head of `syllables`: its length and tag.
    #[must_use]
    pub fn longest(&self, topic: Topic, syllables: &[Syllable]) -> Option<(usize, Tag)> {
        let first = *syllables.first()?;
        if self.openers[first as usize] & (1 << topic as u16) == 0 {
            return None;
        }
        let mut node: Node = 0;
        let mut found = None;
        for (index, &syllable) in syllables.iter().enumerate() {
            if syllable == UNKNOWN {
                break;
            }
            let Some(&next) = self.edges.get(&key(node, syllable)) else { break };
            node = next;
            if let Some(&tag) = self.ends.get(&key(topic as u16, node)) {
                found = Some((index + 1, tag));
            }
        }
        found
    }

    fn insert(&mut self, topic: Topic, phrase: &str, tag: Tag) {
        let text = Text::new(phrase);
        let mut node: Node = 0;
        for index in 0..text.tokens.len() {
            let next_syllable = Syllable::try_from(self.syllables.len() + 1).unwrap_or(UNKNOWN);
            let syllable =
                *self.syllables.entry(fold(text.word(index)).into()).or_insert(next_syllable);
            self.openers.resize(self.syllables.len() + 1, 0);
            if index == 0 {
                self.openers[syllable as usize] |= 1 << topic as u16;
            }
            let next_node = self.nodes;
            node = *self.edges.entry(key(node, syllable)).or_insert(next_node);
            if node == next_node {
                self.nodes += 1;
            }
        }
        self.ends.insert(key(topic as u16, node), tag);
    }
}

/// The folded words of `phrase`, abbreviations written out: a key under which two spellings of
/// one post or body are equal.
#[must_use]
pub fn expand(phrase: &str) -> Vec<String> {
    static TABLE: OnceLock<Map<String, String>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        include_str!(concat!(env!("OUT_DIR"), "/abbreviations.txt"))
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(short, long)| (fold(short), fold(long)))
            .collect()
    });
    let words = fold(phrase);
    let words = words
        .split(|c: char| !(is_letter(c) || c.is_ascii_digit()))
        .filter(|word| !word.is_empty());
    let mut expanded = Vec::new();
    for word in words {
        match table.get(word) {
            Some(long) => expanded.extend(long.split(' ').map(str::to_owned)),
            None => expanded.push(word.to_owned()),
        }
    }
    expanded
}

fn key(high: u16, low: u16) -> u32 {
    u32::from(high) << 16 | u32::from(low)
}

/// The phrases of a data file with their tags.
fn lines(file: &'static str) -> impl Iterator<Item = (&'static str, Tag)> {
    file.lines().map(|line| {
        let (phrase, tag) = line.split_once(" = ").unwrap_or((line, ""));
        (phrase, read_tag(tag))
    })
}

fn read_tag(tag: &str) -> Tag {
    match tag {
        "alone" => Tag::Alone,
        "office" => Tag::Office,
        "plural" => Tag::Plural,
        "place" => Tag::Place,
        "province" => Tag::Province,
        "free" => Tag::Free,
        "field" => Tag::Field,
        "closed" => Tag::Closed,
        "common" => Tag::Common,
        "bare" => Tag::Bare,
        "qualifier" => Tag::Qualifier,
        "chair" => Tag::Chair,
        "speak" => Tag::Speak,
        "award" => Tag::Award,
        "sign" => Tag::Sign,
        "attend" => Tag::Attend,
        "rest" => Tag::Rest,
        "structure" => Tag::Structure,
        "time" => Tag::Time,
        number => number.parse().map_or(Tag::None, Tag::Magnitude),
    }
}

#[cfg(test)]
mod tests {
    use super::{FILES, Lexicon, Tag, Topic, lines, read_tag};
    use crate::text::Text;

    fn longest(topic: Topic, text: &str) -> Option<(usize, Tag)> {
        let lexicon = Lexicon::get();
        lexicon.longest(topic, &lexicon.syllables(&Text::new(text)))
    }

    #[test]
    fn the_longest_phrase_wins_whatever_its_case_and_tone_place() {
        assert_eq!(longest(Topic::Post, "phó bí thư Thường Trực Tỉnh uỷ"), Some((5, Tag::None)));
        assert_eq!(longest(Topic::Body, "TỈNH UỶ Cao Bằng"), Some((2, Tag::Province)));
        assert_eq!(longest(Topic::Unit, "%;"), Some((1, Tag::None)));
        assert_eq!(longest(Topic::Post, "Tỉnh"), None);
    }

    #[test]
    fn every_tag_of_every_file_is_known() {
        for (topic, file) in FILES {
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                let tag = line.split_once(" = ").map_or("", |(_, tag)| tag);
                let known = tag.is_empty() || read_tag(tag) != Tag::None;
                assert!(known, "{topic:?}: unknown tag in “{line}”");
            }
        }
    }

    #[test]
    fn no_phrase_is_listed_twice_in_a_file() {
        for (topic, file) in FILES {
            let mut seen = std::collections::HashSet::new();
            for (phrase, _) in lines(file) {
                assert!(seen.insert(super::fold(phrase)), "{topic:?}: “{phrase}” twice");
            }
        }
    }
}
