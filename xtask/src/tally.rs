//! Counts tests in what the test runners print.

use std::fmt;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u32,
    /// Tests that failed, and checks that aren't tests but failed.
    pub(crate) failed: u32,
}

impl Tally {
    /// Reads one line of a test runner: Rust's `test result: ok. 3 passed; 1 failed; …`, one of the lines that Playwright
    /// closes with, `3 passed (2.1s)`, `1 failed`, `1 flaky`, or Node's `# pass 3` and `# fail 1`. A flaky test counts as
    /// failed.
    pub(crate) fn count(&mut self, line: &str) {
        let words: Vec<&str> = line.split([' ', ';', '(']).filter(|word| !word.is_empty()).collect();
        let number = |word: &str| word.parse::<u32>().ok();
        match words.as_slice() {
            ["test", "result:", _, passed, "passed", failed, "failed", ..] => {
                self.passed += number(passed).unwrap_or_default();
                self.failed += number(failed).unwrap_or_default();
            }
            ["#", "pass", count] | [count, "passed", ..] => self.passed += number(count).unwrap_or_default(),
            ["#", "fail" | "cancelled", count] | [count, "failed" | "flaky" | "interrupted"] => {
                self.failed += number(count).unwrap_or_default();
            }
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(lines: &[&str], passed: u32, failed: u32) {
        let mut tally = Tally::default();
        for line in lines {
            tally.count(line);
        }
        assert_eq!(tally, Tally { passed, failed });
    }

    #[test]
    fn lines_of_both_runners_are_counted() {
        case(
            &["test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s"],
            12,
            0,
        );
        case(&["test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured"], 3, 2);
        case(&["  1 failed", "    [chromium] › page.spec.ts:3:1 › opens", "  4 passed (2.1s)"], 4, 1);
        case(&["  1 flaky", "  2 passed (1.0m)"], 2, 1);
        case(&["# tests 5", "# pass 3", "# fail 1", "# cancelled 1", "# skipped 0"], 3, 2);
    }

    #[test]
    fn other_lines_are_not() {
        case(&["running 3 tests", "test money::rounds ... ok", "", "passed", "2 skipped"], 0, 0);
    }
}
