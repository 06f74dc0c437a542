//! The fuzz targets of `fuzz/`, run from their seeds for a bounded time or number of inputs.
//!
//! libFuzzer with the coverage instrumentation that a stable compiler has; `cargo fuzz` works in
//! that folder, too, where somebody has it.

use crate::count::Tally;
use crate::process::{Kept, Run};
use crate::step::human;
use crate::workspace::root;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// What `cargo fuzz` passes, without the sanitizer, which needs an unstable compiler: there is no
/// unsafe code that it could catch.
const INSTRUMENTED: &str = "--cfg fuzzing -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// The targets, two of which run at a time; the slowest ones first.
const TARGETS: [&str; 4] = ["render", "html", "extract", "contract"];

/// How long the targets run.
pub(crate) enum Extent {
    /// So many seconds each.
    Seconds(u32),
    /// So many inputs each.
    Runs(u64),
}

/// What one target did.
struct Outcome {
    target: &'static str,
    runs: u64,
    time: Duration,
    /// What was printed, where an input broke something.
    failure: Option<String>,
}

/// Builds the targets and runs them; one that found something has failed.
pub(crate) fn run(extent: &Extent) -> Result<Tally> {
    let host = host()?;
    let folder = root().join("target/fuzz");
    Run::new("cargo")?
        .args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        .args(["--target", &host, "--target-dir", "target/fuzz"])
        .env("RUSTFLAGS", INSTRUMENTED)
        .hint("a C++ compiler is needed: apt-get install g++")
        .show()?;
    let mut outcomes = Vec::new();
    for pair in TARGETS.chunks(2) {
        let (folder, host) = (&folder, &host);
        let ran: Vec<_> = thread::scope(|scope| {
            let threads =
                pair.iter().map(|target| scope.spawn(|| one(folder, host, target, extent)));
            threads.collect::<Vec<_>>().into_iter().map(thread::ScopedJoinHandle::join).collect()
        });
        for outcome in ran {
            outcomes
                .push(outcome.unwrap_or_else(|_| bail!("a thread of the task itself panicked"))?);
        }
    }
    println!("\n{:<10}{:>12}{:>14}  result", "target", "inputs", "a second");
    for Outcome { target, runs, time, failure } in &outcomes {
        let speed = *runs as f64 / time.as_secs_f64().max(0.001);
        let result = if failure.is_none() { "nothing found" } else { "FAILED" };
        println!("{target:<10}{runs:>12}{speed:>14.0}  {result} in {}", human(*time));
    }
    let failures: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.failure.as_ref()).collect();
    for failure in &failures {
        println!(
            "{failure}\nerror: the input stands in target/fuzz/*-crash-*: make a case of it, then mend the rule"
        );
    }
    let passed = outcomes.len() - failures.len();
    Ok(Tally { passed, failed: failures.len(), ..Tally::default() })
}

/// Runs one target.
fn one(folder: &Path, host: &str, target: &'static str, extent: &Extent) -> Result<Outcome> {
    // What was found interesting is kept from run to run; the seeds stay as they are.
    let corpus = folder.join("corpus").join(target);
    fs::create_dir_all(&corpus).with_context(|| format!("cannot make {}", corpus.display()))?;
    let extent = match extent {
        Extent::Seconds(seconds) => format!("-max_total_time={seconds}"),
        Extent::Runs(runs) => format!("-runs={runs}"),
    };
    let start = Instant::now();
    let Kept { errors, status, .. } = Run::new(folder.join(host).join("release").join(target))?
        .args([extent, format!("-artifact_prefix={}/{target}-", folder.display())])
        .args([
            "-rss_limit_mb=2048",
            "-timeout=10",
            "-max_len=4096",
            "-print_final_stats=1",
            "-verbosity=0",
        ])
        .args([corpus, root().join("fuzz/seeds")])
        .keep()?;
    let runs = errors.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let runs = runs.and_then(|runs| runs.trim().parse().ok()).unwrap_or_default();
    let failure = (!status.success() || runs == 0).then_some(errors);
    Ok(Outcome { target, runs, time: start.elapsed(), failure })
}

/// This machine's target: proc macros and build scripts are not to be instrumented.
fn host() -> Result<String> {
    let version = Run::new("rustc")?.args(["-vV"]).capture()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc -vV names no host")?.to_owned())
}
