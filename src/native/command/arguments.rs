//! What the command is told, and what `--help` teaches.

use super::super::render::Rendering;
use super::facts::{Kind, Table};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Facts of Vietnamese provincial news articles: days, officials and their posts, documents, figures.
///
/// Reads article JSON, NDJSON, HTML pages, folders of them, and standard input (`-`). Prints one line for
/// each article, in order. An article that cannot be read is named on standard error; the others go
/// through.
#[derive(Parser)]
#[command(name = "tom-tat", version, after_long_help = EXIT_CODES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) action: Action,
}

const EXIT_CODES: &str = "Exit codes:
  0  every article went through, or whoever read the output had enough
  1  an article could not be read, or there was none
  2  the command was called wrongly
  3  the output cannot be written";

#[derive(Subcommand)]
pub(super) enum Action {
    /// Print the summary of each article, one JSON object a line.
    ///
    /// Each has an `id`: the article's own, else its file, with the line where it stands in NDJSON.
    #[command(after_long_help = "Examples:
  tom-tat extract bai.json --pretty
  tom-tat extract --for bai-viet trang.html
  tom-tat extract kho-bai/ > tom-tat.ndjson
  tom-tat extract kho-bai.ndjson --facts officials --csv > lanh-dao.csv
  zcat kho-bai.ndjson.gz | tom-tat extract --ndjson - | head")]
    Extract {
        #[command(flatten)]
        input: Input,
        /// Print for people: each fact with its place and the rule that found it.
        #[arg(long, conflicts_with_all = ["pretty", "facts"])]
        explain: bool,
        /// Spread the JSON over several lines.
        #[arg(long, conflicts_with = "facts")]
        pretty: bool,
        /// Print the facts of one kind, one a line.
        #[arg(long, value_name = "KIND")]
        facts: Option<Kind>,
        /// Print these as CSV, with a line of names at the head.
        #[arg(long, requires = "facts")]
        csv: bool,
    },
    /// Print the card of each article as HTML that needs no script, one line each.
    ///
    /// For templates: an editor that takes `<style>` out of posts leaves its rules there as text.
    Render {
        #[command(flatten)]
        input: Input,
        #[command(flatten)]
        rendering: Box<Rendering>,
    },
    /// Print the facts of each article as schema.org JSON-LD, one object a line.
    Jsonld {
        #[command(flatten)]
        input: Input,
    },
    /// Print the text of each article as facts are found in it, one JSON object a line.
    Text {
        #[command(flatten)]
        input: Input,
    },
    /// Print the JSON Schema of what goes in, or of what comes out.
    Schema {
        /// Which of the two.
        contract: Contract,
    },
}

/// Where the articles are, and how to read them.
#[derive(Args)]
pub(super) struct Input {
    /// Article JSON, NDJSON, HTML pages, or folders of them; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// In HTML pages: the id of the article's element, or a CSS selector. Without it, the article is
    /// found as on a page with the card.
    #[arg(long = "for", value_name = "SELECTOR")]
    pub(super) target: Option<String>,
    /// Read every file as NDJSON. Files that end in .ndjson or .jsonl are, and others whose first line is
    /// a whole JSON object with more behind it.
    #[arg(long)]
    pub(super) ndjson: bool,
    /// Work on so many articles at a time; as many as the machine has cores where it is not given.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Contract {
    /// What goes in.
    Article,
    /// What comes out.
    Summary,
}

impl Action {
    /// The table that its lines make, if they make one.
    pub(super) fn table(&self) -> Option<Table> {
        match self {
            Self::Extract { facts: Some(kind), csv, .. } => Some(Table { kind: *kind, csv: *csv }),
            _ => None,
        }
    }
}
