//! The browser that tests run in.

use crate::process::Run;
use crate::step::{skip, step};
use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use which::which;

const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Small, and has every Vietnamese letter; without one a screenshot shows boxes.
const FONT: &str = "fonts-dejavu-core";

/// Names under which Chromium is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds Chromium's driver, installing both where that is possible without asking.
pub(crate) fn ensure() -> Result<PathBuf> {
    let wanted = missing();
    if wanted.is_empty() {
        skip("Chromium and its driver", "there");
    } else if can_install() {
        step(&format!("install {}", wanted.join(", ")), || install(&wanted))?;
    } else if driver().is_none() || !has_chromium() {
        bail!(
            "Chromium and ChromeDriver are needed for the tests in a browser\n  what to do: \
             install them with your package manager (Debian: {} {FONT}), or set CHROMEDRIVER to \
             the driver of an installed Chrome",
            PACKAGES.join(" ")
        );
    }
    driver().context("ChromeDriver is still missing\n  what to do: set CHROMEDRIVER to its path")
}

fn missing() -> Vec<&'static str> {
    let mut wanted = Vec::new();
    if driver().is_none() || !has_chromium() {
        wanted.extend(PACKAGES);
    }
    if !has_vietnamese_font() {
        wanted.push(FONT);
    }
    wanted
}

fn driver() -> Option<PathBuf> {
    let named = env::var_os("CHROMEDRIVER").map(PathBuf::from).filter(|path| path.is_file());
    named.or_else(|| which("chromedriver").ok())
}

fn has_chromium() -> bool {
    // A driver named by hand knows its own browser.
    env::var_os("CHROMEDRIVER").is_some() || NAMES.iter().any(|name| which(name).is_ok())
}

fn has_vietnamese_font() -> bool {
    let listed = Run::new("fc-list").and_then(|run| run.args([":lang=vi", "family"]).capture());
    // No fontconfig, no way to tell: only a fresh Debian is sure to have no font at all.
    listed.map_or(!Path::new("/etc/debian_version").exists(), |fonts| !fonts.trim().is_empty())
}

/// Whether this is a Debian-like system, with the right to install packages.
fn can_install() -> bool {
    Path::new("/etc/debian_version").exists() && which("apt-get").is_ok() && is_root()
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    // The owner of a process's entry is the user whom it runs as.
    std::fs::metadata("/proc/self").is_ok_and(|entry| entry.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

fn install(packages: &[&str]) -> Result<()> {
    let apt =
        || Ok::<_, anyhow::Error>(Run::new("apt-get")?.env("DEBIAN_FRONTEND", "noninteractive"));
    let hint = "check the package sources; Ubuntu has Chromium as a snap only: set CHROMEDRIVER";
    apt()?.args(["update", "-qq"]).hint(hint).show()?;
    apt()?
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages)
        .hint(hint)
        .capture()
        .map(|_| ())
}
