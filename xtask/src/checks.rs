//! Every check there is.

use std::process::Command;

use crate::browser::Browser;
use crate::command::{Outcome, run, run_with_lines, step};
use crate::office;
use crate::package;
use crate::paths::root;
use crate::site;
use crate::tally::Tally;
use crate::tools::{Tools, need_node};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// The programs that leave something out, with what Cargo needs to know to build each.
const PROGRAMS: [(&str, &[&str]); 4] = [
    ("the program of the first view", &["--lib", "--bins", "--features", "page"]),
    ("the workers", &["--lib", "--bins", "--features", "worker"]),
    ("the JavaScript API", &["--lib", "--features", "javascript"]),
    ("the spreadsheets", &["--bin", "quota-calculator-spreadsheet", "--features", "spreadsheet"]),
];

/// The tests that run in a browser.
const BROWSER_TESTS: [&str; 5] =
    ["browser", "custom_tiers_browser", "storage_browser", "signing_browser", "debounce_browser"];

/// The quick checks: what needs neither a browser nor a release build.
pub(crate) fn check() -> Outcome {
    let tools = Tools::ready()?;
    let mut gate = Gate::default();
    gate.quick_checks(&tools);
    gate.close()
}

/// Every check there is, all of them even when one fails.
pub(crate) fn test() -> Outcome {
    need_node()?;
    let tools = Tools::ready()?;
    let browser = Browser::ready()?;
    let mut gate = Gate::default();
    gate.quick_checks(&tools);
    gate.tests("Spreadsheets in LibreOffice", |on_line| {
        let mut tests = tools.command("cargo");
        tests.args(["test", "--quiet", "--test", "recalculation"]).env("SOFFICE", office::ready()?);
        run_with_lines(&mut tests, on_line)
    });
    gate.tests("Tests in the browser", |on_line| {
        let mut tests = tools.command("cargo");
        tests
            .arg("test")
            .args(browser_tests())
            .args(WASM)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("CHROMEDRIVER", &browser.driver);
        run_with_lines(&mut tests, on_line)
    });
    if gate.check("The JavaScript package", package::build) {
        gate.tests("Tests of the package in Node.js", |on_line| {
            let mut tests = Command::new("node");
            tests.args(["--test", "--test-reporter=tap", "tests/package/"]).current_dir(root());
            run_with_lines(&mut tests, on_line)
        });
    }
    if gate.check("The page for release", site::build) {
        gate.tests("Size budget", |on_line| {
            let mut size = Command::new("node");
            run_with_lines(size.arg("tests/size-budget.mjs").current_dir(root()), on_line)
        });
        gate.tests("End-to-end tests", |on_line| {
            let folder = root().join("tests/end-to-end");
            run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder))?;
            let mut tests = Command::new("npx");
            tests.args(["playwright", "test"]).current_dir(&folder).env("CHROMIUM", &browser.chromium);
            run_with_lines(&mut tests, on_line)
        });
    }
    gate.close()
}

/// The arguments that choose the tests in the browser.
fn browser_tests() -> impl Iterator<Item = &'static str> {
    BROWSER_TESTS.into_iter().flat_map(|name| ["--test", name])
}

/// Counts what passes and what fails, and remembers the names of the steps that failed.
#[derive(Default)]
struct Gate {
    tally: Tally,
    failed: Vec<String>,
}

impl Gate {
    fn quick_checks(&mut self, tools: &Tools) {
        let deny = ["--", "--deny", "warnings"];
        self.check("Format", || run(tools.command("cargo").args(["fmt", "--all", "--check"])));
        self.check("Clippy for this machine", || {
            let targets = ["--all-targets", "--test", "recalculation"];
            run(tools.command("cargo").args(["clippy", "--quiet", "--workspace"]).args(targets).args(deny))
        });
        self.check("Clippy for the program that writes static pages", || {
            let pages = ["clippy", "--quiet", "--bin", "static-pages", "--features", "static-pages"];
            run(tools.command("cargo").args(pages).args(deny))
        });
        self.check("Clippy for WebAssembly", || {
            let page = ["clippy", "--quiet", "--lib", "--bins"];
            run(tools.command("cargo").args(page).args(browser_tests()).args(WASM).args(deny))
        });
        for (program, choice) in PROGRAMS {
            self.check(&format!("Clippy for {program}"), || {
                let clippy = ["clippy", "--quiet", "--no-default-features"];
                run(tools.command("cargo").args(clippy).args(choice).args(WASM).args(deny))
            });
        }
        self.check("Documentation", || {
            let mut documentation = tools.command("cargo");
            documentation.args(["doc", "--quiet", "--no-deps", "--lib"]).env("RUSTDOCFLAGS", "--deny warnings");
            run(&mut documentation)
        });
        self.tests("Tests on this machine", |on_line| {
            run_with_lines(tools.command("cargo").args(["test", "--quiet", "--workspace", "--no-fail-fast"]), on_line)
        });
    }

    /// A check that isn't a test: it counts only when it fails. Says whether it passed.
    fn check(&mut self, what: &str, work: impl FnOnce() -> Outcome) -> bool {
        let outcome = step(what, work);
        if let Err(reason) = &outcome {
            self.tally.failed += 1;
            self.failed.push(format!("{what}: {reason}"));
        }
        outcome.is_ok()
    }

    /// A run of tests, each of which counts. A run that fails or stays empty without a failed test counts as one failure.
    fn tests(&mut self, what: &str, work: impl FnOnce(&mut dyn FnMut(&str)) -> Outcome) {
        let mut tally = Tally::default();
        let mut outcome = step(what, || work(&mut |line| tally.count(line)));
        if outcome.is_ok() && tally == Tally::default() {
            outcome = Err("it ran no test".to_owned());
        }
        if let Err(reason) = outcome {
            tally.failed = tally.failed.max(1);
            self.failed.push(format!("{what}: {reason}"));
        }
        self.tally.passed += tally.passed;
        self.tally.failed += tally.failed;
    }

    /// Names what failed, and closes with one line that counts.
    fn close(self) -> Outcome {
        for failed in &self.failed {
            eprintln!("✗ {failed}");
        }
        println!("{}", self.tally);
        if self.tally.failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::BROWSER_TESTS;

    /// A file for the browser holds nothing for this machine, so one that is left out would pass without a single test.
    #[test]
    fn every_test_for_the_browser_is_run_there() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
        let files = fs::read_dir(folder).expect("the tests").map(|entry| entry.expect("a file").path());
        let for_the_browser = files.filter(|path| {
            let text =
                if path.extension().is_some_and(|it| it == "rs") { fs::read_to_string(path) } else { return false };
            text.expect("a text").contains("\n#![cfg(target_arch = \"wasm32\")]\n")
        });
        let mut names: Vec<_> =
            for_the_browser.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
        let mut run = BROWSER_TESTS.to_vec();
        names.sort_unstable();
        run.sort_unstable();
        assert_eq!(names, run);
    }
}
