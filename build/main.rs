//! Checks the price books with the engine's own types and embeds them: a bad file fails the build with its name, line and
//! reason, and the program that was built never meets a bad one.

// The build script compiles the whole engine but only reads price books with it.
#[allow(dead_code, unused_imports, unreachable_pub)]
#[path = "../src/pricing/mod.rs"]
mod pricing;

mod price_book_files;
mod rust_source;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use rust_source::RustSource;

fn main() -> ExitCode {
    match embed(Path::new("price-books")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn embed(folder: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/pricing");
    let catalogue = price_book_files::read_catalogue(folder)?;
    let target = Path::new(&env::var("OUT_DIR")?).join("catalogue.rs");
    fs::write(target, catalogue.rust_source())?;
    Ok(())
}
