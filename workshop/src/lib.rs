//! The product page and workshop: an article goes in, its card shows at once, facts are corrected, looks
//! are chosen, and the snippet for the page at hand comes out.
//!
//! Data flows one way: `state` (all that the address holds) → `input` (article) → `app` (what is shown).
#![cfg(target_arch = "wasm32")]

mod address;
mod app;
mod browser;
mod controls;
mod facts;
mod gallery;
mod input;
mod pack;
mod portal;
mod preview;
mod reading;
mod sections;
mod shadow;
mod snippet;
mod state;
mod take;
mod words;

use wasm_bindgen::prelude::*;

/// Puts the workshop into the element with the id `workshop`.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(root) = gloo::utils::document().get_element_by_id("workshop") {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
