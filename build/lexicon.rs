//! The lexicon: its topics as an enumeration, and its phrases packed.
//!
//! A file of `src/lexicon` is a topic, and so is each section of the files of `src/lexicon/cues`;
//! `NAME-mined.txt` holds more phrases of the topic NAME. An unknown tag fails the build.

use super::tag::TAGS;
use super::{data, files};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const FOLDER: &str = "src/lexicon";

/// So many of the most frequent words are told by one byte in a phrase, all others by two.
const FREQUENT: u8 = 192;

/// From this byte on it tells how many words the next phrase keeps.
const SHARED: u8 = 244;

/// Below this byte it tells how many letters the next word keeps.
const KEPT: u8 = 16;

/// Pairs of a short and a long form: no topic.
const ABBREVIATIONS: &str = "abbreviation";

/// Phrases of one file or section.
struct Topic {
    /// That of the file or of the section's heading: `takes-office`.
    name: String,
    /// The comment below the heading.
    about: String,
    /// Lines `phrase` or `phrase = tag`.
    lines: Vec<String>,
    /// Its phrases are looked for before a place, too.
    cue: bool,
}

/// Writes the enumeration and the packed phrases into `out`.
pub(super) fn pack(out: &Path) -> Result<(), Box<dyn Error>> {
    let topics = topics()?;
    fs::write(out.join("topic.rs"), enumeration(&topics)?)?;
    let packed: Result<Vec<_>, _> = topics.iter().map(packed).collect();
    let (phrases, tags): (Vec<_>, Vec<_>) = packed?.into_iter().unzip();
    let phrases = phrases.join("\n");
    let phrases: Vec<Vec<&str>> = phrases.lines().map(|line| line.split(' ').collect()).collect();
    let words = vocabulary(&phrases);
    let letters: BTreeSet<char> =
        words.iter().flat_map(|word| word.chars()).filter(|letter| !letter.is_ascii()).collect();
    fs::write(out.join("letters.txt"), letters.iter().collect::<String>())?;
    fs::write(out.join("words.bin"), encode_words(&words, &letters)?)?;
    fs::write(out.join("phrases.bin"), encode_phrases(&phrases, &words)?)?;
    fs::write(out.join("tags.txt"), tags.join("\n"))?;
    let pairs = data(&read(&Path::new(FOLDER).join(ABBREVIATIONS).with_extension("txt"))?);
    let pairs = pairs.join("\n").to_lowercase().replace(" = ", "\t");
    fs::write(out.join("abbreviations.txt"), pairs)?;
    Ok(())
}

/// The files in the order of their names, then the sections of the cues.
fn topics() -> Result<Vec<Topic>, Box<dyn Error>> {
    let mut topics = Vec::new();
    for path in files(Path::new(FOLDER), "txt")? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = read(&path)?;
        if let Some(of) = name.strip_suffix("-mined") {
            let topic = topics.iter_mut().find(|topic: &&mut Topic| topic.name == of);
            topic.ok_or(format!("{name}: no topic “{of}”"))?.lines.extend(data(&text));
        } else if name != ABBREVIATIONS {
            topics.push(Topic { name, about: about(&text), lines: data(&text), cue: false });
        }
    }
    for path in files(&Path::new(FOLDER).join("cues"), "txt")? {
        let text = read(&path)?;
        for section in text.split("\n[").skip(1) {
            let (name, rest) =
                section.split_once("]\n").ok_or(format!("{}: a heading", path.display()))?;
            topics.push(Topic {
                name: name.into(),
                about: about(rest),
                lines: data(rest),
                cue: true,
            });
        }
    }
    Ok(topics)
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The comment with which `text` begins.
fn about(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix('#'));
    lines.map(str::trim).collect::<Vec<_>>().join(" ")
}

/// The source of `enum Topic`, and of the names and numbers that go with it.
fn enumeration(topics: &[Topic]) -> Result<String, Box<dyn Error>> {
    let (mut variants, mut all) = (String::new(), String::new());
    for topic in topics {
        let words = topic.name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]);
        let variant = words.collect::<String>();
        writeln!(variants, "    /// {}\n    {variant},", topic.about)?;
        write!(all, "Topic::{variant}, ")?;
    }
    let names: Vec<&str> = topics.iter().map(|topic| topic.name.as_str()).collect();
    let count = topics.len();
    let cues = topics.iter().position(|topic| topic.cue).unwrap_or(count);
    Ok(format!(
        "/// What a phrase is listed as: a file, or a section of the cues.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n\
         pub enum Topic {{\n{variants}}}\n\n\
         /// All topics by their numbers.\n\
         pub(super) const ALL: [Topic; {count}] = [{all}];\n\n\
         /// The first topic that is a section of the cues.\n\
         pub(super) const CUES: usize = {cues};\n\n\
         /// How phrases are packed: see `build/lexicon.rs`.\n\
         pub(super) const FREQUENT: u8 = {FREQUENT};\n\
         pub(super) const SHARED: u8 = {SHARED};\n\
         pub(super) const KEPT: u8 = {KEPT};\n\n\
         #[cfg(test)]\n\
         pub(super) const NAMES: [&str; {count}] = {names:?};\n"
    ))
}

/// All words of the phrases: the [`FREQUENT`] most frequent, then the others, each by alphabet.
fn vocabulary<'a>(phrases: &[Vec<&'a str>]) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in phrases.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<&str> = counts.keys().copied().collect();
    words.sort_by_key(|word| usize::MAX - counts[word]);
    let (frequent, others) = words.split_at_mut(usize::from(FREQUENT).min(counts.len()));
    frequent.sort_unstable();
    others.sort_unstable();
    words
}

/// The words, each without the letters with which the word before begins, and behind each how many
/// letters of it the next one keeps. A byte for each letter: ASCII as it is, the place among `letters`
/// with the highest bit set for all others.
fn encode_words(words: &[&str], letters: &BTreeSet<char>) -> Result<Vec<u8>, Box<dyn Error>> {
    let code = |letter: char| -> Result<u8, Box<dyn Error>> {
        match letters.iter().position(|other| *other == letter) {
            Some(place) if place < 0x80 => Ok(0x80 | u8::try_from(place)?),
            Some(_) => Err("the lexicon has more than 128 letters beyond ASCII".into()),
            None => Ok(u8::try_from(letter)?),
        }
    };
    let mut codes = Vec::new();
    let mut kept = 0;
    for (index, word) in words.iter().enumerate() {
        let rest: Result<Vec<u8>, _> = word.chars().skip(kept).map(code).collect();
        codes.extend(rest?);
        let next = words.get(index + 1).copied().unwrap_or_default();
        kept = shared_head(word.chars(), next.chars(), KEPT - 1);
        codes.push(u8::try_from(kept)?);
    }
    Ok(codes)
}

/// With how many of the same items, `most` at the most, both begin.
fn shared_head<T: PartialEq>(
    one: impl Iterator<Item = T>,
    other: impl Iterator<Item = T>,
    most: u8,
) -> usize {
    one.zip(other).take(most.into()).take_while(|(one, other)| one == other).count()
}

/// The phrases by the numbers of their words, each without the words with which the phrase before
/// begins, and behind each how many of it the next one keeps.
fn encode_phrases(phrases: &[Vec<&str>], words: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let numbers: HashMap<&str, usize> = words.iter().copied().zip(0..).collect();
    let mut codes = Vec::new();
    let mut kept = 0;
    for (index, phrase) in phrases.iter().enumerate() {
        for word in &phrase[kept..] {
            let number = numbers[word];
            match number.checked_sub(FREQUENT.into()) {
                None => codes.push(u8::try_from(number)?),
                Some(other) => {
                    let page = u8::try_from(other / 256)?;
                    if page >= SHARED - FREQUENT {
                        return Err("the lexicon has too many words".into());
                    }
                    codes.extend([FREQUENT + page, u8::try_from(other % 256)?]);
                }
            }
        }
        let next = phrases.get(index + 1).map_or(&[][..], Vec::as_slice);
        kept = shared_head(phrase.iter(), next.iter(), u8::MAX - SHARED);
        codes.push(SHARED + u8::try_from(kept)?);
    }
    Ok(codes)
}

/// The phrases of a topic, a line each, and a letter for each one's tag.
fn packed(topic: &Topic) -> Result<(String, String), Box<dyn Error>> {
    let mut phrases = Vec::new();
    let mut tags = String::new();
    // Upper case says nothing, and like stands beside like: both save a reader's bytes.
    let mut lines: Vec<String> = topic.lines.iter().map(|line| line.to_lowercase()).collect();
    lines.sort_by_cached_key(|line| match line.split_once(" = ") {
        Some((phrase, tag)) => (tag.to_owned(), phrase.to_owned()),
        None => (String::new(), line.clone()),
    });
    for line in &lines {
        let (phrase, tag) = line.split_once(" = ").unwrap_or((line, ""));
        let known = TAGS.iter().position(|(name, _)| *name == tag);
        let index = known.ok_or_else(|| format!("{}: unknown tag in “{line}”", topic.name))?;
        phrases.push(phrase);
        tags.push(char::from(b'A' + u8::try_from(index)?));
    }
    Ok((phrases.join("\n"), tags))
}
