//! Yew's apps, each of which serves one card after another.
//!
//! Yew keeps the listeners of an app, and the element that they are at, until the page goes. Were
//! each card an app of its own, a page that makes and removes cards all day would keep them all.

use crate::widget::{TomTat, TomTatProps};
use gloo::utils::document;
use std::cell::Cell;
use web_sys::Element;
use yew::{AppHandle, Renderer};

thread_local! {
    /// Those that serve no card now.
    static IDLE: Cell<Vec<App>> = const { Cell::new(Vec::new()) };
}

/// An app and the element that it renders into.
pub(super) struct App {
    root: Element,
    handle: AppHandle<TomTat>,
}

impl App {
    /// Renders a card below `mount` in an app that serves no other. Where a page breaks even the
    /// making of elements, that is right in `mount`.
    pub(super) fn start(mount: &Element, props: TomTatProps) -> Self {
        let mut idle = IDLE.take();
        let free = idle.pop();
        IDLE.set(idle);
        let app = if let Some(mut app) = free {
            app.update(props);
            app
        } else {
            let root = document().create_element("div").unwrap_or_else(|_| mount.clone());
            let handle = Renderer::with_root_and_props(root.clone(), props).render();
            Self { root, handle }
        };
        // The mount takes any element but itself.
        let _ = mount.insert_before(&app.root, None);
        app
    }

    /// Renders the same card with other properties.
    pub(super) fn update(&mut self, props: TomTatProps) {
        self.handle.update(props);
    }

    /// Takes the card out of `mount` and frees its article; another may be served then.
    pub(super) fn release(mut self, mount: &Element) {
        mount.set_text_content(None);
        self.handle.update(TomTatProps::default());
        let mut idle = IDLE.take();
        idle.push(self);
        IDLE.set(idle);
    }
}
