//! The style sheet, in one piece and without what only people need.

use super::files;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Writes `card.css` into `out`: the parts in the order of their names.
pub(super) fn pack(out: &Path) -> Result<(), Box<dyn Error>> {
    let parts = files(Path::new("src/card/styles"), "css")?;
    let styles: Result<String, _> = parts.iter().map(fs::read_to_string).collect();
    fs::write(out.join("card.css"), minify(&styles?))?;
    Ok(())
}

/// A style sheet without comments and most white space. In ours no string holds what is cut: `content` has signs only.
fn minify(css: &str) -> String {
    let mut kept = String::new();
    for piece in css.split("/*") {
        kept.push_str(piece.split_once("*/").map_or(piece, |(_, rest)| rest));
    }
    let line = kept.lines().map(str::trim).collect::<String>();
    let line = line.replace(" {", "{").replace(": ", ":").replace(", ", ",").replace(";}", "}");
    // Attribute values that are words need no quotes, and 0.5em no zero.
    let line = line.replace("=\"", "=").replace("\"]", "]").replace(" > ", ">");
    line.replace(":0.", ":.").replace(" 0.", " .")
}
