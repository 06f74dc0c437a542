//! The card: what a reader sees of a [`Summary`](crate::summary::Summary).
//!
//! Two steps, both without a browser: [`View::new`] turns a summary into the words and links of
//! the card, [`Card`] turns them into Yew's nodes, which Yew renders: in the browser, and natively
//! by its server-side renderer, without hydration marks.

mod component;
mod dates;
mod labels;
mod options;
mod parts;
mod quote;
mod split;
mod view;

pub use component::{Card, CardProps, Copying};
pub use labels::Lang;
pub use options::{Options, Section};
pub use quote::{Place, Quote};
pub use split::Printed;
pub use view::{DateView, DirectiveView, FigureView, OfficialView, View};

/// The style sheet of the card, for `adoptedStyleSheets` or a `<link>` of a published page.
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/card.css"));

#[cfg(all(test, not(target_arch = "wasm32")))]
mod manifest_tests;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
