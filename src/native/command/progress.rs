//! How far it is, for whoever waits at a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// Between two looks at how far it is.
const PAUSE: Duration = Duration::from_millis(200);

/// A bar over the bytes of these files, by those that have been read. Hidden where the lines themselves go to
/// the terminal, and where nobody looks.
pub(super) fn begin(paths: &[PathBuf], read: &Arc<AtomicU64>) -> ProgressBar {
    if !stderr().is_terminal() || stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let bytes =
        super::input::files(paths).flatten().map(|file| file.metadata().map(|about| about.len()));
    // Of standard input nobody knows.
    let total = bytes.sum::<std::io::Result<u64>>().ok();
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
    let form = match total {
        Some(_) => "{bar:40} {percent:>3} %  {binary_bytes_per_sec}  {eta}",
        None => "{spinner} {binary_bytes}  {binary_bytes_per_sec}",
    };
    bar.set_style(
        ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let (watched, read) = (bar.downgrade(), Arc::clone(read));
    // Ends with the bar.
    thread::spawn(move || {
        while let Some(bar) = watched.upgrade().filter(|bar| !bar.is_finished()) {
            bar.set_position(read.load(Ordering::Relaxed));
            thread::sleep(PAUSE);
        }
    });
    bar
}
