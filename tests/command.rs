//! The command as people run it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::{Command, Output};

fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tom-tat")).args(arguments).output().unwrap()
}

const GOOD: &str =
    r#"{"body": "Sáng 3/7/2020, đồng chí Lý Thị Bình, Giám đốc Sở Y tế chủ trì hội nghị."}"#;

#[test]
fn a_bad_file_is_named_with_its_field_and_the_others_go_through() {
    let good = file("good.json", GOOD);
    let bad = file("bad.json", r#"{"title": 7, "body": "x"}"#);
    let broken = file("broken.json", "{");
    let deep = file("deep.json", &format!("{}1{}", "[".repeat(200), "]".repeat(200)));
    let missing = PathBuf::from("missing.json");
    let paths = [&bad, &good, &broken, &deep, &missing].map(|path| path.to_str().unwrap());
    let output = run(&["extract", paths[0], paths[1], paths[2], paths[3], paths[4]]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
    for (name, code) in [
        ("bad.json", "wrong-type (title)"),
        ("broken.json", "malformed-json"),
        ("deep.json", "wrong-type"),
        ("missing.json", "not-readable"),
    ] {
        let said = errors.lines().any(|line| line.contains(name) && line.contains(code));
        assert!(said, "{name} {code} in:\n{errors}");
    }
}

#[test]
fn declined_texts_are_named_by_their_code() {
    for (name, body, code) in [
        ("english.json", "The provincial committee held a conference on Monday.", "not-vietnamese"),
        (
            "tcvn3.json",
            "Uû ban nh©n d©n tØnh tæ chøc héi nghÞ tæng kÕt c«ng t¸c d©n vËn",
            "legacy-encoding",
        ),
        ("empty.json", " ", "empty-body"),
    ] {
        let path = file(name, &format!(r#"{{"body": "{body}"}}"#));
        let output = run(&["extract", path.to_str().unwrap()]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(errors.contains(code), "{name}: {errors}");
    }
}

#[test]
fn a_summary_is_one_line_of_json() {
    let path = file("one.json", GOOD);
    let output = run(&["extract", path.to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 1);
    let summary: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(summary["event"]["date"], "2020-07-03");
    assert_eq!(summary["officials"][0]["positions"][0], "Giám đốc Sở Y tế");
}

#[test]
fn explaining_names_place_and_rule() {
    let path = file("explain.json", GOOD);
    let output = run(&["extract", "--explain", path.to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Lý Thị Bình") && text.contains("name-posts"), "{text}");
}

#[test]
fn explaining_says_what_is_left_out_and_why() {
    let none = r#"{"body": "Ủy ban nhân dân xã báo cáo rằng xã chưa có 1 trường học nào."}"#;
    let path = file("left-out.json", none);
    let output = run(&["extract", "--explain", path.to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("left out: 1 trường học (negated)"), "{text}");
}

#[test]
fn a_rendered_card_is_one_line_that_needs_no_script() {
    let hostile = r#"{"title": "</template><script>alert(1)</script>\"", "url": "https://a.vn/1",
        "body": "Sáng 3/7/2020, đồng chí Lý Thị Bình, Giám đốc Sở Y tế chủ trì hội nghị."}"#;
    let path = file("render.json", hostile);
    let path = path.to_str().unwrap();
    let output = run(&["render", path, path, "--lang", "en", "--theme", "dark\"x", "--jsonld"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text.lines().count(), 2);
    let line = text.lines().next().unwrap();
    let start = r#"<tom-tat theme="dark&quot;x"><template shadowrootmode="open"><style>"#;
    assert!(line.starts_with(start), "{line}");
    assert!(line.contains("Giám đốc Sở Y tế") && line.contains("Officials"), "{line}");
    assert_eq!(line.matches("</template>").count(), 1, "{line}");
    assert_eq!(line.matches("<script").count(), 1, "{line}");
    let linked = run(&["render", path, "--stylesheet", "/tom-tat/card.css"]);
    let text = String::from_utf8(linked.stdout).unwrap();
    assert!(text.contains(r#"<link rel="stylesheet" href="/tom-tat/card.css">"#), "{text}");
    assert!(!text.contains("<style") && !text.contains("<script"), "{text}");
}

#[test]
fn json_ld_is_one_line_of_json() {
    let path = file("linked.json", GOOD);
    let output = run(&["jsonld", path.to_str().unwrap()]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["@type"], "NewsArticle");
    assert_eq!(json["mentions"][0]["jobTitle"][0], "Giám đốc Sở Y tế");
}
