//! What a page loads: the card as a WebAssembly module, and nothing else.
//!
//! A package of its own, because Cargo optimises across crates only for a library that is no Rust
//! library at the same time.

#[cfg(target_arch = "wasm32")]
pub use tom_tat::embed::Widget;

/// 1.4 KB smaller than the standard library's own.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Which build this is, as a section of the module: its glue says the same, and `www/tom-tat.js`
/// compares them. The build names it; another build is nobody's.
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code)] // Only names where in the module these bytes stand.
#[unsafe(link_section = "tom-tat")]
#[used]
static BUILD: [u8; 16] = name();

#[cfg(target_arch = "wasm32")]
const fn name() -> [u8; 16] {
    let mut name = [b'-'; 16];
    if let Some(build) = option_env!("TOM_TAT_BUILD")
        && let Some((bytes, _)) = build.as_bytes().split_first_chunk()
    {
        name = *bytes;
    }
    name
}
