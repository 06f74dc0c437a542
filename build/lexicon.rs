//! The lexicon: its topics as an enumeration, and its phrases packed.
//!
//! A file of `src/lexicon` is a topic, and so is each section of the files of `src/lexicon/cues`;
//! `NAME-mined.txt` holds more phrases of the topic NAME. An unknown tag fails the build.

use super::files;
use super::tag::TAGS;
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const FOLDER: &str = "src/lexicon";

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
    let (phrases, shared) = without_shared(&phrases.join("\n"));
    let letters: BTreeSet<char> = phrases.chars().filter(|letter| !letter.is_ascii()).collect();
    fs::write(out.join("letters.txt"), letters.iter().collect::<String>())?;
    fs::write(out.join("phrases.bin"), encode(&phrases, &letters)?)?;
    fs::write(out.join("shared.txt"), shared)?;
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

/// The lines that are no comments.
fn data(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
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
         #[cfg(test)]\n\
         pub(super) const NAMES: [&str; {count}] = {names:?};\n"
    ))
}

/// The phrases, a line each, without the words with which the phrase before begins, too; and how
/// many those are, a digit each.
fn without_shared(phrases: &str) -> (String, String) {
    let mut before: Vec<&str> = Vec::new();
    let (mut rests, mut shared) = (Vec::new(), String::new());
    for phrase in phrases.lines() {
        let words: Vec<&str> = phrase.split(' ').collect();
        let same = before.iter().zip(&words).take(9).take_while(|(old, new)| old == new).count();
        rests.push(words[same..].join(" "));
        shared += &same.to_string();
        before = words;
    }
    (rests.join("\n"), shared)
}

/// `text`, a byte for each character: ASCII as it is, the place among `letters` with the highest bit
/// set for all others.
fn encode(text: &str, letters: &BTreeSet<char>) -> Result<Vec<u8>, Box<dyn Error>> {
    let code = |letter: char| -> Result<u8, Box<dyn Error>> {
        match letters.iter().position(|other| *other == letter) {
            Some(place) if place < 0x80 => Ok(0x80 | u8::try_from(place)?),
            Some(_) => Err("the lexicon has more than 128 letters beyond ASCII".into()),
            None => Ok(u8::try_from(letter)?),
        }
    };
    text.chars().map(code).collect()
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
