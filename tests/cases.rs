//! Runs the case files of `tests/cases`, and checks over every line that what must not matter
//! does not matter. `TOM_TAT_UPDATE=1 cargo test --test cases` rewrites the expectations; read
//! the difference before you commit it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test may fail loudly.

mod case_format;

use case_format::{
    Case, Fact, cases, difference, disguised, extract, facts, files, nfc, read, retoned, rewrite,
    try_extract,
};

fn found(case: &Case) -> Vec<Fact> {
    found_with(case, false)
}

/// What the line has to state.
fn stated(case: &Case) -> Vec<Fact> {
    found_with(case, case.place.contains("context"))
}

fn found_with(case: &Case, contexts: bool) -> Vec<Fact> {
    facts(&extract(&case.text, case.published.as_deref()).0, contexts)
}

fn report(failures: &[String]) {
    assert!(failures.is_empty(), "{} lines fail\n\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_line_gives_exactly_its_facts() {
    if std::env::var_os("TOM_TAT_UPDATE").is_some() {
        return update();
    }
    let mut failures = Vec::new();
    for case in cases() {
        let found = stated(&case);
        let (missing, unexpected) = difference(&case.expected, &found);
        if missing.is_empty() && unexpected.is_empty() {
            continue;
        }
        failures.push(format!(
            "{} ({})\n  missing    {}\n  unexpected {}\n  now        {}\n",
            case.place,
            case.name,
            missing.join(" "),
            unexpected.join(" "),
            rewrite(&case, &found)
        ));
    }
    report(&failures);
}

fn update() {
    for (path, text) in files() {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for case in read(&path.to_string_lossy(), &text) {
            let found = stated(&case);
            let (missing, unexpected) = difference(&case.expected, &found);
            if !(missing.is_empty() && unexpected.is_empty()) {
                lines[case.line] = rewrite(&case, &found);
            }
        }
        std::fs::write(path, lines.join("\n") + "\n").unwrap();
    }
}

#[test]
fn every_line_shows_the_rule_that_it_stands_under() {
    let mut failures = Vec::new();
    for case in cases() {
        let Some(rule) = &case.rule else { continue };
        let traces = extract(&case.text, case.published.as_deref()).1;
        if !traces.iter().any(|trace| trace.rule == rule) {
            let shown: Vec<&str> = traces.iter().map(|trace| trace.rule).collect();
            failures.push(format!("{}: not “{rule}”, but {shown:?}", case.place));
        }
    }
    report(&failures);
}

/// A declined line shows nothing of the rule that it was written for.
#[test]
fn only_the_lines_of_language_txt_are_declined() {
    let declined = |case: &Case| try_extract(&case.text, case.published.as_deref()).is_err();
    let elsewhere = |case: &Case| !case.place.contains("language.txt");
    let failures: Vec<String> =
        cases().iter().filter(|c| declined(c) && elsewhere(c)).map(|c| c.place.clone()).collect();
    report(&failures);
}

#[test]
fn every_place_holds_the_words_of_its_fact() {
    let mut failures = Vec::new();
    for case in cases() {
        let (summary, _) = extract(&case.text, case.published.as_deref());
        let text: Vec<u16> = case.text.encode_utf16().collect();
        for place in summary.evidence() {
            let there = text.get(place.start..place.end).map(String::from_utf16_lossy);
            if there.as_deref() != Some(place.exact()) {
                failures.push(format!("{}: {place:?} but there stands {there:?}", case.place));
            }
        }
    }
    report(&failures);
}

#[test]
fn decomposed_letters_and_no_break_spaces_change_nothing() {
    let mut failures = Vec::new();
    for case in cases() {
        let (summary, _) = extract(&disguised(&case.text), case.published.as_deref());
        let (missing, unexpected) = difference(&found(&case), &facts(&summary, false));
        if !(missing.is_empty() && unexpected.is_empty()) {
            failures.push(format!("{}: without {missing:?}, with {unexpected:?}", case.place));
        }
    }
    report(&failures);
}

#[test]
fn tone_marks_in_their_new_place_change_nothing() {
    let words = |facts: Vec<Fact>| -> Vec<Fact> {
        let retone =
            |fact: Fact| Fact { words: retoned(&fact.words), says: retoned(&fact.says), ..fact };
        facts.into_iter().map(retone).collect()
    };
    let mut failures = Vec::new();
    for case in cases() {
        let (summary, _) = extract(&retoned(&case.text), case.published.as_deref());
        let (missing, unexpected) =
            difference(&words(found(&case)), &words(facts(&summary, false)));
        if !(missing.is_empty() && unexpected.is_empty()) {
            failures.push(format!("{}: without {missing:?}, with {unexpected:?}", case.place));
        }
    }
    report(&failures);
}

#[test]
fn a_neutral_sentence_in_front_only_shifts_the_places() {
    const SENTENCE: &str = "Trời trong xanh và gió nhẹ.\n";
    let by = SENTENCE.encode_utf16().count();
    let mut failures = Vec::new();
    for case in cases() {
        let text = format!("{SENTENCE}{}", case.text);
        let (summary, _) = extract(&text, case.published.as_deref());
        let mut shifted = facts(&summary, false);
        shifted.iter_mut().for_each(|fact| fact.start = fact.start.saturating_sub(by));
        let (missing, unexpected) = difference(&found(&case), &shifted);
        if !(missing.is_empty() && unexpected.is_empty()) {
            failures.push(format!("{}: without {missing:?}, with {unexpected:?}", case.place));
        }
    }
    report(&failures);
}

#[test]
fn the_cases_are_written_in_normal_form() {
    let unusual: Vec<String> = cases()
        .iter()
        .filter(|case| nfc(&case.text) != case.text)
        .map(|c| c.place.clone())
        .collect();
    report(&unusual);
}
