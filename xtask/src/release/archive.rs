//! The zip: sorted, and with nothing in it of the hour or the machine.

use crate::process::Run;
use crate::tree;
use anyhow::{Context, Result};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How git is to write the time of a commit.
const FORM: &str = "%Y %m %d %H %M %S";

/// The time that all files get: the last commit's. Not one that is the same for ever: web servers
/// tell a new file from an old one by its time, and would call what readers keep still good.
pub(super) fn time() -> Result<DateTime> {
    let printed = Run::new("git")?
        .args(["log", "-1", "--format=%cd", &format!("--date=format-local:{FORM}")])
        .env("TZ", "UTC")
        .hint("make the release in a clone of the repository, with git installed")
        .capture()?;
    moment(&printed)
}

fn moment(printed: &str) -> Result<DateTime> {
    let parts = printed.split_whitespace().map(str::parse).collect::<Result<Vec<u16>, _>>();
    let read = || {
        let [year, month, day, hour, minute, second] = parts.ok()?.try_into().ok()?;
        let small = |number: u16| u8::try_from(number).ok();
        let (month, day, hour) = (small(month)?, small(day)?, small(hour)?);
        DateTime::from_date_and_time(year, month, day, hour, small(minute)?, small(second)?).ok()
    };
    read().with_context(|| format!("git tells the time of the last commit as {printed:?}"))
}

/// The bytes of a zip that holds this folder under this name.
pub(super) fn zip(folder: &Path, name: &str, time: &DateTime) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(*time)
        .unix_permissions(0o644);
    for file in tree::files(folder)? {
        zip.start_file(format!("{name}/{file}"), options)?;
        zip.write_all(&tree::read(&folder.join(&file))?)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gits_time_is_read() {
        let time = moment("2026 11 29 07 05 44\n").unwrap();
        assert_eq!((time.year(), time.month(), time.day()), (2026, 11, 29));
        assert_eq!((time.hour(), time.minute(), time.second()), (7, 5, 44));
        assert!(moment("").is_err() && moment("2026 13 01 00 00 00").is_err());
    }
}
