//! Installing Debian's packages, where that is possible.

use std::process::Command;

use crate::command::{Outcome, output, run, step};
use crate::paths::on_path;

/// Installs `packages`, which bring `what`. Where nothing can be installed, nothing is done.
pub(crate) fn install(what: &str, packages: &[&str]) -> Outcome {
    let is_root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !is_root || on_path("apt-get").is_none() {
        return Ok(());
    }
    step(&format!("Installing {what}"), || {
        run(Command::new("apt-get").args(["-qq", "update"]))?;
        run(Command::new("apt-get")
            .args(["-qq", "install", "--yes", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })
}
