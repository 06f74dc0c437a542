//! Packs the data files of the lexicon: comments and empty lines stay out of what readers load.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=src/lexicon");
    let out = std::env::var_os("OUT_DIR").ok_or(std::io::ErrorKind::NotFound)?;
    for entry in fs::read_dir("src/lexicon")? {
        let path = entry?.path();
        let (Some(name), true) = (path.file_name(), path.extension().is_some_and(|e| e == "txt"))
        else {
            continue;
        };
        let text = fs::read_to_string(&path)?;
        let data = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        fs::write(Path::new(&out).join(name), data.collect::<Vec<_>>().join("\n"))?;
    }
    Ok(())
}
