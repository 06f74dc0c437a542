//! The package for npm.

use super::{VERSION, guide};
use crate::package::bundle;
use crate::process::Run;
use crate::tree;
use crate::workspace::{self, root};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Written by hand, with `{version}` where that stands.
const TEMPLATES: [&str; 2] = ["package.json", "README.md"];

/// Hashes for tags of script, and they are of files that bundlers change.
const LEFT_OUT: &str = "files.json";

/// Adds what only this package has to a folder that holds the rest.
pub(super) fn complete(folder: &Path) -> Result<()> {
    fs::remove_file(folder.join(LEFT_OUT)).context("pkg/ has no list of its files")?;
    for name in TEMPLATES {
        let template = workspace::read(&format!("www/npm/{name}"))?;
        let text = guide::fill(&template, &[("version", VERSION)])?;
        tree::write(&folder.join(name), text.as_bytes())?;
    }
    let index = folder.join("index.js");
    // The condition of `package.json` by which the loader takes `www/npm/folder.js`.
    let options = ["--format=esm", "--charset=utf8", "--conditions=npm"];
    bundle(&root().join("www/tom-tat.js"), &index, options)?;
    tree::readable(&index)
}

/// npm's own command, which gives every file the same time and owner.
pub(super) fn pack(folder: &Path, out: &Path) -> Result<()> {
    Run::new("npm")?
        .args(["pack", "--silent", "--ignore-scripts"])
        .args([folder, Path::new("--pack-destination"), out])
        .hint("install Node.js with npm")
        .capture()?;
    tree::readable(&out.join(format!("tom-tat-{VERSION}.tgz")))
}
