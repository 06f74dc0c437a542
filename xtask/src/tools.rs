//! The tools that building needs, installed where they are missing.

use crate::process::Run;
use crate::step::{skip, step};
use crate::workspace::{self, locked_version, root, tools_dir};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The target that the card is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

const WASM_PACK: &str = "0.15.1";
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";
const OLDEST_NODE: u32 = 20;

/// Installs whatever is missing to build `pkg/`.
pub(crate) fn ensure() -> Result<()> {
    wasm_target()?;
    cargo_tool("wasm-pack", "wasm-pack", WASM_PACK)?;
    // wasm-bindgen refuses a module made by any other version than its own.
    cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &locked_version("wasm-bindgen")?)?;
    // What they were compiled from is large, and is not needed again.
    fs::remove_dir_all(build_dir()).ok();
    npm_packages()
}

/// Firefox's driver.
pub(crate) fn geckodriver() -> Result<()> {
    lone_tool("geckodriver", GECKODRIVER)
}

/// What judges the crates that the project is made of.
pub(crate) fn cargo_deny() -> Result<()> {
    lone_tool("cargo-deny", CARGO_DENY)
}

/// A tool that shares nothing with others while it is compiled, named like its command.
fn lone_tool(name: &str, version: &str) -> Result<()> {
    cargo_tool(name, name, version)?;
    fs::remove_dir_all(build_dir()).ok();
    Ok(())
}

/// A command of the project's own, else of the user's.
pub(crate) fn find(command: &str) -> Option<PathBuf> {
    own(command).or_else(|| which::which(command).ok())
}

/// Installs a component of the Rust toolchain if its command is missing.
pub(crate) fn component(name: &str, command: &str) -> Result<()> {
    let probe = Run::new("cargo")?.args([command, "--version"]).capture();
    if probe.is_ok() {
        return Ok(());
    }
    step(&format!("install {name}"), || {
        Run::new("rustup")?
            .args(["component", "add", name])
            .hint("install Rust with rustup, or the component with your own package manager")
            .show()
    })
}

pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = Run::new("rustc")?.args(["--print", "sysroot"]).capture()?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        skip("wasm target", "there");
        return Ok(());
    }
    step("install the wasm target", || {
        Run::new("rustup")?
            .args(["target", "add", WASM])
            .hint("install Rust with rustup; a distribution's own Rust needs its wasm32 package")
            .show()
    })
}

/// Makes sure of a command of exactly this version: the project's own, else the one on `PATH`.
fn cargo_tool(command: &str, package: &str, version: &str) -> Result<()> {
    // A copy of our own that is out of date would hide the one on PATH: replace it.
    if let Some(found) = find(command).filter(|found| has_version(found, version)) {
        let place = if found.starts_with(tools_dir()) { "target/tools" } else { "PATH" };
        skip(&format!("{package} {version}"), &format!("there, in {place}"));
        return Ok(());
    }
    step(&format!("install {package} {version} (some minutes, once)"), || install(package, version))
}

fn own(command: &str) -> Option<PathBuf> {
    let own = tools_dir().join("bin").join(command);
    Some(own.with_extension(std::env::consts::EXE_EXTENSION)).filter(|own| own.exists())
}

/// Compiles a tool from source. Not `--locked`: wasm-bindgen-cli's lock file can name a version
/// of a crate that has been withdrawn. Tools run for seconds, so they are compiled for a short
/// compile time.
fn install(package: &str, version: &str) -> Result<()> {
    let quiet = if std::io::stderr().is_terminal() { None } else { Some("--quiet") };
    Run::new("cargo")?
        .args(["install", "--version", &format!("={version}"), package])
        .args([Path::new("--root"), &tools_dir(), Path::new("--target-dir"), &build_dir()])
        .args(quiet)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .hint("check the connection to the crate registry, and that a C compiler is installed")
        .show()
}

/// Shared by the tools, which have most of their dependencies in common.
fn build_dir() -> PathBuf {
    tools_dir().join("build")
}

fn has_version(command: &Path, version: &str) -> bool {
    let printed = Run::new(command).and_then(|run| run.args(["--version"]).capture());
    printed.is_ok_and(|text| text.split_whitespace().nth(1) == Some(version))
}

pub(crate) fn npm_packages() -> Result<()> {
    node_is_new_enough()?;
    if npm_is_current() {
        skip("npm packages", "there");
        return Ok(());
    }
    step("install the npm packages", || {
        Run::new("npm")?
            .args(["ci", "--no-progress"])
            .hint("install Node.js with npm, and check the connection to the npm registry")
            .show()
    })
}

fn node_is_new_enough() -> Result<()> {
    let hint = "install Node.js 20 or later";
    let version = Run::new("node")?.args(["--version"]).hint(hint).capture()?;
    let major = major(&version).with_context(|| format!("node says its version is {version}"))?;
    if major < OLDEST_NODE {
        bail!("node {} is too old\n  what to do: {hint}", version.trim());
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// npm writes its own copy of the lock file last, so it is newer than ours after an install.
fn npm_is_current() -> bool {
    let modified =
        |path: PathBuf| -> Option<SystemTime> { fs::metadata(path).ok()?.modified().ok() };
    let installed = modified(root().join("node_modules/.package-lock.json"));
    let wanted = modified(root().join("package-lock.json"));
    workspace::npm_bin().join("wasm-opt").exists() && installed.is_some() && installed >= wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_nodes_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
    }

    #[test]
    fn a_version_must_be_exactly_the_one_wanted() {
        let rustc = which::which("rustc").unwrap();
        assert!(!has_version(&rustc, "0.1.0"));
        assert!(!has_version(Path::new("no-such-tool"), "0.1.0"));
    }
}
