//! `docs/schema/` holds the JSON Schemas of both contracts, as the types of today make them; all samples are valid.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tom_tat::article::{Article, Json};
use tom_tat::extract::extract;
use tom_tat::native::{Native, schema};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_schemas_are_current() {
    for (name, made) in [("article", schema::article()), ("summary", schema::summary())] {
        let path = root(&format!("docs/schema/{name}.json"));
        let there = fs::read_to_string(&path).unwrap_or_default();
        let todo = format!("cargo run --bin tom-tat schema {name} > docs/schema/{name}.json");
        assert!(there.trim_end() == made, "docs/schema/{name}.json is old; what to do: {todo}");
    }
}

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&schema).unwrap()
}

/// Every article of these folders, with its file.
fn samples() -> Vec<(PathBuf, String)> {
    let folders = ["www/articles", "tests/articles"].map(root);
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path());
    let json = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    json.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn all_samples_are_valid() {
    let (article, summary) = (validator(&schema::article()), validator(&schema::summary()));
    let samples = samples();
    assert!(samples.len() > 5, "{samples:?}");
    for (path, text) in samples {
        let value: Value = serde_json::from_str(&text).unwrap();
        assert!(article.is_valid(&value), "{}: {:?}", path.display(), article.validate(&value));
        let json: Json = serde_json::from_str(&text).unwrap();
        let made = serde_json::to_value(extract(&Article::read(&json, &Native).unwrap()).unwrap())
            .unwrap();
        assert!(summary.is_valid(&made), "{}: {:?}", path.display(), summary.validate(&made));
    }
}

#[test]
fn what_is_wrong_is_not_valid() {
    let (article, summary) = (validator(&schema::article()), validator(&schema::summary()));
    for wrong in [r#"{"body": 5}"#, r#"{"id": [], "body": "x"}"#, r#"{"omit": "x"}"#, "[]"] {
        assert!(!article.is_valid(&serde_json::from_str(wrong).unwrap()), "{wrong}");
    }
    for wrong in ["{}", r#"{"officials": {}}"#] {
        assert!(!summary.is_valid(&serde_json::from_str(wrong).unwrap()), "{wrong}");
    }
}
