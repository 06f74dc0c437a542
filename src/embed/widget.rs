//! One element's card: reads, mounts, updates in place, and goes.

use super::app::App;
use super::node::DomNode;
use super::source::Found;
use super::{copy, fault, highlight, json, linked, source};
use crate::card::{Copying, Options, Place, STYLES, View};
use crate::page::Node;
use crate::problem::Problem;
use crate::summary::Summary;
use crate::widget::{Reading, TomTatProps};
use futures_channel::oneshot;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{CssStyleSheet, Element};
use yew::Callback;

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
#[wasm_bindgen(js_name = Card)]
pub struct Widget(Rc<Inner>);

struct Inner {
    host: Element,
    mount: Element,
    /// What was read last, kept so that a change of language or sections reads nothing again.
    found: RefCell<Option<Rc<Found>>>,
    app: RefCell<Option<App>>,
    /// The JSON-LD in the page's head.
    linked: RefCell<Option<Element>>,
    /// Counts calls of `show`; an older one that comes back late changes nothing.
    turn: Cell<u32>,
}

#[wasm_bindgen(js_class = Card)]
impl Widget {
    /// A card for the element `host`, to be rendered into `mount`, which is the card's alone.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: Element, mount: Element) -> Self {
        if let Some(root) = host.shadow_root() {
            SHEET.with(|sheet| {
                if let Some(sheet) = sheet {
                    // Behind the loader's own.
                    let loader = root.adopted_style_sheets().get(0);
                    root.set_adopted_style_sheets(&js_sys::Array::of2(&loader, sheet));
                }
            });
        }
        Self(Rc::new(Inner {
            host,
            mount,
            found: RefCell::default(),
            app: RefCell::default(),
            linked: RefCell::default(),
            turn: Cell::default(),
        }))
    }

    /// Renders the card by the attributes of the element. `reread` reads the source again, first
    /// of all `article`, the element's property.
    ///
    /// Resolves with the summary (Contract 2) once the card is there, and with `null` where a
    /// later call came first; rejects with `{ code, message, field }`.
    pub fn show(&self, article: JsValue, reread: bool) -> js_sys::Promise {
        let inner = Rc::clone(&self.0);
        inner.turn.set(inner.turn.get() + 1);
        let turn = inner.turn.get();
        future_to_promise(async move {
            let shown = inner.show(&article, reread, turn).await;
            // What a later call made of the element is not this one's to change or to tell.
            if inner.turn.get() != turn {
                return Ok(JsValue::NULL);
            }
            shown.map_err(|problem| {
                inner.link(None);
                fault::to_js(&problem, &inner.host.get_attribute("lang").unwrap_or_default())
            })
        })
    }

    /// Takes the card off the page and frees it.
    pub fn destroy(self) {
        self.0.turn.set(u32::MAX);
        if let Some(app) = self.0.app.take() {
            app.release(&self.0.mount);
        }
        self.0.link(None);
    }
}

impl Inner {
    async fn show(
        self: &Rc<Self>,
        property: &JsValue,
        reread: bool,
        turn: u32,
    ) -> Result<JsValue, Problem> {
        let known = if reread { None } else { self.found.borrow().clone() };
        let found = match known {
            Some(known) => known,
            None => Rc::new(source::article(&self.host, property).await?),
        };
        source::pause(found.article.body.len()).await;
        if self.turn.get() != turn {
            return Ok(JsValue::NULL);
        }
        let mut options = Options::from_attributes(|name| self.host.get_attribute(name));
        options.at_home = found.element.is_some();
        // Dropped unused where a later rendering takes this one's place.
        let Ok(reading) = self.render(&found, &options).await else { return Ok(JsValue::NULL) };
        let summary = reading?;
        // A change of looks is none of what a reader has to be told.
        if reread {
            say(&self.host, &View::new(&summary, &options).announcement());
        }
        self.link(Some(&summary));
        // `www/tom-tat.js` reads again once that element is replaced.
        self.leave("source", &found.element.clone().into());
        *self.found.borrow_mut() = Some(found);
        json::to_js(&*summary)
    }

    /// Mounts the component, or gives it new properties; tells what was read once that shows.
    fn render(self: &Rc<Self>, found: &Rc<Found>, options: &Options) -> oneshot::Receiver<Reading> {
        let (sender, receiver) = oneshot::channel();
        let sender = Cell::new(Some(sender));
        let on_shown = Callback::from(move |reading: Reading| {
            // Nobody waits where the element is gone.
            let _ = sender.take().map(|sender| sender.send(reading));
        });
        let (follower, copier) = (Rc::clone(found), Rc::clone(self));
        let lang = options.lang;
        let props = TomTatProps {
            article: Rc::clone(&found.article),
            options: options.clone(),
            on_follow: Some(Callback::from(move |place| follow(&follower, place))),
            on_copy: Some(Callback::from(move |copying: Copying| {
                let copier = Rc::clone(&copier);
                copy::copy(&copying.number.clone(), move |done| {
                    copying.done.emit(done);
                    say(&copier.host, &[lang.copied(done), " ", &copying.number].concat());
                });
            })),
            on_shown: Some(on_shown),
            turn: self.turn.get(),
            children: yew::Html::default(),
        };
        match &mut *self.app.borrow_mut() {
            Some(app) => app.update(props),
            none => *none = Some(App::start(&self.mount, props)),
        }
        receiver
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
        self.leave("linked", &linked.as_ref().into());
        *self.linked.borrow_mut() = linked;
    }

    /// Leaves something for the loader, with the element that it keeps of the card.
    fn leave(&self, name: &str, value: &JsValue) {
        // Setting a property of an element cannot fail.
        let _ = js_sys::Reflect::set(&self.mount, &name.into(), value);
    }
}

/// Tells readers who cannot see what happened: the element keeps a region for that, before all else.
fn say(host: &Element, text: &str) {
    let region = host.shadow_root().and_then(|root| DomNode::from(&root).first_child());
    if let Some(region) = region {
        region.0.set_text_content(Some(text));
    }
}

/// Follows a link to a fact within this very page, if the article stands in it and still has the
/// words; else the browser goes to the article's address.
fn follow(found: &Found, place: Place) -> bool {
    let element = found.element.as_ref();
    element.is_some_and(|element| highlight::follow(element, &found.article.source_text(), place))
}
