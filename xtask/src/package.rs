//! Building the JavaScript package: the library for WebAssembly, and the files of the folder `javascript` around it.

use std::fs;
use std::path::Path;

use crate::command::{Outcome, run, step};
use crate::paths::{package, root, target};
use crate::tools::Tools;

/// The files that go into the package as they are, and their names in it.
const FILES: [(&str, &str); 7] = [
    ("javascript/package.json", "package.json"),
    ("javascript/browser.js", "browser.js"),
    ("javascript/node.js", "node.js"),
    ("javascript/index.d.ts", "index.d.ts"),
    ("docs/javascript.md", "README.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Builds the package into `target/package`.
pub(crate) fn build() -> Outcome {
    let tools = Tools::ready()?;
    step("Building the JavaScript package", || {
        let folder = package();
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        run(tools
            .command("cargo")
            .args(["rustc", "--quiet", "--locked", "--lib", "--crate-type", "cdylib", "--profile", "fast"])
            .args(["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "javascript"]))?;
        let library = target().join("wasm32-unknown-unknown/fast/quota_calculator.wasm");
        run(tools
            .command("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&folder)
            .arg(library))?;
        let program = folder.join("quota_calculator_bg.wasm");
        run(tools.command("wasm-opt").arg("-O3").arg(&program).arg("-o").arg(&program))?;
        FILES.iter().try_for_each(|(from, to)| copy(&root().join(from), &folder.join(to)))
    })
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
}
