//! The facts of one kind, one a line: JSON or CSV, for tables and databases.

use crate::summary::{Evidence, Summary};
use clap::ValueEnum;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// Which facts.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Kind {
    /// When it happened.
    Events,
    /// Who took part, with posts and roles.
    Officials,
    /// Which documents are cited.
    Directives,
    /// Which figures are reported.
    Figures,
}

/// How they are printed.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) kind: Kind,
    pub(super) csv: bool,
}

/// Names of what every row tells of its article.
const ARTICLE: [&str; 4] = ["id", "url", "published", "title"];

/// Names of where the fact stands: its words, and their place in UTF-16 units of the article's text.
const PLACE: [&str; 3] = ["exact", "start", "end"];

impl Kind {
    /// Names of what a row tells of its fact.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Events => &["date", "until", "part", "inferred"],
            Self::Officials => &["name", "positions", "roles", "aliases"],
            Self::Directives => &["type", "number", "name", "date", "issuer", "subject"],
            Self::Figures => &["quote", "value", "unit", "qualifier", "label", "before", "after"],
        }
    }

    /// The facts of a summary: what each row tells, in the order of [`Self::names`], and its evidence.
    fn rows(self, summary: &Summary) -> Vec<(Vec<Value>, &[Evidence])> {
        match self {
            Self::Events => summary
                .event
                .iter()
                .map(|event| {
                    (
                        vec![
                            json!(event.date),
                            json!(event.end),
                            json!(event.part),
                            json!(event.inferred),
                        ],
                        &event.evidence[..],
                    )
                })
                .collect(),
            Self::Officials => summary
                .officials
                .iter()
                .map(|official| {
                    let cells = vec![
                        json!(official.name),
                        json!(official.positions),
                        json!(official.roles),
                        json!(official.aliases),
                    ];
                    (cells, &official.evidence[..])
                })
                .collect(),
            Self::Directives => summary
                .directives
                .iter()
                .map(|directive| {
                    let cells = vec![
                        json!(directive.kind),
                        json!(directive.number),
                        json!(directive.name),
                        json!(directive.date),
                        json!(directive.issuer),
                        json!(directive.subject),
                    ];
                    (cells, &directive.evidence[..])
                })
                .collect(),
            Self::Figures => summary
                .figures
                .iter()
                .map(|figure| {
                    let cells = vec![
                        json!(figure.quote),
                        json!(figure.value),
                        json!(figure.unit),
                        json!(figure.qualifier),
                        json!(figure.label),
                        json!(figure.context.before),
                        json!(figure.context.after),
                    ];
                    (cells, &figure.evidence[..])
                })
                .collect(),
        }
    }
}

impl Table {
    /// The line of names, where there is one.
    pub(super) fn head(self) -> Option<String> {
        self.csv.then(|| csv(self.names().map(str::to_owned)))
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        ARTICLE.into_iter().chain(self.kind.names().iter().copied()).chain(PLACE)
    }

    /// The rows of one article, each with its line feed.
    pub(super) fn lines(self, id: &Value, summary: &Summary) -> String {
        let article =
            [id.clone(), json!(summary.url), json!(summary.published), json!(summary.title)];
        let rows = self.kind.rows(summary).into_iter().map(|(cells, evidence)| {
            let place = match evidence.first() {
                Some(place) => [json!(place.exact()), json!(place.start), json!(place.end)],
                None => [Value::Null, Value::Null, Value::Null],
            };
            let cells = article.iter().cloned().chain(cells).chain(place);
            if self.csv {
                csv(cells.map(|cell| words(&cell)))
            } else {
                // Every key is text: it cannot fail.
                serde_json::to_string(&Row(self.names().zip(cells).collect())).unwrap_or_default()
                    + "\n"
            }
        });
        rows.collect()
    }
}

/// One row of JSON, in the order of its names.
struct Row(Vec<(&'static str, Value)>);

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, cell)| (name, cell)))
    }
}

/// One cell of CSV: lists with semicolons between, nothing for what is not there.
fn words(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// One line of CSV.
fn csv(cells: impl Iterator<Item = String>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory cannot fail, and what is written is what was given: UTF-8.
    let _ = writer.write_record(cells.collect::<Vec<_>>());
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
