//! Packs the data files of the lexicon and the style sheet: comments stay out of what readers load,
//! tags become a letter. An unknown tag fails the build.

#[path = "src/lexicon/tag.rs"]
#[allow(dead_code, unreachable_pub)]
mod tag;

#[path = "src/lexicon/topic.rs"]
#[allow(dead_code, unreachable_pub)]
mod topic;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use topic::{FILES, TOPICS};

/// The parts of the style sheet, in their order.
const STYLES: [&str; 3] = ["card", "facts", "media"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/card/styles");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let mut packed = Vec::new();
    for (name, _) in &TOPICS[..FILES] {
        packed.push(pack(name, &read(name)?)?);
    }
    packed.extend(sections(&read("cues")?)?);
    let (phrases, tags): (Vec<_>, Vec<_>) = packed.into_iter().unzip();
    let (phrases, shared) = without_shared(&phrases.join("\n"));
    let letters: BTreeSet<char> = phrases.chars().filter(|letter| !letter.is_ascii()).collect();
    fs::write(out.join("letters.txt"), letters.iter().collect::<String>())?;
    fs::write(out.join("phrases.bin"), encode(&phrases, &letters)?)?;
    fs::write(out.join("shared.txt"), shared)?;
    fs::write(out.join("tags.txt"), tags.join("\n"))?;
    let abbreviations = read("abbreviations")?.to_lowercase().replace(" = ", "\t");
    fs::write(out.join("abbreviations.txt"), abbreviations)?;
    let styles: Result<String, _> = STYLES
        .iter()
        .map(|name| fs::read_to_string(format!("src/card/styles/{name}.css")))
        .collect();
    fs::write(out.join("card.css"), minify(&styles?))?;
    Ok(())
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

/// A style sheet without comments and most white space. In ours no string holds what is cut: `content` has signs only.
fn minify(css: &str) -> String {
    let mut kept = String::new();
    for piece in css.split("/*") {
        kept.push_str(piece.split_once("*/").map_or(piece, |(_, rest)| rest));
    }
    let line = kept.lines().map(str::trim).collect::<String>();
    let line = line.replace(" {", "{").replace(": ", ":").replace(", ", ",").replace(";}", "}");
    // Attribute values that are words need no quotes, and 0.5em no zero.
    let line = line.replace("=\"", "=").replace("\"]", "]").replace(" > ", ">");
    line.replace(":0.", ":.").replace(" 0.", " .")
}

/// A data file without comments and empty lines.
fn read(name: &str) -> Result<String, Box<dyn Error>> {
    let path = Path::new("src/lexicon").join(name).with_extension("txt");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let data = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(data.collect::<Vec<_>>().join("\n"))
}

/// The sections of the file of cues: all of them, in the order of their topics.
fn sections(file: &str) -> Result<Vec<Packed>, Box<dyn Error>> {
    let mut packed = Vec::new();
    let mut names = TOPICS[FILES..].iter().map(|(name, _)| *name);
    for section in file.split("\n[").map(|section| section.trim_start_matches('[')) {
        let (name, phrases) = section.split_once("]\n").ok_or("cues.txt: a section is empty")?;
        let expected = names.next();
        if expected != Some(name) {
            return Err(format!("cues.txt: found [{name}] where {expected:?} should stand").into());
        }
        packed.push(pack("cues", phrases)?);
    }
    names.next().map_or(Ok(packed), |name| Err(format!("cues.txt: no section [{name}]").into()))
}

/// The phrases of a file, a line each, and a letter for each one's tag.
type Packed = (String, String);

fn pack(name: &str, phrases: &str) -> Result<Packed, Box<dyn Error>> {
    let mut packed = Vec::new();
    let mut tags = String::new();
    // Upper case says nothing, and like stands beside like: both save a reader's bytes.
    let mut lines: Vec<String> = phrases.lines().map(str::to_lowercase).collect();
    lines.sort_by_cached_key(|line| match line.split_once(" = ") {
        Some((phrase, tag)) => (tag.to_owned(), phrase.to_owned()),
        None => (String::new(), line.clone()),
    });
    for line in &lines {
        let (phrase, tag) = line.split_once(" = ").unwrap_or((line, ""));
        let known = tag::TAGS.iter().position(|(name, _)| *name == tag);
        let index = known.ok_or_else(|| format!("{name}.txt: unknown tag in “{line}”"))?;
        packed.push(phrase);
        tags.push(char::from(b'A' + u8::try_from(index)?));
    }
    Ok((packed.join("\n"), tags))
}
