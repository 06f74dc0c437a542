//! The command line: `tom-tat extract FILE…`, `tom-tat schema article|summary`.
//!
//! A bad file is reported on standard error with its name and field; the others go through, and
//! the exit status is 1.

#![allow(clippy::print_stdout, clippy::print_stderr)] // Printing is what a command is for.

use super::{Native, schema};
use crate::article::{Article, Json};
use crate::extract::{Trace, explain};
use crate::problem::{Code, Problem};
use crate::summary::Summary;
use clap::{Parser, Subcommand, ValueEnum};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Facts of Vietnamese provincial news articles.
#[derive(Parser)]
#[command(name = "tom-tat", version)]
struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Print the summary (Contract 2) of each article, one JSON object a line, in order.
    Extract {
        /// Article JSON files (Contract 1); `-` is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print for people: each fact with its place and the rule that found it.
        #[arg(long)]
        explain: bool,
        /// Spread the JSON over several lines.
        #[arg(long)]
        pretty: bool,
    },
    /// Print the JSON Schema of a contract.
    Schema {
        /// Which contract.
        contract: Contract,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Contract {
    /// What goes in.
    Article,
    /// What comes out.
    Summary,
}

/// Runs the command with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    match Arguments::parse().action {
        Action::Extract { files, explain, pretty } => extract_all(&files, explain, pretty),
        Action::Schema { contract } => {
            println!(
                "{}",
                match contract {
                    Contract::Article => schema::article(),
                    Contract::Summary => schema::summary(),
                }
            );
            ExitCode::SUCCESS
        }
    }
}

fn extract_all(files: &[PathBuf], explained: bool, pretty: bool) -> ExitCode {
    let mut failed = false;
    for file in files {
        match extract_file(file) {
            Ok((summary, traces)) if explained => print_explained(file, &summary, &traces),
            Ok((summary, _)) => println!("{}", to_json(&summary, pretty)),
            Err(problem) => {
                failed = true;
                eprintln!("{}: {problem}", file.display());
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Reads and extracts one file.
///
/// # Errors
/// Every [`Problem`] of reading, of the contract and of extraction.
fn extract_file(file: &Path) -> Result<(Summary, Vec<Trace>), Problem> {
    let text = read_file(file).map_err(|error| {
        Problem::new(
            Code::NotReadable,
            format!("Không đọc được tệp ({error}). Hãy kiểm tra đường dẫn và quyền đọc."),
            format!("The file cannot be read ({error}). Check its path and permissions."),
        )
    })?;
    let json: Json = serde_json::from_str(&text).map_err(|error| {
        Problem::new(
            Code::MalformedJson,
            format!("Tệp không phải JSON hợp lệ ({error}). Hãy sửa tại dòng và cột đó."),
            format!("The file is not valid JSON ({error}). Mend it at that line and column."),
        )
    })?;
    explain(&Article::read(&json, &Native)?)
}

fn read_file(file: &Path) -> std::io::Result<String> {
    if file != Path::new("-") {
        return std::fs::read_to_string(file);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text)
}

fn to_json(summary: &Summary, pretty: bool) -> String {
    let json =
        if pretty { serde_json::to_string_pretty(summary) } else { serde_json::to_string(summary) };
    json.unwrap_or_default()
}

fn print_explained(file: &Path, summary: &Summary, traces: &[Trace]) {
    println!("{}", file.display());
    let rule = |fact: String| {
        traces.iter().find(|trace| trace.fact == fact).map_or("curated", |trace| trace.rule)
    };
    let place = |evidence: &[crate::summary::Evidence]| {
        evidence.first().map_or(String::new(), |e| format!(" [{}–{}]", e.start, e.end))
    };
    if let Some(event) = &summary.event {
        let part = event.part.map_or("", crate::summary::Part::as_str);
        println!(
            "  event {} {part} ({}){}",
            event.date,
            rule("event".into()),
            place(&event.evidence)
        );
    }
    for (index, official) in summary.officials.iter().enumerate() {
        let roles: Vec<&str> = official.roles.iter().map(|role| role.as_str()).collect();
        println!(
            "  official {}: {} | {} ({}){}",
            official.name,
            official.positions.join("; "),
            roles.join(", "),
            rule(format!("officials[{index}]")),
            place(&official.evidence)
        );
    }
    for (index, directive) in summary.directives.iter().enumerate() {
        println!(
            "  directive {} {} | {} | {} | {} ({}){}",
            directive.kind,
            directive.number.as_deref().unwrap_or("–"),
            directive.date.map(|day| day.to_string()).unwrap_or_default(),
            directive.issuer.as_deref().unwrap_or("–"),
            directive.subject.as_deref().unwrap_or("–"),
            rule(format!("directives[{index}]")),
            place(&directive.evidence)
        );
    }
    for (index, figure) in summary.figures.iter().enumerate() {
        println!(
            "  figure {} = {} {} | {} ({}){}",
            figure.quote,
            figure.value,
            figure.unit,
            figure.label,
            rule(format!("figures[{index}]")),
            place(&figure.evidence)
        );
    }
}
