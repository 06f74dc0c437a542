//! The lists of selectors and words by which pages are read: as constants, without their comments.

use super::{data, files};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const FOLDER: &str = "src/page/sources";

/// Writes `sources.rs` into `out`: of the files in `ordered` a list of lines, of those in `any` all
/// lines as one selector.
pub(super) fn pack(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut source = String::new();
    for ordered in [true, false] {
        let folder = Path::new(FOLDER).join(if ordered { "ordered" } else { "any" });
        for path in files(&folder, "txt")? {
            let lines = data(&fs::read_to_string(&path)?);
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_uppercase();
            let name = stem.replace('-', "_");
            if ordered {
                writeln!(source, "pub(super) const {name}: &[&str] = &{lines:?};")?;
            } else {
                writeln!(source, "pub(super) const {name}: &str = {:?};", lines.join(","))?;
            }
        }
    }
    fs::write(out.join("sources.rs"), source)?;
    Ok(())
}
