//! What holds for any text whatever: extraction ends, its places are true, its output fits the
//! schema, and the same text gives the same facts.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use std::sync::OnceLock;
use tom_tat::article::{Article, Json};
use tom_tat::extract::extract;
use tom_tat::native::Native;
use tom_tat::summary::Summary;

/// Pieces of such articles: what the rules look for, and what may confuse them.
const PIECES: [&str; 40] = [
    "Sáng 3/7",
    "ngày 30/2/2020",
    "đồng chí",
    "các đồng chí:",
    "Nguyễn Văn Ất",
    "Rơ Châm H′Lan",
    "Phó Bí thư Tỉnh ủy",
    "Chủ tịch UBND huyện Krông Pa",
    "nguyên",
    "Chỉ thị số 5/CT-TTg",
    "của",
    "về",
    "“",
    "”",
    "\"",
    "(",
    ")",
    ",",
    ";",
    ".",
    "…",
    "-",
    "–",
    "/",
    "\n",
    "\u{a0}",
    "\u{200b}",
    "1.234.567",
    "98,5%",
    "gần 3 nghìn tỷ đồng",
    "50/53 đại biểu",
    "chủ trì",
    "Tham dự có",
    "thừa ủy quyền",
    "giữ chức vụ",
    "số",
    "😀",
    "e\u{301}",
    "Ð",
    "khóa XI",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    // Enough Vietnamese that the text is not declined for its language.
    prop::collection::vec(piece, 0..60)
        .prop_map(|pieces| format!("Ủy ban đã được tổ chức ở xã. {}", pieces.join(" ")))
}

fn summary(text: &str) -> (Article, Summary) {
    let json = Json::Object(vec![("body".to_owned(), Json::Text(text.to_owned()))]);
    let article = Article::read(&json, &Native).expect("there is text in the body");
    let summary = extract(&article).unwrap_or_default();
    (article, summary)
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let schema = serde_json::from_str(&tom_tat::native::schema::summary()).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_place_holds_its_words(text in text()) {
        let (article, summary) = summary(&text);
        let source = article.source_text();
        let units: Vec<u16> = source.encode_utf16().collect();
        for place in summary.evidence() {
            let there = units.get(place.start..place.end).map(String::from_utf16_lossy);
            prop_assert_eq!(there.as_deref(), Some(place.exact()));
            let sentence = [place.before(), place.exact(), place.behind()].concat();
            prop_assert!(source.contains(&sentence), "{}", sentence);
        }
    }

    #[test]
    fn the_output_fits_the_schema(text in text()) {
        let value = serde_json::to_value(summary(&text).1).unwrap();
        prop_assert!(schema().is_valid(&value), "{value}");
    }

    #[test]
    fn the_same_text_gives_the_same_facts(text in text()) {
        prop_assert_eq!(summary(&text).1, summary(&text).1);
    }
}
