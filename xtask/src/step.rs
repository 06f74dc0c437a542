//! Announcing a step, and how long it took.

use anyhow::Result;
use std::time::{Duration, Instant};

/// Runs a step, printing its name before and its time after.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let start = Instant::now();
    let result = work();
    let mark = if result.is_ok() { "✓" } else { "✗" };
    println!("{mark} {name} ({})", human(start.elapsed()));
    result
}

/// Says that a step had nothing to do.
pub(crate) fn skip(name: &str, reason: &str) {
    println!("✓ {name}: {reason}");
}

/// A duration as a person would say it.
pub(crate) fn human(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(human(Duration::from_millis(340)), "0.3 s");
        assert_eq!(human(Duration::from_millis(59_400)), "59.4 s");
        assert_eq!(human(Duration::from_secs(65)), "1 min 05 s");
    }
}
