//! What reads cost over the years: the derived tables of the fact sheet, recomputed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::pricing::{
    BreakpointKind, Breakpoints, Date, Estimate, Fit, Identifier, Money, Months, Posts, Price, Reads, Tier, Usage,
    UsageType, Volume, assess, breakpoints, most_reads, price_history,
};

fn estimate(reads: u64, usage_type: UsageType, price_book: &str) -> Estimate {
    let volume = Volume::monthly(Posts::new(reads).expect("posts"));
    let book = catalogue().price_book(price_book).expect("a price book");
    Estimate::new(Usage::constant(volume, Months::YEAR), usage_type, book)
}

/// The exact month and the tier in each price book, oldest first: `-` where no listed tier fits, `?` where the price of one
/// that might isn't public.
fn over_time(reads: u64) -> String {
    let epochs = price_history(catalogue(), &estimate(reads, UsageType::Academic, "2023-03")).expect("amounts");
    let answers = epochs.iter().map(|epoch| match (&epoch.cheapest, epoch.otherwise) {
        (Some(answer), _) => {
            let cost = answer.cost.as_ref().expect("a cost");
            format!("{} {}", cost.bill.exact(), answer.tier.id)
        }
        (None, Some(Fit::NoPublicPrice)) => "?".to_owned(),
        (None, _) => "-".to_owned(),
    });
    answers.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_cheapest_tier_in_every_price_book() {
    let rows = [
        (
            100,
            "0 essential, 100 basic, 100 basic, 0 free, 0.5 pay-per-use, 0.5 pay-per-use, 0.5 pay-per-use, 0.5 pay-per-use",
        ),
        (
            10_000,
            "0 essential, 100 basic, 100 basic, 200 basic, 50 pay-per-use, 50 pay-per-use, 50 pay-per-use, 50 pay-per-use",
        ),
        (
            10_001,
            "0 essential, 42000 enterprise-small, 5000 pro, 200 basic, 50.005 pay-per-use, 50.005 pay-per-use, \
             50.005 pay-per-use, 50.005 pay-per-use",
        ),
        (
            15_001,
            "0 essential, 42000 enterprise-small, 5000 pro, 5000 pro, 75.005 pay-per-use, 75.005 pay-per-use, \
             75.005 pay-per-use, 75.005 pay-per-use",
        ),
        (
            500_000,
            "0 essential, 42000 enterprise-small, 5000 pro, 5000 pro, 2500 pay-per-use, 2500 pay-per-use, 2500 pay-per-use, \
             2500 pay-per-use",
        ),
        (
            1_000_000,
            "0 elevated, 42000 enterprise-small, 5000 pro, 5000 pro, 5000 pay-per-use, 5000 pay-per-use, 5000 pay-per-use, \
             5000 pay-per-use",
        ),
        (
            2_000_000,
            "0 elevated, 42000 enterprise-small, 42000 enterprise-small, ?, 10000 pay-per-use, 10000 pay-per-use, \
             10000 pay-per-use, 10000 pay-per-use",
        ),
        (3_000_000, "0 academic, 42000 enterprise-small, 42000 enterprise-small, ?, ?, ?, ?, 15000 pay-per-use"),
        (3_000_001, "0 academic, 42000 enterprise-small, 42000 enterprise-small, ?, ?, ?, ?, ?"),
        (50_000_001, "-, 125000 enterprise-medium, 125000 enterprise-medium, ?, ?, ?, ?, ?"),
        (200_000_001, "-, -, -, ?, ?, ?, ?, ?"),
    ];
    for (reads, expected) in rows {
        assert_eq!(over_time(reads), expected, "{reads} reads a month");
    }
}

#[test]
fn half_cents_are_rounded_once_a_month() {
    let assessment = assess(catalogue(), &estimate(10_001, UsageType::Hobby, "2026-08")).expect("an answer");
    let cost = assessment.cheapest().and_then(|answer| answer.cost.as_ref()).expect("a cost");
    assert_eq!(cost.bill.exact().to_string(), "50.005");
    assert_eq!(cost.monthly.to_string(), "50.01");
    assert_eq!(cost.annual.expect("a year").to_string(), "600.12", "twelve stated months");
}

#[test]
fn a_thousand_reads_at_full_use() {
    let full = [
        ("2023-03", "basic", 10_000, "10"),
        ("2024-10", "basic", 15_000, "13.333333"),
        ("2023-05", "pro", 1_000_000, "5"),
        ("2026-08", "pay-per-use", 3_000_000, "5"),
        ("2023-03", "enterprise-small", 50_000_000, "0.84"),
        ("2023-03", "enterprise-medium", 100_000_000, "1.25"),
        ("2023-03", "enterprise-large", 200_000_000, "1.05"),
    ];
    for (book, tier, reads, average) in full {
        let assessment = assess(catalogue(), &estimate(reads, UsageType::Academic, book)).expect("an answer");
        let answer = assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == tier).expect("the tier");
        let per_thousand = answer.cost.as_ref().and_then(|cost| cost.per_thousand).expect("an average");
        assert_eq!(per_thousand.to_string(), average, "{book} {tier}");
    }
}

#[test]
fn a_corpus_takes_months_at_the_cap() {
    let months = |book: &str, tier: &str, corpus: u64| {
        let assessment = assess(catalogue(), &estimate(corpus, UsageType::Academic, book)).expect("an answer");
        let answer = assessment.tiers.into_iter().find(|answer| answer.tier.id.as_str() == tier).expect("the tier");
        match answer.fit {
            Fit::OverCap { months_needed, .. } => months_needed,
            _ => Some(1),
        }
    };
    let rows = [
        ("2023-03", "basic", 100_000, 10),
        ("2024-10", "basic", 100_000, 7),
        ("2023-05", "pro", 100_000, 1),
        ("2026-08", "pay-per-use", 100_000, 1),
        ("2023-03", "basic", 10_000_000, 1_000),
        ("2024-10", "basic", 10_000_000, 667),
        ("2023-05", "pro", 10_000_000, 10),
        ("2026-08", "pay-per-use", 10_000_000, 4),
        ("free-era", "academic", 10_000_000, 1),
        ("free-era", "elevated", 10_000_000, 5),
        ("free-era", "essential", 10_000_000, 20),
    ];
    for (book, tier, corpus, expected) in rows {
        assert_eq!(months(book, tier, corpus), Some(expected), "{corpus} posts at {book} {tier}");
    }
}

#[test]
fn a_transport_agency_and_its_app() {
    // 6,558 posts a month, the most that WSDOT's accounts sent in the first half of 2023.
    let month = |book| {
        let assessment = assess(catalogue(), &estimate(6_558, UsageType::PublicUtility, book)).expect("an answer");
        assessment.cheapest().and_then(|answer| answer.cost.as_ref()).expect("a cost").monthly.to_string()
    };
    assert_eq!(["free-era", "2023-03", "2024-10", "2026-08"].map(month), ["0", "100", "200", "32.79"]);
    let government = assess(catalogue(), &estimate(6_558, UsageType::GovernmentEndUser, "2026-08")).expect("an answer");
    assert_eq!(government.cheapest(), None);
    assert_eq!(government.tiers[0].fit, Fit::NoPublicPrice, "Enterprise, whose price isn't public");
}

#[test]
fn a_budget_buys_reads() {
    let best = |book: &str, budget: &str| {
        let budget: Price = budget.parse().expect("a budget");
        let answers = most_reads(&estimate(0, UsageType::Hobby, book), budget);
        let best = answers.first().expect("a tier");
        format!("{:?} {}", best.reads.map(Reads::get), best.tier.id)
    };
    assert_eq!(best("2023-03", "99.99"), "Some(0) free");
    assert_eq!(best("2023-03", "100"), "Some(10000) basic");
    assert_eq!(best("2023-03", "42000"), "Some(50000000) enterprise-small");
    assert_eq!(best("2023-03", "1000000"), "Some(200000000) enterprise-large");
    assert_eq!(best("2026-08", "100"), "Some(20000) pay-per-use");
    assert_eq!(best("2026-08", "100.01"), "Some(20002) pay-per-use", "$100.01 covers 20,002 × $0.005 = $100.01");
    assert_eq!(best("2026-08", "20000"), "Some(3000000) pay-per-use");
}

#[test]
fn each_day_has_its_price_book() {
    let on = |year, month, day| {
        let day = Date::from_ymd_opt(year, month, day).expect("a day");
        catalogue().price_book_on(day).map(|book| book.id.to_string())
    };
    assert_eq!(on(2021, 11, 14), None, "before the first");
    assert_eq!(on(2021, 11, 15).as_deref(), Some("free-era"));
    assert_eq!(on(2023, 3, 28).as_deref(), Some("free-era"));
    assert_eq!(on(2023, 3, 29).as_deref(), Some("2023-03"), "the newer one, while both applied");
    assert_eq!(on(2023, 5, 24).as_deref(), Some("2023-03"));
    assert_eq!(on(2023, 5, 25).as_deref(), Some("2023-05"));
    assert_eq!(on(2026, 8, 12).as_deref(), Some("2026-06"));
    assert_eq!(on(2026, 8, 13).as_deref(), Some("2026-08"));
    assert_eq!(on(2036, 1, 1).as_deref(), Some("2026-08"));
}

#[test]
fn only_the_end_of_the_free_era_overlaps() {
    let seams: Vec<_> = catalogue().seams().map(|seam| (seam.before.id.as_str(), seam.days_between)).collect();
    let expected = [
        ("free-era", -31),
        ("2023-03", 0),
        ("2023-05", 0),
        ("2024-10", 0),
        ("2026-02", 0),
        ("2026-04", 0),
        ("2026-06", 0),
    ];
    assert_eq!(seams, expected.map(|(id, days)| (id, Some(days))));
}

fn described(found: &Breakpoints) -> Vec<String> {
    let side = |side: &Option<(Identifier, Money)>| {
        side.as_ref().map_or_else(|| "none".to_owned(), |(tier, month)| format!("{tier} at {month}"))
    };
    let kind = |kind: &BreakpointKind| match kind {
        BreakpointKind::CheapestChanges { from, to } => format!("{} to {}", side(from), side(to)),
        BreakpointKind::CapStops { tier } => format!("{tier} stops"),
        BreakpointKind::TotalFalls { tier, from, to } => format!("{tier} falls from {from} to {to}"),
    };
    found.list.iter().map(|breakpoint| format!("{}: {}", breakpoint.reads, kind(&breakpoint.kind))).collect()
}

#[test]
fn the_map_of_the_paid_launch() {
    let found = breakpoints(&estimate(0, UsageType::Academic, "2023-03"), Reads::ZERO).expect("amounts");
    let expected = [
        "1: free stops",
        "1: free at 0 to basic at 100",
        "10001: basic stops",
        "10001: basic at 100 to enterprise-small at 42000",
        "50000001: enterprise-small stops",
        "50000001: enterprise-small at 42000 to enterprise-medium at 125000",
        "100000001: enterprise-medium stops",
        "100000001: enterprise-medium at 125000 to enterprise-large at 210000",
        "200000001: enterprise-large stops",
        "200000001: enterprise-large at 210000 to none",
    ];
    assert_eq!(described(&found), expected);
    assert_eq!(found.complete_to, Reads::MAX);
    let above = |start: u64| {
        let start = Reads::new(start).expect("reads");
        let from_start = breakpoints(&estimate(0, UsageType::Academic, "2023-03"), start).expect("amounts");
        let next = from_start.next_cliff(start).map(|cliff| cliff.reads.get());
        assert_eq!(next, found.next_cliff(start).map(|cliff| cliff.reads.get()), "wherever the search begins");
        next
    };
    assert_eq!(above(9_000), Some(10_001));
    assert_eq!(above(10_000), Some(10_001));
    assert_eq!(above(10_001), Some(50_000_001));
    assert_eq!(above(200_000_001), None);
}

#[test]
fn pay_per_use_meets_basic_and_pro() {
    let found = breakpoints(&estimate(0, UsageType::Academic, "2026-02"), Reads::ZERO).expect("amounts");
    let expected = [
        "15001: basic stops",
        "1000001: pro stops",
        "2000001: pay-per-use stops",
        "2000001: pay-per-use at 10000 to none",
    ];
    assert_eq!(
        described(&found),
        expected,
        "at a million reads pay-per-use and Pro cost the same, and never more before"
    );
    assert_eq!(found.complete_to, Reads::MAX);
}

/// Custom tiers beside a book in which nothing is open to this usage type at a public price.
fn custom(tiers: &[(&str, &str)]) -> Breakpoints {
    let tier = |(id, charge): &(&str, &str)| -> Tier {
        serde_json::from_str(&format!(r#"{{ "id": "{id}", "charges": [{charge}] }}"#)).expect("a tier")
    };
    let estimate = estimate(0, UsageType::AiTraining, "2026-08");
    let estimate = estimate.with_custom_tiers(tiers.iter().map(tier).collect()).expect("tiers");
    breakpoints(&estimate, Reads::ZERO).expect("amounts")
}

#[test]
fn of_equals_the_first_listed_is_the_cheapest() {
    let flat = ("flat", r#"{ "model": "flat", "fee": "10" }"#);
    let each = ("each", r#"{ "model": "perUnit", "unitPrice": "1" }"#);
    assert_eq!(described(&custom(&[flat, each])), ["10: each at 9 to flat at 10"]);
    assert_eq!(described(&custom(&[each, flat])), ["11: each at 10 to flat at 10"]);
}

#[test]
fn a_search_that_stops_says_where() {
    let packages = ("packages", r#"{ "model": "package", "packageSize": 1, "packagePrice": "1" }"#);
    let flat = ("flat", r#"{ "model": "flat", "fee": "1000000" }"#);
    let found = custom(&[packages, flat]);
    assert_eq!(found.list, []);
    assert_eq!(found.complete_to.get(), 2_000, "2,000 packages further nothing is known");
    let falling =
        ("falling", r#"{ "model": "volume", "bands": [{ "upTo": 10, "unitPrice": "2" }, { "unitPrice": "1" }] }"#);
    let found = custom(&[falling]);
    assert_eq!(described(&found), ["11: falling falls from 20 to 11"]);
    assert_eq!(found.complete_to, Reads::MAX);
}

#[test]
fn a_budget_may_buy_more_reads_at_a_lower_price() {
    let tier = |charge: &str, rest: &str| -> Tier {
        serde_json::from_str(&format!(r#"{{ "charges": [{charge}] {rest} }}"#)).expect("a tier")
    };
    let most = |tier: &Tier, budget: &str| tier.most_reads(budget.parse().expect("a budget")).map(Reads::get);
    let bands = r#""bands": [{ "upTo": 10, "unitPrice": "2" }, { "unitPrice": "1" }]"#;
    let falling = tier(&format!(r#"{{ "model": "volume", {bands} }}"#), "");
    assert_eq!(most(&falling, "10"), Some(5), "the month falls to $11 at 11 reads, which is still too much");
    assert_eq!(most(&falling, "11"), Some(11), "beyond 10 reads all of them cost half");
    assert_eq!(most(&falling, "15"), Some(15));
    let included = tier(&format!(r#"{{ "model": "volume", {bands}, "includedReads": 5 }}"#), "");
    assert_eq!(most(&included, "11"), Some(16));
    let overage = format!(r#", "readCap": 3, "overage": [{{ "model": "volume", {bands} }}]"#);
    let beyond = tier(r#"{ "model": "flat", "fee": "1" }"#, &overage);
    assert_eq!(most(&beyond, "12"), Some(14), "counted from the cap");
    let capped = tier(r#"{ "model": "flat", "fee": "1" }"#, r#", "readCap": 3"#);
    assert_eq!((most(&capped, "1"), most(&capped, "0.99")), (Some(3), None));
    let endless = tier(r#"{ "model": "flat", "fee": "1" }"#, "");
    assert_eq!(most(&endless, "1"), Some(Reads::MAX.get()));
}

#[test]
fn a_budget_buys_only_what_is_open_and_has_a_price() {
    let tiers = |usage_type, book: &str| {
        let answers = most_reads(&estimate(0, usage_type, book), "6000".parse().expect("a budget"));
        let named = |answer: &quota_calculator::pricing::MostReads| {
            format!("{} {}", answer.tier.id, answer.monthly.unwrap_or_default())
        };
        answers.iter().map(named).collect::<Vec<_>>()
    };
    assert_eq!(tiers(UsageType::Hobby, "2024-10"), ["pro 5000", "basic 200", "free 0"]);
    assert_eq!(tiers(UsageType::CommercialScale, "2024-10"), [""; 0]);
}
