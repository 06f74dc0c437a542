//! Leads a reader to the words of a fact in the host's own article: finds them in the live DOM,
//! marks them without touching the page's elements, and scrolls there.

use super::node::DomNode;
use crate::card::Place;
use crate::page::{Node as _, following};
use crate::text::essence;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

#[wasm_bindgen]
extern "C" {
    // `web_sys` has it behind a flag only, and older browsers lack it: constructing may throw.
    type Highlight;
    #[wasm_bindgen(catch, constructor)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;
}

/// How the marked words look; their text keeps the contrast of black on yellow in any page.
const LOOK: &str = "::highlight(tom-tat){background-color:#ffe27a;color:#1a1a1a}";

/// Characters of context on each side that tell equal words apart.
const CONTEXT: usize = 40;

/// One character of the page's text: in normal form, and where it stands.
struct Letter {
    letter: char,
    node: usize,
    start: u32,
    end: u32,
}

/// Marks the words of `text` at `place` inside `root`, and scrolls to them. `false` where the
/// page no longer has them.
pub(super) fn follow(root: &Element, text: &str, place: Place) -> bool {
    let (nodes, letters) = letters(root);
    let Some((first, last)) = find(&letters, text, place) else { return false };
    let (Some(from), Some(to)) = (letters.get(first), letters.get(last)) else { return false };
    mark(&nodes[from.node], from.start, &nodes[to.node], to.end).is_some()
}

/// First and last letter of the words at `place`: with as much context as agrees, else the
/// first place with the same words.
fn find(letters: &[Letter], text: &str, place: Place) -> Option<(usize, usize)> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let squeezed = |range: std::ops::Range<usize>| -> Vec<char> {
        let text = String::from_utf16_lossy(units.get(range).unwrap_or_default());
        text.chars().filter_map(essence).collect()
    };
    let exact = squeezed(place.0..place.1);
    let before = squeezed(place.0.saturating_sub(CONTEXT)..place.0);
    let after = squeezed(place.1..(place.1 + CONTEXT).min(units.len()));
    for (before, after) in [(&*before, &*after), (&*before, &[]), (&[], &*after), (&[], &[])] {
        let needle: Vec<char> = [before, &*exact, after].concat();
        if exact.is_empty() || needle.len() > letters.len() {
            continue;
        }
        let equal = |window: &[Letter]| window.iter().zip(&needle).all(|(l, c)| l.letter == *c);
        if let Some(at) = letters.windows(needle.len()).position(equal) {
            let first = at + before.len();
            return Some((first, first + exact.len() - 1));
        }
    }
    None
}

/// The letters of all text below `root`, in order.
fn letters(root: &Element) -> (Vec<Node>, Vec<Letter>) {
    let mut nodes = Vec::new();
    let mut letters = Vec::new();
    let root = DomNode::from(root);
    let mut next = Some(root.clone());
    while let Some(node) = next {
        if let Some(text) = node.text() {
            push(&text, nodes.len(), &mut letters);
            nodes.push(node.0.clone());
        }
        next = following(&root, &node, true, &mut |_| ());
    }
    (nodes, letters)
}

/// A letter with its combining marks is one or more letters of the normal form: all of them
/// stand where the whole stands.
fn push(text: &str, node: usize, letters: &mut Vec<Letter>) {
    let mut start = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let marks = rest[first.len_utf8()..].find(|c| !is_mark(c));
        let length = marks.map_or(rest.len(), |marks| first.len_utf8() + marks);
        let (cluster, tail) = rest.split_at(length);
        let end = start + cluster.chars().map(|c| c.len_utf16() as u32).sum::<u32>();
        let composed = if cluster.len() == first.len_utf8() {
            cluster.to_owned()
        } else {
            js_sys::JsString::from(cluster).normalize("NFC").into()
        };
        for letter in composed.chars().filter_map(essence) {
            letters.push(Letter { letter, node, start, end });
        }
        rest = tail;
        start = end;
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Marks from one place to the other, and scrolls there.
fn mark(from: &Node, start: u32, to: &Node, end: u32) -> Option<()> {
    let window = web_sys::window()?;
    let range = Range::new().ok()?;
    range.set_start(from, start).ok()?;
    range.set_end(to, end).ok()?;
    let selection = window.get_selection().ok().flatten()?;
    selection.remove_all_ranges().ok()?;
    if highlight(&range).is_some() {
        // Only the caret: screen readers and the Tab key go on from there.
        selection.collapse_with_offset(Some(from), start).ok()?;
    } else {
        selection.add_range(&range).ok()?;
    }
    let element = from.parent_element()?;
    let height = window.inner_height().ok()?.as_f64()?;
    if f64::from(element.client_height()) >= height {
        // A body that is one element with line breaks: the words, not their element.
        let top = range.get_bounding_client_rect().top();
        window.scroll_by_with_x_and_y(0.0, top - height / 2.0);
        return Some(());
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    let still = window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    if !still.is_some_and(|query| query.matches()) {
        options.set_behavior(web_sys::ScrollBehavior::Smooth);
    }
    element.scroll_into_view_with_scroll_into_view_options(&options);
    Some(())
}

/// Marks `range` by the Custom Highlight API; `None` where the browser lacks it.
fn highlight(range: &Range) -> Option<()> {
    let highlight = Highlight::new(range).ok()?;
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry: js_sys::Map = js_sys::Reflect::get(&css, &"highlights".into()).ok()?.into();
    // The look belongs to the page's own document, and is put there once.
    if !registry.has(&"tom-tat".into()) {
        let sheet = web_sys::CssStyleSheet::new().ok()?;
        sheet.replace_sync(LOOK).ok()?;
        let document = web_sys::window()?.document()?;
        let sheets = document.adopted_style_sheets();
        sheets.push(&sheet);
    }
    registry.set(&"tom-tat".into(), &highlight);
    Some(())
}
