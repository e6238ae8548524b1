//! The price books that come with the program, from the folder `price-books`, and what funders ask, from `funder-profiles`.
//!
//! They are data in the program, not text to be read: the build script has checked them and written them as Rust, so the
//! page starts without a parser, and a bad file is a failed build.

#![allow(clippy::unreadable_literal, reason = "nobody reads the generated expression")]

use std::borrow::Cow;

#[allow(clippy::wildcard_imports, reason = "the generated expression names nearly every type of the engine")]
use crate::pricing::*;
#[allow(clippy::wildcard_imports, reason = "the generated expression names every type of a profile")]
use crate::project::funder::*;

/// The published price books with their sources. In the page's programs the sources have neither title nor address: the
/// Sources page has them.
#[must_use]
pub const fn catalogue() -> &'static Catalogue {
    static CATALOGUE: Catalogue = include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
    &CATALOGUE
}

/// The funder profiles, the plain one first.
#[must_use]
pub const fn funder_profiles() -> &'static [FunderProfile] {
    static PROFILES: &[FunderProfile] = include!(concat!(env!("OUT_DIR"), "/funder_profiles.rs"));
    PROFILES
}

/// The funder profile of this id.
#[must_use]
pub fn funder_profile(id: &str) -> Option<&'static FunderProfile> {
    funder_profiles().iter().find(|profile| profile.id.as_str() == id)
}

/// The profile that assumes nothing of a funder.
#[must_use]
pub const fn plain_funder() -> &'static FunderProfile {
    &funder_profiles()[0]
}

/// What the Sources page says of a document. The page's programs lead there, and carry only its id, kind and date.
const fn listed(text: &'static str) -> Text {
    Text::Borrowed(if cfg!(all(feature = "page", target_arch = "wasm32")) { "" } else { text })
}

/// A day that the build script has read as a date.
const fn date(year: i32, month: u32, day: u32) -> Date {
    match Date::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("the build script writes only days that exist"),
    }
}
