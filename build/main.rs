//! Checks the price books and the funder profiles with the engine's own types and embeds them: a bad file fails the build
//! with its name, line and reason, and the program that was built never meets a bad one.

// The build script compiles the whole engine but only reads price books with it.
#[allow(dead_code, unused_imports, unreachable_pub)]
#[path = "../src/pricing/mod.rs"]
mod pricing;

#[allow(dead_code, unused_imports, unreachable_pub)]
#[path = "../src/project/funder/mod.rs"]
mod funder;

mod data_files;
mod funder_profile_files;
mod funder_source;
mod price_book_files;
mod rust_source;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use rust_source::RustSource;

fn main() -> ExitCode {
    match embed(Path::new("price-books"), Path::new("funder-profiles")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn embed(price_books: &Path, funder_profiles: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", price_books.display());
    println!("cargo::rerun-if-changed={}", funder_profiles.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/pricing");
    println!("cargo::rerun-if-changed=src/project/funder");
    let target = env::var("OUT_DIR")?;
    let catalogue = price_book_files::read_catalogue(price_books)?;
    fs::write(Path::new(&target).join("catalogue.rs"), catalogue.rust_source())?;
    let profiles = funder_profile_files::read_funder_profiles(funder_profiles)?;
    fs::write(Path::new(&target).join("funder_profiles.rs"), rust_source::slice(&profiles))?;
    Ok(())
}
