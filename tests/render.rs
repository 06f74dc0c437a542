//! Cards rendered at publishing time: with a shadow root, as plain HTML, as a page.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::process::Command;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/articles/lam-dong.json");

fn render(options: &[&str]) -> String {
    let command = Command::new(env!("CARGO_BIN_EXE_tom-tat"))
        .arg("render")
        .args(options)
        .arg(SAMPLE)
        .output()
        .unwrap();
    assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
    String::from_utf8(command.stdout).unwrap()
}

#[test]
fn every_run_gives_the_same_bytes() {
    for form in [&[][..], &["--light"], &["--page"], &["--light", "--page"]] {
        for density in ["line", "short", "full"] {
            let options = [form, &["--density", density]].concat();
            assert_eq!(render(&options), render(&options), "{options:?}");
        }
    }
}

#[test]
fn a_light_card_is_one_line_without_parts_styles_and_scripts() {
    let card = render(&["--light"]);
    assert_eq!(card.lines().count(), 1);
    assert!(
        card.starts_with(r#"<div class="tom-tat"><div class="tom-tat-root"><article "#),
        "{card}"
    );
    for none in ["part=", "<style", "<script", "<template", "<slot", " on"] {
        assert!(
            !card.contains(none) || none == " on" && !card.contains(" onclick"),
            "{none} in {card}"
        );
    }
    assert!(card.contains("Trần Văn Hiệp") && card.contains("33/CT-TTg"), "{card}");
    assert!(
        render(&["--light", "--theme", "dark"])
            .starts_with(r#"<div class="tom-tat tom-tat-dark">"#)
    );
}

#[test]
fn its_style_sheet_has_every_class_and_no_selector_of_a_shadow_root() {
    let page = render(&["--light", "--page"]);
    let styles = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert!(!styles.contains("[part") && !styles.contains(":host"), "{styles}");
    for class in
        [".tom-tat-card", ".tom-tat-band", ".tom-tat-figure-value", ".tom-tat.tom-tat-dark"]
    {
        assert!(styles.contains(class), "{class}");
    }
}

#[test]
fn a_page_holds_every_card() {
    for form in [&["--page"][..], &["--page", "--light"]] {
        let page = render(&[form, &[SAMPLE]].concat());
        assert!(
            page.starts_with("<!doctype html>\n<html lang=\"vi\">")
                && page.ends_with("</main>\n</html>\n"),
            "{page}"
        );
        let cards =
            page.matches("<tom-tat>").count() + page.matches("<div class=\"tom-tat\">").count();
        assert_eq!(cards, 2);
    }
}
