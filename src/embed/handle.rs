//! One element's card: reads, extracts, mounts, updates in place, and goes.

use super::{fault, highlight, source};
use crate::card::{Card as CardComponent, CardProps, Options, Place, STYLES, View};
use crate::extract::extract;
use crate::problem::Problem;
use crate::summary::Summary;
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{CssStyleSheet, Element};
use yew::{AppHandle, Callback, Renderer};

thread_local! {
    /// One sheet for all shadow roots, parsed once.
    static SHEET: Option<CssStyleSheet> = sheet();
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLES).ok()?;
    Some(sheet)
}

/// The card of one `<tom-tat>` element.
#[wasm_bindgen]
pub struct Card(Rc<Inner>);

struct Inner {
    host: Element,
    mount: Element,
    /// What was read last, kept so that a change of language or sections reads nothing again.
    read: RefCell<Option<Rc<Read>>>,
    app: RefCell<Option<AppHandle<CardComponent>>>,
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
        let read = RefCell::new(None);
        Self(Rc::new(Inner { host, mount, read, app: RefCell::new(None), turn: Cell::new(0) }))
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
            inner
                .show(&article, reread, turn)
                .await
                .map_err(|problem| fault::to_js(&problem, &lang))
        })
    }

    /// Takes the card off the page and frees it.
    pub fn destroy(self) {
        self.0.turn.set(u32::MAX);
        if let Some(app) = self.0.app.take() {
            app.destroy();
        }
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
                let text = found.article.text().source;
                Rc::new(Read { summary, text, element: found.element })
            }
        };
        if self.turn.get() == turn {
            self.render(&read);
            *self.read.borrow_mut() = Some(Rc::clone(&read));
            self.rendered().await;
        }
        let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
        Ok(read.summary.serialize(&serializer).unwrap_or(JsValue::NULL))
    }

    /// Yew renders in a microtask, or, where it had to give way to the browser, after a timeout
    /// of its own. Gives up after a second: then this engine is dead.
    async fn rendered(&self) {
        // A resolved promise and a timeout cannot fail.
        let _ = JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED)).await;
        for _ in 0..100 {
            if self.mount.has_child_nodes() {
                break;
            }
            let _ = JsFuture::from(timeout(10)).await;
        }
    }

    fn render(&self, read: &Rc<Read>) {
        let options = Options::from_attributes(|name| self.host.get_attribute(name));
        let view = Rc::new(View::new(&read.summary, &read.text, &options));
        let props = CardProps { view, follow: follow(read) };
        let mut app = self.app.borrow_mut();
        match app.as_mut() {
            Some(app) => app.update(props),
            None => {
                let renderer = Renderer::with_root_and_props(self.mount.clone(), props);
                *app = Some(renderer.render());
            }
        }
    }
}

fn timeout(milliseconds: i32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        let set = |window: web_sys::Window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
        };
        window.and_then(|window| set(window).ok());
    })
}

/// What a link to a fact does where the article stands in this page.
fn follow(read: &Rc<Read>) -> Option<Callback<Place>> {
    read.element.as_ref()?;
    let read = Rc::clone(read);
    Some(Callback::from(move |place| {
        if let Some(element) = &read.element {
            highlight::follow(element, &read.text, place);
        }
    }))
}
