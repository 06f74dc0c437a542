//! `www/tom-tat.d.ts` says what the code does: each name on one side is on the other.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use serde_json::Value;
use std::collections::BTreeSet;
use tom_tat::native::schema;

const TYPES: &str = include_str!("../www/tom-tat.d.ts");
const MANIFEST: &str = include_str!("../www/custom-elements.json");
const LOADER: &str = include_str!("../www/tom-tat.js");
const DOCTOR: &str = include_str!("../www/doctor/doctor.js");
const MESSAGES: &str = include_str!("../www/doctor/messages.js");
const LIST: &str = include_str!("../www/list/tom-tat-list.js");
const LIST_WORDS: &str = include_str!("../www/list/problems.js");
const PROBLEM: &str = include_str!("../src/problem.rs");

type Names = BTreeSet<String>;

/// What stands between `open` and the next `close`.
fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    let rest = text.split_once(open).unwrap_or_else(|| panic!("no {open}")).1;
    rest.split_once(close).unwrap().0
}

/// The properties of an interface.
fn properties(interface: &str) -> Names {
    let body = between(TYPES, &format!("export interface {interface} "), "\n}");
    let names = body.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("  ")?.split_once([':', '('])?;
        let name = name.trim_start_matches("readonly ").trim_end_matches('?');
        name.chars().all(char::is_alphanumeric).then(|| name.to_owned())
    });
    names.collect()
}

fn keys(object: &Value) -> Names {
    object.as_object().unwrap().keys().cloned().collect()
}

/// The names of one list of the manifest, of the card's element or of the list's.
fn manifest(module: usize, list: &str) -> Names {
    let json: Value = serde_json::from_str(MANIFEST).unwrap();
    let items = json["modules"][module]["declarations"][0][list].as_array().unwrap();
    items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// Text in single quotes.
fn quoted(text: &str) -> Names {
    text.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn contract_1_has_the_same_fields() {
    let schema: Value = serde_json::from_str(&schema::article()).unwrap();
    assert_eq!(properties("Article"), keys(&schema["properties"]));
}

#[test]
fn contract_2_has_the_same_fields() {
    let schema: Value = serde_json::from_str(&schema::summary()).unwrap();
    assert_eq!(properties("Summary"), keys(&schema["properties"]));
    let mut compared = 0;
    for (name, part) in schema["$defs"].as_object().unwrap() {
        if let Some(fields) = part.get("properties") {
            assert_eq!(properties(name), keys(fields), "{name}");
            compared += 1;
        }
    }
    assert_eq!(compared, 6, "event, official, directive, figure, context and evidence");
}

#[test]
fn words_of_a_closed_list_are_the_same() {
    let schema: Value = serde_json::from_str(&schema::summary()).unwrap();
    for (kind, field) in [("Part", "part"), ("Role", "roles")] {
        let part = &schema["$defs"][kind];
        let words: Names = match (part["enum"].as_array(), part["oneOf"].as_array()) {
            (Some(words), _) => words.iter().map(|w| w.as_str().unwrap().to_owned()).collect(),
            (_, Some(words)) => {
                words.iter().map(|word| word["const"].as_str().unwrap().to_owned()).collect()
            }
            _ => panic!("{part}"),
        };
        assert_eq!(quoted(between(TYPES, &format!("  {field}: "), ";")), words);
    }
}

/// The names of the events that a file sends, with what stands before them.
fn told(file: &str, before: &str, prefix: &str) -> Names {
    let told = file.split(before).skip(1);
    told.map(|rest| format!("{prefix}{}", rest.split_once(['\'', '`']).unwrap().0)).collect()
}

#[test]
fn the_elements_have_the_same_members_and_events() {
    assert_eq!(properties("TomTatElement"), manifest(0, "members"));
    assert_eq!(properties("TomTatListElement"), manifest(1, "members"));
    let map = between(TYPES, "interface GlobalEventHandlersEventMap {", "\n  }");
    let events = manifest(0, "events").union(&manifest(1, "events")).cloned().collect();
    assert_eq!(quoted(map), events);
    assert_eq!(told(LOADER, "this.#tell('", "tom-tat:"), manifest(0, "events"));
    let mut of_lists = told(LIST, "this.#tell('", "");
    of_lists.extend(told(LIST, "this.#tell(`${NAME}:", "tom-tat-list:"));
    assert_eq!(of_lists, manifest(1, "events"));
}

/// The keys of an object of words.
fn words<'a>(text: &'a str, open: &str) -> impl Iterator<Item = String> + 'a {
    let entries = between(text, open, "\n};").lines();
    // A key stands two spaces in, its words four, or behind it.
    let keys =
        entries.filter_map(|line| line.strip_prefix("  ")?.split_once(": [")).map(|(key, _)| key);
    keys.filter(|key| !key.starts_with(' ')).map(|key| key.trim_matches('\'').to_owned())
}

#[test]
fn every_code_of_a_failure_is_named() {
    let mut codes: Names = words(MESSAGES, "const MESSAGES = {").collect();
    codes.extend(words(LIST_WORDS, "const WORDS = {"));
    // Those of a file that did not arrive have words by their causes.
    codes.extend(quoted(between(DOCTOR, "const LOST = [", "];")));
    let known = between(PROBLEM, "fn as_str(self)", "\n    }");
    codes.extend(known.split('"').skip(1).step_by(2).map(str::to_owned));
    assert_eq!(quoted(between(TYPES, "export type ErrorCode =", ";")), codes);
}
