//! Makes the module of the product page, which no card loads.

use crate::compiler::Compiler;
use crate::package::{PROFILE, clear, copy, esbuild};
use crate::process::Run;
use crate::step::{skip, step};
use crate::workspace::{root, target_dir};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Compiles in a folder of its own: both modules hold the library, by one file name but with other
/// features of what it depends on, and in one folder each build would throw the other's away.
pub(crate) fn build(compiler: &Compiler) -> Result<()> {
    let built = root().join("www/workshop");
    let (module, glue) = ("workshop_bg.wasm", "workshop.js");
    let stamp = target_dir().join("workshop.stamp");
    let inputs = compiler.name_with(&root().join("workshop"))?;
    let complete = built.join(module).exists() && built.join(glue).exists();
    if complete && fs::read_to_string(&stamp).is_ok_and(|last| last == inputs) {
        skip("wasm-pack build workshop", "nothing changed");
        return Ok(());
    }
    let staging = target_dir().join("workshop");
    let run = Run::new("wasm-pack")?
        .args(["--quiet", "build", "--target", "web", "--no-pack", "--no-typescript"])
        .args(["--out-name", "workshop"])
        .args(PROFILE)
        .args([&root().join("workshop"), Path::new("--out-dir"), &staging])
        .env("CARGO_TARGET_DIR", target_dir().join("workshop-build"));
    let run = compiler.environment(run).hint("read wasm-pack's message above");
    step("wasm-pack build workshop", || run.show())?;
    clear(&built)?;
    copy(&staging.join(module), &built.join(module))?;
    esbuild(&staging.join(glue), &built.join(glue), &["--format=esm", "--charset=utf8"])?;
    fs::write(&stamp, inputs).context("cannot write the stamp of the workshop")
}
