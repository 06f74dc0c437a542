//! Where the bytes of the module are: by crate, ours by room.

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Crates that everything is made of: code of theirs that is made for another crate's type counts
/// as that crate's.
const LIBRARIES: [&str; 10] = [
    "core",
    "alloc",
    "std",
    "hashbrown",
    "indexmap",
    "js_sys",
    "serde",
    "serde_core",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];

/// Our own crate, which is told by room.
const OWN: &str = "tom_tat";

/// Bytes by crate or room, most first; `module` must have its names.
pub(crate) fn of(module: &[u8]) -> Result<Vec<(String, usize)>> {
    let mut parts: BTreeMap<String, usize> = BTreeMap::new();
    let mut bodies = Vec::new();
    let mut imported = 0;
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the module cannot be read")? {
            Payload::ImportSection(section) => {
                parts.insert("(imports)".to_owned(), length(&section.range()));
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
            Payload::DataSection(section) => {
                parts.insert("(data: lexicon, styles, words)".to_owned(), length(&section.range()));
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(functions) = subsection? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index as usize, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, bytes) in bodies.into_iter().enumerate() {
        let name = names.get(&(index + imported)).map_or("", String::as_str);
        *parts.entry(part(name)).or_default() += bytes;
    }
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(name, bytes)| (usize::MAX - bytes, name.clone()));
    Ok(parts)
}

fn length(range: &Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or_default()
}

/// The crate, or the room, that a function of this name belongs to.
fn part(name: &str) -> String {
    let name = without_hashes(&format!("{:#}", demangle(name)));
    let paths = name.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let mut library = None;
    for path in paths.filter(|path| path.contains("::") && !path.starts_with(':')) {
        let mut steps = path.split("::").filter(|step| !step.is_empty());
        let Some(first) = steps.next() else { continue };
        if first == OWN {
            return format!("{OWN}::{}", steps.next().unwrap_or_default());
        }
        if !LIBRARIES.contains(&first) {
            return first.to_owned();
        }
        library.get_or_insert(first.to_owned());
    }
    library.unwrap_or_else(|| "(no crate)".to_owned())
}

/// A name as wasm-bindgen leaves it has each crate's hash: `yew[1b2c]::html`.
fn without_hashes(name: &str) -> String {
    let mut pieces = name.split('[');
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let hash = piece.split_once(']').filter(|(hash, _)| u64::from_str_radix(hash, 16).is_ok());
        match hash {
            Some((_, rest)) => kept.push_str(rest),
            None => kept.extend(["[", piece]),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_function_belongs_to_the_crate_that_it_is_made_for() {
        for (name, expected) in [
            ("tom_tat::extract::figure::read::h0123456789abcdef", "tom_tat::extract"),
            ("<yew::html::Scope<C> as core::clone::Clone>::clone::h0", "yew"),
            ("core::ptr::drop_in_place<tom_tat::card::view::View>::h0", "tom_tat::card"),
            ("alloc::vec::Vec<T,A>::push::h0", "alloc"),
            ("<alloc[9a]::rc::Rc<[tom_tat[1b2c]::text::Token]>>::drop", "tom_tat::text"),
            ("memcpy", "(no crate)"),
        ] {
            assert_eq!(part(name), expected, "{name}");
        }
    }
}
