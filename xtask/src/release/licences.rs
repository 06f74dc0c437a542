//! The licences of the crates that are compiled into the module, as one text.

use super::VERSION;
use crate::process::Run;
use crate::tools::WASM;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Heads of the names of files that hold a licence or a notice.
const HEADS: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// What we take of a crate whose package holds no licence; ours is the usual text of it.
const USUAL: &str = "Apache-2.0";

const HEAD: &str = "\
Software of others in the WebAssembly module tom_tat_bg.wasm (packed: tom_tat_bg.ico) and its glue
tom_tat.js, with the licences that its authors give. The numbers are those of the texts below.
";

/// A crate that is compiled into the module.
struct Part {
    name: String,
    version: String,
    licence: String,
    texts: Vec<String>,
}

/// The whole text. Crates come by name, texts in the order of their first crate, each once.
pub(super) fn notices() -> Result<String> {
    let metadata = metadata()?;
    let parts = compiled()?.iter().map(|crate_| part(crate_, &metadata)).collect::<Result<_>>()?;
    let apache = crate::workspace::read("LICENSE-APACHE")?;
    compose(parts, apache)
}

/// Names and versions of the crates, without ours. Cargo's tree knows which features the module alone
/// has; its metadata joins those of the whole workspace.
fn compiled() -> Result<BTreeSet<(String, String)>> {
    let printed = Run::new("cargo")?
        .args(["tree", "--locked", "--package", "tom-tat-web", "--target", WASM])
        .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"])
        .hint("check the connection to the crate registry")
        .capture()?;
    let named = printed.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        (!name.starts_with("tom-tat")).then(|| (name.to_owned(), version.to_owned()))
    });
    let named: BTreeSet<_> = named.collect();
    if named.is_empty() {
        bail!("cargo tree names no crate");
    }
    Ok(named)
}

fn metadata() -> Result<Value> {
    let printed = Run::new("cargo")?
        .args(["metadata", "--locked", "--format-version", "1", "--filter-platform", WASM])
        .hint("check the connection to the crate registry")
        .capture()?;
    serde_json::from_str(&printed).context("cargo metadata printed no JSON")
}

fn part((name, version): &(String, String), metadata: &Value) -> Result<Part> {
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let found = packages.iter().find(|one| one["name"] == **name && one["version"] == **version);
    let found = found.with_context(|| format!("cargo metadata does not know {name} {version}"))?;
    let text = |key: &str| found[key].as_str().with_context(|| format!("{name} has no {key}"));
    let folder = Path::new(text("manifest_path")?).parent().context("a file has a folder")?;
    Ok(Part {
        name: name.clone(),
        version: version.clone(),
        // The slash is what Cargo wrote before SPDX: the same as OR.
        licence: text("license")?.replace(" / ", " OR ").replace('/', " OR "),
        texts: texts(folder)?,
    })
}

/// The licences in a crate's folder, in the order of their names.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && HEADS.iter().any(|head| name.starts_with(head)) {
            files.push(path);
        }
    }
    files.sort();
    let read = |path| Ok(fs::read_to_string(path)?.replace('\r', ""));
    files.iter().map(read).collect()
}

fn compose(parts: Vec<Part>, apache: String) -> Result<String> {
    let mut library = Library::default();
    let mut list = String::new();
    let usual = library.number(apache);
    writeln!(list, "Tóm Tắt {VERSION}\n\n{HEAD}")?;
    writeln!(list, "the standard library of Rust, by the Rust project and contributors")?;
    writeln!(list, "    MIT OR Apache-2.0; taken under {USUAL} [{usual}]")?;
    for Part { name, version, licence, texts } in parts {
        writeln!(list, "{name} {version}")?;
        if !texts.is_empty() {
            let numbers = texts.into_iter().map(|text| format!("[{}]", library.number(text)));
            writeln!(list, "    {licence} {}", numbers.collect::<Vec<_>>().join(" "))?;
        } else if licence.contains(USUAL) {
            writeln!(
                list,
                "    {licence}; its package holds no text; taken under {USUAL} [{usual}]"
            )?;
        } else {
            bail!("the package of {name} holds no licence, and {licence} is not {USUAL}");
        }
    }
    for (index, text) in library.texts.iter().enumerate() {
        let line = "=".repeat(72);
        writeln!(list, "\n{line}\n[{}]\n{line}\n\n{}", index + 1, text.trim_matches('\n'))?;
    }
    Ok(list)
}

/// Texts, each once: those that differ in their spaces and lines only are one.
#[derive(Default)]
struct Library {
    texts: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Library {
    fn number(&mut self, text: String) -> usize {
        let key = text.split_whitespace().collect::<Vec<_>>().join(" ");
        *self.numbers.entry(key).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, licence: &str, texts: &[&str]) -> Part {
        let texts = texts.iter().map(|&text| text.to_owned()).collect();
        Part {
            name: name.to_owned(),
            version: "1.2.3".to_owned(),
            licence: licence.to_owned(),
            texts,
        }
    }

    #[test]
    fn each_text_stands_once() {
        let parts = vec![
            part("one", "MIT", &["Take it,\nand be happy."]),
            part("two", "MIT", &["Take it, and\n  be happy.\n"]),
            part("three", "MIT OR Apache-2.0", &[]),
        ];
        let text = compose(parts, "Apache".to_owned()).unwrap();
        assert!(text.contains("one 1.2.3\n    MIT [2]\ntwo 1.2.3\n    MIT [2]\n"), "{text}");
        assert!(
            text.contains("three 1.2.3\n    MIT OR Apache-2.0; its package holds no text"),
            "{text}"
        );
        assert_eq!(text.matches("be happy").count(), 1);
    }

    #[test]
    fn a_crate_without_a_licence_is_refused() {
        assert!(compose(vec![part("one", "MIT", &[])], "Apache".to_owned()).is_err());
    }
}
