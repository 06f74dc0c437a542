//! How the card is compiled: for size, and with nothing of this machine in it.

use crate::process::Run;
use crate::step::step;
use crate::tools::WASM;
use crate::workspace::{read, root};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Leaves out what a reader never sees: the text and place of panics, and `{:?}`. A panic still
/// stops the module with a `RuntimeError`. With the standard library compiled like this as well,
/// the card is a sixth smaller.
const SMALL: [&str; 4] =
    ["-Zlocation-detail=none", "-Zfmt-debug=none", "-Zunstable-options", "-Cpanic=immediate-abort"];

/// The environment that Cargo compiles the card in, whoever calls it.
pub(crate) struct Compiler {
    pub(crate) build: String,
}

impl Compiler {
    /// Makes sure of a toolchain that can make the small build. Its options are unstable, and can
    /// change with any version: without them the card would be a sixth larger, and nobody told.
    pub(crate) fn prepare() -> Result<Self> {
        let version = Run::new("rustc")?.args(["--version"]).capture()?;
        let version = version.trim();
        let pinned = pinned()?;
        if !understands_small() {
            bail!(
                "{version} does not know the options that make the card small\n  what to do: use \
                 Rust {pinned}, which rust-toolchain.toml names: rustup toolchain install {pinned}"
            );
        }
        if !has_library_source() {
            bail!(
                "{version} lacks the source of its standard library, without which the card is a \
                 sixth larger\n  what to do: rustup component add rust-src, or use Rust {pinned} \
                 by rustup"
            );
        }
        Ok(Self { build: build_name(version)? })
    }

    /// A name for what a module is built from that has sources of its own beside the card's.
    pub(crate) fn name_with(&self, folder: &Path) -> Result<String> {
        let mut hasher = DefaultHasher::new();
        self.build.hash(&mut hasher);
        hash_files(folder, &mut hasher)?;
        Ok(format!("{:016x}", hasher.finish()))
    }

    pub(crate) fn environment(&self, run: Run) -> Run {
        let mut flags = env::var("RUSTFLAGS").unwrap_or_default();
        for (folder, name) in private_folders() {
            // A folder with a space in its name cannot be said in RUSTFLAGS: leave it as it is.
            if !folder.to_string_lossy().contains(' ') {
                flags.push_str(&format!(" --remap-path-prefix={}={name}", folder.display()));
            }
        }
        flags.push(' ');
        flags.push_str(&SMALL.join(" "));
        run.env("RUSTFLAGS", flags.trim())
            .env("TOM_TAT_BUILD", &self.build)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
    }
}

/// A name for what the card is built from, and by which compiler; glue and module both carry it.
/// Their short names fit those of any other build, so that nothing else tells two builds apart.
fn build_name(rustc: &str) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for folder in ["build", "src", "web", "xtask/src"] {
        hash_files(&root().join(folder), &mut hasher)?;
    }
    for file in ["Cargo.toml", "Cargo.lock", "package-lock.json"] {
        read(file)?.hash(&mut hasher);
    }
    (rustc, env::var_os("RUSTFLAGS")).hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

fn hash_files(folder: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            hash_files(&path, hasher)?;
        } else {
            fs::read(&path)?.hash(hasher);
        }
    }
    Ok(())
}

/// Folders of this machine whose names would get into the file shipped.
fn private_folders() -> Vec<(PathBuf, &'static str)> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registry = cargo_home.map(|home| (home.join("registry/src"), "crates"));
    registry.into_iter().chain([(root(), "tom-tat")]).collect()
}

/// The version that `rust-toolchain.toml` names.
fn pinned() -> Result<String> {
    let file = read("rust-toolchain.toml")?;
    let channel = file.lines().find_map(|line| line.strip_prefix("channel = "));
    Ok(channel.context("rust-toolchain.toml names no channel")?.trim_matches('"').to_owned())
}

fn understands_small() -> bool {
    let probe = |run: Run| run.args(SMALL).args(["--target", WASM, "--print", "cfg"]).capture();
    Run::new("rustc").and_then(|run| probe(run.env("RUSTC_BOOTSTRAP", "1"))).is_ok()
}

/// Whether the standard library's source is there, after an attempt to install it.
fn has_library_source() -> bool {
    let there = || {
        let sysroot = Run::new("rustc").and_then(|run| run.args(["--print", "sysroot"]).capture());
        let library = |root: String| Path::new(root.trim()).join("lib/rustlib/src/rust/library");
        sysroot.is_ok_and(|root| library(root).join("Cargo.lock").is_file())
    };
    let install = || Run::new("rustup")?.args(["component", "add", "rust-src"]).capture();
    there() || (step("install rust-src", install).is_ok() && there())
}
