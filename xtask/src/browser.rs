//! The browsers that tests run in, and their drivers.

use crate::debian;
use crate::process::Run;
use crate::step::{skip, step};
use crate::tools;
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::env;
use std::path::{Path, PathBuf};
use which::which;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Engine {
    /// Chrome, Cốc Cốc, Edge
    Chromium,
    /// Firefox
    Firefox,
    /// Safari; here WebKitGTK with its small browser
    Webkit,
}

/// What an engine's tests start, and where it comes from.
struct Parts {
    /// Debian's packages.
    packages: &'static [&'static str],
    /// Names of the browser, one of which must be there; none if the driver brings it along.
    browsers: &'static [&'static str],
    driver: &'static str,
    /// Environment variable that names another driver.
    variable: &'static str,
}

const CHROMIUM: Parts = Parts {
    packages: &["chromium", "chromium-driver"],
    browsers: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    driver: "chromedriver",
    variable: "CHROMEDRIVER",
};

/// Debian has no package of Firefox's driver: Cargo builds it.
const FIREFOX: Parts = Parts {
    packages: &["firefox-esr"],
    browsers: &["firefox-esr", "firefox"],
    driver: "geckodriver",
    variable: "GECKODRIVER",
};

/// The driver's package holds the browser; it needs a screen, and gets a virtual one.
const WEBKIT: Parts = Parts {
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    browsers: &[VIRTUAL_SCREEN],
    driver: "WebKitWebDriver",
    variable: "WEBKITDRIVER",
};

const VIRTUAL_SCREEN: &str = "xvfb-run";

/// Small, and has every Vietnamese letter; without one a screenshot shows boxes.
const FONT: &str = "fonts-dejavu-core";

/// A browser that is installed, ready to be driven.
pub(crate) struct Ready {
    engine: Engine,
    pub(crate) driver: PathBuf,
}

impl Engine {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::Webkit => "WebKit",
        }
    }

    fn parts(self) -> &'static Parts {
        match self {
            Self::Chromium => &CHROMIUM,
            Self::Firefox => &FIREFOX,
            Self::Webkit => &WEBKIT,
        }
    }

    /// Finds the browser and its driver, installing them where that is possible without asking.
    pub(crate) fn ensure(self) -> Result<Ready> {
        let parts = self.parts();
        let wanted = parts.missing(self);
        if wanted.is_empty() {
            skip(self.name(), "there");
        } else if debian::can_install() {
            step(&format!("install {}", wanted.join(", ")), || debian::install(&wanted))?;
        } else if wanted != [FONT] {
            bail!(
                "{name} is needed for these tests\n  what to do: install it with your package \
                 manager (Debian: {wanted}), set {variable} to the path of its driver, or leave \
                 {name} out by naming the others: cargo xtask test --engine …",
                name = self.name(),
                wanted = wanted.join(" "),
                variable = parts.variable,
            );
        }
        if self == Self::Firefox && named(parts.variable).is_none() {
            tools::geckodriver()?;
        }
        let driver = parts.driver().with_context(|| {
            let Parts { driver, variable, .. } = parts;
            format!("{driver} is still missing\n  what to do: set {variable} to its path")
        })?;
        Ok(Ready { engine: self, driver })
    }
}

impl Ready {
    /// Node with these arguments, told which browser to drive.
    pub(crate) fn node(&self, args: &[&str]) -> Result<Run> {
        let parts = self.engine.parts();
        let run = if self.engine == Engine::Webkit {
            Run::new(VIRTUAL_SCREEN)?.args(["-a", "node"])
        } else {
            Run::new("node")?
        };
        let run = run.args(args).env(parts.variable, &self.driver);
        let run = run.env("TOM_TAT_ENGINE", self.engine.name().to_lowercase());
        match parts.browser() {
            // Its driver looks for the plain name only.
            Some(browser) if self.engine == Engine::Firefox => Ok(run.env("FIREFOX", browser)),
            _ => Ok(run),
        }
    }
}

impl Parts {
    fn driver(&self) -> Option<PathBuf> {
        named(self.variable).or_else(|| tools::find(self.driver))
    }

    fn browser(&self) -> Option<PathBuf> {
        self.browsers.iter().find_map(|name| which(name).ok())
    }

    fn missing(&self, engine: Engine) -> Vec<&'static str> {
        let mut wanted = Vec::new();
        // Chrome's driver, if named by hand, knows its own browser; Firefox's is built later.
        let has_browser = self.browser().is_some()
            || (engine == Engine::Chromium && named(self.variable).is_some());
        let has_driver = engine == Engine::Firefox || self.driver().is_some();
        if !has_browser || !has_driver {
            wanted.extend(self.packages);
        }
        if !has_vietnamese_font() {
            wanted.push(FONT);
        }
        wanted
    }
}

/// The file that an environment variable names.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn has_vietnamese_font() -> bool {
    let listed = Run::new("fc-list").and_then(|run| run.args([":lang=vi", "family"]).capture());
    // No fontconfig, no way to tell: only a fresh Debian is sure to have no font at all.
    listed.map_or(!Path::new("/etc/debian_version").exists(), |fonts| !fonts.trim().is_empty())
}
