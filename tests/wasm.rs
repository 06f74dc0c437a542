//! The card in a real browser, without the loader: what the glue exports.
#![cfg(target_arch = "wasm32")]
// Clippy allows it in tests, but does not take these functions for tests.
#![allow(clippy::unwrap_used)]

use tom_tat::embed::{Widget, read_article};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = r#"{
    "title": "Bài một",
    "body": "Sáng 29/4/2022, Ủy ban nhân dân tỉnh tổ chức hội nghị về công tác dân vận.",
    "summary": {
        "event": { "date": "2022-04-29", "part": "sáng" },
        "officials": [{ "name": "Nguyễn Văn An", "positions": ["Chủ tịch UBND tỉnh"] }],
        "directives": [],
        "figures": [{ "quote": "98,5%", "value": 98.5, "unit": "%", "label": "hồ sơ đúng hạn" }]
    }
}"#;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element as a host, and where its card goes.
fn host(attributes: &[(&str, &str)]) -> (Element, Element) {
    let host = document().create_element("section").unwrap();
    for (name, value) in attributes {
        host.set_attribute(name, value).unwrap();
    }
    (host, document().create_element("div").unwrap())
}

fn article() -> JsValue {
    js_sys::JSON::parse(ARTICLE).unwrap()
}

async fn show(card: &Widget, article: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(card.show(article, true)).await
}

fn field(object: &JsValue, name: &str) -> String {
    js_sys::Reflect::get(object, &name.into()).unwrap().as_string().unwrap_or_default()
}

fn words(mount: &Element) -> String {
    mount.text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_card_is_there_when_show_resolves() {
    let (host, mount) = host(&[]);
    let card = Widget::new(host, mount.clone());
    let summary = show(&card, article()).await.unwrap();
    assert_eq!(field(&summary, "title"), "Bài một");
    assert!(words(&mount).contains("Sáng thứ Sáu, 29/4/2022"), "{}", words(&mount));
    assert!(words(&mount).contains("Nguyễn Văn An"), "{}", words(&mount));
}

#[wasm_bindgen_test]
async fn showing_again_changes_the_same_nodes() {
    let (host, mount) = host(&[]);
    let card = Widget::new(host.clone(), mount.clone());
    show(&card, article()).await.unwrap();
    let before = mount.query_selector("article").unwrap().unwrap();
    host.set_attribute("lang", "en").unwrap();
    JsFuture::from(card.show(JsValue::UNDEFINED, false)).await.unwrap();
    let after = mount.query_selector("article").unwrap().unwrap();
    assert!(before.is_same_node(Some(&after)));
    assert!(words(&mount).contains("Friday morning"), "{}", words(&mount));
}

#[wasm_bindgen_test]
async fn destroying_empties_the_mount() {
    let (host, mount) = host(&[]);
    let card = Widget::new(host, mount.clone());
    show(&card, article()).await.unwrap();
    card.destroy();
    let tick = js_sys::Promise::resolve(&JsValue::NULL);
    JsFuture::from(tick).await.unwrap();
    assert_eq!(mount.child_element_count(), 0);
}

/// Yew keeps each app's listeners for good: a page that makes and removes cards all day must not
/// make an app for each.
#[wasm_bindgen_test]
async fn the_next_card_is_made_by_the_app_of_one_that_went() {
    let (first, before) = host(&[]);
    let card = Widget::new(first, before.clone());
    show(&card, article()).await.unwrap();
    let root = before.first_element_child().unwrap();
    card.destroy();
    // At once: nothing was rendered in between.
    let (second, after) = host(&[]);
    let card = Widget::new(second, after.clone());
    let other = ARTICLE.replace("Bài một", "Bài hai").replace("Văn An", "Thị Bình");
    show(&card, other.as_str().into()).await.unwrap();
    assert!(root.is_same_node(after.first_element_child().as_deref()), "another app");
    assert!(words(&after).contains("Nguyễn Thị Bình"), "{}", words(&after));
    assert!(!words(&after).contains("Nguyễn Văn An"), "{}", words(&after));
}

#[wasm_bindgen_test]
async fn html_becomes_text_by_blocks_and_without_scripts() {
    let (host, mount) = host(&[]);
    let card = Widget::new(host, mount.clone());
    let html = ARTICLE.replace("Sáng 29/4", "<p>Một</p><script>bad()</script><p>Sáng 29/4");
    show(&card, js_sys::JSON::parse(&html).unwrap()).await.unwrap();
    assert!(!words(&mount).contains("bad()"), "{}", words(&mount));
}

#[wasm_bindgen_test]
async fn problems_reject_with_code_message_and_field() {
    for (lang, words) in [("vi", "phải là"), ("en", "must be")] {
        let (host, mount) = host(&[("lang", lang)]);
        let card = Widget::new(host, mount.clone());
        let wrong = js_sys::JSON::parse(r#"{ "title": 5, "body": "x" }"#).unwrap();
        let problem = show(&card, wrong).await.unwrap_err();
        assert_eq!(field(&problem, "code"), "wrong-type");
        assert_eq!(field(&problem, "field"), "title");
        assert!(field(&problem, "message").contains(words));
        assert_eq!(mount.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
async fn json_as_text_is_parsed_and_refused_by_its_own_message() {
    let (host, mount) = host(&[]);
    let card = Widget::new(host, mount);
    show(&card, ARTICLE.into()).await.unwrap();
    let problem = show(&card, "{ \"title\": ".into()).await.unwrap_err();
    assert_eq!(field(&problem, "code"), "malformed-json");
}

#[wasm_bindgen_test]
fn an_application_reads_articles_with_the_browsers_parser() {
    let post = r#"{ "title": { "rendered": "Bài <b>một</b>" },
        "content": { "rendered": "<p>Một.</p><p>Hai.</p>" } }"#;
    let article = read_article(&post.into()).unwrap();
    assert_eq!(article.title.as_deref(), Some("Bài một"));
    assert_eq!(article.body, "Một.\nHai.");
}

#[wasm_bindgen_test]
async fn of_a_repeated_key_the_last_counts() {
    let (host, mount) = host(&[]);
    let twice = ARTICLE.replace("\"title\": \"Bài một\"", "\"title\": \"Đầu\", \"title\": \"Sau\"");
    let summary = show(&Widget::new(host, mount), twice.as_str().into()).await.unwrap();
    assert_eq!(field(&summary, "title"), "Sau");
}

#[wasm_bindgen_test]
async fn the_summary_is_a_plain_object_with_nulls() {
    let (host, mount) = host(&[]);
    let summary = show(&Widget::new(host, mount), article()).await.unwrap();
    let text = String::from(js_sys::JSON::stringify(&summary).unwrap());
    assert!(text.starts_with(r#"{"title":"Bài một","url":null,"source":null,"published":null,"#));
    assert!(
        text.contains(r#""event":{"date":"2022-04-29","end":null,"part":"sáng","inferred":false"#)
    );
    assert!(text.contains(r#""value":98.5,"unit":"%","qualifier":null"#), "{text}");
}

#[wasm_bindgen_test]
async fn of_two_calls_the_later_one_shows() {
    let (host, mount) = host(&[]);
    let card = Widget::new(host, mount.clone());
    let early = JsFuture::from(card.show(article(), true));
    let other = ARTICLE.replace("Bài một", "Bài hai");
    let late = show(&card, other.as_str().into()).await.unwrap();
    assert_eq!(field(&late, "title"), "Bài hai");
    assert!(early.await.unwrap().is_null());
    assert!(words(&mount).contains("Bài hai"), "{}", words(&mount));
}

#[wasm_bindgen_test]
async fn values_that_are_no_json_are_refused() {
    let (host, mount) = host(&[]);
    let card = Widget::new(host, mount);
    let problem = show(&card, js_sys::Symbol::iterator().into()).await.unwrap_err();
    assert_eq!(field(&problem, "code"), "wrong-type");
}

#[wasm_bindgen_test]
async fn objects_that_bite_are_refused() {
    let cycle = js_sys::Object::new();
    js_sys::Reflect::set(&cycle, &"body".into(), &cycle).unwrap();
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    for value in [JsValue::from(cycle), js_sys::JSON::parse(&deep).unwrap()] {
        let (host, mount) = host(&[]);
        let problem = show(&Widget::new(host, mount), value).await.unwrap_err();
        assert_eq!(field(&problem, "code"), "wrong-type");
    }
}

#[wasm_bindgen_test]
async fn a_page_nested_deeper_than_any_stack_is_read() {
    let document = document();
    let (host, mount) = host(&[("for", "deep")]);
    let root = document.create_element("div").unwrap();
    root.set_id("deep");
    // To be read, not to be laid out.
    root.set_attribute("style", "display: none").unwrap();
    let mut node = root.clone();
    for _ in 0..5_000 {
        let child = document.create_element("div").unwrap();
        node.append_child(&child).unwrap();
        node = child;
    }
    node.set_text_content(Some("Sáng 29/4/2022, hội nghị dân vận của tỉnh khai mạc."));
    document.document_element().unwrap().append_child(&root).unwrap();
    let shown = show(&Widget::new(host, mount), JsValue::UNDEFINED).await;
    root.remove();
    assert!(shown.is_ok());
}
