//! The browser's side: sources, mounting, highlighting. The only room that knows `JsValue` and
//! the DOM.
//!
//! `www/tom-tat.js` makes one [`Card`] for each element that nears the viewport and calls
//! [`Card::show`]; everything that goes wrong comes back as a rejected promise with `code`,
//! `message` and `field`, and the element keeps its fallback.

mod copy;
mod fault;
mod handle;
mod highlight;
mod json;
mod linked;
mod page;
mod paint;
mod plain;
mod platform;
mod source;

pub use handle::Card;
