//! What the project is made of: the licences, versions, sources and known faults of its crates and
//! npm packages.
//!
//! Advisories are looked up over the network. Where they cannot be had, they count as left out, never
//! as passed.

use crate::count::Tally;
use crate::process::Run;
use crate::tools::{self, WASM};
use crate::workspace;
use anyhow::{Context, Result};
use serde_json::Value;

/// The workspaces, each of which has a lock file of its own.
const WORKSPACES: [[&str; 3]; 2] = [
    ["--workspace", "--manifest-path", "Cargo.toml"],
    ["--workspace", "--manifest-path", "fuzz/Cargo.toml"],
];

/// The crate that becomes the module in `pkg/`, held to narrower rules than the rest.
const SHIPPED: [&str; 6] =
    ["--manifest-path", "web/Cargo.toml", "--config", "web/deny.toml", "--target", WASM];

/// npm's lock files: of what builds and tests, and of the project that tries our own package.
const NPM_LOCKS: [&str; 2] = ["package-lock.json", "tests/release/vite/package-lock.json"];

/// The question to the npm registry. Not `--omit=dev`, which would leave nothing to ask about. Low
/// levels are let pass, for the tests share a page with old libraries of other people, and old is
/// what those are there for.
const AUDIT: [&str; 3] = ["audit", "--audit-level=high", "--fetch-retries=0"];

/// Checks the crates and the npm packages.
pub(crate) fn check() -> Result<Tally> {
    tools::cargo_deny()?;
    let mut tally = Tally::default();
    for workspace in WORKSPACES {
        println!("▸ {}: licences, doubled versions, sources", workspace[2]);
        tally += denied("--locked", &workspace, &["licenses", "bans", "sources"])?;
    }
    println!("▸ {}: licences of what is shipped", SHIPPED[1]);
    tally += denied("--locked", &SHIPPED, &["licenses"])?;
    tally += advisories()?;
    for lock in NPM_LOCKS {
        tally += npm_lock(lock)?;
    }
    tally += npm_audit()?;
    Ok(tally)
}

/// Holds the crates of a workspace to some of the rules of its `deny.toml`.
fn denied(access: &str, workspace: &[&str], rules: &[&str]) -> Result<Tally> {
    let run = Run::new("cargo")?.args(["deny", access]).args(workspace);
    let run = run.args(["check", "--hide-inclusion-graph"]).args(rules);
    judged(run.hint("replace the crate named above, or decide on it in deny.toml and say why"))
}

/// Shows what a check says, and counts it.
fn judged(run: Run) -> Result<Tally> {
    let outcome = run.show();
    if let Err(error) = &outcome {
        println!("error: {error:#}");
    }
    Ok(Tally::one(outcome.is_ok()))
}

/// The known faults of crates, by the database of RustSec.
fn advisories() -> Result<Tally> {
    println!("▸ advisories on crates");
    // Fetched by itself, so that a database out of reach is told from a fault that it names.
    let fetched = Run::new("cargo")?.args(["deny", "fetch", "db"]).keep()?;
    if !fetched.status.success() {
        return Ok(left_out("the advisories on crates", WORKSPACES.len(), &fetched.errors));
    }
    let mut tally = Tally::default();
    for workspace in WORKSPACES {
        tally += denied("--frozen", &workspace, &["advisories"])?;
    }
    Ok(tally)
}

/// The known faults of npm packages, by the registry.
fn npm_audit() -> Result<Tally> {
    println!("▸ advisories on npm packages");
    let answer = Run::new("npm")?.args(AUDIT).args(["--json"]).keep()?;
    let report: Value = serde_json::from_str(&answer.text).unwrap_or_default();
    if !is_report(&report) {
        let reason = report["message"].as_str().or(report["error"]["summary"].as_str());
        let reason = reason.unwrap_or("npm gave no report");
        return Ok(left_out("the advisories on npm packages", 1, reason));
    }
    judged(Run::new("npm")?.args(AUDIT).hint("raise the version in package.json, then npm install"))
}

/// Whether npm's answer tells of packages, rather than why it cannot.
fn is_report(answer: &Value) -> bool {
    answer["auditReportVersion"].is_number()
}

/// Says that a check was not made, and why.
fn left_out(what: &str, checks: usize, reason: &str) -> Tally {
    println!("left out: {what} were NOT checked, since they cannot be had from here:");
    println!("{}", reason.trim());
    Tally { skipped: checks, ..Tally::default() }
}

/// The npm packages, none of which is shipped: that nobody can change one unnoticed.
fn npm_lock(file: &str) -> Result<Tally> {
    println!("▸ {file}: versions and checksums");
    let lock = serde_json::from_str(&workspace::read(file)?);
    let lock = lock.with_context(|| format!("{file} is no JSON: npm install"))?;
    let complaints = complaints(&lock).with_context(|| format!("{file} is no lock file"))?;
    for complaint in &complaints {
        println!("error: {file}: {complaint}");
    }
    Ok(Tally::one(complaints.is_empty()))
}

/// What is missing in npm's lock file.
fn complaints(lock: &Value) -> Result<Vec<String>> {
    let packages = lock["packages"].as_object();
    let packages = packages.context("it lists no packages: npm install")?;
    let mut complaints = Vec::new();
    // The project itself stands there under no name.
    for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
        if !package["version"].as_str().is_some_and(is_exact) {
            complaints.push(format!("{name} has no exact version: npm install"));
        }
        if !package["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-")) {
            complaints.push(format!("{name} has no SHA-512 checksum: take it from the registry"));
        }
        if !package["resolved"].is_null() {
            complaints.push(format!("{name} names a host: keep .npmrc, then npm install"));
        }
    }
    Ok(complaints)
}

/// `1.2.3` or `1.2.3-rc.1`, but neither a range nor an address.
fn is_exact(version: &str) -> bool {
    let (numbers, _) = version.split_once(['-', '+']).unwrap_or((version, ""));
    let is_number = |part: &str| part.parse::<u64>().is_ok();
    numbers.split('.').count() == 3 && numbers.split('.').all(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_exact_version_is_no_range() {
        for version in ["1.2.3", "10.0.0-rc.1", "1.0.0+build"] {
            assert!(is_exact(version), "{version}");
        }
        for version in ["^1.2.3", "1.2", "1.x.0", "*", "file:../it", ""] {
            assert!(!is_exact(version), "{version}");
        }
    }

    #[test]
    fn every_npm_package_needs_version_and_checksum_and_names_no_host() {
        let good = json!({ "version": "1.2.3", "integrity": "sha512-AA==" });
        let lock = |package: Value| json!({ "packages": { "": {}, "node_modules/it": package } });
        assert!(complaints(&lock(good.clone())).unwrap().is_empty());
        for (key, value) in [
            ("version", json!("^1.2.3")),
            ("integrity", json!("sha1-AA==")),
            ("integrity", Value::Null),
            ("resolved", json!("it.tgz")),
        ] {
            let mut bad = good.clone();
            bad[key] = value;
            assert_eq!(complaints(&lock(bad.clone())).unwrap().len(), 1, "{bad}");
        }
        assert!(complaints(&json!({})).is_err());
    }

    #[test]
    fn a_refusal_is_no_report() {
        assert!(is_report(&json!({ "auditReportVersion": 2, "vulnerabilities": {} })));
        assert!(!is_report(&json!({ "message": "405 Method Not Allowed" })));
        assert!(!is_report(&Value::Null));
    }

    #[test]
    fn what_cannot_be_checked_has_not_passed() {
        assert_eq!(left_out("they", 2, "no network"), Tally { skipped: 2, ..Tally::default() });
    }
}
