//! Makes `pkg/`, the folder that a webmaster uploads.
//!
//! wasm-pack builds into a folder under `target/`; what is wanted of that goes to `pkg/`, so that
//! `pkg/` never holds a leftover.

use crate::compiler::Compiler;
use crate::glue;
use crate::handbook;
use crate::light_styles;
use crate::manifest;
use crate::process::Run;
use crate::step::{skip, step};
use crate::tools::{self, WASM};
use crate::workshop;
use crate::workspace::{npm_bin, pkg, root, target_dir};
use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

/// The oldest browsers that the card works in.
const BROWSERS: &str = "--target=chrome109,firefox115,safari16.4";

/// What WebAssembly those browsers know beyond its first version; Safari 16.4 sets the bound.
const FEATURES: [&str; 9] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Functions of one module beside each other, and locals in one order everywhere: what is alike stands near,
/// and looks alike to a compressor. Last of all, for `--converge`, which counts bytes, takes it back.
const ORDER: [&str; 6] = [
    "--reorder-functions-by-name",
    "--merge-blocks",
    "--remove-unused-brs",
    "--remove-unused-names",
    "--coalesce-locals-learning",
    "--reorder-locals",
];

/// The Cargo profile of the card, and what wasm-opt does to it, stand in `Cargo.toml` and
/// `web/Cargo.toml`.
pub(crate) const PROFILE: [&str; 2] = ["--profile", "wasm-release"];

/// The module, compressed. Every server knows icons, sends them as they are, and no tool that
/// makes pictures smaller touches one.
const PACKED: &str = "tom_tat_bg.ico";

/// What the glue takes for the page's constructors.
const REALM: &str = "www/loader/realm.js";

/// What wasm-pack's output becomes.
const BUILT: [&str; 3] = ["tom_tat.js", "tom_tat_bg.wasm", PACKED];

/// What is loaded only where it is needed: where something is wrong, by the page that a webmaster opens
/// then, and for lists.
const MODULES: [&str; 3] = ["doctor/doctor.js", "doctor/doctor-page.js", "list/tom-tat-list.js"];

/// Hand-written files that go to `pkg/` as they are, if they exist.
const COPIES: [&str; 4] =
    ["tom-tat.d.ts", "custom-elements.json", "doctor/doctor.html", "doctor/doctor.css"];

/// Installs the tools that are missing, and makes `pkg/` complete.
pub(crate) fn build() -> Result<()> {
    let _alone = lock()?;
    make()
}

/// The same for whoever holds the lock, and goes on to use the folder.
pub(crate) fn make() -> Result<()> {
    tools::ensure()?;
    let compiler = Compiler::prepare()?;
    step("compile the card", || compile(&compiler))?;
    wasm_and_glue(&compiler)?;
    loader()?;
    themes_and_copies()?;
    workshop::build(&compiler)?;
    handbook::write()?;
    manifest::write(&pkg())
}

/// Two builds at a time would empty each other's folders: the later one waits.
pub(crate) fn lock() -> Result<File> {
    let path = target_dir().join("xtask.lock");
    fs::create_dir_all(target_dir()).context("cannot make the target folder")?;
    let file = File::create(&path).with_context(|| format!("cannot make {}", path.display()))?;
    file.lock().context("cannot wait for another build to end")?;
    Ok(file)
}

/// The module as wasm-pack makes it, with the names of its functions.
pub(crate) fn named_module() -> PathBuf {
    target_dir().join("wasm-pack/tom_tat_bg.wasm")
}

/// Cargo knows best whether anything changed: compile first, then compare what came out.
fn compile(compiler: &Compiler) -> Result<()> {
    let run = Run::new("cargo")?
        .args(["build", "--package", "tom-tat-web", "--target", WASM])
        .args(PROFILE);
    compiler.environment(run).hint("correct the errors above").show()
}

fn wasm_and_glue(compiler: &Compiler) -> Result<()> {
    let stamp = target_dir().join("pkg.stamp");
    let inputs = inputs_hash()?;
    let staging = target_dir().join("wasm-pack");
    let ready = staging.join("ready");
    // A plain `wasm-pack build` writes into the same folder.
    let ours = |file: &&str| match (fs::read(ready.join(file)), fs::read(pkg().join(file))) {
        (Ok(made), Ok(there)) => made == there,
        _ => false,
    };
    let complete = BUILT.iter().all(ours);
    if complete && fs::read_to_string(&stamp).is_ok_and(|last| last == inputs) {
        skip("wasm-pack", "nothing changed");
        return Ok(());
    }
    clear(&staging)?;
    step("wasm-pack (wasm-bindgen, wasm-opt)", || wasm_pack(compiler, &staging))?;
    clear(&ready)?;
    step("minify module and glue", || minify(compiler, &staging, &ready))?;
    step("pack the module (zopfli)", || pack(&ready))?;
    // Only now, so that a page open meanwhile keeps what it has.
    clear(&pkg())?;
    for file in BUILT {
        copy(&ready.join(file), &pkg().join(file))?;
    }
    fs::write(&stamp, inputs).context("cannot write the stamp of the build")
}

fn wasm_pack(compiler: &Compiler, out: &Path) -> Result<()> {
    let run = Run::new("wasm-pack")?
        .args([
            "--quiet",
            "build",
            "--target",
            "web",
            "--no-pack",
            "--no-gitignore",
            "--out-name",
            "tom_tat",
        ])
        .args(PROFILE)
        .args([&root().join("web"), Path::new("--out-dir"), out]);
    compiler.environment(run).hint("read wasm-pack's message above").show()
}

/// Validates the module against the oldest browsers, and gives it and its glue short names for
/// what they import of each other: wasm-bindgen's are long and end in a hash, which no compression
/// shortens. wasm-opt tells how it named them, and esbuild names them so in the glue.
///
/// Only now: while a module carries the compiler's list of its features, wasm-opt goes by that list.
fn minify(compiler: &Compiler, staging: &Path, ready: &Path) -> Result<()> {
    let printed = Run::new("wasm-opt")?
        .args(FEATURES)
        .args(ORDER)
        .args(["--minify-imports-and-exports-and-modules", "--strip-debug"])
        .args([&staging.join("tom_tat_bg.wasm"), Path::new("-o"), &ready.join("tom_tat_bg.wasm")])
        .hint("forbid the feature named above with -Ctarget-feature, or raise the oldest browser")
        .capture()?;
    let names = glue::names(&printed)?;
    let cache = staging.join("names.json");
    fs::write(&cache, serde_json::to_string(&names)?).context("cannot write the names")?;
    let options = [
        "--format=esm".to_owned(),
        "--charset=utf8".to_owned(),
        "--mangle-quoted".to_owned(),
        // wasm-bindgen warns of ways to start the module that our loader does not go.
        "--pure:console.warn".to_owned(),
        // Nobody disposes of a card by `using`, and no browser has Node's name of the global object.
        "--define:Symbol.dispose=undefined".to_owned(),
        "--define:global=undefined".to_owned(),
        format!("--mangle-props={}", glue::pattern(&names)),
        format!("--mangle-cache={}", cache.display()),
        format!("--inject:{}", root().join(REALM).display()),
    ];
    let entry = staging.join("entry.js");
    fs::write(&entry, glue::entry(&compiler.build)).context("cannot write the glue's entry")?;
    esbuild(&entry, &ready.join("tom_tat.js"), &options)
}

/// The module once more, compressed inside a file of a kind that every server delivers as it is.
fn pack(ready: &Path) -> Result<()> {
    let module = fs::read(ready.join("tom_tat_bg.wasm")).context("wasm-opt made no module")?;
    let mut packed = Vec::new();
    // Twice the blocks and four times the rounds of the defaults: 0.4 KB for three seconds.
    let options = zopfli::Options {
        iteration_count: NonZeroU64::MIN.saturating_add(59),
        maximum_block_splits: 30,
        ..zopfli::Options::default()
    };
    zopfli::compress(options, zopfli::Format::Gzip, &*module, &mut packed)?;
    fs::write(ready.join(PACKED), packed).context("cannot write the packed module")
}

/// The loader is a classic script, which a page of another encoding may hold: it stays ASCII.
fn loader() -> Result<()> {
    let source = root().join("www/tom-tat.js");
    if !source.exists() {
        skip("loader", "left out, since www/tom-tat.js is not there");
        return Ok(());
    }
    step("minify the loader", || {
        esbuild(&source, &pkg().join("tom-tat.js"), &["--format=iife", "--charset=ascii"])?;
        for module in MODULES {
            let source = root().join("www").join(module);
            let name = source.file_name().context("a module has a name")?;
            esbuild(&source, &pkg().join(name), &["--format=esm", "--charset=ascii"])?;
        }
        Ok(())
    })
}

pub(crate) fn esbuild<S: AsRef<OsStr>>(input: &Path, output: &Path, options: &[S]) -> Result<()> {
    let minify = [OsStr::new("--minify")];
    bundle(input, output, minify.into_iter().chain(options.iter().map(AsRef::as_ref)))
}

/// Joins a module with what it imports. Not minified, it keeps the comments that tell bundlers of others
/// which calls to leave as they are.
pub(crate) fn bundle<S: AsRef<OsStr>>(
    input: &Path,
    output: &Path,
    options: impl IntoIterator<Item = S>,
) -> Result<()> {
    Run::new(npm_bin().join("esbuild"))?
        .args([input.as_os_str()])
        .args([format!("--outfile={}", output.display())])
        .args(["--bundle", "--legal-comments=none", "--log-level=warning", BROWSERS])
        .args(options)
        .hint("correct the JavaScript named above")
        .show()
}

fn themes_and_copies() -> Result<()> {
    let themes = pkg().join("themes");
    clear(&themes)?;
    for source in files_in(&root().join("www/themes"), "css")? {
        let name = source.file_name().unwrap_or_default();
        copy(&source, &themes.join(name))?;
    }
    for name in COPIES {
        let source = root().join("www").join(name);
        if source.exists() {
            let file = Path::new(name).file_name().unwrap_or_default();
            copy(&source, &pkg().join(file))?;
        }
    }
    // For cards that were rendered without a script: with comments, unlike the one in the module.
    let parts = files_in(&root().join("src/card/styles"), "css")?;
    let styles = parts.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?.join("\n");
    fs::write(pkg().join("card-light.css"), light_styles::of(&styles))?;
    fs::write(pkg().join("card.css"), styles).context("cannot write pkg/card.css")
}

/// The files of a folder with this extension, sorted; none if there is no such folder.
pub(crate) fn files_in(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort();
    Ok(files)
}

/// Changes with anything that changes what wasm-pack and esbuild make: the module holds the build's
/// name, and that covers the rest.
fn inputs_hash() -> Result<String> {
    let wasm = target_dir().join(WASM).join(PROFILE[1]).join("tom_tat_web.wasm");
    let wasm = fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let realm = fs::read(root().join(REALM)).with_context(|| format!("cannot read {REALM}"))?;
    let mut hasher = DefaultHasher::new();
    (wasm, realm).hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// Leaves an empty folder.
pub(crate) fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}
