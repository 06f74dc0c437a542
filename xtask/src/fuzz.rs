//! The fuzz target of `fuzz/`, run for a bounded time from its seeds.
//!
//! libFuzzer with the coverage instrumentation that a stable compiler has; `cargo fuzz` works in
//! that folder, too, where somebody has it.

use crate::process::Run;
use crate::workspace::root;
use anyhow::{Context, Result};
use std::fs;

/// What `cargo fuzz` passes, without the sanitizer, which needs an unstable compiler: there is no
/// unsafe code that it could catch.
const INSTRUMENTED: &str = "--cfg fuzzing -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// How long the target runs.
const SECONDS: &str = "20";

/// Builds the target and runs it; an error names the input that broke something.
pub(crate) fn run() -> Result<()> {
    let host = host()?;
    let folder = root().join("target/fuzz");
    // What was found interesting is kept from run to run; the seeds stay as they are.
    let corpus = folder.join("corpus");
    fs::create_dir_all(&corpus).with_context(|| format!("cannot make {}", corpus.display()))?;
    Run::new("cargo")?
        .args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        .args(["--target", &host, "--target-dir", "target/fuzz"])
        .env("RUSTFLAGS", INSTRUMENTED)
        .hint("a C++ compiler is needed: apt-get install g++")
        .show()?;
    Run::new(folder.join(&host).join("release/article"))?
        .args([format!("-max_total_time={SECONDS}"), "-rss_limit_mb=2048".to_owned()])
        .args(["-max_len=4096", "-print_final_stats=1", "-verbosity=0"])
        .args([format!("-artifact_prefix={}/", folder.display())])
        .args([corpus, root().join("fuzz/seeds")])
        .hint("the input stands in target/fuzz/crash-*: make a case of it, then mend the rule")
        .show()
}

/// This machine's target: proc macros and build scripts are not to be instrumented.
fn host() -> Result<String> {
    let version = Run::new("rustc")?.args(["-vV"]).capture()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc -vV names no host")?.to_owned())
}
