//! Packs the data files of the lexicon and the style sheet: comments stay out of what readers load.

mod lexicon;
mod style;

#[path = "../src/lexicon/tag.rs"]
#[allow(dead_code, unreachable_pub)]
mod tag;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/card/styles");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    lexicon::pack(&out)?;
    style::pack(&out)
}
