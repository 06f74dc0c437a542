//! The page for webmasters that lies in the zip.

use super::VERSION;
use crate::manifest::integrity;
use crate::tree;
use crate::workspace;
use anyhow::{Result, bail};
use std::path::Path;

pub(super) const NAME: &str = "HUONG-DAN.html";

/// The page, with this version and with the hash of this folder's loader.
pub(super) fn page(pkg: &Path) -> Result<String> {
    let template = workspace::read(&format!("www/release/{NAME}"))?;
    let loader = tree::read(&pkg.join("tom-tat.js"))?;
    fill(&template, &[("version", VERSION), ("integrity", &integrity(&loader))])
}

/// Puts values in the place of `{name}`; each name must occur.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        let place = format!("{{{name}}}");
        if !text.contains(&place) {
            bail!("a template of the release has no {place}");
        }
        text = text.replace(&place, value);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_place() {
        assert_eq!(fill("{a} p { } {a}", &[("a", "1")]).unwrap(), "1 p { } 1");
        assert!(fill("{a}", &[("b", "1")]).is_err());
    }
}
