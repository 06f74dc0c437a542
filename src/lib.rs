//! `tom-tat`: the facts of a Vietnamese provincial news article as a compact card.
//!
//! Data flows one way: `article` (JSON in, or read off a page by `page`) → `text` → `extract` (rules over `lexicon`) →
//! `summary` (JSON out) → `card` (what a reader sees). `embed` is the only room that knows the
//! browser, `native` the only one that knows the command line. `ARCHITECTURE.md` draws the map.

pub mod article;
pub mod card;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub mod embed;
pub mod extract;
pub mod lexicon;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
pub mod page;
pub mod problem;
pub mod summary;
mod table;
pub mod text;
pub mod widget;
