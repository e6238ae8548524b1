//! Building the page, when anything it is made from has changed.

use std::fs::{self, File};
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

/// Builds the page for release into `dist`, unless what is there was built from the same files. Builds wait for one another.
pub(crate) fn build() -> Outcome {
    // Cargo may have been told to build elsewhere, so its usual folder need not be there.
    fs::create_dir_all(root().join("target")).map_err(|error| format!("target: {error}"))?;
    let _until_built = only_build()?;
    let record = root().join("target/page.fingerprint");
    let inputs = fingerprint(INPUTS.iter().map(|input| root().join(input)));
    if dist().is_dir() && fs::read_to_string(&record).is_ok_and(|built| built == record_of(&inputs)) {
        eprintln!("✓ The page in dist is up to date");
        return Ok(());
    }
    let tools = Tools::ready()?;
    step("Building the page for release", || run(tools.command("trunk").args(["build", "--release", "--locked"])))?;
    fs::write(&record, record_of(&inputs)).map_err(|error| format!("{}: {error}", record.display()))
}

/// The lock of the only build that may write `dist`; held as long as the file is kept open.
fn only_build() -> Outcome<File> {
    let path = root().join("target/page.lock");
    let unusable = |error| format!("{}: {error}", path.display());
    let lock = File::create(&path).map_err(unusable)?;
    if lock.try_lock().is_err() {
        eprintln!("» Waiting for another build of this page");
        lock.lock().map_err(unusable)?;
    }
    Ok(lock)
}

/// What is kept of a build: from what it was made, and what it made, so that half a page isn't taken for a whole one.
fn record_of(inputs: &str) -> String {
    format!("{inputs} {}", fingerprint([dist()]))
}

/// A number for the names and the content of the files and of all files in the folders.
fn fingerprint(paths: impl IntoIterator<Item = PathBuf>) -> String {
    let mut hasher = DefaultHasher::new();
    for file in paths.into_iter().flat_map(|path| files_below(&path)) {
        file.strip_prefix(root()).ok().hash(&mut hasher);
        fs::read(file).ok().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// The files of a folder and its folders, in order; a file is its own only file.
fn files_below(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.iter().flat_map(|path| files_below(path)).collect()
}
