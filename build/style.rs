//! The style sheet, in one piece and without what only people need.

use std::error::Error;
use std::fs;
use std::path::Path;

/// The parts of the style sheet, in their order.
const STYLES: [&str; 3] = ["card", "facts", "media"];

/// Writes `card.css` into `out`.
pub(super) fn pack(out: &Path) -> Result<(), Box<dyn Error>> {
    let styles: Result<String, _> = STYLES
        .iter()
        .map(|name| fs::read_to_string(format!("src/card/styles/{name}.css")))
        .collect();
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
