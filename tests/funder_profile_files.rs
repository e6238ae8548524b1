//! A bad funder profile fails the build with its file, line and reason.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::fs;
use std::path::Path;

use quota_calculator::project::funder;

#[path = "../build/data_files.rs"]
mod data_files;

#[path = "../build/funder_profile_files.rs"]
mod funder_profile_files;

const GOOD: &str = include_str!("../funder-profiles/nih-modular.toml");

#[test]
fn the_published_files_are_good() {
    let profiles = funder_profile_files::read_funder_profiles(Path::new("funder-profiles")).expect("good profiles");
    assert_eq!(profiles, quota_calculator::funder_profiles(), "what is embedded is what the files say");
    assert_eq!(profiles[0].id, quota_calculator::plain_funder().id);
}

#[test]
fn every_rule_has_a_document_with_an_address() {
    for profile in quota_calculator::funder_profiles() {
        for source in profile.sources.iter() {
            assert!(source.url.starts_with("https://"), "{}: {}", profile.id, source.url);
            assert!(!source.title.is_empty() && source.says.ends_with('.'), "{}: {}", profile.id, source.title);
        }
        assert!(profile.placement.ends_with('.') && profile.all_notes().all(|note| note.ends_with('.')));
        assert!(profile.unconfirmed.iter().all(|assumption| assumption.ends_with('.')));
    }
}

/// Replaces the first `old` in a good profile and expects the error.
#[track_caller]
fn case(old: &str, new: &str, expected: &str) {
    assert!(GOOD.contains(old), "{old}");
    let file = Path::new("funder-profiles/nih-modular.toml");
    let text = GOOD.replacen(old, new, 1);
    let error = funder_profile_files::parse_funder_profile(file, &text).expect_err("a bad profile").to_string();
    let line = 1 + GOOD[..GOOD.find(old).unwrap_or_default()].matches('\n').count();
    let expected = format!("funder-profiles/nih-modular.toml:{}", expected.replace("LINE", &line.to_string()));
    assert_eq!(error, expected);
}

#[test]
fn a_bad_value_is_named_with_its_line_and_rule() {
    case(
        r#"currency = "USD""#,
        r#"currency = "usd""#,
        "LINE: `usd` is not a currency: write its three capital letters, like EUR",
    );
    case(
        r#"rounding = "whole""#,
        r#"rounding = "thousands""#,
        "LINE: unknown variant `thousands`, expected `cents` or `whole`",
    );
    case(
        r#"id = "nih-modular""#,
        r#"id = "nih""#,
        "LINE: the id is `nih`: a funder profile's file is named after its id",
    );
    case(
        "allowsInflation",
        "alowsInflation",
        "LINE: unknown field `alowsInflation`, expected one of `id`, `name`, \
         `title`, `currency`, `rounding`, `allowsInflation`, `allowsContingency`, `flatRatePercent`, `subcontractInBase`, \
         `modules`, `priorAgreement`, `placement`, `notes`, `contingencyNotes`, `subcontractNotes`, \
         `unconfirmed`, `sources`",
    );
}

#[test]
fn rules_that_do_not_fit_together_are_refused() {
    case(r#"size = "25000""#, r#"size = "0""#, "1: modules.size: 0 is no step: use a whole number from 1 on");
    case(r#"most = "250000""#, r#"most = "20000""#, "1: modules.most: 20000 is less than one module of 25000");
    case(
        r#"currency = "USD""#,
        r#"currency = "EUR""#,
        "1: modules is an amount of dollars, so the profile’s currency must be USD",
    );
    let without_sources = GOOD.split("[[sources]]").next().expect("a beginning");
    let file = Path::new("nih-modular.toml");
    let error = funder_profile_files::parse_funder_profile(file, without_sources).expect_err("rules without a source");
    let rule = "sources: a profile with rules of its own names at least one document that states them";
    assert_eq!(error.to_string(), format!("nih-modular.toml:1: {rule}"));
}

#[test]
fn there_is_always_a_plain_profile() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("nih-modular.toml"), GOOD).expect("a file");
    let error = funder_profile_files::read_funder_profiles(folder.path()).expect_err("no plain profile").to_string();
    assert!(error.ends_with("the profile `plain` is missing: the calculator needs it"), "{error}");
}
