//! The size gate: what a reader's browser loads for one card.

use crate::package::named_module;
use crate::parts;
use crate::workspace::pkg;
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;

/// Most bytes of a card's files, brotli 11: 134,000, and what issues allowed: 12 KB for the mined lexicon,
/// 5 for the reading of pages, 4 for the densities, 3 for hostile hosts.
const CARD_LIMIT: usize = 158_000;

/// Most bytes of the first request, brotli 11: 4 KB, and what loads the code of lists.
const FIRST_REQUEST_LIMIT: usize = 4_160;

/// What the page names; it loads the others when a card nears the viewport.
const FIRST_REQUEST: &str = "tom-tat.js";

/// Everything that one card loads. Its styles are inside the wasm.
const CARD: [&str; 3] = [FIRST_REQUEST, "tom_tat.js", "tom_tat_bg.wasm"];

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes, and what is too large or missing; `false` where anything is.
pub(crate) fn check() -> Result<bool> {
    let mut complaints = Vec::new();
    let mut total = Size::default();
    println!("{:<18}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip 9", "brotli 11");
    for name in CARD {
        let Ok(bytes) = fs::read(pkg().join(name)) else {
            complaints.push(format!("pkg/{name} is missing"));
            continue;
        };
        let size = measure(&bytes).with_context(|| format!("cannot compress pkg/{name}"))?;
        print(name, size);
        total = total.plus(size);
        if name == FIRST_REQUEST {
            complaints.extend(excess("the first request", size.brotli, FIRST_REQUEST_LIMIT));
        }
    }
    print("one card", total);
    complaints.extend(excess("one card", total.brotli, CARD_LIMIT));
    println!("limits, brotli: first request {FIRST_REQUEST_LIMIT}, one card {CARD_LIMIT}");
    for complaint in &complaints {
        println!("error: {complaint}");
    }
    Ok(complaints.is_empty())
}

/// Prints the sizes, and where the bytes of the module are; `false` where one is too large.
pub(crate) fn report() -> Result<bool> {
    let fits = check()?;
    let named = fs::read(named_module()).context("build first: cargo xtask build")?;
    println!("\n{:<34}{:>10}{:>8}", "the module, by crate and room", "bytes", "share");
    let parts = parts::of(&named)?;
    let module: usize = parts.iter().map(|(_, bytes)| bytes).sum();
    let share = |bytes: usize| bytes as f64 * 100.0 / module.max(1) as f64;
    for (name, bytes) in parts {
        println!("{name:<34}{bytes:>10}{:>7.1}%", share(bytes));
    }
    Ok(fits)
}

fn excess(what: &str, bytes: usize, limit: usize) -> Option<String> {
    (bytes > limit).then(|| format!("{what} is {} bytes over {limit} (brotli)", bytes - limit))
}

fn print(name: &str, size: Size) {
    println!("{name:<18}{:>10}{:>10}{:>10}", size.raw, size.gzip, size.brotli);
}

fn measure(bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: packed.len() })
}

impl Size {
    fn plus(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_the_three_sizes() {
        let size = measure("tóm tắt ".repeat(200).as_bytes()).unwrap();
        assert_eq!(size.raw, 2200);
        assert!(size.brotli < size.gzip && size.gzip < 100);
    }

    #[test]
    fn only_an_excess_is_complained_of() {
        assert_eq!(excess("it", 10, 10), None);
        assert_eq!(excess("it", 12, 10).unwrap(), "it is 2 bytes over 10 (brotli)");
    }
}
