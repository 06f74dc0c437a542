//! The browser's side: sources, mounting, highlighting. The only room that knows `JsValue` and
//! the DOM.
//!
//! `www/tom-tat.js` makes one [`Widget`] for each element that nears the viewport and calls
//! [`Widget::show`]; everything that goes wrong comes back as a rejected promise with `code`,
//! `message` and `field`, and the element keeps its fallback.

mod app;
mod copy;
mod fault;
mod highlight;
mod json;
mod linked;
mod node;
mod page;
mod platform;
mod source;
mod widget;

pub use source::{read_article, read_page};
pub use widget::Widget;
