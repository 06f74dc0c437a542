//! Where things are, and which versions the lock files name.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's build folder.
pub(crate) fn target_dir() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// The folder that is built, and that a webmaster uploads.
pub(crate) fn pkg() -> PathBuf {
    root().join("pkg")
}

/// The folder given to `cargo install --root`.
pub(crate) fn tools_dir() -> PathBuf {
    target_dir().join("tools")
}

/// Where npm puts the commands of its packages.
pub(crate) fn npm_bin() -> PathBuf {
    root().join("node_modules").join(".bin")
}

/// `PATH` with the project's own tools in front of the user's.
pub(crate) fn path_variable() -> Result<OsString> {
    let users = env::var_os("PATH").unwrap_or_default();
    let own = [tools_dir().join("bin"), npm_bin()];
    env::join_paths(own.into_iter().chain(env::split_paths(&users)))
        .context("this folder's name cannot stand in PATH: move the repository to a plain path")
}

/// The version of a crate in `Cargo.lock`.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let lock = read("Cargo.lock")?;
    version_in_lock(&lock, package).with_context(|| format!("Cargo.lock has no {package}"))
}

/// Reads a file of the repository.
pub(crate) fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("cannot read {path}"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn finds_the_package_of_exactly_that_name() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }

    #[test]
    fn the_lock_file_names_wasm_bindgen() {
        assert!(locked_version("wasm-bindgen").is_ok());
    }
}
