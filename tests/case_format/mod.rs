//! The format of the files in `tests/cases`, which a non-programmer can read and extend.
//!
//! ```text
//! # Ngày không ghi năm: suy ra từ ngày đăng
//! @ published: 2026-03-15
//! + Lễ khai mạc diễn ra [sáng 20/3 | event = 2025-03-20 sáng ~].
//! - Liên hệ 0912.345.678 để biết thêm.
//! ```
//! `#` names the lines that follow, `@` sets the article's fields for them, or the rule that reads a
//! fact in each of them, or refuses one (`@ rule: negated`), `+` lists exactly the
//! facts expected, each beside the words that state it, `-` expects none. `⏎` begins a new block.
//! Files with "context" in their names also state what stands under each figure.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use tom_tat::article::{Article, Json, Platform};
use tom_tat::extract::{Trace, explain};
use tom_tat::native::Native;
use tom_tat::problem::Problem;
use tom_tat::summary::{Directive, Event, Evidence, Figure, Official, Summary};

/// One line of a case file.
pub(crate) struct Case {
    /// `file:line`.
    pub(crate) place: String,
    pub(crate) name: String,
    pub(crate) published: Option<String>,
    /// The rule that every line below the same heading shows.
    pub(crate) rule: Option<String>,
    /// The text without marks.
    pub(crate) text: String,
    pub(crate) expected: Vec<Fact>,
    /// Line as written, to be rewritten.
    pub(crate) line: usize,
}

/// A fact and the words that state it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fact {
    /// UTF-16 offset of the marked words in the text.
    pub(crate) start: usize,
    pub(crate) words: String,
    /// `directive = Chỉ thị 43/CT-TTg; date = 2021-11-26`
    pub(crate) says: String,
}

/// The case files in order, with their text.
pub(crate) fn files() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<(PathBuf, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// The lines of all case files.
pub(crate) fn cases() -> Vec<Case> {
    let short = |path: &Path| format!("tests/cases/{}", path.file_name().unwrap().display());
    files().iter().flat_map(|(path, text)| read(&short(path), text)).collect()
}

/// Reads a case file.
pub(crate) fn read(file: &str, text: &str) -> Vec<Case> {
    let (mut name, mut published, mut rule) = (String::new(), None, None);
    let mut cases = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let place = format!("{file}:{}", index + 1);
        match line.split_at_checked(2) {
            Some(("# ", rest)) => {
                rest.clone_into(&mut name);
                (published, rule) = (None, None);
            }
            Some(("@ ", rest)) => match rest.split_once(": ") {
                Some(("published", day)) => published = Some(day.to_owned()),
                Some(("rule", name)) => rule = Some(name.to_owned()),
                _ => panic!("{place}: unknown field"),
            },
            Some((sign @ ("+ " | "- "), rest)) => {
                let (text, expected) = unmark(&place, rest);
                assert_eq!(sign == "- ", expected.is_empty(), "{place}: “+” has marks, “-” none");
                let (name, published, rule) = (name.clone(), published.clone(), rule.clone());
                cases.push(Case { place, name, published, rule, text, expected, line: index });
            }
            _ => assert!(line.is_empty(), "{place}: a line begins with #, @, + or -"),
        }
    }
    cases
}

/// Splits `… [words | fact] …` into the text and its facts.
fn unmark(place: &str, line: &str) -> (String, Vec<Fact>) {
    let (mut text, mut facts) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once('[') {
        text.push_str(before);
        let (mark, after) = marked.split_once(']').unwrap_or_else(|| panic!("{place}: no “]”"));
        let (words, says) = mark.split_once(" | ").unwrap_or_else(|| panic!("{place}: no “ | ”"));
        for says in says.split(" || ") {
            let start = text.encode_utf16().count();
            facts.push(Fact { start, words: words.to_owned(), says: says.to_owned() });
        }
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    (text.replace('⏎', "\n"), facts)
}

/// Extracts the facts of `text`; an article that is declined has none.
pub(crate) fn extract(text: &str, published: Option<&str>) -> (Summary, Vec<Trace>) {
    try_extract(text, published).unwrap_or_default()
}

/// The same, or why the article is declined.
pub(crate) fn try_extract(
    text: &str,
    published: Option<&str>,
) -> Result<(Summary, Vec<Trace>), Problem> {
    let mut fields = vec![("body".to_owned(), Json::Text(text.to_owned()))];
    fields.extend(published.map(|day| ("published".to_owned(), Json::Text(day.to_owned()))));
    let article = Article::read(&Json::Object(fields), &Native).expect("a case is an article");
    explain(&article)
}

/// All facts of a summary in the notation of the case files, in the order of the text; a figure's
/// context if `contexts`.
pub(crate) fn facts(summary: &Summary, contexts: bool) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(summary.event.as_ref().map(|e| fact(&e.evidence, None, event(e))));
    facts.extend(summary.officials.iter().map(|o| fact(&o.evidence, Some(&o.name), official(o))));
    facts.extend(summary.directives.iter().map(|d| fact(&d.evidence, None, directive(d))));
    facts.extend(summary.figures.iter().map(|f| fact(&f.evidence, None, figure(f, contexts))));
    facts.sort();
    facts
}

fn fact(evidence: &[Evidence], words: Option<&str>, says: String) -> Fact {
    let place = evidence.first().expect("every fact has evidence");
    let words = words.unwrap_or(place.exact());
    let skipped =
        place.exact().find(words).map_or(0, |at| place.exact()[..at].encode_utf16().count());
    Fact { start: place.start + skipped, words: words.to_owned(), says }
}

fn event(event: &Event) -> String {
    let mut says = format!("event = {}", event.date);
    let _ = event.end.map(|end| write!(says, "..{end}"));
    let _ = event.part.map(|part| write!(says, " {}", part.as_str()));
    if event.inferred {
        says.push_str(" ~");
    }
    says
}

fn official(official: &Official) -> String {
    let roles: Vec<&str> = official.roles.iter().map(|role| role.as_str()).collect();
    let mut says = format!("official = {}", official.positions.join("; "));
    if !roles.is_empty() {
        let _ = write!(says, " ({})", roles.join(", "));
    }
    if !official.aliases.is_empty() {
        let _ = write!(says, " = {}", official.aliases.join(", "));
    }
    says
}

fn directive(directive: &Directive) -> String {
    let number = directive.number.as_deref().unwrap_or("–");
    let mut says = format!("directive = {} {number}", directive.kind);
    let _ = directive.date.map(|date| write!(says, "; date = {date}"));
    let _ = directive.issuer.as_ref().map(|issuer| write!(says, "; issuer = {issuer}"));
    let _ = directive.subject.as_ref().map(|subject| write!(says, "; subject = {subject}"));
    says
}

fn figure(figure: &Figure, contexts: bool) -> String {
    let mut says = format!("figure = {} {}", figure.value, figure.unit);
    if contexts {
        let _ = write!(says, "; context = {}", figure.words());
    }
    says
}

/// The facts that are expected but not found, and found but not expected.
pub(crate) fn difference(expected: &[Fact], found: &[Fact]) -> (Vec<String>, Vec<String>) {
    let mut rest: Vec<&Fact> = found.iter().collect();
    let mut missing = Vec::new();
    for fact in expected {
        match rest.iter().position(|other| same(fact, other)) {
            Some(index) => {
                rest.remove(index);
            }
            None => missing.push(format!("[{} | {}]", fact.words, fact.says)),
        }
    }
    (missing, rest.iter().map(|fact| format!("[{} | {}]", fact.words, fact.says)).collect())
}

/// The same fact at overlapping places. Its words are compared, too: a person's name, a figure's
/// qualifier, number and unit; but a document's mark may end early, where one inside it begins.
fn same(expected: &Fact, found: &Fact) -> bool {
    let end = |fact: &Fact| fact.start + fact.words.encode_utf16().count();
    let overlaps = expected.start < end(found) && found.start < end(expected);
    let worded = expected.says.starts_with("directive") || quote(expected) == quote(found);
    overlaps && worded && expected.says == found.says
}

/// A fact's words, as they stand without the disguise.
fn quote(fact: &Fact) -> String {
    nfc(&fact.words).replace('\u{a0}', " ")
}

/// The case's line with what was found, to replace it.
pub(crate) fn rewrite(case: &Case, found: &[Fact]) -> String {
    if found.is_empty() {
        return format!("- {}", case.text.replace('\n', "⏎"));
    }
    let units: Vec<u16> = case.text.encode_utf16().collect();
    let mut line = String::from("+ ");
    let mut at = 0;
    let mut facts = found.iter().peekable();
    while let Some(fact) = facts.next() {
        let start = fact.start.clamp(at, units.len());
        line.push_str(&String::from_utf16_lossy(&units[at..start]));
        at = start;
        let end = (fact.start + fact.words.encode_utf16().count()).min(units.len()).max(at);
        // A mark ends where the next begins: marks do not nest.
        let end = facts.peek().map_or(end, |next| end.min(next.start.max(at)));
        let words = String::from_utf16_lossy(&units[at..end]);
        let _ = write!(line, "[{words} | {}]", fact.says);
        at = end;
    }
    line.push_str(&String::from_utf16_lossy(&units[at..]));
    line.replace('\n', "⏎")
}

/// The text in NFD with no-break spaces, as pages have it.
pub(crate) fn disguised(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().map(|c| if c == ' ' { '\u{a0}' } else { c }).collect()
}

/// The text with the tone marks of open syllables in their new place: "ủy" as "uỷ", "hòa" as "hoà".
pub(crate) fn retoned(text: &str) -> String {
    const OLD: &str = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";
    const NEW: &str = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";
    let large = |pairs: &str| pairs.to_uppercase();
    let title = |pairs: &str| -> String {
        let letters = pairs.chars().enumerate();
        letters
            .flat_map(|(at, c)| if at % 2 == 0 { c.to_uppercase().next() } else { Some(c) })
            .collect()
    };
    let old: Vec<char> = format!("{OLD}{}{}", title(OLD), large(OLD)).chars().collect();
    let new: Vec<char> = format!("{NEW}{}{}", title(NEW), large(NEW)).chars().collect();
    let mut letters: Vec<char> = text.chars().collect();
    for at in 0..letters.len().saturating_sub(1) {
        let ends = letters.get(at + 2).is_none_or(|next| !next.is_alphabetic());
        let pair = old.chunks(2).position(|pair| pair == &letters[at..at + 2]);
        if let Some(pair) = pair.filter(|_| ends) {
            letters[at..at + 2].copy_from_slice(&new[2 * pair..2 * pair + 2]);
        }
    }
    letters.into_iter().collect()
}

/// The platform that tests run on.
pub(crate) fn nfc(text: &str) -> String {
    Native.nfc(text)
}
