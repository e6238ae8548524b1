//! The tools that build the page: found on PATH if the version is right, otherwise installed once into the cache folder.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::command::{Outcome, output, run, step};
use crate::paths::{cache, on_path, root};

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";

/// The folders of the tools, in front of PATH.
pub(crate) struct Tools {
    path: OsString,
}

impl Tools {
    /// Finds the tools, and installs those that are missing.
    pub(crate) fn ready() -> Outcome<Self> {
        add_target()?;
        let wasm_bindgen = locked_version("wasm-bindgen")?;
        let folders = [
            cargo_tool("trunk", "trunk", TRUNK, &["--locked", "--no-default-features"])?,
            cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &wasm_bindgen, &[])?,
            wasm_opt()?,
        ];
        // What was compiled to install the tools is of no further use.
        fs::remove_dir_all(cargo_tool_target()).ok();
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = folders.into_iter().flatten().chain(env::split_paths(&inherited));
        let path = env::join_paths(folders).map_err(|error| error.to_string())?;
        Ok(Self { path })
    }

    /// A command that finds the tools.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(root()).env("PATH", &self.path);
        command
    }
}

/// Adds the WebAssembly target, which rustup adds by itself only where it may install automatically.
fn add_target() -> Outcome {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()));
    let sysroot = PathBuf::from(sysroot.ok_or("rustc can't be started: install Rust with rustup")?.trim());
    if sysroot.join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    step("Adding the WebAssembly target", || {
        run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(root()))
    })
}

/// A tool that cargo installs; the folder it is in, or `None` when it is on PATH.
///
/// It is built without optimisation: that takes a third of the time, and the tools are fast enough.
fn cargo_tool(program: &str, package: &str, version: &str, options: &[&str]) -> Outcome<Option<PathBuf>> {
    let is_right = |said: String| said.split_whitespace().nth(1) == Some(version);
    if output(Command::new(program).arg("--version")).is_some_and(is_right) {
        return Ok(None);
    }
    let folder = cache().join(format!("{package}-{version}"));
    if !folder.join(".crates.toml").exists() {
        step(&format!("Installing {package} {version} (once for all clones, about two minutes)"), || {
            run(Command::new("cargo")
                .args(["install", package, "--version", version, "--debug"])
                .args(options)
                .arg("--root")
                .arg(&folder)
                .arg("--target-dir")
                .arg(cargo_tool_target())
                .env("CARGO_PROFILE_DEV_DEBUG", "0"))
        })?;
    }
    Ok(Some(folder.join("bin")))
}

fn cargo_tool_target() -> PathBuf {
    cache().join("target")
}

/// wasm-opt from the npm package binaryen; the folder it is in, or `None` when it is on PATH.
fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let major = BINARYEN.split('.').next();
    let is_right = |said: String| said.split_whitespace().nth(2) == major;
    if output(Command::new("wasm-opt").arg("--version")).is_some_and(is_right) {
        return Ok(None);
    }
    let folder = cache().join(format!("binaryen-{BINARYEN}"));
    let programs = folder.join("node_modules/.bin");
    if !programs.join("wasm-opt").exists() {
        need_node()?;
        step(&format!("Installing binaryen {BINARYEN} (once for all clones)"), || {
            run(Command::new("npm")
                .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
                .arg(&folder)
                .arg(format!("binaryen@{BINARYEN}")))
        })?;
    }
    Ok(Some(programs))
}

/// Checks that Node.js is there: wasm-opt, the size budget and the end-to-end tests run on it.
pub(crate) fn need_node() -> Outcome {
    const RULE: &str =
        "Node.js 20 or later with npm is needed: install it from https://nodejs.org or your system's packages";
    let version = output(Command::new("node").arg("--version")).ok_or(RULE)?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= 20) && on_path("npm").is_some() { Ok(()) } else { Err(RULE.to_owned()) }
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Outcome<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock has no {package}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_read() {
        assert_eq!(locked_version("wasm-bindgen").as_deref(), Ok("0.2.130"));
        assert!(locked_version("no-such-package").is_err());
    }
}
