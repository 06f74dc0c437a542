//! The web servers that `tests/wire` measures.

use crate::debian;
use crate::step::{skip, step};
use anyhow::{Result, bail};
use std::path::Path;

/// Command and package.
const SERVERS: [(&str, &str); 3] =
    [("nginx", "nginx"), ("apache2", "apache2"), ("lighttpd", "lighttpd")];

/// Where Debian puts the commands of servers, which is not on everybody's `PATH`.
const FOLDER: &str = "/usr/sbin";

/// Installs those that are missing, where that is possible without asking.
pub(crate) fn ensure() -> Result<()> {
    let missing = SERVERS.iter().filter(|(command, _)| !Path::new(FOLDER).join(command).exists());
    let mut wanted: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if wanted.is_empty() {
        skip("nginx, Apache, lighttpd", "there");
        return Ok(());
    }
    if !debian::can_install() {
        bail!(
            "the servers as Debian installs them are needed for these tests\n  what to do: install \
             {}, or leave the stage out by naming the others",
            wanted.join(", ")
        );
    }
    // lighttpd knows kinds of files by this list only.
    wanted.push("media-types");
    step(&format!("install {}", wanted.join(", ")), || debian::install(&wanted))
}
