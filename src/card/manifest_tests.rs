//! `www/custom-elements.json` says what a designer may style and a webmaster may write: it must
//! name exactly what there is.

// Clippy allows it in tests, but does not take a helper of such a module for one.
#![allow(clippy::unwrap_used)]

use super::STYLES;
use std::collections::BTreeSet;

const MANIFEST: &str = include_str!("../../www/custom-elements.json");
const LOADER: &str = include_str!("../../www/tom-tat.js");
const MARKUP: [&str; 12] = [
    include_str!("component.rs"),
    include_str!("parts/band.rs"),
    include_str!("parts/copy.rs"),
    include_str!("parts/directives.rs"),
    include_str!("parts/fact.rs"),
    include_str!("parts/figures.rs"),
    include_str!("parts/footer.rs"),
    include_str!("parts/lead.rs"),
    include_str!("parts/line.rs"),
    include_str!("parts/officials.rs"),
    include_str!("parts/section.rs"),
    include_str!("options.rs"),
];

/// The names of one list of the manifest's only declaration.
fn manifest(list: &str) -> BTreeSet<String> {
    let json: serde_json::Value = serde_json::from_str(MANIFEST).unwrap();
    let items = json["modules"][0]["declarations"][0][list].as_array().unwrap();
    items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// The words between `open` and the next `close`, for each `open` in `text`.
fn between<'a>(text: &'a str, open: &'a str, close: char) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| Some(rest.split_once(close)?.0))
}

#[test]
fn every_part_is_in_the_manifest_and_the_other_way_round() {
    let mut parts: BTreeSet<String> = ["error", "skeleton"].map(str::to_owned).into();
    for source in MARKUP {
        let named = [
            "part=\"",
            "part: \"",
            "list: \"",
            "section: \"",
            "heading: \"",
            "{ \"number",
            "{ \"fact",
            "span(\"",
            "bold(\"",
            "(bold, \"",
            "whole(\"",
            "(whole, \"",
            "(span, \"",
            "heading, \"",
        ];
        for value in named.iter().flat_map(|open| between(source, open, '"')) {
            parts.extend(value.split(' ').map(str::to_owned));
        }
    }
    // What is put together from pieces: the card, sections, a number and an entry that are long.
    let made = [
        "card",
        "line",
        "short",
        "full",
        "home",
        "section",
        "section-title",
        "number",
        "fact",
        "figure",
        "long",
        "whole",
        "wide",
    ];
    parts.extend(made.map(str::to_owned));
    parts.remove("");
    assert_eq!(manifest("cssParts"), parts);
}

#[test]
fn every_part_that_is_styled_exists() {
    let known = manifest("cssParts");
    // The build takes the quotation marks away.
    for open in ["[part=", "[part~="] {
        for part in between(STYLES, open, ']') {
            assert!(known.contains(part), "the style sheet selects {part}");
        }
    }
}

#[test]
fn every_custom_property_is_in_the_manifest_and_the_other_way_round() {
    let mut properties: BTreeSet<String> = BTreeSet::new();
    for source in [STYLES, LOADER] {
        for rest in source.split("var(--tom-tat-").skip(1) {
            let end = rest.find(|c: char| c != '-' && !c.is_ascii_alphabetic()).unwrap();
            properties.insert(format!("--tom-tat-{}", &rest[..end]));
        }
    }
    assert_eq!(manifest("cssProperties"), properties);
}

#[test]
fn every_attribute_is_in_the_manifest_and_the_other_way_round() {
    let names = LOADER.split_once("const ATTRIBUTES").unwrap().1;
    let names = names.split('\'').nth(1).unwrap();
    let observed: BTreeSet<String> = names.split(' ').map(str::to_owned).collect();
    assert_eq!(manifest("attributes"), observed);
}
