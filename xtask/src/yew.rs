//! What `tests/e2e/yew.test.mjs` opens: the example of a Yew application, another Yew module, and
//! what a plain `wasm-pack build --target web` makes.

use crate::process::Run;
use crate::step::step;
use crate::tools;
use crate::workspace::{root, target_dir};
use anyhow::Result;

/// Folder of the crate → folder under `target/yew`, and how it is built.
const BUILDS: [(&str, &str, &str); 3] = [
    ("tests/yew/app", "app", "--dev"),
    ("tests/yew/neighbour", "neighbour", "--dev"),
    // As people call it, without a word about the profile.
    (".", "plain", "--release"),
];

/// Builds all of them; quick where nothing changed.
pub(crate) fn build() -> Result<()> {
    tools::ensure()?;
    for (folder, name, profile) in BUILDS {
        let out = target_dir().join("yew").join(name);
        step(&format!("wasm-pack build {folder}"), || {
            Run::new("wasm-pack")?
                .args(["--quiet", "build", "--target", "web", profile])
                .args([&root().join(folder)])
                .args(["--out-dir".as_ref(), out.as_os_str()])
                .hint("read wasm-pack's message above")
                .show()
        })?;
    }
    Ok(())
}
