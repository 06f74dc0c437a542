//! The view model's words and the card's markup, rendered as the command renders it.

// Clippy allows it in tests, but does not take a helper of such a module for one.
#![allow(clippy::unwrap_used)]

use super::{Card, CardProps, Lang, Options, Quote, Section, View};
use crate::article::{Article, Json};
use crate::native::Native;
use crate::native::render::{html, rendered};
use crate::summary::{Context, Day, Event, Figure, Part, Summary};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

fn event(date: &str, end: Option<&str>, part: Option<Part>, inferred: bool) -> Event {
    Event {
        date: Day::from_text(date).unwrap(),
        end: end.and_then(Day::from_text),
        part,
        inferred,
        evidence: Vec::new(),
    }
}

fn figure(quote: &str) -> Figure {
    Figure {
        quote: quote.to_owned(),
        value: 1.0,
        unit: String::new(),
        qualifier: None,
        label: Some("tỷ lệ".to_owned()),
        context: Context::default(),
        evidence: Vec::new(),
    }
}

/// The summary of an article as Contract 1 writes it, an editor's facts in it or not.
fn extracted(json: &str) -> Summary {
    let json: Json = serde_json::from_str(json).unwrap();
    let article = Article::read(&json, &Native).unwrap();
    crate::extract::extract(&article).unwrap()
}

fn day_words(event: Event, lang: Lang) -> String {
    let summary = Summary { event: Some(event), ..Summary::default() };
    let options = Options { lang, ..Options::default() };
    let (date, _) = View::new(&summary, &options).date.unwrap();
    let last = date.last.map(|last| format!(" – {}", last.text)).unwrap_or_default();
    let note = date.note.map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{}{last}{note}", date.first.text)
}

#[test]
fn days_are_said_with_weekday_and_part_of_the_day() {
    let morning = || event("2022-04-29", None, Some(Part::Morning), false);
    assert_eq!(day_words(morning(), Lang::Vi), "Sáng thứ Sáu, 29/4/2022");
    assert_eq!(day_words(morning(), Lang::En), "Friday morning, 29 April 2022");
    assert_eq!(day_words(event("2023-01-01", None, None, false), Lang::Vi), "Chủ nhật, 1/1/2023");
    assert_eq!(day_words(event("2024-02-29", None, None, false), Lang::Vi), "Thứ Năm, 29/2/2024");
}

#[test]
fn a_day_without_year_has_no_weekday_and_says_so() {
    let day = event("--03-06", None, Some(Part::Afternoon), false);
    assert_eq!(day_words(day, Lang::Vi), "Chiều 6/3 (bài không ghi năm)");
    let borrowed = event("2020-07-03", None, None, true);
    assert_eq!(day_words(borrowed, Lang::Vi), "Thứ Sáu, 3/7/2020 (năm theo ngày đăng)");
}

#[test]
fn ranges_leave_out_what_both_days_have_in_common() {
    for (first, last, words) in [
        ("2022-04-26", "2022-04-29", "26 – 29/4/2022"),
        ("2022-04-28", "2022-05-02", "28/4 – 2/5/2022"),
        ("2022-12-30", "2023-01-02", "30/12/2022 – 2/1/2023"),
        ("--04-28", "--05-02", "28/4 – 2/5 (bài không ghi năm)"),
    ] {
        assert_eq!(day_words(event(first, Some(last), None, false), Lang::Vi), words);
    }
}

#[test]
fn figures_are_cut_into_large_and_small_without_a_change() {
    for (quote, qualifier, number, unit) in [
        ("98,5%", "", "98,5%", ""),
        ("gần 11 nghìn văn bản", "gần", "11", "nghìn văn bản"),
        ("hơn 1.700 đơn", "hơn", "1.700", "đơn"),
        ("2.238 lượt/2.276 người", "", "2.238", "lượt/2.276 người"),
        ("37°C", "", "37°C", ""),
        ("5-7 tỷ đồng", "", "5-7", "tỷ đồng"),
        ("ba người", "", "ba người", ""),
    ] {
        let printed = super::split::printed(&figure(quote), Lang::Vi);
        assert_eq!(
            (printed.qualifier.as_str(), printed.number.as_str(), printed.unit.as_str()),
            (qualifier, number, unit),
            "{quote}"
        );
    }
}

#[test]
fn numbers_are_written_in_english_where_the_card_is() {
    for (quote, value, unit, english) in [
        ("21.245,7 tỷ đồng", 21_245.7e9, "đồng", "21,245.7 tỷ đồng"),
        ("hơn 1.700 đơn", 1700.0, "đơn", "hơn 1,700 đơn"),
        ("98,5%", 98.5, "%", "98.5%"),
        ("1,116 nghìn hộ", 1116.0, "hộ", "1.116 nghìn hộ"),
        // Printed in English, as the value shows.
        ("1,116 hộ", 1116.0, "hộ", "1,116 hộ"),
        ("2.238 lượt/2.276 người", 2238.0, "lượt", "2,238 lượt/2,276 người"),
        ("22 người", 22.0, "người", "22 người"),
    ] {
        let figure = Figure { value, unit: unit.to_owned(), ..figure(quote) };
        let words = super::split::printed(&figure, Lang::En).joined();
        assert_eq!(words, english, "{quote}");
    }
}

#[test]
fn a_quote_is_the_sentence_around_the_fact() {
    let body = "Hội nghị đã khai mạc ở tỉnh. Tỷ lệ hồ sơ đúng hạn đạt 98,5% theo ThS. An ở Tp. Huế; \
         PGS. TS. Bình cũng nói như vậy. Người dân nộp 1.234 hồ sơ.\nCâu sau.";
    let json = serde_json::json!({ "url": "https://example.com/a", "body": body });
    let (summary, options) = (extracted(&json.to_string()), Options::default());
    let view = View::new(&summary, &options);
    let quotes: Vec<&Quote<'_>> = view.figures.iter().flat_map(|figure| &figure.quote).collect();
    let (first, last) = (quotes[0], quotes[1]);
    assert_eq!(first.before, "Tỷ lệ hồ sơ đúng hạn đạt ");
    assert_eq!(first.after, " theo ThS. An ở Tp. Huế; PGS. TS. Bình cũng nói như vậy.");
    let href = first.href.as_deref().unwrap();
    assert!(href.starts_with("https://example.com/a#:~:text="), "{href}");
    assert!(href.contains("98%2C5%25"), "{href}");
    assert_eq!((last.before.as_str(), last.after.as_str()), ("Người dân nộp ", "."));
}

#[test]
fn empty_sections_do_not_show() {
    let html = html(&Summary::default(), Options::default());
    assert!(!html.contains("<section"), "{html}");
    assert!(!html.contains("<details"), "{html}");
    assert!(html.contains("Trích tự động từ bài viết"), "{html}");
}

#[test]
fn entries_beyond_the_limit_are_folded_away() {
    let figures: Vec<Figure> = (0..9).map(|_| figure("9 người")).collect();
    let summary = Summary { figures, ..Summary::default() };
    let folded = html(&summary, Options::default());
    assert!(folded.contains("Xem thêm 6"), "{folded}");
    let options =
        Options { limits: vec![(Section::Figures, 9)], lang: Lang::En, ..Options::default() };
    let whole = html(&summary, options);
    assert!(!whole.contains("<details part=\"more\""), "{whole}");
    assert!(whole.contains("Key figures"), "{whole}");
}

/// What shows of an article with this `density`, with an editor's facts.
fn dense(density: &str, more: &str) -> String {
    let summary = extracted(
        r#"{"title": "Tổng kết", "url": "/bai", "summary": {"event": {"date": "2022-04-29", "part": "sáng"},
            "officials": [{"name": "Trần Thị Bình", "roles": ["tham dự"]},
                {"name": "Nguyễn Văn An", "roles": ["chủ trì"]}, {"name": "Lê Văn Sáu"}, {"name": "Đỗ Thị Tư"}],
            "directives": [{"type": "Chỉ thị", "number": "43/CT-TTg"}],
            "figures": [{"quote": "gần 98,5%", "value": 98.5}]}}"#,
    );
    let options = Options::from_attributes(|name| match name {
        "density" => Some(density.to_owned()),
        "show" => Some(more.to_owned()),
        _ => None,
    });
    html(&summary, options)
}

#[test]
fn a_line_is_a_link_of_two_lines() {
    let html = dense("line", "");
    assert!(html.contains("<a part=\"line\" href=\"/bai\">"), "{html}");
    assert!(html.contains("Sáng thứ Sáu, 29/4/2022 · Nguyễn Văn An và 3 người khác"), "{html}");
    assert!(html.contains("gần 98,5% · Chỉ thị 43/CT-TTg"), "{html}");
    assert!(!html.contains("<details"), "{html}");
}

#[test]
fn at_a_glance_three_people_show_the_chair_first_and_attendance_not() {
    let html = dense("short", "");
    let (shown, folded) = html.split_once("<details part=\"more\">").unwrap();
    let places = ["Nguyễn Văn An", "chủ\u{a0}trì", "Trần Thị Bình", "Lê Văn Sáu"]
        .map(|name| shown.find(name));
    assert!(places.is_sorted() && places[0].is_some(), "{places:?} in {shown}");
    assert!(folded.contains("Đỗ Thị Tư") && folded.contains("Xem thêm 1"), "{folded}");
    assert!(!html.contains("tham dự"), "{html}");
}

#[test]
fn the_whole_card_folds_nothing_away() {
    assert!(!dense("full", "").contains("part=\"more\""));
}

#[test]
fn the_headline_is_asked_for_or_left_out_by_show() {
    assert!(dense("short", "").contains("part=\"title\""));
    assert!(dense("short", "title figures").contains("part=\"title\""));
    assert!(!dense("short", "figures").contains("part=\"title\""));
}

#[test]
fn limits_are_for_all_sections_or_for_one() {
    let of = |text: &str| {
        let options = Options::from_attributes(|name| (name == "limit").then(|| text.to_owned()));
        [Section::Figures, Section::Officials, Section::Directives].map(|one| options.limit_of(one))
    };
    assert_eq!(of("2"), [2, 2, 2]);
    assert_eq!(of("figures:9, officials:1"), [9, 1, 2]);
    assert_eq!(of("3 directives:0"), [3, 3, 0]);
    assert_eq!(of("many figures:some title:4"), [3, 3, 2]);
}

#[test]
fn sections_follow_the_order_asked_for() {
    let options = Options::from_attributes(|name| match name {
        "show" => Some("officials, figures  nonsense officials".to_owned()),
        "heading" => Some("9".to_owned()),
        _ => None,
    });
    assert_eq!(options.show, [Section::Officials, Section::Figures]);
    assert_eq!(options.heading, 3);
}

#[test]
fn hostile_words_show_as_words() {
    let summary = extracted(
        r#"{"title": "<script>alert(1)</script>", "url": "javascript:alert(1)",
            "summary": {"officials": [{"name": "\"><img src=x onerror=alert(1)>"}]}}"#,
    );
    let html = html(&summary, Options::default());
    assert!(!html.contains("<script"), "{html}");
    assert!(!html.contains("<img"), "{html}");
    assert!(!html.contains("javascript:"), "{html}");
}

#[test]
fn edited_facts_are_said_to_be_edited() {
    let summary = extracted(
        r#"{"summary": {"event": {"date": "2022-04-29"}, "officials": [], "directives": [],
            "figures": []}}"#,
    );
    let html = html(&summary, Options::default());
    assert!(html.contains("Biên tập"), "{html}");
}

#[test]
fn documents_keep_number_date_and_the_address_that_finds_them() {
    let summary = extracted(
        r#"{"summary": {"directives": [{"type": "Chỉ thị", "number": "43/CT-TTg",
            "date": "2021-11-26", "issuer": "Thủ tướng Chính phủ", "subject": "dân vận"}]}}"#,
    );
    let lookup = Some("https://example.com/?q={number}".to_owned());
    let html = html(&summary, Options { lookup, ..Options::default() });
    assert!(html.contains(r#"<b part="document-number whole">43/CT-TTg</b>"#), "{html}");
    assert!(html.contains(r#"datetime="2021-11-26""#), "{html}");
    assert!(html.contains("https://example.com/?q=43%2FCT%2DTTg"), "{html}");
}

/// The address behind "Báo sai" of an article at `url`, with this attribute `report`.
fn report(attribute: &str, url: &str) -> String {
    let body = "Cả tỉnh cấp 1.234 giấy chứng nhận trong năm nay.";
    let json = serde_json::json!({ "url": url, "body": body });
    let attribute = |name: &str| (name == "report").then(|| attribute.to_owned());
    let html = html(&extracted(&json.to_string()), Options::from_attributes(attribute));
    let found =
        html.split_once("<a part=\"report\" href=\"").and_then(|(_, rest)| rest.split_once('"'));
    found.map(|(href, _)| href.replace("&amp;", "&")).unwrap_or_default()
}

#[test]
fn a_wrong_fact_is_told_with_its_words_and_the_article() {
    assert_eq!(
        report("https://example.com/sai?u={url}&f={fact}&k={key}", "https://example.com/a"),
        "https://example.com/sai?u=https%3A%2F%2Fexample.com%2Fa&f=1.234%20gi%E1%BA%A5y%20ch%E1%BB%A9ng%20nh%E1%BA%ADn&k={key}"
    );
    assert_eq!(
        report("mailto:bientap@example.com", "/a"),
        "mailto:bientap@example.com?subject=1.234%20gi%E1%BA%A5y%20ch%E1%BB%A9ng%20nh%E1%BA%ADn&body=%2Fa"
    );
    assert_eq!(
        report("mailto:a@example.com?subject=Sai", "/a"),
        "mailto:a@example.com?subject=Sai"
    );
}

#[test]
fn no_link_leads_to_a_script() {
    assert_eq!(report("javascript:alert(1)//{fact}", "/a"), "");
    assert_eq!(report("", "/a"), "");
}

#[test]
fn numbers_are_copied_only_where_scripts_run() {
    let summary = extracted(
        r#"{"summary": {"directives": [{"type": "Chỉ thị", "number": "43/CT-TTg"},
            {"type": "Luật", "name": "Luật Đất đai"}]}}"#,
    );
    let published = html(&summary, Options::default());
    assert!(!published.contains("<button"), "{published}");
    let live = rendered(LocalServerRenderer::<Card>::with_props(CardProps {
        summary: Rc::new(summary),
        options: Options::default(),
        on_follow: None,
        on_copy: Some(Callback::noop()),
    }));
    assert_eq!(live.matches("<button").count(), 1, "{live}");
    assert!(live.contains(r#"data-copy="43/CT-TTg""#), "{live}");
}

#[test]
fn what_is_said_counts_what_shows() {
    let one = extracted(
        r#"{"summary": {"officials": [{"name": "An"}], "directives": [{"type": "Chỉ thị"}],
            "figures": [{"quote": "9 tấn", "value": 9}, {"quote": "7 ha", "value": 7}]}}"#,
    );
    let said = |lang, show| {
        let options = Options { lang, show, ..Options::default() };
        View::new(&one, &options).announcement()
    };
    let all = || Section::DEFAULT.to_vec();
    assert_eq!(said(Lang::Vi, all()), "Đã tóm tắt bài viết: 2 con số, 1 lãnh đạo, 1 văn bản");
    assert_eq!(said(Lang::En, all()), "Article summarised: 2 figures, 1 official, 1 document");
    assert_eq!(
        said(Lang::En, vec![Section::Figures]),
        "Article summarised: 2 figures",
        "what does not show is not said"
    );
    let (nothing, options) = (Summary::default(), Options::default());
    assert_eq!(View::new(&nothing, &options).announcement(), "", "no card appears");
}
