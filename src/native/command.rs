//! The command line: `tom-tat extract | render | jsonld FILE…`, `tom-tat schema article|summary`.
//!
//! A bad file is reported on standard error with its name and field; the others go through, and
//! the exit status is 1.

#![allow(clippy::print_stdout, clippy::print_stderr)] // Printing is what a command is for.

use super::render::{Rendering, linked_data};
use super::{Native, read_page, schema};
use crate::article::{Article, Json, check_source};
use crate::extract::{Fact, Trace, explain, extract};
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
    /// In HTML pages: the id of the article's element, or a CSS selector. Without it, the article is
    /// found as on a page with the card.
    #[arg(long = "for", value_name = "SELECTOR", global = true)]
    target: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Print the summary (Contract 2) of each article, one JSON object a line, in order.
    Extract {
        /// Article JSON (Contract 1) or HTML pages; `-` is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print for people: each fact with its place and the rule that found it.
        #[arg(long)]
        explain: bool,
        /// Spread the JSON over several lines.
        #[arg(long)]
        pretty: bool,
    },
    /// Print the card of each article as HTML that needs no script, one line each, in order.
    ///
    /// For templates: an editor that takes `<style>` out of posts leaves its rules there as text.
    Render {
        /// Article JSON (Contract 1) or HTML pages; `-` is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        rendering: Box<Rendering>,
    },
    /// Print the facts of each article as schema.org JSON-LD, one object a line, in order.
    Jsonld {
        /// Article JSON (Contract 1) or HTML pages; `-` is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
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
    let Arguments { action, target } = Arguments::parse();
    let target = target.as_deref();
    match action {
        Action::Extract { files, explain: true, .. } => explain_all(&files, target),
        Action::Extract { files, pretty, .. } => {
            print_each(&files, target, |summary| to_json(summary, pretty))
        }
        Action::Render { files, rendering } => {
            print_each(&files, target, |summary| rendering.card(summary))
        }
        Action::Jsonld { files } => print_each(&files, target, linked_data),
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

/// Prints a line for each article.
fn print_each(
    files: &[PathBuf],
    target: Option<&str>,
    line: impl Fn(&Summary) -> String,
) -> ExitCode {
    each(files, target, |article, _| {
        println!("{}", line(&extract(article)?));
        Ok(())
    })
}

/// Does something with each article; names those that cannot be read, and goes on.
fn each(
    files: &[PathBuf],
    target: Option<&str>,
    act: impl Fn(&Article, &Path) -> Result<(), Problem>,
) -> ExitCode {
    let mut failed = false;
    for file in files {
        if let Err(problem) = read_article(file, target).and_then(|article| act(&article, file)) {
            failed = true;
            eprintln!("{}: {problem}", file.display());
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Reads one file as an article.
///
/// # Errors
/// Every [`Problem`] of reading and of the contract.
fn read_article(file: &Path, target: Option<&str>) -> Result<Article, Problem> {
    let text = read_file(file).map_err(|error| {
        Problem::new(
            Code::NotReadable,
            format!("Không đọc được tệp ({error}). Hãy kiểm tra đường dẫn và quyền đọc."),
            format!("The file cannot be read ({error}). Check its path and permissions."),
        )
    })?;
    check_source(&text)?;
    // A page: nothing else begins so.
    if text.trim_start().starts_with('<') {
        return read_page(&text, target);
    }
    let json: Json = serde_json::from_str(&text).map_err(|error| {
        if error.is_data() {
            return Json::refused();
        }
        Problem::new(
            Code::MalformedJson,
            format!("Tệp không phải JSON hợp lệ ({error}). Hãy sửa tại dòng và cột đó."),
            format!("The file is not valid JSON ({error}). Mend it at that line and column."),
        )
    })?;
    Article::read(&json, &Native)
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

fn explain_all(files: &[PathBuf], target: Option<&str>) -> ExitCode {
    each(files, target, |article, file| {
        let (summary, traces) = explain(article)?;
        println!("{}", file.display());
        print_explained(&summary, &traces);
        Ok(())
    })
}

fn print_explained(summary: &Summary, traces: &[Trace]) {
    let rule = |fact: Fact| {
        traces.iter().find(|trace| trace.fact == fact).map_or("curated", |trace| trace.rule)
    };
    let place = |evidence: &[crate::summary::Evidence]| {
        evidence.first().map_or(String::new(), |e| format!(" [{}–{}]", e.start, e.end))
    };
    if let Some(event) = &summary.event {
        let part = event.part.map_or("", crate::summary::Part::as_str);
        println!("  event {} {part} ({}){}", event.date, rule(Fact::Event), place(&event.evidence));
    }
    for (index, official) in summary.officials.iter().enumerate() {
        let roles: Vec<&str> = official.roles.iter().map(|role| role.as_str()).collect();
        println!(
            "  official {}: {} | {} ({}){}",
            official.name,
            official.positions.join("; "),
            roles.join(", "),
            rule(Fact::Official(index)),
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
            rule(Fact::Directive(index)),
            place(&directive.evidence)
        );
    }
    for (index, figure) in summary.figures.iter().enumerate() {
        println!(
            "  figure {} = {} {} | {} ({}){}",
            figure.quote,
            figure.value,
            figure.unit,
            figure.words(),
            rule(Fact::Figure(index)),
            place(&figure.evidence)
        );
    }
    for left in traces.iter().filter(|trace| trace.fact == Fact::LeftOut) {
        println!("  left out: {} ({})", left.words, left.rule);
    }
}
