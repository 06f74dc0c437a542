#![allow(clippy::unwrap_used)]

use super::{Article, Json};
use crate::native::Native;
use crate::problem::Code;

fn read(json: &str) -> Result<Article, crate::problem::Problem> {
    Article::read(&serde_json::from_str::<Json>(json).unwrap(), &Native)
}

#[test]
fn every_shape_gives_the_same_article() {
    let shapes = [
        r#"{"title":"T","url":"https://a.vn/1","published":"2022-05-04","body":"Một.\nHai."}"#,
        r#"{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"T",
            "url":"https://a.vn/1","datePublished":"2022-05-04T01:00:00Z","articleBody":"Một.\nHai."}]}"#,
        r#"{"title":{"rendered":"<b>T</b>"},"content":{"rendered":"<p>Một.</p><p>Hai.</p>"},
            "date":"2022-05-04T09:00:00","link":"https://a.vn/1"}"#,
        r#"{"id":"1","title":"T","url":"https://a.vn/1","content_html":"Một.<br>Hai.",
            "date_published":"2022-05-04T09:00:00Z"}"#,
    ];
    let first = read(shapes[0]).unwrap();
    for shape in shapes {
        assert_eq!(read(shape).unwrap(), first, "{shape}");
    }
}

#[test]
fn json_without_a_text_completes_the_article_of_a_page() {
    let page = read(
        r#"{"title":"Trang","url":"https://a.vn/trang","published":"2022-05-04","body":"Sáng 29/4, xã tặng 20 suất quà."}"#,
    );
    let page = page.unwrap();
    let json = r#"{"title":"Bài","url":"https://a.vn/1","summary":{"figures":[]},"omit":["A"]}"#;
    let stated = Article::stated(&serde_json::from_str(json).unwrap(), &Native).unwrap();
    let article = stated.completed(page.clone());
    assert_eq!(article.title.as_deref(), Some("Bài"));
    assert_eq!(article.url.as_deref(), Some("https://a.vn/1"));
    assert_eq!(article.published, page.published, "what JSON leaves out");
    assert_eq!(article.body, page.body);
    assert_eq!(article.omit, ["A"]);
    let summary = crate::extract::extract(&article).unwrap();
    assert_eq!(summary.curated, ["figures"]);
    assert!(summary.event.is_some(), "{summary:?}");
    let wrong: Json = serde_json::from_str(r#"{"published": "hôm qua"}"#).unwrap();
    let problem = Article::stated(&wrong, &Native).unwrap_err();
    assert_eq!(problem.field.as_deref(), Some("published"));
}

#[test]
fn a_field_of_the_wrong_type_is_named() {
    for (json, code, field) in [
        (r#"{"body": 5}"#, Code::WrongType, "body"),
        (r#"{"title": [], "body": "x"}"#, Code::WrongType, "title"),
        (r#"{"body": "x", "published": "hôm qua"}"#, Code::WrongType, "published"),
        (r#"{"title": "T"}"#, Code::MissingBody, "body"),
        (r#"{"body": "<p> </p>"}"#, Code::EmptyBody, "body"),
        (r#"{"@type": "NewsArticle", "articleBody": ""}"#, Code::EmptyBody, "body"),
        (r#"{"content_text": ""}"#, Code::EmptyBody, "body"),
        (r#"{"content": {"rendered": ""}}"#, Code::EmptyBody, "body"),
        (r#"[1]"#, Code::WrongType, "$"),
        (
            r#"{"summary": {"officials": [{"name": 1}]}}"#,
            Code::WrongType,
            "summary.officials[0].name",
        ),
        (
            r#"{"summary": {"officials": [{"name": "A", "roles": ["hát"]}]}}"#,
            Code::WrongType,
            "summary.officials[0].roles[0]",
        ),
        (r#"{"summary": {"event": {"part": "sáng"}}}"#, Code::WrongType, "summary.event.date"),
        (
            r#"{"summary": {"event": {"date": "2021-01-01", "end": "2020-01-01"}}}"#,
            Code::WrongType,
            "summary.event.end",
        ),
        (r#"{"content": {"rendered": 1}}"#, Code::WrongType, "content.rendered"),
        (r#"{"body": "x", "omit": [5]}"#, Code::WrongType, "omit[0]"),
    ] {
        let problem = read(json).unwrap_err();
        assert_eq!((problem.code, problem.field.as_deref()), (code, Some(field)), "{json}");
    }
}

#[test]
fn an_address_that_could_run_script_is_dropped() {
    for url in ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x"] {
        let json = format!(r#"{{"url": "{url}", "body": "x"}}"#);
        assert_eq!(read(&json).unwrap().url, None, "{url}");
    }
    assert_eq!(read(r#"{"url": "/tin/1", "body": "x"}"#).unwrap().url.as_deref(), Some("/tin/1"));
}

#[test]
fn html_becomes_blocks_of_text() {
    let json = r#"{"body": "<h1>A</h1><p>Một <b>h</b>ai&nbsp;&amp; ba<script>x</script></p>bốn<ul><li>năm</ul>"}"#;
    assert_eq!(read(json).unwrap().body, "A\nMột hai & ba\nbốn\nnăm");
}

#[test]
fn text_with_a_less_than_sign_is_no_html() {
    assert_eq!(read(r#"{"body": "3 < 5, 7 > 6"}"#).unwrap().body, "3 < 5, 7 > 6");
}

#[test]
fn of_a_repeated_key_the_last_counts() {
    let article =
        read(r#"{"title": "Đầu", "body": "Một.", "title": "Sau", "body": "Hai."}"#).unwrap();
    assert_eq!(article.title.as_deref(), Some("Sau"));
    assert_eq!(article.body, "Hai.");
}

#[test]
fn what_nests_too_deep_is_no_article() {
    let nested = |depth| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert!(serde_json::from_str::<Json>(&nested(100)).is_ok());
    assert!(serde_json::from_str::<Json>(&nested(101)).is_err());
}
