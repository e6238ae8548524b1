//! Building the page, when anything it is made from has changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::command::{Outcome, run, step};
use crate::paths::{dist, root};
use crate::tools::Tools;

/// Everything the page is made from, this program's own source included: it decides how.
const INPUTS: [&str; 13] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build",
    "docs/method.md",
    "funder-profiles",
    "index.html",
    "price-books",
    "rust-toolchain.toml",
    "src",
    "static",
    "xtask/src",
];

/// Builds the page for release into `dist`, unless what is there was built from the same files.
pub(crate) fn build() -> Outcome {
    let record = root().join("target/page.fingerprint");
    let before = fingerprint();
    if before.is_some() && fs::read_to_string(&record).ok() == before {
        eprintln!("✓ The page in dist is up to date");
        return Ok(());
    }
    let tools = Tools::ready()?;
    step("Building the page for release", || run(tools.command("trunk").args(["build", "--release", "--locked"])))?;
    // Cargo may have been told to build elsewhere, so its usual folder need not be there.
    fs::create_dir_all(root().join("target")).map_err(|error| format!("target: {error}"))?;
    fs::write(&record, fingerprint().unwrap_or_default()).map_err(|error| format!("{}: {error}", record.display()))
}

/// A number for the content of the inputs and of the built page; `None` without a built page.
fn fingerprint() -> Option<String> {
    let mut hasher = DefaultHasher::new();
    let mut files: Vec<PathBuf> = INPUTS.iter().flat_map(|input| files_below(&root().join(input))).collect();
    files.push(dist().join("index.html"));
    for file in files {
        file.strip_prefix(root()).ok()?.hash(&mut hasher);
        fs::read(file).ok()?.hash(&mut hasher);
    }
    Some(format!("{:016x}", hasher.finish()))
}

/// The files of a folder and its folders, in order; a file is its own only file.
fn files_below(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.iter().flat_map(|path| files_below(path)).collect()
}
