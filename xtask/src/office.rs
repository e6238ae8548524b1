//! The program that opens and recomputes the spreadsheets that the calculator exports.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{Outcome, output, run, step};
use crate::paths::on_path;

/// The file of the program that is there; otherwise Debian's package without windows is installed, where that is possible.
pub(crate) fn ready() -> Outcome<PathBuf> {
    if let Some(office) = find() {
        return Ok(office);
    }
    let is_root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if is_root && on_path("apt-get").is_some() {
        step("Installing LibreOffice Calc", || {
            run(Command::new("apt-get").args(["-qq", "update"]))?;
            run(Command::new("apt-get")
                .args(["-qq", "install", "--yes", "--no-install-recommends", "libreoffice-calc-nogui"])
                .env("DEBIAN_FRONTEND", "noninteractive"))
        })?;
    }
    find().ok_or_else(|| {
        "the tests need LibreOffice Calc on PATH: install it, on Debian or Ubuntu with\n\
         sudo apt-get install libreoffice-calc-nogui"
            .to_owned()
    })
}

fn find() -> Option<PathBuf> {
    ["soffice", "libreoffice"].iter().find_map(|name| on_path(name))
}
