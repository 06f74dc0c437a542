//! One element's card: reads, extracts, mounts, updates in place, and goes.

use super::plain::plain;
use super::{copy, fault, highlight, linked, paint, source};
use crate::card::{Lang, Options, STYLES, View, card};
use crate::extract::extract;
use crate::problem::Problem;
use crate::summary::Summary;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{CssStyleSheet, Element, Event};

thread_local! {
    /// One sheet for all shadow roots, parsed once.
    static SHEET: Option<CssStyleSheet> = sheet();
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLES).ok()?;
    Some(sheet)
}

/// What is called at an event.
type Listener = Closure<dyn FnMut(Event)>;

/// The card of one `<tom-tat>` element.
#[wasm_bindgen]
pub struct Card(Rc<Inner>);

struct Inner {
    host: Element,
    mount: Element,
    /// What was read last, kept so that a change of language or sections reads nothing again.
    read: RefCell<Option<Rc<Read>>>,
    /// What a click in the card does; kept as long as the card stands.
    click: RefCell<Option<Listener>>,
    /// The JSON-LD in the page's head.
    linked: RefCell<Option<Element>>,
    /// Counts calls of `show`; an older one that comes back late changes nothing.
    turn: Cell<u32>,
}

/// An article that was read: its facts, its text, and where it stands in this page.
struct Read {
    summary: Summary,
    text: String,
    element: Option<Element>,
}

#[wasm_bindgen]
impl Card {
    /// A card for the element `host`, to be rendered into `mount`, which is the card's alone.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: Element, mount: Element) -> Self {
        if let Some(root) = host.shadow_root() {
            SHEET.with(|sheet| {
                if let Some(sheet) = sheet {
                    root.set_adopted_style_sheets(&js_sys::Array::of1(sheet));
                }
            });
        }
        Self(Rc::new(Inner {
            host,
            mount,
            read: RefCell::default(),
            click: RefCell::default(),
            linked: RefCell::default(),
            turn: Cell::default(),
        }))
    }

    /// Renders the card by the attributes of the element. `reread` reads the source again, first
    /// of all `article`, the element's property.
    ///
    /// Resolves with the summary (Contract 2); rejects with `{ code, message, field }`.
    pub fn show(&self, article: JsValue, reread: bool) -> js_sys::Promise {
        let inner = Rc::clone(&self.0);
        inner.turn.set(inner.turn.get() + 1);
        let turn = inner.turn.get();
        future_to_promise(async move {
            let lang = inner.host.get_attribute("lang").unwrap_or_default();
            inner.show(&article, reread, turn).await.map_err(|problem| {
                if inner.turn.get() == turn {
                    inner.link(None);
                }
                fault::to_js(&problem, &lang)
            })
        })
    }

    /// Takes the card off the page and frees it.
    pub fn destroy(self) {
        self.0.turn.set(u32::MAX);
        self.0.mount.set_text_content(None);
        self.0.on_click(None);
        self.0.link(None);
    }
}

impl Inner {
    async fn show(&self, property: &JsValue, reread: bool, turn: u32) -> Result<JsValue, Problem> {
        let known = if reread { None } else { self.read.borrow().clone() };
        let read = match known {
            Some(known) => known,
            None => {
                let found = source::article(&self.host, property).await?;
                let summary = extract(&found.article)?;
                let text = found.article.source_text();
                Rc::new(Read { summary, text, element: found.element })
            }
        };
        if self.turn.get() == turn {
            self.render(&read, reread);
            *self.read.borrow_mut() = Some(Rc::clone(&read));
        }
        Ok(plain(&read.summary))
    }

    fn render(&self, read: &Rc<Read>, reread: bool) {
        let mut options = Options::from_attributes(|name| self.host.get_attribute(name));
        options.copy = true;
        let view = View::new(&read.summary, &options);
        if let Some(document) = self.host.owner_document() {
            paint::paint(&document, &self.mount, &card(&view));
        }
        // A change of looks is none of what a reader has to be told.
        if reread {
            say(&self.host, &view.announcement());
        }
        self.link(Some(&read.summary));
        let (host, read) = (self.host.clone(), Rc::clone(read));
        let lang = options.lang;
        self.on_click(Some(Closure::new(move |event: Event| act(&host, lang, &read, &event))));
    }

    /// Takes the JSON-LD of before out of the page, and puts that of `summary` in, if asked for.
    fn link(&self, summary: Option<&Summary>) {
        if let Some(old) = self.linked.take() {
            // Taken out by the page itself, it is nowhere.
            let _ = old.parent_node().map(|parent| parent.remove_child(&old));
        }
        let asked = self.host.get_attribute("jsonld").and(summary);
        let Some((document, summary)) = self.host.owner_document().zip(asked) else { return };
        let linked = linked::insert(&document, summary);
        // `www/tom-tat.js` takes it out by this where a panic keeps the card from doing so.
        // Setting a property of an element cannot fail.
        let value = linked.as_ref().into();
        let _ = js_sys::Reflect::set(&self.mount, &"linked".into(), &value);
        *self.linked.borrow_mut() = linked;
    }

    /// From now on, `listener` hears the clicks in the card, and no other.
    fn on_click(&self, listener: Option<Listener>) {
        let mut click = self.click.borrow_mut();
        if let Some(old) = click.take() {
            let listener = old.as_ref().unchecked_ref();
            let _ = self.mount.remove_event_listener_with_callback("click", listener);
        }
        if let Some(listener) = &listener {
            let callback = listener.as_ref().unchecked_ref();
            // Adding a listener to an element cannot fail.
            let _ = self.mount.add_event_listener_with_callback("click", callback);
        }
        *click = listener;
    }
}

/// Tells readers who cannot see what happened: the element keeps a region for that.
fn say(host: &Element, text: &str) {
    let region = host.shadow_root().and_then(|root| root.query_selector("[role=status]").ok()?);
    if let Some(region) = region {
        region.set_text_content(Some(text));
    }
}

/// What a click in the card does.
fn act(host: &Element, lang: Lang, read: &Read, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let closest = |selector| target.as_ref()?.closest(selector).ok().flatten();
    if let Some(link) = closest("[part=quote-link]") {
        follow(read, &link, event);
    } else if let Some(button) = closest("[part=copy]") {
        copy_number(host, lang, &button);
    }
}

/// Follows a link to a fact within this very page, if the article stands in it; else the browser
/// goes to the article's address.
fn follow(read: &Read, link: &Element, event: &Event) {
    let place = link.get_attribute("data-place");
    let place = place.as_deref().and_then(|place| place.split_once('-'));
    let (Some(element), Some((start, end))) = (&read.element, place) else { return };
    if let (Ok(start), Ok(end)) = (start.parse(), end.parse()) {
        // Words that are gone from the page are left to the link's text fragment.
        if highlight::follow(element, &read.text, (start, end)) {
            event.prevent_default();
        }
    }
}

fn copy_number(host: &Element, lang: Lang, button: &Element) {
    let Some(document) = host.owner_document() else { return };
    let number = button.get_attribute("data-copy").unwrap_or_default();
    // Only one number is on the clipboard. Attributes with a valid name cannot fail.
    let root = host.shadow_root();
    if let Some(old) = root.and_then(|root| root.query_selector("[data-copied]").ok()?) {
        let _ = old.remove_attribute("data-copied");
    }
    let (host, button, text) = (host.clone(), button.clone(), number.clone());
    copy::copy(&document, &number, move |done| {
        if done {
            // The style sheet shows a tick.
            let _ = button.set_attribute("data-copied", "");
        }
        say(&host, &[lang.copied(done), " ", &text].concat());
    });
}
