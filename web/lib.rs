//! What a page loads: the card as a WebAssembly module, and nothing else.
//!
//! A package of its own, because Cargo optimises across crates only for a library that is no Rust
//! library at the same time.

#[cfg(target_arch = "wasm32")]
pub use tom_tat::embed::Card;

/// 1.4 KB smaller than the standard library's own.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
