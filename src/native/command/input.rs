//! Records: one article each, from files, folders and standard input, read one after the other.

use crate::article::check_source;
use crate::problem::{Code, Problem};
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use walkdir::WalkDir;

/// One article as it stands in its file.
pub(super) struct Record {
    pub(super) origin: Origin,
    pub(super) text: Result<String, Problem>,
}

/// Where a record stands.
#[derive(Clone)]
pub(super) struct Origin {
    file: Arc<str>,
    /// Its line in NDJSON, from 1.
    line: Option<usize>,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// More bytes than any article has, which nobody wants in memory.
const MOST: u64 = 20_000_001;

/// Names that files of articles end in, in folders.
const ENDINGS: [&str; 5] = ["json", "ndjson", "jsonl", "html", "htm"];

/// All files that are named, or lie in a folder that is, in order; what cannot be listed is a problem.
pub(super) fn files(
    paths: &[PathBuf],
) -> impl Iterator<Item = Result<PathBuf, (PathBuf, Problem)>> {
    paths.iter().flat_map(|path| -> Box<dyn Iterator<Item = _> + Send> {
        if !path.is_dir() {
            return Box::new(std::iter::once(Ok(path.clone())));
        }
        let entries = WalkDir::new(path).sort_by_file_name().into_iter();
        let path = path.clone();
        Box::new(entries.filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_file() && is_article(entry.path()) => {
                Some(Ok(entry.into_path()))
            }
            Ok(_) => None,
            Err(error) => {
                let place = error.path().map_or_else(|| path.clone(), Path::to_path_buf);
                Some(Err((place, unreadable(&error.to_string()))))
            }
        }))
    })
}

fn is_article(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The records of one file.
pub(super) fn records(
    path: &Path,
    ndjson: bool,
    read: &Arc<AtomicU64>,
) -> Box<dyn Iterator<Item = Record> + Send> {
    let file: Arc<str> = path.display().to_string().into();
    let one = |text| -> Box<dyn Iterator<Item = Record> + Send> {
        let origin = Origin { file: Arc::clone(&file), line: None };
        Box::new(std::iter::once(Record { origin, text }))
    };
    let mut source = match open(path, read) {
        Ok(source) => source,
        Err(error) => return one(Err(unreadable(&error.to_string()))),
    };
    let ending = path.extension().unwrap_or_default();
    if ndjson || ending.eq_ignore_ascii_case("ndjson") || ending.eq_ignore_ascii_case("jsonl") {
        return Box::new(Lines { source, file, line: 0, first: None });
    }
    let first = match line(&mut source) {
        Ok(first) => first.unwrap_or_default(),
        Err(error) => return one(Err(unreadable(&error.to_string()))),
    };
    if is_object(&first) && more(&mut source) {
        return Box::new(Lines { source, file, line: 0, first: Some(first) });
    }
    one(rest(first, source).and_then(text))
}

/// The records of a named place that is none.
pub(super) fn failed(path: &Path, problem: Problem) -> Record {
    let file = path.display().to_string().into();
    Record { origin: Origin { file, line: None }, text: Err(problem) }
}

type Source = BufReader<Counted<Box<dyn Read + Send>>>;

fn open(path: &Path, read: &Arc<AtomicU64>) -> io::Result<Source> {
    let source: Box<dyn Read + Send> =
        if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    Ok(BufReader::with_capacity(1 << 16, Counted { source, read: Arc::clone(read) }))
}

/// Tells how far it has been read, to whoever shows that.
struct Counted<R> {
    source: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// The lines of NDJSON; empty ones are none.
struct Lines {
    source: Source,
    file: Arc<str>,
    line: usize,
    /// A line that was read already.
    first: Option<Vec<u8>>,
}

impl Iterator for Lines {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            let read = match self.first.take() {
                Some(first) => Ok(Some(first)),
                None => line(&mut self.source),
            };
            self.line += 1;
            let text = match read {
                Ok(None) => return None,
                Ok(Some(bytes)) if bytes.trim_ascii().is_empty() => continue,
                Ok(Some(bytes)) => text(bytes),
                Err(error) => Err(unreadable(&error.to_string())),
            };
            return Some(Record {
                origin: Origin { file: Arc::clone(&self.file), line: Some(self.line) },
                text,
            });
        }
    }
}

/// The next line, with its end; `None` behind the last. Of a line that is too long to be an article, as much
/// as shows that.
fn line(source: &mut Source) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    loop {
        let there = match source.fill_buf() {
            Ok(there) => there,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if there.is_empty() {
            return Ok((!bytes.is_empty()).then_some(bytes));
        }
        let end = there.iter().position(|&byte| byte == b'\n').map(|at| at + 1);
        let taken = end.unwrap_or(there.len());
        let room = usize::try_from(MOST).unwrap_or(usize::MAX) - bytes.len();
        bytes.extend_from_slice(&there[..taken.min(room)]);
        source.consume(taken);
        if end.is_some() {
            return Ok(Some(bytes));
        }
    }
}

/// Whether these bytes are a whole JSON object.
fn is_object(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"{")
        && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

/// Whether there is more than white space ahead, within what is read at once.
fn more(source: &mut Source) -> bool {
    source.fill_buf().is_ok_and(|there| !there.trim_ascii().is_empty())
}

/// A whole file, whose first line has been read.
fn rest(mut first: Vec<u8>, source: Source) -> Result<Vec<u8>, Problem> {
    let room = MOST.saturating_sub(first.len() as u64);
    source.take(room).read_to_end(&mut first).map_err(|error| unreadable(&error.to_string()))?;
    Ok(first)
}

fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Problem::new(
            Code::NotReadable,
            format!("Không phải UTF-8 (từ byte {at}). Hãy chuyển mã tệp sang UTF-8."),
            format!("That is not UTF-8 (from byte {at}). Convert the file to UTF-8."),
        )
    })?;
    check_source(&text)?;
    Ok(text)
}

fn unreadable(error: &str) -> Problem {
    Problem::new(
        Code::NotReadable,
        format!("Không đọc được ({error}). Hãy kiểm tra đường dẫn và quyền đọc."),
        format!("It cannot be read ({error}). Check the path and its permissions."),
    )
}
