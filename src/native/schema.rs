//! JSON Schemas of both contracts, generated from the Rust types.

use crate::summary::Summary;
use schemars::{JsonSchema, schema_for};

/// Contract 1 as a type: documentation and schema only, [`crate::article`] does the reading.
#[derive(JsonSchema)]
#[schemars(title = "Article")]
#[allow(dead_code)]
struct ArticleContract {
    /// Passed through by the command.
    id: Option<Id>,
    /// Headline.
    title: Option<String>,
    /// Address, http(s) or relative.
    url: Option<String>,
    /// Newspaper or portal.
    source: Option<String>,
    /// Author.
    author: Option<String>,
    /// ISO 8601, or as Vietnamese pages print it.
    published: Option<String>,
    /// Language, `vi`.
    lang: Option<String>,
    /// Plain text or HTML; may be absent where `summary` is there.
    body: Option<String>,
    /// Curated facts (Contract 2, every field optional); they win over extracted ones.
    summary: Option<serde_json::Map<String, serde_json::Value>>,
    /// Names of officials, numbers or names of documents and quotes of figures that are not to show.
    omit: Option<Vec<String>>,
}

/// What an archive knows an article by.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Id {
    Text(String),
    Number(f64),
}

/// JSON Schema of Contract 1.
#[must_use]
pub fn article() -> String {
    pretty(&schema_for!(ArticleContract))
}

/// JSON Schema of Contract 2.
#[must_use]
pub fn summary() -> String {
    pretty(&schema_for!(Summary))
}

fn pretty(schema: &schemars::Schema) -> String {
    serde_json::to_string_pretty(schema).unwrap_or_default()
}
