//! Cheaper ways to the same number of reads, computed by hand.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::format::{way_phrase, way_sentence};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{
    Assumption, Estimate, Months, Posts, Reads, Tier, Usage, UsageType, Volume, Way, Ways, assess, ways,
};
use serde_json::{Value, json};

fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts within bounds")
}

fn months(count: i128) -> Months {
    Months::try_from(count).expect("months")
}

fn listed(count: u64, usage_type: UsageType, price_book: &str) -> Estimate {
    let book = catalogue().price_book(price_book).expect("a price book of that id");
    Estimate::new(Usage::constant(Volume::monthly(posts(count)), Months::YEAR), usage_type, book)
}

/// An estimate that can only be answered by the given tiers: nothing in that book is open to this usage type at a public
/// price.
fn custom(months: &[u64], tiers: &[Value]) -> Estimate {
    let usage = Usage::given(months.iter().copied().map(posts).collect()).expect("months");
    let book = catalogue().price_book("2026-08").expect("a price book of that id");
    let tier = |(place, fields): (usize, &Value)| {
        let mut fields = fields.clone();
        fields["id"] = json!(["a", "b", "c"][place]);
        serde_json::from_value::<Tier>(fields).expect("a legal tier")
    };
    let tiers = tiers.iter().enumerate().map(tier).collect();
    Estimate::new(usage, UsageType::AiTraining, book).with_custom_tiers(tiers).expect("distinct tiers")
}

fn find(estimate: &Estimate) -> Ways {
    ways(&assess(catalogue(), estimate).expect("amounts that can be stated"))
}

/// A way in short: tier, months/months paid, total, what it saves, months × reads, assumptions.
fn short(way: &Way) -> String {
    let spread: Vec<_> = way.spread.iter().map(|it| format!("{}×{}", it.months, it.reads)).collect();
    let mut text = format!("{} {}/{} ${} {}", way.tier.id, way.months, way.months_paid, way.total, spread.join("+"));
    if let Some(saves) = way.saves {
        text += &format!(" saves {saves}");
    }
    for assumption in &way.assumptions {
        text += &match assumption {
            Assumption::NoMinimumTerm => ", no term".to_owned(),
            Assumption::AssumedTerm(months) => format!(", term {months}"),
            Assumption::TermPaidUnused { months } => format!(", unused {months}"),
            Assumption::AnotherPace => ", other pace".to_owned(),
            Assumption::PaidInAdvance { years } => format!(", advance {years}"),
            Assumption::ExistingCustomer => ", existing".to_owned(),
        };
    }
    text
}

#[track_caller]
fn case(estimate: &Estimate, plan: Option<&str>, others: &[&str]) {
    let found = find(estimate);
    assert_eq!(found.plan.as_ref().map(short).as_deref(), plan, "plan");
    assert_eq!(found.others.iter().map(short).collect::<Vec<_>>(), others, "other ways");
    assert_eq!(found.reads_needed, estimate.reads().iter().map(|month| month.get()).sum::<u64>());
}

/// One custom tier.
#[track_caller]
fn tier_case(months: &[u64], tier: Value, plan: Option<&str>, others: &[&str]) {
    case(&custom(months, &[tier]), plan, others);
}

fn flat(fee: &str) -> Value {
    json!({ "model": "flat", "fee": fee })
}

fn per_unit(price: &str) -> Value {
    json!({ "model": "perUnit", "unitPrice": price })
}

#[test]
fn the_starting_estimate_could_be_read_in_a_month() {
    let starting = Estimate::starting(catalogue());
    case(
        &starting,
        Some("enterprise-small 12/12 $504000 12×2000000, no term"),
        &[
            "enterprise-small 1/1 $42000 1×24000000 saves 462000, no term, other pace",
            "enterprise-medium 1/1 $125000 1×24000000 saves 379000, no term, other pace",
            "enterprise-large 1/1 $210000 1×24000000 saves 294000, no term, other pace",
        ],
    );
    case(
        &starting.with_assumed_term(Some(Months::YEAR)),
        Some("enterprise-small 12/12 $504000 12×2000000, term 12"),
        &["enterprise-small 1/12 $504000 1×24000000, term 12, unused 11, other pace"],
    );
}

#[test]
fn annual_plans_and_free_tiers_of_the_price_books() {
    case(
        &listed(10_000, UsageType::Hobby, "2024-10"),
        Some("basic 12/12 $2400 12×10000"),
        &[
            "basic 8/8 $1600 8×15000 saves 800, other pace",
            "basic 12/12 $2100 12×10000 saves 300, advance 1",
            "pro 1/1 $5000 1×120000, other pace",
        ],
    );
    // 24,000,000 reads: Pro in 24 months; Basic would take 1,600, Free 20,000 years.
    case(
        &listed(2_000_000, UsageType::Academic, "2024-10"),
        None,
        &["pro 24/24 $108000 24×1000000, advance 2, other pace"],
    );
    case(
        &listed(2_000_000, UsageType::Academic, "2026-08"),
        Some("pay-per-use 12/12 $120000 12×2000000"),
        &["pay-per-use 8/8 $120000 8×3000000, other pace"],
    );
    case(
        &listed(3_000_001, UsageType::Academic, "2026-08"),
        None,
        &[
            "pay-per-use 13/13 $180000.06 12×3000000+1×12, other pace",
            "pro 37/37 $185000 36×1000000+1×12, existing, other pace",
        ],
    );
    case(&listed(1, UsageType::GovernmentEndUser, "2026-08"), None, &[]);
}

#[test]
fn a_cap_that_stops() {
    let tier = |cap: u64| json!({ "charges": [flat("100")], "readCap": cap });
    let plan = Some("a 3/3 $300 3×8");
    tier_case(&[8, 8, 8], tier(10), plan, &[]);
    tier_case(&[8, 8, 8], tier(12), plan, &["a 2/2 $200 2×12 saves 100, other pace"]);
    tier_case(&[8, 8, 8], tier(20), plan, &["a 2/2 $200 1×20+1×4 saves 100, other pace"]);
    tier_case(&[8, 8, 8], tier(24), plan, &["a 1/1 $100 1×24 saves 200, other pace"]);
    tier_case(&[8, 8, 8], tier(7), None, &["a 4/4 $400 3×7+1×3, other pace"]);
    tier_case(&[8, 8, 8], tier(1), None, &["a 24/24 $2400 24×1, other pace"]);
    tier_case(&[1; 12], tier(0), None, &[]);
}

#[test]
fn each_charge_model() {
    tier_case(
        &[1, 1, 1],
        json!({ "charges": [per_unit("0.005")] }),
        Some("a 3/3 $0.03 3×1"),
        &["a 1/1 $0.02 1×3 saves 0.01, other pace"],
    );
    let package = json!({ "model": "package", "packageSize": 10, "packagePrice": "5" });
    tier_case(&[6; 4], json!({ "charges": [package] }), Some("a 4/4 $20 4×6"), &["a 1/1 $15 1×24 saves 5, other pace"]);
    let bands = |model: &str, up_to: u64, first: &str, then: &str| {
        let bands = json!([{ "upTo": up_to, "unitPrice": first }, { "unitPrice": then }]);
        json!({ "charges": [{ "model": model, "bands": bands }] })
    };
    // 10 × $1 + 10 × $3 a month; in one month 10 × $1 + 70 × $3.
    let plan = Some("a 4/4 $160 4×20");
    tier_case(&[20; 4], bands("graduated", 10, "1", "3"), plan, &["a 1/1 $220 1×80, other pace"]);
    tier_case(&[20; 4], bands("graduated", 10, "3", "1"), plan, &["a 1/1 $100 1×80 saves 60, other pace"]);
    tier_case(&[20; 4], bands("volume", 50, "2", "1"), plan, &["a 1/1 $80 1×80 saves 80, other pace"]);
    // Rising prices make the same months cheaper when they are level: 4 × (10 × $1 + 10 × $3).
    tier_case(
        &[80, 0, 0, 0],
        bands("graduated", 10, "1", "3"),
        Some("a 1/4 $220 1×80"),
        &["a 4/4 $160 4×20 saves 60, other pace"],
    );
}

#[test]
fn extra_reads_can_be_avoided_by_taking_longer() {
    let tier = json!({ "charges": [flat("100")], "readCap": 10, "overage": [per_unit("20")] });
    tier_case(
        &[20, 20],
        tier.clone(),
        Some("a 2/2 $600 2×20"),
        &["a 4/4 $400 4×10 saves 200, other pace", "a 1/1 $700 1×40, other pace"],
    );
    let mut in_advance = tier;
    in_advance["annualPrice"] = json!("30");
    tier_case(
        &[20, 20],
        in_advance,
        Some("a 2/2 $600 2×20"),
        &["a 4/12 $30 4×10 saves 570, advance 1, other pace", "a 1/1 $700 1×40, other pace"],
    );
    let included = json!({ "model": "perUnit", "unitPrice": "1", "includedReads": 5 });
    tier_case(
        &[10, 10],
        json!({ "charges": [flat("2"), included] }),
        Some("a 2/2 $14 2×10"),
        &["a 4/4 $8 4×5 saves 6, other pace", "a 1/1 $17 1×20, other pace"],
    );
}

#[test]
fn minimum_maximum_and_discount() {
    tier_case(
        &[5; 4],
        json!({ "charges": [per_unit("1")], "monthlyMinimum": "10" }),
        Some("a 4/4 $40 4×5"),
        &["a 1/1 $20 1×20 saves 20, other pace"],
    );
    tier_case(
        &[5; 4],
        json!({ "charges": [per_unit("1")], "monthlyMaximum": "12" }),
        Some("a 4/4 $20 4×5"),
        &["a 1/1 $12 1×20 saves 8, other pace"],
    );
    tier_case(
        &[5; 4],
        json!({ "charges": [per_unit("1"), flat("3")], "discountPercent": 50 }),
        Some("a 4/4 $16 4×5"),
        &["a 1/1 $11.5 1×20 saves 4.5, other pace"],
    );
}

#[test]
fn the_annual_maximum_holds_in_every_year() {
    let tier = |maximum: &str| json!({ "charges": [per_unit("1")], "annualMaximum": maximum });
    tier_case(&[30; 13], tier("100"), Some("a 13/13 $130 13×30"), &["a 1/1 $100 1×390 saves 30, other pace"]);
    let capped = |cap: u64| {
        let mut tier = tier("40");
        tier["readCap"] = json!(cap);
        tier
    };
    // 6 years at $40 and 6 months at $5; then 4 years at $40 and 8 months that reach it again.
    tier_case(&[30; 13], capped(5), None, &["a 78/78 $270 78×5, other pace"]);
    tier_case(&[30; 13], capped(7), None, &["a 56/56 $200 55×7+1×5, other pace"]);
    // Ten years, the longest that is looked for.
    tier_case(&[120], capped(1), None, &["a 120/120 $120 120×1, other pace"]);
    tier_case(&[1_200], capped(10), None, &["a 120/120 $400 120×10, other pace"]);
    tier_case(&[121], capped(1), None, &[]);
}

#[test]
fn a_term_is_paid_to_its_end() {
    let tier = |term: Value| json!({ "charges": [flat("10")], "readCap": 100, "termMonths": term });
    tier_case(
        &[50; 3],
        tier(json!(6)),
        Some("a 3/6 $60 3×50, unused 3"),
        &["a 2/6 $60 1×100+1×50, unused 4, other pace"],
    );
    tier_case(&[20; 4], tier(json!(2)), Some("a 4/4 $40 4×20"), &["a 1/2 $20 1×80 saves 20, unused 1, other pace"]);
    let unknown = custom(&[20; 4], &[tier(json!("unknown"))]);
    let plan = "a 4/4 $40 4×20, no term";
    case(&unknown, Some(plan), &["a 1/1 $10 1×80 saves 30, no term, other pace"]);
    case(
        &unknown.clone().with_assumed_term(Some(months(3))),
        Some("a 4/4 $40 4×20, term 3"),
        &["a 1/3 $30 1×80 saves 10, term 3, unused 2, other pace"],
    );
    case(
        &unknown.with_assumed_term(Some(months(5))),
        Some("a 4/5 $50 4×20, term 5, unused 1"),
        &["a 1/5 $50 1×80, term 5, unused 4, other pace"],
    );
    // The last months of the term cost the minimum of a month without reads.
    tier_case(
        &[20; 2],
        json!({ "charges": [per_unit("1")], "monthlyMinimum": "5", "termMonths": 4 }),
        Some("a 2/4 $50 2×20, unused 2"),
        &["a 1/4 $55 1×40, unused 3, other pace"],
    );
}

#[test]
fn years_paid_in_advance() {
    let tier = |annual: &str| json!({ "charges": [flat("10")], "readCap": 10, "annualPrice": annual });
    tier_case(
        &[5; 12],
        tier("100"),
        Some("a 12/12 $120 12×5"),
        &["a 6/6 $60 6×10 saves 60, other pace", "a 12/12 $100 12×5 saves 20, advance 1"],
    );
    tier_case(
        &[5; 12],
        tier("50"),
        Some("a 12/12 $120 12×5"),
        &["a 6/12 $50 6×10 saves 70, advance 1, other pace", "a 12/12 $50 12×5 saves 70, advance 1"],
    );
    tier_case(&[10; 14], tier("50"), Some("a 14/14 $140 14×10"), &["a 14/24 $100 14×10 saves 40, advance 2"]);
    tier_case(&[20; 12], tier("50"), None, &["a 24/24 $100 24×10, advance 2, other pace"]);
    tier_case(&[10; 3], tier("50"), Some("a 3/3 $30 3×10"), &[]);
    let mut with_term = tier("50");
    with_term["termMonths"] = json!(13);
    tier_case(
        &[10; 12],
        with_term,
        Some("a 12/13 $130 12×10, unused 1"),
        &["a 12/24 $100 12×10 saves 30, advance 2, unused 1"],
    );
    // The year in advance is longer than the term, so that no month is paid for the term.
    let mut within_year = tier("50");
    within_year["termMonths"] = json!(6);
    tier_case(&[10; 2], within_year, Some("a 2/6 $60 2×10, unused 4"), &["a 2/12 $50 2×10 saves 10, advance 1"]);
}

#[test]
fn what_is_free_takes_its_time() {
    let free = json!({ "charges": [flat("0")], "readCap": 10 });
    let paid = json!({ "charges": [flat("5")] });
    case(
        &custom(&[20; 3], &[free, paid]),
        Some("b 3/3 $15 3×20"),
        &["a 6/6 $0 6×10 saves 15, other pace", "b 1/1 $5 1×60 saves 10, other pace"],
    );
}

#[test]
fn months_of_every_kind() {
    let tier = |cap: u64| json!({ "charges": [flat("10")], "readCap": cap });
    tier_case(&[0; 12], tier(10), Some("a 0/12 $120 "), &[]);
    tier_case(&[0; 12], tier(0), Some("a 0/12 $120 "), &[]);
    tier_case(&[8], tier(10), Some("a 1/1 $10 1×8"), &[]);
    tier_case(
        &[10; 120],
        tier(1_000),
        Some("a 120/120 $1200 120×10"),
        &["a 2/2 $20 1×1000+1×200 saves 1180, other pace"],
    );
    // Given months: the last of them may be empty, and what isn't read then needn't be paid.
    tier_case(&[24, 0, 0], tier(24), Some("a 1/3 $30 1×24"), &["a 1/1 $10 1×24 saves 20"]);
    tier_case(&[0, 9, 9, 0], tier(10), Some("a 3/4 $40 1×0+2×9"), &["a 2/2 $20 1×10+1×8 saves 20, other pace"]);
    tier_case(&[0, 20, 0], tier(10), None, &["a 2/2 $20 2×10, other pace"]);
    // 100 + 110 + 121 reads.
    let growing = |cap: u64| {
        let usage = Usage::growing(Volume::monthly(posts(100)), "10".parse().expect("a growth"), months(3));
        let given = custom(&[0], &[tier(cap)]);
        Estimate::new(usage.expect("usage"), given.usage_type(), given.price_book())
            .with_custom_tiers(given.custom_tiers().to_vec())
            .expect("a tier")
    };
    let plan = Some("a 3/3 $30 1×100+1×110+1×121");
    case(&growing(165), plan, &[]);
    case(&growing(166), plan, &["a 2/2 $20 1×166+1×165 saves 10, other pace"]);
    case(&growing(200), plan, &["a 2/2 $20 1×200+1×131 saves 10, other pace"]);
}

#[test]
fn the_largest_numbers() {
    let most = Reads::MAX.get();
    tier_case(&[most; 120], json!({ "charges": [flat("1")] }), Some(&format!("a 120/120 $120 120×{most}")), &[]);
    tier_case(&[most; 120], json!({ "charges": [flat("1")], "readCap": 1 }), None, &[]);
    // 10^15 reads in one month would need 29 digits; two months with 6 × 10^14 need 28.
    let found = find(&custom(&[300_000_000_000_000; 4], &[json!({ "charges": [per_unit("9999999.1234567")] })]));
    let fastest = found.others.iter().map(|way| way.months).collect::<Vec<_>>();
    assert_eq!(fastest, [2], "what can't be exact is left out");
}

/// Each way in words: what to do, and the rest.
#[track_caller]
fn words(estimate: &Estimate, expected: &[(&str, &str)]) {
    let found = find(estimate);
    let planned = estimate.usage().month_count();
    let style = NumberStyle::ENGLISH;
    let said: Vec<_> = found
        .plan
        .iter()
        .chain(&found.others)
        .map(|way| (way_phrase(way, planned, style), way_sentence(way, style)))
        .collect();
    let said: Vec<_> = said.iter().map(|(way, rest)| (way.as_str(), rest.as_str())).collect();
    assert_eq!(said, expected);
}

#[test]
fn ways_in_words() {
    let starting = Estimate::starting(catalogue());
    let pace = "the reads come in other months than planned";
    let no_term = "assumes no minimum term, which is not public";
    words(
        &starting,
        &[
            ("Enterprise Small for 12 months", &format!("2,000,000 of 50,000,000 reads a month · {no_term}")),
            (
                "Enterprise Small for 1 month, then stop",
                &format!("24,000,000 of 50,000,000 reads · {no_term} · {pace}"),
            ),
            (
                "Enterprise Medium for 1 month, then stop",
                &format!("24,000,000 of 100,000,000 reads · {no_term} · {pace}"),
            ),
            (
                "Enterprise Large for 1 month, then stop",
                &format!("24,000,000 of 200,000,000 reads · {no_term} · {pace}"),
            ),
        ],
    );
    let month = Usage::constant(Volume::monthly(posts(60_000_000)), months(1));
    let estimate = Estimate::new(month, UsageType::Academic, catalogue().default_price_book());
    let term = "assumes a minimum term of 2 months, which is not public";
    words(
        &estimate.with_assumed_term(Some(months(2))),
        &[
            (
                "Enterprise Medium for 2 months",
                &format!("60,000,000 of 100,000,000 reads · {term} · 1 month paid only for the minimum term"),
            ),
            (
                "Enterprise Small for 2 months",
                &format!("50,000,000 of 50,000,000 reads a month, 10,000,000 in the last · {term} · {pace}"),
            ),
        ],
    );
    words(
        &listed(3_000_001, UsageType::Academic, "2026-08"),
        &[
            ("Pay-per-use for 13 months", &format!("3,000,000 of 3,000,000 reads a month, 12 in the last · {pace}")),
            (
                "Pro (legacy) for 37 months (3 years and 1 month)",
                &format!("1,000,000 of 1,000,000 reads a month, 12 in the last · existing customers only · {pace}"),
            ),
        ],
    );
    words(
        &listed(10_000, UsageType::Hobby, "2024-10"),
        &[
            ("Basic for 12 months", "10,000 of 15,000 reads a month"),
            ("Basic for 8 months, then stop", &format!("15,000 of 15,000 reads a month · {pace}")),
            ("Basic for 1 year, paid in advance", "10,000 of 15,000 reads a month"),
            ("Pro for 1 month, then stop", &format!("120,000 of 1,000,000 reads · {pace}")),
        ],
    );
    let overage = json!({ "charges": [flat("100")], "readCap": 10, "overage": [per_unit("20")] });
    words(
        &custom(&[20, 30], &[overage]),
        &[
            ("Custom tier (yours) for 2 months", "up to 30 reads a month"),
            ("Custom tier (yours) for 5 months", &format!("10 of 10 reads a month · {pace}")),
            ("Custom tier (yours) for 1 month, then stop", &format!("50 reads · {pace}")),
        ],
    );
    let nothing = custom(&[0, 0], &[json!({ "charges": [flat("1")] })]);
    words(&nothing, &[("Custom tier (yours) for 2 months", "no reads")]);
}
