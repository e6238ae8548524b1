//! Links: what is written is read back, and what is damaged is refused in words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::catalogue;
use quota_calculator::link::{LinkError, MAX_LENGTH, SAFE_LENGTH, decode, encode};
use quota_calculator::pricing::{Estimate, Months, Period, Posts, Reads, Usage, UsageType, Volume};
use rust_decimal::Decimal;

/// Links that were made by earlier versions: they open forever. Lines are only ever added.
const OLD_LINKS: &str = include_str!("old-links.txt");

#[test]
fn old_links_still_open() {
    let links: Vec<_> = OLD_LINKS.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(!links.is_empty());
    for link in links {
        let estimate = decode(link, catalogue()).unwrap_or_else(|error| panic!("{link}: {error}"));
        assert_eq!(encode(&estimate), link, "the current version still writes this one");
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
        "reads is “-5”: -5 is negative: posts are 0 or more",
    );
    case(
        "v1/reads=1000000000000000/period=day/usage=hobby/months=12/prices=2023-03",
        "reads is “1000000000000000”: 1000000000000000 posts a day are too many: at most 1000000000000000 (10^15) a month \
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
    case("v9/reads=5", "its version is v9, which this calculator doesn’t know; a newer one may have made it");
    case(
        &format!("v{}/reads=5", "9".repeat(1_000)),
        &format!(
            "its version is v{}…, which this calculator doesn’t know; a newer one may have made it",
            "9".repeat(39)
        ),
    );
    case("v1/read\u{202e}s", "the part “reads” is unknown");
    case("reads=5", "it doesn’t begin with a version, like v1");
    case("v", "it doesn’t begin with a version, like v1");
    case("", "it doesn’t begin with a version, like v1");
}

#[test]
fn the_full_stop_behind_a_link_is_no_part_of_it() {
    let link = "v1/reads=5/period=month/usage=hobby/months=12/prices=2023-03";
    assert_eq!(decode(&format!("{link}."), catalogue()), decode(link, catalogue()));
    let message = "prices is “2023-03.”: it must be one of free-era, 2023-03, 2023-05, 2024-10, 2026-02, 2026-04, 2026-06, \
                   2026-08";
    case(&format!("{link}.."), message);
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
        let volume = Volume::new(Posts::new(reads).expect("posts"), period).expect("a volume within bounds");
        let months = Months::try_from(months).expect("months");
        Estimate::new(Usage::constant(volume, months), usage_type, &catalogue().price_books()[book])
    }
}

#[test]
fn damaged_links_of_the_second_version_say_what_is_wrong() {
    case("v2/usage=hobby/prices=2023-03", "a part is missing: reads, period, months");
    case("v2/given=5", "a part is missing: usage, prices");
    case(
        "v2/given=5/reads=5/usage=hobby/prices=2023-03",
        "it has reads and months one by one, which can’t both be meant",
    );
    case("v2/given=1*121/usage=hobby/prices=2023-03", "given is “1*121”: 121 months can't be priced: use 1 to 120");
    case(
        "v2/given=1*60,2*61/usage=hobby/prices=2023-03",
        "given is “1*60,2*61”: 121 months are given: an estimate has 1 to 120",
    );
    case("v2/given=/usage=hobby/prices=2023-03", "given is “”: it must be a whole number");
    let plain = "v2/reads=5/period=month/usage=hobby/months=12";
    case(
        &format!("{plain}/growth=1001/prices=2023-03"),
        "growth is “1001”: `1001` is not a growth: write -100 to 1000 percent a month in digits, like 2.5, with at most 4 decimal places",
    );
    case(
        &format!("{plain}/low=6/prices=2023-03"),
        "low is “6”: the low volume, 6 posts a month, is above the expected 5 a month",
    );
    case(
        &format!("{plain}/high=4/prices=2023-03"),
        "high is “4”: the high volume, 4 posts a month, is below the expected 5 a month",
    );
    case(
        "v2/given=5/low=4/usage=hobby/prices=2023-03",
        "low is “4”: a low and a high volume need one expected volume, but the months are given one by one",
    );
    case(&format!("{plain}/term=0/prices=2023-03"), "term is “0”: 0 months can't be priced: use 1 to 120");
}

prop_compose! {
    fn full_estimates()(
        plain in estimates(),
        given in prop::option::of(prop::collection::vec(0..=Reads::MAX.get() / 1_000, 1..=120)),
        growth in -1_000_000..=50_000_i32,
        factor in 1..=10_000_000_u32,
        term in prop::option::of(1..=120_i128),
        range in (any::<bool>(), any::<bool>()),
        budget in prop::option::of(0..=1_000_000_000_000_u64),
    ) -> Estimate {
        let volume = plain.usage().volume().expect("a plain volume");
        let growth = Decimal::new(growth.into(), 4).to_string().parse().expect("a growth");
        let usage = match given {
            Some(months) => {
                Usage::given(months.into_iter().map(|month| Posts::new(month).expect("posts")).collect()).expect("months")
            }
            None => Usage::growing(volume, growth, plain.usage().month_count()).unwrap_or_else(|_| plain.usage().clone()),
        };
        let estimate = Estimate::new(usage, plain.usage_type(), plain.price_book());
        let factor = Decimal::new(factor.into(), 4).to_string().parse().expect("a factor");
        let estimate = estimate.clone().with_reread_factor(factor).unwrap_or(estimate);
        let estimate = estimate.with_assumed_term(term.map(|months| Months::try_from(months).expect("months")));
        let estimate = estimate.with_budget(budget.map(|budget| budget.to_string().parse().expect("a price")));
        match estimate.usage().volume() {
            Some(volume) => estimate.clone().with_range(range.0.then_some(volume), range.1.then_some(volume)).unwrap_or(estimate),
            None => estimate,
        }
    }
}

prop_compose! {
    /// A link in which one character is another.
    fn altered_links()(estimate in full_estimates(), place in any::<prop::sample::Index>(), character in "[-a-z0-9/=*,.]") -> String {
        let mut link = encode(&estimate);
        let place = place.index(link.len());
        link.replace_range(place..=place, &character);
        link
    }
}

proptest! {
    #[test]
    fn everything_an_estimate_holds_is_written_and_read_back(estimate in full_estimates()) {
        let link = encode(&estimate);
        prop_assert!(link.len() <= SAFE_LENGTH, "{} characters", link.len());
        prop_assert_eq!(decode(&link, catalogue()), Ok(estimate));
    }

    #[test]
    fn what_is_written_is_read_back(estimate in estimates()) {
        let link = encode(&estimate);
        prop_assert!(link.len() <= 300);
        prop_assert_eq!(decode(&link, catalogue()), Ok(estimate));
    }

    #[test]
    fn any_text_is_refused_or_reads_back(text in prop_oneof![any::<String>(), altered_links()]) {
        if let Ok(estimate) = decode(&text, catalogue()) {
            prop_assert_eq!(decode(&encode(&estimate), catalogue()), Ok(estimate));
        }
    }

    #[test]
    fn a_link_cut_off_is_refused(estimate in estimates(), cut in 1..20_usize) {
        let link = encode(&estimate);
        let cut_off = &link[..link.len() - cut];
        prop_assert!(decode(cut_off, catalogue()).is_err());
    }
}
