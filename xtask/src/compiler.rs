//! How the card is compiled: for size, and with nothing of this machine in it.

use crate::process::Run;
use crate::step::{skip, step};
use crate::tools::WASM;
use crate::workspace::root;
use anyhow::Result;
use std::env;
use std::path::{Path, PathBuf};

/// Leaves out what a reader never sees: the text and place of panics, and `{:?}`. A panic still
/// stops the module with a `RuntimeError`. With the standard library compiled like this as well,
/// the card is a sixth smaller.
const SMALL: [&str; 4] =
    ["-Zlocation-detail=none", "-Zfmt-debug=none", "-Zunstable-options", "-Cpanic=immediate-abort"];

/// The environment that Cargo compiles the card in, whoever calls it.
pub(crate) struct Compiler {
    small: bool,
}

impl Compiler {
    /// Prepares the small build where this toolchain can do it, else the plain one.
    pub(crate) fn prepare() -> Result<Self> {
        let small = understands_small() && has_library_source();
        if !small {
            skip("small build", "left out, since this toolchain lacks rust-src or has new options");
        }
        Ok(Self { small })
    }

    /// These options are unstable: they can change with any version of the compiler, so that a
    /// toolchain without them is no failure. The size gate tells if the card has become too large.
    pub(crate) fn environment(&self, run: Run) -> Run {
        let mut flags = env::var("RUSTFLAGS").unwrap_or_default();
        for (folder, name) in private_folders() {
            // A folder with a space in its name cannot be said in RUSTFLAGS: leave it as it is.
            if !folder.to_string_lossy().contains(' ') {
                flags.push_str(&format!(" --remap-path-prefix={}={name}", folder.display()));
            }
        }
        if !self.small {
            return run.env("RUSTFLAGS", flags.trim());
        }
        flags.push(' ');
        flags.push_str(&SMALL.join(" "));
        run.env("RUSTFLAGS", flags.trim())
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
    }
}

/// Folders of this machine whose names would get into the file shipped.
fn private_folders() -> Vec<(PathBuf, &'static str)> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registry = cargo_home.map(|home| (home.join("registry/src"), "crates"));
    registry.into_iter().chain([(root(), "tom-tat")]).collect()
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
