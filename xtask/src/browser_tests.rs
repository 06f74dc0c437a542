//! Where the tests are that run in a browser.

use crate::package::files_in;
use crate::workspace::root;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Cargo's arguments for what holds browser tests, so that tests of the command are not compiled
/// for a browser; none if there is no browser test at all.
pub(crate) fn targets() -> Result<Vec<String>> {
    let mut targets = Vec::new();
    if any(&root().join("src"))? {
        targets.push("--lib".to_owned());
    }
    targets.extend(files()?);
    Ok(targets)
}

pub(crate) fn files() -> Result<Vec<String>> {
    let mut targets = Vec::new();
    for file in files_in(&root().join("tests"), "rs")? {
        if has_one(&file)? {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            targets.extend(["--test".to_owned(), name.into_owned()]);
        }
    }
    Ok(targets)
}

fn any(folder: &Path) -> Result<bool> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let found = if path.is_dir() { any(&path)? } else { has_one(&path)? };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

fn has_one(file: &Path) -> Result<bool> {
    if file.extension().is_none_or(|extension| extension != "rs") {
        return Ok(false);
    }
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(text.contains("#[wasm_bindgen_test"))
}
