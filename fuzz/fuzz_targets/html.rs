//! Any bytes as HTML: as the body of an article, and as a page in which one is to be found.
//!
//! Nothing may panic; the text has no white space but single spaces and line feeds; a page gives the same twice.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tom_tat::article::Platform;
use tom_tat::native::{Native, read_page};

fuzz_target!(|data: &[u8]| {
    let Ok(html) = std::str::from_utf8(data) else { return };
    if let Ok(text) = Native.html_to_text(html) {
        assert_eq!(text, text.trim(), "space around the text");
        for run in ["  ", "\n\n", " \n", "\n ", "\t", "\u{a0}"] {
            assert!(!text.contains(run), "{run:?} in the text");
        }
    }
    for target in [None, Some("body"), Some("#a")] {
        assert_eq!(read_page(html, target), read_page(html, target), "read twice, read differently");
    }
});
