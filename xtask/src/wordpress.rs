//! The plugin for WordPress, whole: what `integrations/wordpress/` holds, its translations, and the card.

use crate::debian;
use crate::package::{clear, files_in};
use crate::step::{skip, step};
use crate::tree;
use crate::workspace::{pkg, root, target_dir};
use anyhow::{Context, Result, anyhow, bail};
use polib::mo_file;
use std::path::{Path, PathBuf};

/// The name of the plugin's folder, which WordPress knows it by.
pub(crate) const NAME: &str = "tom-tat";

/// What Debian's WordPress needs here, and a file of each.
const NEEDED: [(&str, &str); 10] = [
    ("wordpress", "/usr/share/wordpress/wp-load.php"),
    ("wordpress-l10n", "/usr/share/wordpress/wp-content/languages/vi.mo"),
    ("wordpress-theme-twentytwentyone", "/usr/share/wordpress/wp-content/themes/twentytwentyone"),
    ("wordpress-theme-twentytwentytwo", "/usr/share/wordpress/wp-content/themes/twentytwentytwo"),
    (
        "wordpress-theme-twentytwentythree",
        "/usr/share/wordpress/wp-content/themes/twentytwentythree",
    ),
    ("mariadb-server", "/usr/sbin/mariadbd"),
    ("php-mysql", "/usr/share/doc/php-mysql"),
    PHP[0],
    PHP[1],
    PHP[2],
];

/// PHP with what both content management systems take for granted.
const PHP: [(&str, &str); 3] = [
    ("php-cli", "/usr/bin/php"),
    ("php-xml", "/usr/share/doc/php-xml"),
    ("php-mbstring", "/usr/share/doc/php-mbstring"),
];

/// Makes the plugin's folder within `out`, from `pkg/` as it stands.
pub(crate) fn assemble(out: &Path) -> Result<PathBuf> {
    let folder = out.join(NAME);
    clear(&folder)?;
    let source = root().join("integrations/wordpress").join(NAME);
    for name in tree::files(&source)? {
        // Translators write these, WordPress reads what is made of them.
        if !name.ends_with(".po") {
            tree::copy(&source.join(&name), &folder.join(&name))?;
        }
    }
    for words in files_in(&source.join("languages"), "po")? {
        let name = words.file_stem().context("a translation has a name")?;
        let made = folder.join("languages").join(name).with_extension("mo");
        std::fs::create_dir_all(folder.join("languages"))?;
        mo_file::compile_from_po(&words, &made)
            .map_err(|error| anyhow!("cannot read {}: {error}", words.display()))?;
        tree::write(&made, &for_wordpress(tree::read(&made)?)?)?;
    }
    for name in tree::files(&pkg())? {
        tree::copy(&pkg().join(&name), &folder.join("card").join(&name))?;
    }
    Ok(folder)
}

/// A catalogue that WordPress reads: it takes the length of the table of translations from where the table
/// of hashes starts, also where there is none, and polib says that it starts at 0 then.
fn for_wordpress(mut catalogue: Vec<u8>) -> Result<Vec<u8>> {
    let number = |at: usize| {
        let bytes = catalogue.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_le_bytes).context("a catalogue has a head of 28 bytes")
    };
    let [count, translations, hashes] = [number(8)?, number(16)?, number(20)?];
    if hashes == 0 {
        let end = translations + 8 * count;
        catalogue[24..28].copy_from_slice(&end.to_le_bytes());
    }
    Ok(catalogue)
}

/// Makes the plugin's folder where the tests look for it, and installs what they run it in.
pub(crate) fn prepare() -> Result<()> {
    let out = target_dir().join("wordpress");
    step("assemble the plugin", || assemble(&out))?;
    ensure(&NEEDED, "WordPress, MariaDB, PHP")
}

/// Installs PHP where it is missing.
pub(crate) fn ensure_php() -> Result<()> {
    ensure(&PHP, "PHP")
}

/// Installs what is missing of these packages, each with a file of its own.
fn ensure(needed: &[(&str, &str)], what: &str) -> Result<()> {
    let missing = needed.iter().filter(|(_, file)| !Path::new(file).exists());
    let wanted: Vec<&str> = missing.map(|(package, _)| *package).collect();
    if wanted.is_empty() {
        skip(what, "there");
        return Ok(());
    }
    if !debian::can_install() {
        bail!(
            "{what} as Debian has it is needed for these tests\n  what to do: install {}, or leave \
             the stage out by naming the others",
            wanted.join(", ")
        );
    }
    step(&format!("install {}", wanted.join(", ")), || debian::install(&wanted))
}
