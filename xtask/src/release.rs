//! Makes `dist/`: what is handed to webmasters, and to those who use npm.
//!
//! Both hold what `pkg/` holds. They are made anew each time, from folders under `target/`, and hold
//! nothing of the hour or the machine: the same sources give the same bytes.

mod archive;
mod guide;
mod licences;
mod npm;

use crate::package::{self, clear};
use crate::step::step;
use crate::tree;
use crate::wordpress;
use crate::workspace::{pkg, root, target_dir};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Every member of the workspace has this version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The list of checksums, as `sha256sum --check` reads it.
const SUMS: &str = "SHA256SUMS";

/// Our own licences, which go with everything that is handed on.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The licences of what others wrote and the module holds.
const NOTICES: &str = "THIRD-PARTY.txt";

/// Makes `dist/`, and says what is in it. `false` where it was to be made twice and came out otherwise.
pub(crate) fn release(check: bool) -> Result<bool> {
    let _alone = package::lock()?;
    package::make()?;
    let dist = root().join("dist");
    step("dist/: zip, npm package, checksums", || make(&dist))?;
    for name in tree::files(&dist)? {
        let bytes = fs::metadata(dist.join(&name))?.len();
        println!("  dist/{name:<32}{:>8.1} KB", bytes as f64 / 1000.0);
    }
    if !check {
        return Ok(true);
    }
    step("once more, to compare", || make(&again()))?;
    same(&dist, &again())
}

/// Where it is made a second time.
fn again() -> PathBuf {
    target_dir().join("packages/again")
}

/// Whether two folders hold the same; says what differs.
fn same(one: &Path, other: &Path) -> Result<bool> {
    let (names, others) = (tree::files(one)?, tree::files(other)?);
    let mut differing = if names == others { Vec::new() } else { vec!["the names".to_owned()] };
    for name in names.into_iter().filter(|name| others.contains(name)) {
        if tree::read(&one.join(&name))? != tree::read(&other.join(&name))? {
            differing.push(name);
        }
    }
    for name in &differing {
        println!("error: made twice, {name} came out otherwise");
    }
    if differing.is_empty() {
        println!("✓ made twice, the same bytes");
    }
    Ok(differing.is_empty())
}

/// Makes everything in this folder, from `pkg/` as it stands.
fn make(out: &Path) -> Result<()> {
    let staging = target_dir().join("packages/staging");
    clear(&staging)?;
    clear(out)?;
    let folder = staging.join("tom-tat");
    let notices = licences::notices()?;
    share(&folder, &notices)?;
    tree::write(&folder.join(guide::NAME), guide::page(&pkg())?.as_bytes())?;
    sums(&folder)?;
    let zip = out.join(format!("tom-tat-{VERSION}.zip"));
    tree::write(&zip, &archive::zip(&folder, "tom-tat", &archive::time()?)?)?;
    let plugin = wordpress::assemble(&staging.join("wordpress"))?;
    licences_into(&plugin, &notices)?;
    let zip = out.join(format!("tom-tat-wordpress-{VERSION}.zip"));
    tree::write(&zip, &archive::zip(&plugin, wordpress::NAME, &archive::time()?)?)?;
    let package = staging.join("npm");
    share(&package, &notices)?;
    npm::complete(&package)?;
    npm::pack(&package, out)?;
    sums(out)
}

/// What both hold: everything of `pkg/`, and the licences.
fn share(folder: &Path, notices: &str) -> Result<()> {
    for name in tree::files(&pkg())? {
        tree::copy(&pkg().join(&name), &folder.join(&name))?;
    }
    licences_into(folder, notices)
}

fn licences_into(folder: &Path, notices: &str) -> Result<()> {
    for name in LICENCES {
        tree::copy(&root().join(name), &folder.join(name))?;
    }
    tree::write(&folder.join(NOTICES), notices.as_bytes())
}

/// Lists the checksums of a folder's files in the folder itself.
fn sums(folder: &Path) -> Result<()> {
    let mut list = String::new();
    for name in tree::files(folder)? {
        let hash = Sha256::digest(tree::read(&folder.join(&name))?);
        hash.iter()
            .try_for_each(|byte| write!(list, "{byte:02x}"))
            .context("a string takes text")?;
        writeln!(list, "  {name}")?;
    }
    tree::write(&folder.join(SUMS), list.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_differ_are_told() {
        let folder = std::env::temp_dir().join(format!("tom-tat-same-{}", std::process::id()));
        let (one, other) = (folder.join("one"), folder.join("other"));
        tree::write(&one.join("a/b"), b"1").unwrap();
        tree::write(&other.join("a/b"), b"1").unwrap();
        assert!(same(&one, &other).unwrap());
        tree::write(&other.join("a/b"), b"2").unwrap();
        assert!(!same(&one, &other).unwrap());
        tree::write(&other.join("a/b"), b"1").unwrap();
        tree::write(&other.join("c"), b"1").unwrap();
        assert!(!same(&one, &other).unwrap());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn checksums_are_those_that_everybody_computes() {
        let folder = std::env::temp_dir().join(format!("tom-tat-sums-{}", std::process::id()));
        tree::write(&folder.join("abc.txt"), b"abc").unwrap();
        sums(&folder).unwrap();
        let list = fs::read_to_string(folder.join(SUMS)).unwrap();
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(list, format!("{abc}  abc.txt\n"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
