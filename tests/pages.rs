//! The pages of `tests/pages`, one kind of page each. What is right of a page stands in the comment
//! at its head, a field a line; a field that is left out is not checked. The same pages are read in a
//! browser by `tests/e2e/fixtures.test.mjs`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)] // A test may fail loudly.

use std::path::Path;
use tom_tat::extract::extract;
use tom_tat::native::read_page;
use tom_tat::summary::Summary;

/// The values that a card has of a field: several of a list, none where the card has none.
type Values = fn(&Summary) -> Vec<String>;

/// The fields of a card.
const FIELDS: &[(&str, Values)] = &[
    ("title", |summary| summary.title.iter().cloned().collect()),
    ("published", |summary| summary.published.iter().map(ToString::to_string).collect()),
    ("event", |summary| summary.event.iter().map(|event| event.date.to_string()).collect()),
    ("officials", |summary| summary.officials.iter().map(|one| one.name.clone()).collect()),
    ("documents", |summary| summary.directives.iter().filter_map(|d| d.number.clone()).collect()),
    ("figures", |summary| sorted(summary.figures.iter().map(|one| one.quote.clone()).collect())),
];

/// What a page's comment says, in order: names of fields and their values.
type Expected<'a> = Vec<(&'a str, Vec<String>)>;

#[test]
fn every_page_gives_what_its_comment_says() {
    let mut wrong = Vec::new();
    for (file, html) in pages() {
        for (field, wanted, got) in misses(&expected(&html), &html) {
            wrong.push(format!("{file}  {field}: wanted “{wanted}”, got “{got}”"));
        }
    }
    assert!(wrong.is_empty(), "{} fields are wrong\n{}\n", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_page_says_what_it_is_about_and_what_is_right() {
    let known = |field: &str| {
        matches!(field, "for" | "error") || FIELDS.iter().any(|(name, _)| *name == field)
    };
    let mut wrong = Vec::new();
    for (file, html) in pages() {
        let expected = expected(&html);
        let about = comment(&html).lines().find(|line| !line.trim().is_empty());
        if about.is_none_or(|line| line.contains(" =")) {
            wrong.push(format!("{file}: its comment does not begin with what it is about"));
        }
        if !expected.iter().any(|(field, _)| matches!(*field, "title" | "error")) {
            wrong.push(format!("{file}: neither “title” nor “error” in its comment"));
        }
        let strange = expected.iter().filter(|(field, _)| !known(field));
        wrong.extend(strange.map(|(field, _)| format!("{file}: no field is called “{field}”")));
    }
    assert!(wrong.is_empty(), "{}\n", wrong.join("\n"));
}

/// Name and text of each page, by name.
fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    let mut pages: Vec<_> = files.map(read).collect();
    pages.sort();
    pages
}

/// The comment at the head of a page.
fn comment(html: &str) -> &str {
    let comment = html.split_once("<!--").and_then(|(_, rest)| rest.split_once("-->"));
    comment.map_or("", |(comment, _)| comment)
}

fn expected(html: &str) -> Expected<'_> {
    comment(html).lines().filter_map(|line| line.split_once(" =")).map(read_field).collect()
}

/// "officials = Nguyễn Văn An; Lê Thị Hạnh".
fn read_field<'a>((field, values): (&'a str, &str)) -> (&'a str, Vec<String>) {
    let (field, values) = (field.trim(), values.trim());
    if matches!(field, "for" | "title") {
        return (field, vec![values.to_owned()]);
    }
    let each = values.split(';').map(str::trim).filter(|value| !value.is_empty());
    let values = each.map(str::to_owned).collect();
    (field, if field == "figures" { sorted(values) } else { values })
}

fn sorted(mut values: Vec<String>) -> Vec<String> {
    values.sort();
    values
}

/// The fields that are wrong: name, what was wanted, what came.
fn misses<'a>(expected: &Expected<'a>, html: &str) -> Vec<(&'a str, String, String)> {
    let wanted = |name: &str| {
        expected.iter().find(|(field, _)| *field == name).map(|(_, values)| values.join("; "))
    };
    let summary = read_page(html, wanted("for").as_deref()).and_then(|article| extract(&article));
    let error = summary.as_ref().err().map_or("none", |problem| problem.code.as_str());
    let right = wanted("error").unwrap_or_else(|| "none".to_owned());
    if right != error {
        return vec![("error", right, error.to_owned())];
    }
    let Ok(summary) = &summary else { return Vec::new() };
    let mut misses = Vec::new();
    for (field, values) in expected {
        let Some((_, of)) = FIELDS.iter().find(|(name, _)| name == field) else { continue };
        let got = of(summary);
        if got != *values {
            misses.push((*field, values.join("; "), got.join("; ")));
        }
    }
    misses
}
