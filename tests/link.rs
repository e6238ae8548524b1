//! Links: what is written is read back, and what is damaged is refused in words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::catalogue;
use quota_calculator::link::{LinkError, MAX_LENGTH, decode, encode};
use quota_calculator::pricing::{Estimate, Months, Period, Reads, Usage, UsageType, Volume};

/// Links that were made by earlier versions: they open forever. Lines are only ever added.
const OLD_LINKS: &str = include_str!("old-links.txt");

#[test]
fn old_links_still_open() {
    let links: Vec<_> = OLD_LINKS.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(!links.is_empty());
    for link in links {
        let estimate = decode(link, catalogue()).unwrap_or_else(|error| panic!("{link}: {error}"));
        assert_eq!(encode(&estimate).as_deref(), Some(link), "the current version still writes this one");
    }
}

#[track_caller]
fn case(link: &str, message: &str) {
    let error = decode(link, catalogue()).expect_err("a damaged link");
    assert_eq!(error.to_string(), message);
}

#[test]
fn damaged_links_say_what_is_wrong() {
    case("v1", "a part is missing: reads, period, usage, months, prices");
    case("v1/reads=5/period=month/usage=hobby", "a part is missing: months, prices");
    case(
        "v1/reads=5/period=month/usage=hobby/months=12/prices=",
        "prices is “”: it must be one of free-era, 2023-03, 2023-05, 2024-10, 2026-02, 2026-04, 2026-06, 2026-08",
    );
    case(
        "v1/reads=5/period=month/usage=hobby/months=12/prices=2023-0",
        "prices is “2023-0”: it must be one of free-era, 2023-03, 2023-05, 2024-10, 2026-02, 2026-04, 2026-06, 2026-08",
    );
    case("v1/reads=5/reads=6/period=month/usage=hobby/months=12/prices=2023-03", "reads stands there twice");
    case("v1/reads=5/period=month/usage=hobby/months=12/prices=2023-03/x=1", "the part “x=1” is unknown");
    case("v1/reads=5/period=month/usage=hobby/months=12/prices=2023-03/", "the part “” is unknown");
    case("v1/reads=5k/period=month/usage=hobby/months=12/prices=2023-03", "reads is “5k”: it must be a whole number");
    case(
        "v1/reads=-5/period=month/usage=hobby/months=12/prices=2023-03",
        "reads is “-5”: -5 is negative: reads are 0 or more",
    );
    case(
        "v1/reads=1000000000000000/period=day/usage=hobby/months=12/prices=2023-03",
        "reads is “1000000000000000”: 1000000000000000 reads a day are too many: at most 1000000000000000 (10^15) a month \
         can be priced",
    );
    case(
        "v1/reads=5/period=month/usage=hobby/months=121/prices=2023-03",
        "months is “121”: 121 months can't be priced: use 1 to 120",
    );
    case(
        "v1/reads=5/period=fortnight/usage=hobby/months=12/prices=2023-03",
        "period is “fortnight”: it must be one of hour, day, week, month, year",
    );
    case("v2/reads=5", "its version is v2, which this calculator doesn't know; a newer one may have made it");
    case("reads=5", "it doesn't begin with a version, like v1");
    case("v", "it doesn't begin with a version, like v1");
    case("", "it doesn't begin with a version, like v1");
}

#[test]
fn a_link_is_read_only_up_to_a_length() {
    let long = "v1".repeat(MAX_LENGTH);
    assert_eq!(decode(&long, catalogue()), Err(LinkError::TooLong { length: 2 * MAX_LENGTH }));
}

prop_compose! {
    fn estimates()(
        reads in 0..=Reads::MAX.get() / 1_000,
        period in prop::sample::select(Period::ALL.to_vec()),
        usage_type in prop::sample::select(UsageType::ALL.to_vec()),
        months in 1..=120_i128,
        book in 0..catalogue().price_books().len(),
    ) -> Estimate {
        let volume = Volume::new(Reads::new(reads).expect("reads"), period).expect("a volume within bounds");
        let months = Months::try_from(months).expect("months");
        Estimate::new(Usage::constant(volume, months), usage_type, &catalogue().price_books()[book])
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(estimate in estimates()) {
        let link = encode(&estimate).expect("a plain estimate");
        prop_assert!(link.len() <= 300);
        prop_assert_eq!(decode(&link, catalogue()), Ok(estimate));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = decode(&text, catalogue());
    }

    #[test]
    fn a_link_cut_off_is_refused(estimate in estimates(), cut in 1..20_usize) {
        let link = encode(&estimate).expect("a plain estimate");
        let cut_off = &link[..link.len() - cut];
        prop_assert!(decode(cut_off, catalogue()).is_err());
    }
}
