//! Standard output: whole lines, and a quiet end where nobody reads on.

use std::io::{self, ErrorKind, Write};
use std::process;

/// Where the output cannot be written, on a full disk for example.
const UNWRITABLE: i32 = 3;

/// So many bytes are written at a time, while more lines are coming.
const FULL: usize = 1 << 16;

/// Lines on their way out.
#[derive(Default)]
pub(super) struct Output {
    /// Whole lines only: what is killed in the middle has printed nothing that is cut.
    waiting: Vec<u8>,
}

impl Output {
    /// Prints a line.
    pub(super) fn line(&mut self, line: &str) {
        self.lines(&[line, "\n"].concat());
    }

    /// Prints what ends with a line already.
    pub(super) fn lines(&mut self, lines: &str) {
        self.waiting.extend_from_slice(lines.as_bytes());
        if self.waiting.len() >= FULL {
            self.flush();
        }
    }

    /// Writes what is waiting. Ends the process where that fails: there is nobody left to work for, and
    /// another thread may be waiting for input that never comes.
    pub(super) fn flush(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let mut out = io::stdout().lock();
        match out.write_all(&self.waiting).and_then(|()| out.flush()) {
            Ok(()) => self.waiting.clear(),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => process::exit(0),
            Err(error) => {
                eprintln!(
                    "tom-tat: không ghi được kết quả ({error}) / the output cannot be written ({error})"
                );
                process::exit(UNWRITABLE);
            }
        }
    }
}
