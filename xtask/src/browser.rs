//! The browser that tests the page.

use std::path::PathBuf;

use crate::command::Outcome;
use crate::debian;
use crate::paths::on_path;

/// A Chromium and its driver.
pub(crate) struct Browser {
    /// The browser's file.
    pub(crate) chromium: PathBuf,
    /// The driver's file.
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Finds the browser, or installs Debian's where that is possible.
    pub(crate) fn ready() -> Outcome<Self> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        debian::install("Chromium and its driver", &["chromium", "chromium-driver"])?;
        Self::find().ok_or_else(|| {
            "the tests need Chromium and chromedriver on PATH: install them, on Debian or Ubuntu with\n\
             sudo apt-get install chromium chromium-driver"
                .to_owned()
        })
    }

    fn find() -> Option<Self> {
        let chromium = ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name))?;
        Some(Self { chromium, driver: on_path("chromedriver")? })
    }
}
