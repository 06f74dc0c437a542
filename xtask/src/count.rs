//! How many tests a runner says that it ran.

use std::ops::AddAssign;

/// Tests that passed and failed, and those that this browser cannot run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Tally {
    /// A stage that is one test: it passes or it fails.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into(), skipped: 0 }
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Sums the lines `test result: ok. 3 passed; 0 failed; …` of `cargo test`, which the test runner
/// of wasm-bindgen prints, too.
pub(crate) fn of_cargo(text: &str) -> Tally {
    let mut tally = Tally::default();
    for line in text.lines() {
        let Some((_, counts)) = line.split_once("test result: ") else { continue };
        for part in counts.split([';', '.']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => tally.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => tally.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
    tally
}

/// Reads the lines `ℹ pass 3` and `ℹ fail 0` that close a run of Node's test runner.
pub(crate) fn of_node(text: &str) -> Tally {
    let mut tally = Tally::default();
    for line in text.lines() {
        let mut words = line.trim_start_matches(['ℹ', '#', ' ']).split_whitespace();
        let (Some(word), Some(number), None) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        match (word, number.parse::<usize>()) {
            ("pass", Ok(number)) => tally.passed = number,
            ("fail" | "cancelled", Ok(number)) => tally.failed += number,
            ("skipped", Ok(number)) => tally.skipped = number,
            _ => {}
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_the_test_programs_of_cargo() {
        let text = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; finished in 0.10s\n";
        assert_eq!(of_cargo(text), Tally { passed: 13, failed: 2, skipped: 0 });
    }

    #[test]
    fn reads_nodes_closing_lines() {
        let text = "✔ it loads (12ms)\nℹ tests 5\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\n\
            ℹ skipped 4\nℹ duration_ms 5.5\n";
        assert_eq!(of_node(text), Tally { passed: 3, failed: 2, skipped: 4 });
        assert_eq!(of_node("# pass 2\n# fail 0\n"), Tally { passed: 2, failed: 0, skipped: 0 });
    }

    #[test]
    fn other_output_counts_nothing() {
        assert!(of_cargo("error: could not compile").is_empty());
        assert!(of_node("pass through the gate").is_empty());
    }
}
