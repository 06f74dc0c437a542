//! Packs the data files of the lexicon, the selectors for pages and the style sheet: comments stay out
//! of what readers load.

#![allow(clippy::print_stdout)] // Cargo reads what a build script prints.

mod lexicon;
mod sources;
mod style;

#[path = "../src/lexicon/tag.rs"]
#[allow(dead_code, unreachable_pub)]
mod tag;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/card/styles");
    println!("cargo::rerun-if-changed=src/page/sources");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    lexicon::pack(&out)?;
    sources::pack(&out)?;
    style::pack(&out)
}

/// The files of a folder with this extension, by name.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<PathBuf> = entries?.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    // By stem: `unit.txt` comes before `unit-mined.txt`.
    paths.sort_by_key(|path| path.file_stem().map(std::ffi::OsStr::to_os_string));
    Ok(paths)
}

/// The lines of a data file that are no comments: `# …`, where `#id` is a selector.
fn data(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.map(str::to_owned).collect()
}
