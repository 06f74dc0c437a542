//! The command line: `tom-tat extract | render | jsonld | text | schema`.
//!
//! Data flows one way: paths → records (`input`) → lines, on all cores (`pool`) → standard output. Nothing is
//! kept of a record that has been printed, so that memory does not grow with their number.

#![allow(clippy::print_stdout, clippy::print_stderr)] // Printing is what a command is for.

mod arguments;
mod explain;
mod facts;
mod input;
mod output;
mod pool;
mod progress;

use super::render::linked_data;
use super::{Native, read_page, schema};
use crate::article::{Article, Json};
use crate::extract::{explain, extract};
use crate::problem::{Code, Problem};
use crate::summary::Summary;
use arguments::{Action, Arguments, Contract, Input};
use clap::Parser;
use input::{Origin, Record};
use output::Output;
use serde::Serialize;
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::thread::available_parallelism;

/// Runs the command with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let action = Arguments::parse().action;
    let (head, table) = (action.table().and_then(facts::Table::head), action.table());
    match action {
        Action::Extract { input, explain: true, .. } => {
            each(&input, Around::default(), |article, _, origin| {
                let (summary, traces) = explain(article)?;
                Ok(format!("{origin}\n{}", explain::explained(&summary, &traces)))
            })
        }
        Action::Extract { input, pretty, .. } => {
            each(&input, Around { head, foot: None }, |article, id, _| {
                let summary = extract(article)?;
                Ok(match table {
                    Some(table) => table.lines(id, &summary),
                    None => summarised(id, &summary, pretty) + "\n",
                })
            })
        }
        Action::Render { input, rendering } => {
            let around = Around { head: rendering.head(), foot: rendering.foot() };
            each(&input, around, |article, _, _| Ok(rendering.card(&extract(article)?) + "\n"))
        }
        Action::Jsonld { input } => each(&input, Around::default(), |article, _, _| {
            Ok(linked_data(&extract(article)?) + "\n")
        }),
        Action::Text { input } => each(&input, Around::default(), |article, id, _| {
            Ok(json!({ "id": id, "text": article.source_text() }).to_string() + "\n")
        }),
        Action::Schema { contract } => {
            let mut output = Output::default();
            output.line(&match contract {
                Contract::Article => schema::article(),
                Contract::Summary => schema::summary(),
            });
            output.flush();
            ExitCode::SUCCESS
        }
    }
}

/// A summary with the id of its record.
fn summarised(id: &Value, summary: &Summary, pretty: bool) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        id: &'a Value,
        #[serde(flatten)]
        summary: &'a Summary,
    }
    let line = Line { id, summary };
    let json =
        if pretty { serde_json::to_string_pretty(&line) } else { serde_json::to_string(&line) };
    // Every key is text: it cannot fail.
    json.unwrap_or_default()
}

/// What is printed once, before and behind all articles.
#[derive(Default)]
struct Around {
    head: Option<String>,
    foot: Option<String>,
}

/// Prints what `lines` makes of each article; names those of which it makes nothing, and goes on.
fn each(
    input: &Input,
    around: Around,
    lines: impl Fn(&Article, &Value, &Origin) -> Result<String, Problem> + Sync,
) -> ExitCode {
    let read = Arc::new(AtomicU64::new(0));
    let progress = progress::begin(&input.paths, &read);
    let output = std::cell::RefCell::new(Output::default());
    let (mut done, mut failed) = (0_u64, 0_u64);
    output.borrow_mut().lines(&around.head.unwrap_or_default());
    let work = |record: Record| {
        let made = made(&record, input.target.as_deref(), &lines);
        (record.origin, made)
    };
    let print = |(origin, made): (Origin, Result<String, Problem>)| {
        done += 1;
        match made {
            Ok(lines) => output.borrow_mut().lines(&lines),
            Err(problem) => {
                failed += 1;
                progress.suspend(|| eprintln!("{origin}: {problem}"));
            }
        }
        ControlFlow::Continue(())
    };
    let idle = || {
        output.borrow_mut().flush();
        ControlFlow::Continue(())
    };
    pool::in_order(all(input, &read), threads(input), work, print, idle);
    output.borrow_mut().lines(&around.foot.unwrap_or_default());
    output.borrow_mut().flush();
    progress.finish_and_clear();
    if done == 0 {
        eprintln!(
            "tom-tat: không có bài nào (.json, .ndjson, .html) / there is no article (.json, .ndjson, .html)"
        );
    }
    if failed > 0 || done == 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Every record of every file, in order.
fn all<'a>(input: &'a Input, read: &'a Arc<AtomicU64>) -> impl Iterator<Item = Record> + Send + 'a {
    input::files(&input.paths).flat_map(move |file| -> Box<dyn Iterator<Item = Record> + Send> {
        match file {
            Ok(file) => input::records(&file, input.ndjson, read),
            Err((place, problem)) => Box::new(std::iter::once(input::failed(&place, problem))),
        }
    })
}

fn threads(input: &Input) -> usize {
    let cores = || available_parallelism().map_or(1, usize::from);
    input.threads.map_or_else(cores, usize::from)
}

/// What becomes of one record; a fault of ours in it is one like the others.
fn made(
    record: &Record,
    target: Option<&str>,
    lines: &impl Fn(&Article, &Value, &Origin) -> Result<String, Problem>,
) -> Result<String, Problem> {
    let text = record.text.as_ref().map_err(Clone::clone)?;
    let make = || {
        let (article, id) = article(text, target)?;
        let id = id.unwrap_or_else(|| Value::String(record.origin.to_string()));
        lines(&article, &id, &record.origin)
    };
    catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_| {
        Err(Problem::new(
            Code::Crash,
            "Lỗi nội bộ ở bài này. Hãy báo nhà phát triển, kèm bài viết.",
            "An internal fault in this article. Report it, with the article.",
        ))
    })
}

/// A record as an article, with its id where it has one.
///
/// # Errors
/// Every [`Problem`] of reading and of the contract.
fn article(text: &str, target: Option<&str>) -> Result<(Article, Option<Value>), Problem> {
    // A page: nothing else begins so.
    if text.trim_start().starts_with('<') {
        return read_page(text, target).map(|article| (article, None));
    }
    let json: Json = serde_json::from_str(text).map_err(|error| {
        if error.is_data() {
            return Json::refused();
        }
        Problem::new(
            Code::MalformedJson,
            format!("Không phải JSON hợp lệ ({error}). Hãy sửa tại dòng và cột đó."),
            format!("That is not valid JSON ({error}). Mend it at that line and column."),
        )
    })?;
    let id = match json.get("id") {
        Some(Json::Text(id)) => Some(json!(id)),
        // Whole numbers stay such.
        Some(Json::Number(id)) if id.fract() == 0.0 && id.abs() < 9e15 => Some(json!(*id as i64)),
        Some(Json::Number(id)) => Some(json!(id)),
        _ => None,
    };
    Ok((Article::read(&json, &Native)?, id))
}
