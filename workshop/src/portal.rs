//! The demo portal as a preview: its own page with its own loader, which gets the article of the workshop.

use crate::address::ATTRIBUTES;
use crate::snippet;
use crate::state::State;
use js_sys::Reflect;
use tom_tat::article::Article;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlIFrameElement};

/// Gives the portal the article, and its card the attributes, once its page is there.
pub(crate) fn fill(article: &Article, json: &str, state: &State) {
    let frame = gloo::utils::document().get_element_by_id("portal");
    let document =
        frame.and_then(|frame| frame.unchecked_into::<HtmlIFrameElement>().content_document());
    let Some(document) = document else { return };
    let story = document.get_element_by_id("tin-chinh");
    let Some(story) = story else { return };
    let Ok(Some(card)) = story.query_selector("tom-tat") else { return };
    // The page is given the same article again at every change of looks: that would read it anew.
    let json = json.into();
    if Reflect::get(&card, &"article".into()).is_ok_and(|before| before != json) {
        write(&document, &story, article);
        let _ = Reflect::set(&card, &"article".into(), &json);
    }
    for name in ATTRIBUTES {
        let value = state.attribute(name);
        if card.get_attribute(name).unwrap_or_default() != value {
            set(&card, name, value);
        }
    }
    set(&card, "style", &snippet::tokens(state));
    dress(&document, state.look.as_deref());
}

/// Gives the portal the style sheet of the theme, in the place of the one before.
fn dress(document: &Document, look: Option<&str>) {
    let Some(head) = document.head() else { return };
    let link = match head.query_selector("link#look") {
        Ok(Some(link)) => link,
        _ => {
            let Ok(link) = document.create_element("link") else { return };
            // A new element of the same page.
            let _ = link.set_attribute("id", "look");
            let _ = link.set_attribute("rel", "stylesheet");
            let _ = head.append_child(&link);
            link
        }
    };
    let address = look.map(|look| format!("../pkg/themes/{look}.css")).unwrap_or_default();
    if link.get_attribute("href").unwrap_or_default() != address {
        set(&link, "href", &address);
    }
}

/// Attributes of known names can be set and taken away.
fn set(card: &Element, name: &str, value: &str) {
    let _ = if value.is_empty() {
        card.remove_attribute(name)
    } else {
        card.set_attribute(name, value)
    };
}

/// Puts the article's words in the place of the portal's own.
fn write(document: &Document, story: &Element, article: &Article) {
    while let Ok(Some(old)) = story.query_selector(":scope > p:not(.meta), :scope > figure") {
        old.remove();
    }
    let words = |selector: &str, text: &str| {
        if let Ok(Some(element)) = story.query_selector(selector) {
            element.set_text_content(Some(text));
        }
    };
    words(":scope > h2", article.title.as_deref().unwrap_or_default());
    words(":scope > .meta", article.source.as_deref().unwrap_or_default());
    for line in article.body.lines().filter(|line| !line.trim().is_empty()) {
        if let Ok(paragraph) = document.create_element("p") {
            paragraph.set_text_content(Some(line));
            // An element of the same page.
            let _ = story.append_child(&paragraph);
        }
    }
}
