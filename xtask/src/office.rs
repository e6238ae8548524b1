//! The program that opens and recomputes the spreadsheets that the calculator exports.

use std::path::PathBuf;

use crate::command::Outcome;
use crate::debian;
use crate::paths::on_path;

/// The file of the program that is there; otherwise Debian's package without windows is installed, where that is possible.
pub(crate) fn ready() -> Outcome<PathBuf> {
    if let Some(office) = find() {
        return Ok(office);
    }
    debian::install("LibreOffice Calc", &["libreoffice-calc-nogui"])?;
    find().ok_or_else(|| {
        "the tests need LibreOffice Calc on PATH: install it, on Debian or Ubuntu with\n\
         sudo apt-get install libreoffice-calc-nogui"
            .to_owned()
    })
}

fn find() -> Option<PathBuf> {
    ["soffice", "libreoffice"].iter().find_map(|name| on_path(name))
}
