//! What ten thousand cards leave behind, and how long a very large article takes: `docs/ENDURANCE.md`.

use crate::browser::Engine;
use crate::package;
use anyhow::Result;

/// Builds `pkg/`, measures it in Chromium and writes the page; `false` where memory is kept.
pub(crate) fn run() -> Result<bool> {
    package::build()?;
    let measured = Engine::Chromium.ensure()?.node(&["tests/endurance/run.mjs"])?.tee()?;
    Ok(measured.success)
}
