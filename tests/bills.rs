//! What usage, terms and a tier's rules make of the months: one after the other, and in their order.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod tiers;

use quota_calculator::catalogue;
use quota_calculator::pricing::{
    CustomTiersError, Estimate, EstimateError, Identifier, Line, Months, Period, Posts, Reads, RereadFactor, Usage,
    UsageError, UsageType, Volume,
};
use serde_json::{Value, json};
use tiers::{charge, legal};

fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads")
}

fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts")
}

#[test]
fn a_bill_applies_its_rules_in_order() {
    let tier = legal(json!({
        "charges": [{ "model": "flat", "fee": "100" }, { "model": "perUnit", "unitPrice": "1", "includedReads": 10 }],
        "discountPercent": "50", "monthlyMinimum": "60", "monthlyMaximum": "80", "readCap": 30,
        "overage": [{ "model": "perUnit", "unitPrice": "3" }],
    }));
    let lines = |count| {
        let bill = tier.bill(reads(count)).expect("an amount").expect("a price");
        let amounts: Vec<_> = bill.lines().iter().map(|line| line.amount().to_string()).collect();
        format!("{} = {}", amounts.join(" "), bill.exact())
    };
    assert_eq!(lines(0), "100 0 -50 10 = 60", "no reads, no included line, up to the minimum");
    assert_eq!(lines(20), "100 0 10 -55 5 = 60");
    assert_eq!(lines(30), "100 0 20 -60 = 60", "exactly the minimum");
    assert_eq!(lines(34), "100 0 20 0 12 -66 = 66", "four reads of overage");
    assert_eq!(lines(44), "100 0 20 0 42 -81 -1 = 80", "fourteen, and down to the maximum");
    let bill = tier.bill(reads(44)).expect("an amount").expect("a price");
    assert!(matches!(bill.lines().last(), Some(Line::MonthlyMaximum { .. })));
    assert_eq!(tier.limit(), Reads::MAX, "overage never stops");
    assert_eq!(tier.cap().map(|cap| cap.reads), Some(reads(30)));
}

#[test]
fn a_month_without_reads_shows_only_what_it_owes() {
    let bands = json!([{ "upTo": 10, "unitPrice": "1", "flatFee": "2" }, { "unitPrice": "1", "flatFee": "3" }]);
    for model in ["graduated", "volume"] {
        let tier = legal(charge(json!({ "model": model, "bands": bands, "includedReads": 5 })));
        let count = |reads_count| {
            let bill = tier.bill(reads(reads_count)).expect("an amount").expect("a price");
            bill.lines().len()
        };
        assert_eq!(count(0), 1, "the first band's fee");
        assert_eq!(count(5), 2, "the included reads and the fee");
        assert_eq!(count(6), 3, "and one read that is charged");
    }
    let each = legal(charge(json!({ "model": "perUnit", "unitPrice": "1" })));
    assert_eq!(each.bill(Reads::ZERO).expect("an amount").expect("a price").exact().to_string(), "0");
}

#[test]
fn a_maximum_that_is_just_reached_takes_nothing_off() {
    let tier = legal(json!({ "charges": [{ "model": "flat", "fee": "80" }], "monthlyMaximum": "80" }));
    assert_eq!(tier.bill(Reads::ZERO).expect("an amount").expect("a price").lines().len(), 1);
}

#[test]
fn an_annual_maximum_and_a_term_shape_the_total() {
    let cost = |fields: Value, months: Vec<u64>| {
        let mut fields = fields;
        fields["id"] = json!("mine");
        let usage = Usage::given(months.into_iter().map(posts).collect()).expect("months");
        let estimate = Estimate::new(usage, UsageType::Hobby, catalogue().default_price_book());
        let estimate = estimate.with_custom_tiers(vec![legal(fields)]).expect("a tier");
        let assessment = quota_calculator::pricing::assess(catalogue(), &estimate).expect("an answer");
        let answer = assessment.tiers.into_iter().find(|answer| answer.tier.id.as_str() == "mine").expect("the tier");
        answer.cost.expect("a cost")
    };
    let limited = json!({ "charges": [{ "model": "perUnit", "unitPrice": "1" }], "annualMaximum": "100" });
    let amounts = |cost: &quota_calculator::pricing::Cost| {
        cost.months.iter().map(|month| month.amount.to_string()).collect::<Vec<_>>().join(" ")
    };
    let year = cost(limited.clone(), vec![30; 13]);
    assert_eq!(amounts(&year), "30 30 30 10 0 0 0 0 0 0 0 0 30", "the thirteenth month begins a new year");
    assert_eq!(
        (year.annual.map(|it| it.to_string()), year.total.to_string()),
        (Some("100".to_owned()), "130".to_owned())
    );
    let first = cost(limited, vec![150]);
    assert_eq!((first.monthly.to_string(), first.annual), ("100".to_owned(), None), "one month is no year");

    let term = json!({ "charges": [{ "model": "flat", "fee": "10" }, { "model": "perUnit", "unitPrice": "1" }], "termMonths": 4 });
    assert_eq!(amounts(&cost(term.clone(), vec![5, 5])), "15 15 10 10", "the rest of the term is paid without reads");
    assert_eq!(amounts(&cost(term, vec![5; 5])), "15 15 15 15 15");
    let billed = json!({ "charges": [{ "model": "flat", "fee": "10" }], "annualPrice": "100" });
    assert_eq!(cost(billed, vec![1]).annual_billed.map(|it| it.to_string()).as_deref(), Some("100"));
}

#[test]
fn an_annual_maximum_that_is_just_reached_takes_nothing_off() {
    let tier = json!({ "charges": [{ "model": "flat", "fee": "100" }], "annualMaximum": "100", "id": "mine" });
    let usage = Usage::given(vec![Posts::ZERO]).expect("usage");
    let estimate = Estimate::new(usage, UsageType::Hobby, catalogue().default_price_book());
    let estimate = estimate.with_custom_tiers(vec![legal(tier)]).expect("a tier");
    let assessment = quota_calculator::pricing::assess(catalogue(), &estimate).expect("an answer");
    let answer = assessment.tiers.iter().find(|answer| answer.tier.id.as_str() == "mine").expect("the tier");
    assert_eq!(answer.cost.as_ref().expect("a cost").bill.lines().len(), 1);
}

#[test]
fn usage_grows_from_the_first_month() {
    let growing = |first: u64, growth: &str, months: i128| {
        let volume = Volume::new(posts(first), Period::Month).expect("a volume");
        let months = Months::try_from(months).expect("months");
        Usage::growing(volume, growth.parse().expect("a growth"), months)
            .map(|usage| usage.months().iter().map(|month| month.get()).collect::<Vec<_>>())
    };
    assert_eq!(growing(100, "10", 5), Ok(vec![100, 110, 121, 133, 146]), "146.41 rounds down, 133.1 too");
    assert_eq!(growing(1, "1", 3), Ok(vec![1, 1, 1]), "roundings don't add up");
    assert_eq!(growing(5, "50", 3), Ok(vec![5, 8, 11]), "7.5 rounds up, 11.25 down");
    assert_eq!(growing(100, "-50", 4), Ok(vec![100, 50, 25, 13]));
    assert_eq!(growing(100, "-100", 3), Ok(vec![100, 0, 0]));
    assert_eq!(growing(100, "0", 2), Ok(vec![100, 100]));
    assert_eq!(growing(Reads::MAX.get(), "0.0001", 2), Err(UsageError::Outgrown { month: 2 }));
    assert_eq!(growing(1, "1000", 120), Err(UsageError::Outgrown { month: 16 }));
    assert_eq!(Usage::given(vec![]), Err(UsageError::MonthCount { count: 0 }));
    assert_eq!(Usage::given(vec![Posts::ZERO; 121]), Err(UsageError::MonthCount { count: 121 }));
    assert_eq!(Usage::given(vec![Posts::ZERO; 120]).map(|usage| usage.month_count()), Ok(Months::MAX));
}

#[test]
fn the_year_goes_on_as_the_months_began() {
    let volume = Volume::monthly(posts(100));
    let months = Months::try_from(3).expect("months");
    let year = |usage: Usage| usage.year().map(|year| year.iter().map(|month| month.get()).collect::<Vec<_>>());
    assert_eq!(year(Usage::constant(volume, months)), Some(vec![100; 12]));
    let doubling = Usage::growing(volume, "100".parse().expect("a growth"), months).expect("usage");
    assert_eq!(year(doubling).and_then(|year| year.last().copied()), Some(204_800));
    assert_eq!(year(Usage::given(vec![posts(1); 3]).expect("usage")), None);
    assert_eq!(year(Usage::given((1..=14).map(posts).collect()).expect("usage")), Some((1..=12).collect()));
}

#[test]
fn an_estimate_refuses_what_it_cannot_hold() {
    let estimate = || Estimate::starting(catalogue());
    let own = |id: &str| legal(json!({ "id": id, "charges": [{ "model": "flat", "fee": "1" }] }));
    let twice = estimate().with_custom_tiers(vec![own("mine"), own("mine")]);
    assert_eq!(twice, Err(CustomTiersError::IdTwice(Identifier::new("mine").expect("an id")).into()));
    assert!(estimate().with_custom_tiers(vec![own("basic")]).is_err(), "the id of a listed tier");
    let many = |count: usize| (0..count).map(|place| own(&format!("t{place}"))).collect::<Vec<_>>();
    assert!(estimate().with_custom_tiers(many(100)).is_ok());
    assert_eq!(estimate().with_custom_tiers(many(101)), Err(CustomTiersError::TooMany { count: 101 }.into()));
    let factor: RereadFactor = "1.5".parse().expect("a factor");
    let reread = |count: u64| {
        let usage = Usage::given(vec![posts(count)]).expect("usage");
        let estimate = Estimate::new(usage, UsageType::Hobby, catalogue().default_price_book());
        estimate.with_reread_factor(factor).map(|estimate| estimate.peak().get())
    };
    assert_eq!(reread(3), Ok(5), "4.5 reads need 5");
    assert_eq!(reread(4), Ok(6));
    assert_eq!(reread(Reads::MAX.get()), Err(EstimateError::TooManyReads { month: 1, factor }));
    let estimate = estimate().with_reread_factor(factor).expect("an estimate");
    assert_eq!(estimate.year().map(|year| year[11].get()), Some(3_000_000), "the year is read again too");
}
