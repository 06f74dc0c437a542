//! `pkg/files.json`: what the folder holds, and the hash by which a page may insist on each file.

use crate::tree;
use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// The list's own name, which it does not list.
const NAME: &str = "files.json";

/// All that was built together.
#[derive(Serialize)]
struct Manifest {
    version: &'static str,
    files: Vec<Entry>,
}

/// One file, by its path from the folder, with `/`.
#[derive(Debug, PartialEq, Serialize)]
struct Entry {
    name: String,
    bytes: usize,
    /// As the attribute of that name in HTML has it.
    integrity: String,
}

/// Lists a folder's files in the folder itself: the last step of a build.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let names = tree::files(folder)?.into_iter().filter(|name| name != NAME);
    let files = names.map(|name| entry(folder, name)).collect::<Result<Vec<_>>>()?;
    // Every member of the workspace has the same version.
    let manifest = Manifest { version: env!("CARGO_PKG_VERSION"), files };
    let text = serde_json::to_string_pretty(&manifest)? + "\n";
    let path = folder.join(NAME);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn entry(folder: &Path, name: String) -> Result<Entry> {
    let bytes = tree::read(&folder.join(&name))?;
    Ok(Entry { name, bytes: bytes.len(), integrity: integrity(&bytes) })
}

/// The hash that browsers compare a file with: Subresource Integrity.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_as_in_html() {
        // The example of the specification of Subresource Integrity.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }

    #[test]
    fn lists_every_file_but_the_list() {
        let folder = std::env::temp_dir().join(format!("tom-tat-files-{}", std::process::id()));
        fs::create_dir_all(folder.join("themes")).unwrap();
        fs::write(folder.join("b.js"), "12").unwrap();
        fs::write(folder.join("themes/a.css"), "").unwrap();
        // The second list is to be the same, though the first is there by then.
        write(&folder).unwrap();
        let first = fs::read_to_string(folder.join(NAME)).unwrap();
        write(&folder).unwrap();
        assert_eq!(fs::read_to_string(folder.join(NAME)).unwrap(), first);
        fs::remove_dir_all(&folder).unwrap();
        let list: serde_json::Value = serde_json::from_str(&first).unwrap();
        assert_eq!(list["version"], env!("CARGO_PKG_VERSION"));
        let file = |index: usize| (&list["files"][index]["name"], &list["files"][index]["bytes"]);
        assert_eq!(file(0), (&"b.js".into(), &2.into()));
        assert_eq!(file(1), (&"themes/a.css".into(), &0.into()));
        assert_eq!(list["files"].as_array().map(Vec::len), Some(2));
    }
}
