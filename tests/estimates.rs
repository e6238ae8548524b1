//! What the calculator answers, as a table of questions.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::pricing::{
    Access, Assessment, Estimate, Fit, Identifier, Months, Period, Posts, Reads, Usage, UsageType, Volume, assess,
};

fn ask_for(reads: u64, months: Months, usage_type: UsageType, price_book: &str) -> Assessment {
    let volume = Volume::monthly(Posts::new(reads).expect("posts within bounds"));
    let book = catalogue().price_book(price_book).expect("a price book of that id");
    let estimate = Estimate::new(Usage::constant(volume, months), usage_type, book);
    assess(catalogue(), &estimate).expect("amounts that can be stated")
}

fn ask(reads: u64, usage_type: UsageType, price_book: &str) -> Assessment {
    ask_for(reads, Months::YEAR, usage_type, price_book)
}

/// The cheapest tier with its month and year, and the free programme that would have covered the reads.
#[track_caller]
fn case(reads: u64, usage_type: UsageType, cheapest: Option<(&str, &str, &str)>, free: Option<&str>) {
    let assessment = ask(reads, usage_type, "2023-03");
    let answer = assessment.cheapest().map(|answer| {
        let cost = answer.cost.as_ref().expect("a tier that fits has a cost");
        let annual = cost.annual.expect("a year").to_string();
        (answer.tier.id.to_string(), cost.monthly.to_string(), annual)
    });
    let expected = cheapest.map(|(tier, month, year)| (tier.to_owned(), month.to_owned(), year.to_owned()));
    assert_eq!(answer, expected, "cheapest tier");
    let covered = assessment.free_era.covered_by.as_ref();
    assert_eq!(covered.map(|answer| answer.tier.id.as_str()), free, "free programme");
    if let Some(cost) = covered.and_then(|answer| answer.cost.as_ref()) {
        assert_eq!(cost.total.to_string(), "0", "the free era is free");
    }
}

#[test]
fn the_paid_launch_answers_beside_the_free_era() {
    use UsageType::{Academic, Hobby};
    let small = Some(("enterprise-small", "42000", "504000"));
    case(0, Hobby, Some(("free", "0", "0")), Some("essential"));
    case(1, Hobby, Some(("basic", "100", "1200")), Some("essential"));
    case(10_000, Hobby, Some(("basic", "100", "1200")), Some("essential"));
    case(10_001, Hobby, small, Some("essential"));
    case(500_000, Hobby, small, Some("essential"));
    case(500_001, Hobby, small, Some("elevated"));
    case(2_000_000, Academic, small, Some("elevated"));
    case(2_000_001, Academic, small, Some("academic"));
    case(2_000_001, Hobby, small, None);
    case(10_000_000, Academic, small, Some("academic"));
    case(10_000_001, Academic, small, None);
    case(50_000_000, Academic, small, None);
    case(50_000_001, Academic, Some(("enterprise-medium", "125000", "1500000")), None);
    case(60_000_000, Academic, Some(("enterprise-medium", "125000", "1500000")), None);
    case(100_000_001, Academic, Some(("enterprise-large", "210000", "2520000")), None);
    case(200_000_000, Academic, Some(("enterprise-large", "210000", "2520000")), None);
    case(200_000_001, Academic, None, None);
    case(Reads::MAX.get(), Academic, None, None);
}

#[test]
fn a_tier_that_does_not_fit_says_how_far_it_is() {
    let assessment = ask(2_000_000, UsageType::Academic, "2023-03");
    let answer = |id: &str| {
        assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == id).expect("a tier of the price book")
    };
    let shortfall = Reads::new(1_990_000).expect("reads");
    assert_eq!(answer("basic").fit, Fit::OverCap { shortfall, months_needed: Some(200) });
    let cost = answer("basic").cost.as_ref().expect("the price of what it serves");
    assert_eq!((cost.months[0].reads.get(), cost.monthly.to_string().as_str()), (10_000, "100"));
    let none = Fit::OverCap { shortfall: Reads::new(2_000_000).expect("reads"), months_needed: None };
    assert_eq!(answer("free").fit, none);
    assert_eq!(answer("free").cap_use.expect("a cap").ratio, None, "no share of a cap of 0");
}

#[test]
fn what_fits_comes_first_and_cheapest_first() {
    let order = |reads| {
        let tiers = ask(reads, UsageType::Academic, "2023-03").tiers;
        tiers.iter().map(|answer| answer.tier.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order(0), "free basic enterprise-small enterprise-medium enterprise-large");
    assert_eq!(order(20_000), "enterprise-small enterprise-medium enterprise-large free basic");
    assert_eq!(order(60_000_000), "enterprise-medium enterprise-large free basic enterprise-small");
}

#[test]
fn a_thousand_reads_cost_their_share_of_the_month() {
    let average = |reads| {
        let assessment = ask(reads, UsageType::Academic, "2023-03");
        assessment.cheapest().and_then(|answer| answer.cost.as_ref()?.per_thousand).map(|average| average.to_string())
    };
    assert_eq!(average(2_000_000).as_deref(), Some("21"));
    assert_eq!(average(50_000_000).as_deref(), Some("0.84"));
    assert_eq!(average(100_000_000).as_deref(), Some("1.25"));
    assert_eq!(average(200_000_000).as_deref(), Some("1.05"));
    assert_eq!(average(3).as_deref(), Some("33333.333333"));
    assert_eq!(average(0), None);
}

#[test]
fn the_whole_estimate_is_its_months() {
    let months = Months::try_from(7).expect("months");
    let assessment = ask_for(10_000, months, UsageType::Hobby, "2023-03");
    let cost = assessment.cheapest().and_then(|answer| answer.cost.clone()).expect("a cost");
    let annual = cost.annual.expect("a year").to_string();
    assert_eq!((cost.total.to_string(), annual), ("700".to_owned(), "1200".to_owned()));
}

#[test]
fn commercial_use_at_scale_is_sent_to_enterprise() {
    let assessment = ask(5_000, UsageType::CommercialScale, "2023-03");
    assert_eq!(assessment.cheapest().map(|answer| answer.tier.id.as_str()), Some("enterprise-small"));
    let basic = assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == "basic").expect("Basic");
    assert_eq!((basic.fit, basic.access), (Fit::NotEligible, Access::PoorFit));
    let rule = basic.tier.access_rule(UsageType::CommercialScale).expect("a rule");
    assert!(rule.reason.is_some() && !rule.sources.is_empty(), "it says why and where that is written");
}

#[test]
fn what_was_not_established_is_open_but_marked() {
    let assessment = ask(5_000, UsageType::AiTraining, "2023-03");
    let basic = assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == "basic").expect("Basic");
    assert_eq!((basic.fit, basic.access), (Fit::Fits, Access::Unknown));
}

#[test]
fn the_largest_free_allowance_is_priced_now() {
    let largest = |usage_type| {
        let largest = ask(5_000, usage_type, "2023-03").free_era.largest.expect("a free programme");
        let now = largest.cheapest_now.map(|answer| answer.tier.id.to_string());
        (largest.tier.id.to_string(), largest.reads.get(), now)
    };
    let small = Some("enterprise-small".to_owned());
    assert_eq!(largest(UsageType::Academic), ("academic".to_owned(), 10_000_000, small.clone()));
    assert_eq!(largest(UsageType::Hobby), ("elevated".to_owned(), 2_000_000, small));
}

#[test]
fn periods_become_months_rounded_up_to_whole_reads() {
    let per_month = |reads, period| {
        Volume::new(Posts::new(reads).expect("posts"), period).map(|volume| volume.posts_per_month().get())
    };
    assert_eq!(per_month(1, Period::Hour), Ok(730));
    assert_eq!(per_month(12, Period::Day), Ok(365));
    assert_eq!(per_month(1, Period::Day), Ok(31), "30 5/12 rounded up");
    assert_eq!(per_month(84, Period::Week), Ok(365));
    assert_eq!(per_month(13, Period::Year), Ok(2));
    assert_eq!(per_month(0, Period::Year), Ok(0));
    assert_eq!(per_month(Reads::MAX.get(), Period::Month), Ok(Reads::MAX.get()));
    assert!(per_month(Reads::MAX.get(), Period::Day).is_err(), "more than 10^15 a month");
}

#[test]
fn every_published_figure_has_sources_that_exist() {
    for book in catalogue().price_books() {
        for evidence in book.all_evidence() {
            assert!(!evidence.sources.is_empty(), "{}", book.id);
            for id in evidence.sources.iter() {
                assert!(catalogue().source(id).is_some(), "{}: {id}", book.id);
            }
        }
    }
    let unknown = Identifier::new("S99").expect("an identifier");
    assert!(catalogue().source(&unknown).is_none());
}
