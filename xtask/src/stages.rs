//! The stages of `cargo xtask test`.

use crate::browser::Engine;
use crate::browser_tests;
use crate::count::{self, Tally};
use crate::fuzz;
use crate::hosts;
use crate::package::{self, files_in};
use crate::process::Run;
use crate::sizes;
use crate::step::human;
use crate::supply;
use crate::tools::{self, WASM};
use crate::workspace::root;
use anyhow::{Result, bail};
use clap::ValueEnum;
use std::time::{Duration, Instant};

/// One kind of check. They run in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Stage {
    /// `cargo fmt --check`
    Format,
    /// `cargo clippy`, for this machine and for wasm, with warnings denied
    Clippy,
    /// Licences, versions, sources and known faults of crates and npm packages
    Supply,
    /// `cargo test`
    Native,
    /// The fuzz targets, half a minute each
    Fuzz,
    /// `wasm-pack test` in a headless browser
    Wasm,
    /// The build of pkg/
    Build,
    /// What one card loads, against its limits
    Size,
    /// Our types, and JSON-LD by those of schema.org, by the compiler of TypeScript
    Types,
    /// What the oldest browsers do not know, in the CSS and JavaScript of `pkg/`
    Oldest,
    /// Every theme in every mode: axe-core, and pictures to look at
    Look,
    /// What arrives of one card from nginx, Apache, lighttpd and a server like IIS
    Wire,
    /// The zip and the npm package, as those use them who get them
    Release,
    /// The plugin in Debian's WordPress, with MariaDB and PHP
    Wordpress,
    /// The files for NukeViet, in pages as its templates make them
    Nukeviet,
    /// The app for Wagtail, in a site of its own
    Wagtail,
    /// The built pkg/ in a real page, in each engine
    E2e,
    /// The matrix of hosts that the end-to-end tests leave, against docs/HOSTS.md
    Hosts,
}

/// A stage, and the engine that it runs in where it runs once in each.
type Part = (Stage, Option<Engine>);

/// Runs these stages, or all, in these engines, or all; prints `N passed, N failed` and returns
/// whether none failed.
pub(crate) fn test(stages: &[Stage], engines: &[Engine]) -> Result<bool> {
    let engines = in_order(engines);
    let mut total = Tally::default();
    let mut report = Vec::new();
    for part in in_order(stages).into_iter().flat_map(|stage| stage.parts(&engines)) {
        println!("\n━━ {} ━━", title(part));
        let start = Instant::now();
        let tally = run(part).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally::one(false)
        });
        total += tally;
        report.push((part, tally, start.elapsed()));
    }
    print(&report, total);
    Ok(total.failed == 0)
}

/// What was named, else everything, once and in its usual order.
fn in_order<T: ValueEnum + Ord>(named: &[T]) -> Vec<T> {
    let mut chosen = if named.is_empty() { T::value_variants() } else { named }.to_vec();
    chosen.sort();
    chosen.dedup();
    chosen
}

fn print(report: &[(Part, Tally, Duration)], total: Tally) {
    println!("\n━━ all stages ━━");
    for (part, tally, time) in report {
        let mark = if tally.failed == 0 { '✓' } else { '✗' };
        let mut counts = format!("{} passed, {} failed", tally.passed, tally.failed);
        if tally.skipped > 0 {
            counts.push_str(&format!(", {} left out", tally.skipped));
        }
        println!("{mark} {:<28}{counts:<36}{}", title(*part), human(*time));
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
}

fn title((stage, engine): Part) -> String {
    match engine {
        Some(engine) => format!("{}, {}", stage.title(), engine.name()),
        None => stage.title().to_owned(),
    }
}

fn run((stage, engine): Part) -> Result<Tally> {
    match (stage, engine) {
        (Stage::Format, _) => format(),
        (Stage::Clippy, _) => clippy(),
        (Stage::Supply, _) => supply::check(),
        (Stage::Native, _) => native(),
        (Stage::Fuzz, _) => fuzz::run(&fuzz::Extent::Seconds(30)),
        (Stage::Wasm, _) => wasm(),
        (Stage::Build, _) => package::build().map(|()| Tally::one(true)),
        (Stage::Size, _) => sizes::check().map(Tally::one),
        (Stage::Types, _) => types(),
        (Stage::Oldest, _) => node_tests("tests/browsers", Engine::Chromium),
        (Stage::Look, _) => node_tests("tests/look", Engine::Chromium),
        (Stage::Wire, _) => {
            crate::servers::ensure()?;
            node_tests("tests/wire", Engine::Chromium)
        }
        (Stage::Release, _) => {
            // Whether both came out the same is for the tests to tell.
            crate::release::release(true)?;
            node_tests("tests/release", Engine::Chromium)
        }
        (Stage::Wordpress, _) => {
            crate::wordpress::prepare()?;
            node_tests_within(600, "tests/wordpress", Engine::Chromium)
        }
        (Stage::Nukeviet, _) => {
            crate::wordpress::ensure_php()?;
            node_tests("tests/nukeviet", Engine::Chromium)
        }
        (Stage::Wagtail, _) => node_tests_within(600, "tests/wagtail", Engine::Chromium),
        (Stage::Hosts, _) => hosts::check(),
        (Stage::E2e, engine) => {
            crate::yew::build()?;
            hosts::ensure_libraries()?;
            node_tests("tests/e2e", engine.unwrap_or(Engine::Chromium))
        }
    }
}

impl Stage {
    fn title(self) -> &'static str {
        match self {
            Self::Format => "formatting",
            Self::Clippy => "clippy",
            Self::Supply => "supply chain",
            Self::Native => "native tests",
            Self::Fuzz => "fuzzing",
            Self::Wasm => "wasm tests in a browser",
            Self::Build => "build of pkg/",
            Self::Size => "size",
            Self::Types => "types",
            Self::Oldest => "oldest browsers",
            Self::Look => "looks and accessibility",
            Self::Wire => "on the wire",
            Self::Release => "release",
            Self::Wordpress => "WordPress",
            Self::Nukeviet => "NukeViet",
            Self::Wagtail => "Wagtail",
            Self::E2e => "end-to-end tests",
            Self::Hosts => "matrix of hosts",
        }
    }

    fn parts(self, engines: &[Engine]) -> Vec<Part> {
        match self {
            Self::E2e => engines.iter().map(|&engine| (self, Some(engine))).collect(),
            _ => vec![(self, None)],
        }
    }
}

fn format() -> Result<Tally> {
    tools::component("rustfmt", "fmt")?;
    let run = Run::new("cargo")?.args(["fmt", "--all", "--check"]);
    run.hint("cargo fmt --all").show().map(|()| Tally::one(true))
}

fn clippy() -> Result<Tally> {
    tools::component("clippy", "clippy")?;
    tools::wasm_target()?;
    let mut tally = Tally::default();
    let native = ["--workspace", "--all-targets"].map(str::to_owned).to_vec();
    let for_wasm = ["--target", WASM, "--workspace", "--exclude", "xtask", "--lib"];
    let mut for_wasm = for_wasm.map(str::to_owned).to_vec();
    for_wasm.extend(browser_tests::files()?);
    for what in [native, for_wasm] {
        let run = Run::new("cargo")?.args(["clippy"]).args(what).args(["--", "-D", "warnings"]);
        let outcome = run.hint("correct what clippy names above").show();
        if let Err(error) = &outcome {
            println!("error: {error:#}");
        }
        tally += Tally::one(outcome.is_ok());
    }
    Ok(tally)
}

fn native() -> Result<Tally> {
    let run = Run::new("cargo")?.args(["test", "--workspace", "--no-fail-fast"]);
    let printed = run.tee()?;
    counted(count::of_cargo(&printed.text), printed.success)
}

fn wasm() -> Result<Tally> {
    let targets = browser_tests::targets()?;
    if targets.is_empty() {
        println!("nothing to run: no file has a #[wasm_bindgen_test]");
        return Ok(Tally::default());
    }
    tools::ensure()?;
    let driver = Engine::Chromium.ensure()?.driver;
    let printed = Run::new("wasm-pack")?
        .args(["test", "--headless", "--chrome", "--chromedriver"])
        .args([driver])
        .args(targets)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .tee()?;
    counted(count::of_cargo(&printed.text), printed.success)
}

fn types() -> Result<Tally> {
    tools::npm_packages()?;
    let run = Run::new("tsc")?.args(["--project", "tests/types"]);
    run.hint("correct www/tom-tat.d.ts").show()?;
    let mut tally = node_tests("tests/types", Engine::Chromium)?;
    tally += Tally::one(true);
    Ok(tally)
}

/// The tests of a folder that drive a browser, with Node's test runner.
fn node_tests(folder: &str, engine: Engine) -> Result<Tally> {
    node_tests_within(120, folder, engine)
}

/// The same where a file with all its tests may take so many seconds.
fn node_tests_within(seconds: u32, folder: &str, engine: Engine) -> Result<Tally> {
    let files = files_in(&root().join(folder), "mjs")?;
    let tests = files.iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs"));
    let loader = crate::workspace::pkg().join("tom-tat.js");
    if !loader.exists() {
        bail!("pkg/tom-tat.js is missing\n  what to do: cargo xtask build");
    }
    // Cards that the command renders are tested in browsers, too.
    Run::new("cargo")?.args(["build", "--quiet", "--bin", "tom-tat"]).show()?;
    let timeout = format!("--test-timeout={seconds}000");
    let options = ["--test", "--test-reporter=spec", &timeout];
    let printed = engine.ensure()?.node(&options)?.args(tests).tee()?;
    counted(count::of_node(&printed.text), printed.success)
}

/// A runner that failed, or that ran nothing, has failed whatever it counted.
fn counted(mut tally: Tally, success: bool) -> Result<Tally> {
    if tally.is_empty() && success {
        bail!("no test ran, though there should be some");
    }
    if !success && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_nothing_is_a_failure() {
        assert!(counted(Tally::default(), true).is_err());
    }

    #[test]
    fn a_runner_that_broke_down_counts_as_one_failure() {
        let broke = counted(Tally { passed: 3, ..Tally::default() }, false).unwrap();
        assert_eq!((broke.passed, broke.failed), (3, 1));
        let counted_two = counted(Tally { passed: 3, failed: 2, skipped: 0 }, false).unwrap();
        assert_eq!(counted_two.failed, 2);
    }
}
