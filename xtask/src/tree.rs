//! The files in and below a folder.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Their paths from the folder, with `/`, sorted as bytes are: the same on every machine.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    list(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

/// Adds the files of a folder, whose path from the outermost one is `prefix`.
fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{} has no plain name", path.display()))?;
        if path.is_dir() {
            list(&path, &format!("{prefix}{name}/"), names)?;
        } else {
            names.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

/// Reads a file, and names it where that fails.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Copies a file into a folder, which is made where it is missing.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    write(to, &read(from)?)
}

/// Writes a file with the rights that a released one has, whatever its maker's are.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let said = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(said)?;
    }
    fs::write(path, bytes).with_context(said)?;
    readable(path)
}

/// Gives a file these rights that a program has made, which goes by its maker's.
#[cfg(unix)]
pub(crate) fn readable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
        .with_context(|| format!("cannot make {} readable", path.display()))
}

#[cfg(not(unix))]
pub(crate) fn readable(_: &Path) -> Result<()> {
    Ok(())
}
