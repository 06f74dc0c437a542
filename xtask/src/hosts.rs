//! The matrix of hosts: what the end-to-end tests leave under `target/hosts/`, as `docs/HOSTS.md`.

use crate::browser::Engine;
use crate::count::Tally;
use crate::debian;
use crate::step::skip;
use crate::workspace::{root, target_dir};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Old libraries that the tests load where they are installed.
const LIBRARIES: [(&str, &str); 2] = [
    ("libjs-mootools", "/usr/share/javascript/mootools/mootools.js"),
    ("libjs-prototype", "/usr/share/javascript/prototype/prototype.js"),
];

const TARGET: &str = "docs/HOSTS.md";

const HEAD: &str = "# Hosts

What the card does in the pages, servers and policies of others. Each row is a test that opens a real page on a
real local server, in three engines; `cargo xtask test` writes this file anew and compares it. *Real*: the
very software or browser does it; *imitated*: the page does what that software is known to do. “card” means that
the card was there and the page unharmed, “says: …” that the fallback stayed and the failure was named by this
code.
";

/// What a test found of one host.
#[derive(Deserialize, PartialEq)]
struct Row {
    name: String,
    kind: String,
    result: String,
}

/// Installs the old libraries that are missing, where that can be done.
pub(crate) fn ensure_libraries() -> Result<()> {
    let missing = LIBRARIES.iter().filter(|(_, file)| !Path::new(file).exists());
    let packages: Vec<&str> = missing.map(|(package, _)| *package).collect();
    if !packages.is_empty() && debian::can_install() {
        debian::install(&packages)?;
    }
    Ok(())
}

/// Writes the matrix if it is another than the one in `docs/`, and fails then. Nothing where not every
/// host was tested in every engine.
pub(crate) fn check() -> Result<Tally> {
    let Some(matrix) = matrix()? else {
        skip(TARGET, "the end-to-end tests have not run in all engines, or lack a library");
        return Ok(Tally { skipped: 1, ..Tally::default() });
    };
    let path = root().join(TARGET);
    if fs::read_to_string(&path).is_ok_and(|there| there == matrix) {
        return Ok(Tally::one(true));
    }
    fs::write(&path, matrix).with_context(|| format!("cannot write {TARGET}"))?;
    bail!("{TARGET} was another than the tests show, and is written anew\n  what to do: commit it")
}

fn matrix() -> Result<Option<String>> {
    let mut text = HEAD.to_owned();
    let mut engines = Vec::new();
    for engine in Engine::value_variants() {
        let Some(chapters) = chapters(&engine.name().to_lowercase())? else { return Ok(None) };
        engines.push(chapters);
    }
    let Some(first) = engines.first() else { return Ok(None) };
    for (chapter, rows) in first {
        write!(text, "\n## {chapter}\n\n| host |")?;
        Engine::value_variants().iter().try_for_each(|one| write!(text, " {} |", one.name()))?;
        text.push_str(" how |\n|---|---|---|---|---|\n");
        for (index, row) in rows.iter().enumerate() {
            write!(text, "| {} |", row.name.replace('|', "\\|"))?;
            for engine in &engines {
                let same = engine.get(chapter).and_then(|rows| rows.get(index));
                let Some(same) = same.filter(|same| same.name == row.name) else { return Ok(None) };
                write!(text, " {} |", same.result)?;
            }
            writeln!(text, " {} |", row.kind)?;
        }
    }
    Ok(Some(text))
}

/// The rows of each chapter that the tests left in this engine; `None` where they did not run, or not all.
fn chapters(engine: &str) -> Result<Option<BTreeMap<String, Vec<Row>>>> {
    let folder = target_dir().join("hosts").join(engine);
    let Ok(entries) = fs::read_dir(&folder) else { return Ok(None) };
    let mut chapters = BTreeMap::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let rows = fs::read_to_string(&path)?;
        let rows: Vec<Row> = serde_json::from_str(&rows)
            .with_context(|| format!("cannot read {}", path.display()))?;
        if rows.iter().any(|row| row.result.contains("package is not installed")) {
            return Ok(None);
        }
        chapters.insert(name, rows);
    }
    Ok(Some(chapters))
}
