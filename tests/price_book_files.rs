//! A bad price book fails the build with its file, line and reason.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use quota_calculator::pricing;

#[path = "../build/data_files.rs"]
mod data_files;

#[path = "../build/price_book_files.rs"]
mod price_book_files;

/// The rule that a bad price is told.
const PRICE: &str =
    "a price: write 0 to 1000000000000 (10^12) in digits, like 100 or 0.005, with at most 12 decimal places";

const GOOD: &str = include_str!("../price-books/2023-03.toml");

#[test]
fn the_published_files_are_good() {
    let catalogue = price_book_files::read_catalogue(Path::new("price-books")).expect("good price books");
    assert_eq!(catalogue, *quota_calculator::catalogue(), "what is embedded is what the files say");
}

/// Replaces the first `old` in a good price book and expects the error.
#[track_caller]
fn case(old: &str, new: &str, expected: &str) {
    assert!(GOOD.contains(old), "{old}");
    let file = Path::new("price-books/2023-03.toml");
    let error = price_book_files::parse_price_book(file, &GOOD.replacen(old, new, 1)).expect_err("a bad price book");
    let line = 1 + GOOD[..GOOD.find(old).unwrap_or_default()].matches('\n').count();
    assert_eq!(error.to_string(), expected.replace("LINE", &line.to_string()));
}

#[test]
fn a_bad_value_is_named_with_its_line_and_rule() {
    case(r#"fee = "100""#, r#"fee = "-100""#, &format!("price-books/2023-03.toml:LINE: `-100` is not {PRICE}"));
    case(r#"fee = "100""#, r#"fee = "1OO""#, &format!("price-books/2023-03.toml:LINE: `1OO` is not {PRICE}"));
    case(
        r#"fee = "100""#,
        "fee = 0.1",
        "price-books/2023-03.toml:LINE: invalid type: floating point `0.1`, expected a price as text, like \"0.005\", or a \
         whole number",
    );
    case(
        r#"model = "flat", fee = "100""#,
        r#"model = "flatt", fee = "100""#,
        "price-books/2023-03.toml:LINE: unknown variant `flatt`, expected one of `flat`, `perUnit`, `package`, `graduated`, \
         `volume`",
    );
    case("readCap = 10_000", "readCap = -1", "price-books/2023-03.toml:LINE: -1 is negative: reads are 0 or more");
    case(
        "readCap = 10_000",
        "readCap = 10_000_000_000_000_000",
        "price-books/2023-03.toml:LINE: 10000000000000000 is too many reads: at most 1000000000000000 (10^15) can be priced",
    );
    case(r#"from = "2023-03-29""#, r#"from = "2023-02-29""#, "price-books/2023-03.toml:LINE: input is out of range");
    case(
        "readCap = 10_000",
        "readCup = 10_000",
        "price-books/2023-03.toml:LINE: unknown field `readCup`, expected one of `id`, `name`, `charges`, `discountPercent`, \
         `monthlyMinimum`, `monthlyMaximum`, `annualMaximum`, `annualPrice`, `termMonths`, `readCap`, `atCap`, `overage`, \
         `eligibility`, `existingCustomersOnly`, `indicativePrice`, `aside`, `evidence`, `note`",
    );
    case(
        r#"name = "March 2023""#,
        "name = ",
        "price-books/2023-03.toml:LINE: string values must be quoted, expected literal string",
    );
    case(
        r#"id = "2023-03""#,
        r#"id = "2023-04""#,
        "price-books/2023-03.toml:LINE: the id is `2023-04`: a price book's file is named after its id",
    );
}

#[test]
fn fields_that_contradict_each_other_are_named() {
    let reason = |old: &str, new: &str| {
        let text = GOOD.replacen(old, new, 1);
        let error = price_book_files::parse_price_book(Path::new("2023-03.toml"), &text).expect_err("a bad price book");
        error.to_string().split_once(": ").map(|(_, reason)| reason.to_owned()).expect("a place and a reason")
    };
    assert_eq!(reason("readCap = 0\n", ""), "readCap is missing: atCap and overage say what happens at it");
    assert_eq!(
        reason(r#"id = "basic""#, r#"id = "free""#),
        "the tier id `free` stands twice: ids are unique in a price book"
    );
    assert_eq!(
        reason(r#"until = "2023-05-24""#, r#"until = "2023-03-28""#),
        "until is 2023-03-28: it can't be before from, 2023-03-29"
    );
    assert_eq!(
        reason(r#"usageTypes = ["commercial-scale"]"#, r#"usageTypes = ["hobby"]"#),
        "eligibility names the usage type `hobby` twice: one rule must decide"
    );
    assert_eq!(
        reason(r#"charges = [{ model = "flat", fee = "0" }]"#, "charges = []"),
        "charges is empty: give at least one charge (a flat fee of 0 if it is free), or leave charges out when there is no \
         public price"
    );
}

#[test]
fn files_that_do_not_fit_together_are_refused() {
    let refused = |change: &dyn Fn(&Path)| {
        let folder = tempfile::tempdir().expect("a folder");
        for entry in fs::read_dir("price-books").expect("the price books") {
            let file = entry.expect("a file").path();
            fs::copy(&file, folder.path().join(file.file_name().expect("a name"))).expect("a copy");
        }
        change(folder.path());
        let error = price_book_files::read_catalogue(folder.path()).expect_err("files that don't fit together");
        error.to_string().replace(&folder.path().display().to_string(), "price-books")
    };
    let remove = |name: &'static str| move |folder: &Path| fs::remove_file(folder.join(name)).expect("removed");
    assert_eq!(
        refused(&remove("free-era.toml")),
        "price-books: the price book `free-era` is missing: the calculator needs it"
    );
    assert_eq!(
        refused(&remove("sources.toml")),
        "price-books: price book `free-era`: the source `S11` is not in sources.toml"
    );
    let no_source = |folder: &Path| {
        let text = GOOD.replacen(r#"sources = ["S01", "S31"]"#, "sources = []", 1);
        fs::write(folder.join("2023-03.toml"), text).expect("written");
    };
    assert_eq!(
        refused(&no_source),
        "price-books: price book `2023-03`: a list of sources is empty, but every figure has at least one source"
    );
}

#[test]
fn the_build_itself_fails_on_a_bad_price_book() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = Command::new("cp")
        .args(["-r", "Cargo.toml", "Cargo.lock", "benches", "build", "funder-profiles", "price-books", "src", "xtask"])
        .arg(folder.path())
        .status();
    assert!(copy.expect("cp").success());
    // The manifest names this one, and cargo wants to see it.
    fs::create_dir(folder.path().join("tests")).expect("a folder");
    fs::copy("tests/recalculation.rs", folder.path().join("tests/recalculation.rs")).expect("copied");
    let book = folder.path().join("price-books/2023-03.toml");
    fs::write(&book, GOOD.replace(r#"fee = "42000""#, r#"fee = "42,000""#)).expect("written");

    let line = 1 + GOOD[..GOOD.find("42000").expect("the fee")].matches('\n').count();
    let expected = format!("price-books/2023-03.toml:{line}: `42,000` is not {PRICE}");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--lib", "--no-default-features", "--offline", "--target-dir"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad-price-book"))
        .current_dir(folder.path())
        .output()
        .expect("cargo");
    assert!(!output.status.success(), "the build fails");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(&expected), "the build says\n{expected}\nand not\n{said}");
}
