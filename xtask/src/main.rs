//! Builds, serves and tests `<tom-tat>`; installs what that needs.
//!
//! `cargo xtask help` lists the tasks. Tools are kept under `target/tools` and `node_modules`,
//! so that nothing of the user's own set-up changes.
#![allow(clippy::print_stdout, reason = "reporting to a person is what this program is for")]

mod browser;
mod browser_tests;
mod compiler;
mod count;
mod debian;
mod endurance;
mod fuzz;
mod glue;
mod handbook;
mod hosts;
#[path = "../../src/native/light_styles.rs"]
mod light_styles;
mod manifest;
mod mine;
mod package;
mod parts;
mod process;
mod release;
mod serve;
mod servers;
mod sizes;
mod stages;
mod step;
mod supply;
mod tools;
mod tree;
mod wordpress;
mod workshop;
mod workspace;
mod yew;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves and tests <tom-tat>")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Make pkg/ complete: everything that a webmaster uploads
    Build,
    /// Make dist/: a zip for webmasters and a package for npm
    Release {
        /// Make both twice, and fail where the second ones are others
        #[arg(long)]
        check: bool,
    },
    /// Build pkg/ and serve the demo on this machine
    Serve {
        /// Port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Print candidates for the lexicon, counted in a folder of real articles
    Mine {
        /// What to look for
        #[arg(value_enum)]
        kind: mine::Kind,
        /// The folder, seen from the repository
        #[arg(long, default_value = "../shared/news")]
        news: PathBuf,
    },
    /// Print what one card loads, and where the bytes of its module are
    Size,
    /// Mount, remove and change cards ten thousand times, and write docs/ENDURANCE.md
    Endurance,
    /// Run each fuzz target on so many inputs
    Fuzz {
        /// Inputs of each target
        #[arg(long, default_value_t = 2_500_000)]
        runs: u64,
    },
    /// Run every check and test, or only the stages named
    Test {
        /// Stages to run, in their usual order; all of them if none is named
        #[arg(value_enum)]
        stages: Vec<stages::Stage>,
        /// Engines to run the end-to-end tests in; all of them if none is named
        #[arg(long, value_enum)]
        engine: Vec<browser::Engine>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out one task; `false` says that it ran to its end and found failures.
fn run(task: Task) -> Result<bool> {
    match task {
        Task::Build => package::build().map(|()| true),
        Task::Release { check } => release::release(check),
        Task::Serve { port } => serve::serve(port).map(|()| true),
        Task::Mine { kind, news } => mine::mine(kind, &news).map(|()| true),
        Task::Size => sizes::report(),
        Task::Endurance => endurance::run(),
        Task::Fuzz { runs } => fuzz::run(&fuzz::Extent::Runs(runs)).map(|tally| tally.failed == 0),
        Task::Test { stages, engine } => stages::test(&stages, &engine),
    }
}
