//! Candidates for the lexicon, counted in real articles: knowledge from data, not from memory.
//!
//! What is printed is to be read by a person, who keeps what is right in a `*-mined.txt` file.

mod articles;
mod bodies;
mod listed;
mod phrases;
mod units;

use anyhow::Result;
use clap::ValueEnum;
use std::path::Path;

/// What is looked for.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// Nouns that stand behind a number, or that begin with a unit of the lexicon
    Units,
    /// Names of bodies
    Bodies,
    /// What `unit-mined.txt` lists already, to check how many articles have it
    Listed,
}

/// Prints the candidates, those of most articles first.
pub(crate) fn mine(kind: Kind, news: &Path) -> Result<()> {
    let articles = articles::read(news)?;
    match kind {
        Kind::Units => units::print(&articles),
        Kind::Bodies => bodies::print(&articles),
        Kind::Listed => listed::print(&articles),
    }
}
