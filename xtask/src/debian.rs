//! Packages of Debian's, where this is a system that has them.

use crate::process::Run;
use anyhow::Result;
use std::fs;
use std::path::Path;
use which::which;

/// Whether this is a Debian-like system, with the right to install packages.
pub(crate) fn can_install() -> bool {
    Path::new("/etc/debian_version").exists() && which("apt-get").is_ok() && is_root()
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    // The owner of a process's entry is the user whom it runs as.
    std::fs::metadata("/proc/self").is_ok_and(|entry| entry.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

/// Installs packages, without starting what they would start.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let apt =
        || Ok::<_, anyhow::Error>(Run::new("apt-get")?.env("DEBIAN_FRONTEND", "noninteractive"));
    let hint = "check the package sources; Ubuntu has Chromium and Firefox as snaps only: install \
                them otherwise and set CHROMEDRIVER";
    let _quiet = Quiet::begin();
    apt()?.args(["update", "-qq"]).hint(hint).show()?;
    apt()?
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages)
        .hint(hint)
        .capture()
        .map(|_| ())
}

/// Asked by every package that would start a service; 101 says that it must not.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// Told from one of the machine's own by its second line.
const REFUSAL: &str = "#!/bin/sh\n# While `cargo xtask` of tom-tat installs packages.\nexit 101\n";

/// While this is kept, no package starts a service: the tests start servers of their own, and a
/// service's usual port may be taken.
struct Quiet {
    ours: bool,
}

impl Quiet {
    fn begin() -> Self {
        // One that an interrupted call has left behind is ours as well.
        let ours = match fs::read_to_string(POLICY) {
            Ok(found) => found == REFUSAL,
            Err(_) => fs::write(POLICY, REFUSAL).is_ok(),
        };
        if ours {
            make_executable(POLICY);
        }
        Self { ours }
    }
}

/// Without this right, packages start what they start.
#[cfg(unix)]
fn make_executable(path: &str) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o755));
}

#[cfg(not(unix))]
fn make_executable(_: &str) {}

impl Drop for Quiet {
    fn drop(&mut self) {
        if self.ours {
            let _ = fs::remove_file(POLICY);
        }
    }
}
