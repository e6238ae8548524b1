//! The schedules of projects, computed by hand.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use quota_calculator::catalogue;
use quota_calculator::format::{proof_phrase, purchase_sentence};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{Assumption, Months, Posts, RereadFactor, Tier, UsageType};
use quota_calculator::project::{
    FoundPlans, LimitStanding, NoSchedule, OtherPlans, Phase, PhaseName, Plans, PriceBasis, Project, ProjectFields,
    Proof, PurchasePayment, Schedule, plans,
};
use serde_json::{Value, json};

fn months(count: i128) -> Months {
    count.try_into().expect("months")
}

/// A project of phases (posts and months) for academic research at the prices of each day.
fn project(start: &str, phases: &[(u64, i128)]) -> ProjectFields {
    let phase = |(posts, count): &(u64, i128)| Phase {
        name: PhaseName::default(),
        posts: Posts::new(*posts).expect("posts"),
        months: months(*count),
    };
    ProjectFields {
        start: start.parse().expect("a day"),
        phases: phases.iter().map(phase).collect(),
        usage_type: UsageType::Academic,
        reread_factor: RereadFactor::NONE,
        prices: PriceBasis::ByDate,
        custom_tiers: Vec::new(),
        assumed_term: None,
        limit: None,
    }
}

/// The same at the prices of one price book.
fn at_prices_of(price_book: &str, phases: &[(u64, i128)]) -> ProjectFields {
    let book = catalogue().price_book(price_book).expect("a price book");
    ProjectFields { prices: PriceBasis::Of(book), ..project("2026-12-01", phases) }
}

/// A project that only the given tiers can answer: nothing in that price book is open to AI training at a public price.
fn own(phases: &[(u64, i128)], tiers: &[Value]) -> ProjectFields {
    let tier = |(place, fields): (usize, &Value)| {
        let mut fields = fields.clone();
        fields["id"] = json!(["a", "b", "c"][place]);
        serde_json::from_value::<Tier>(fields).expect("a legal tier")
    };
    let custom_tiers = tiers.iter().enumerate().map(tier).collect();
    ProjectFields { usage_type: UsageType::AiTraining, custom_tiers, ..at_prices_of("2026-08", phases) }
}

fn flat(fee: &str, cap: u64) -> Value {
    json!({ "charges": [{ "model": "flat", "fee": fee }], "readCap": cap })
}

/// The answers to a project, booked of what was found and sent, as a worker sends it.
fn plan(fields: ProjectFields) -> Plans {
    let project = Project::new(fields).expect("a project");
    let found = FoundPlans::cheapest(catalogue(), &project).expect("amounts that can be stated");
    let first = sent(&found).book(catalogue(), &project).expect("amounts that can be stated");
    assert_eq!(first.others, None, "they are still to be looked for");
    let found = found.with_others(catalogue(), &project).expect("amounts that can be stated");
    let all = sent(&found).book(catalogue(), &project).expect("amounts that can be stated");
    assert_eq!(
        (first.cheapest, first.limit, first.free_era),
        (all.cheapest.clone(), all.limit.clone(), all.free_era.clone())
    );
    all
}

/// What was found, as it arrives.
fn sent(found: &FoundPlans) -> FoundPlans {
    serde_json::from_str(&serde_json::to_string(found).expect("JSON")).expect("what was found")
}

/// The schedules to compare the cheapest with.
fn others(plans: &Plans) -> &OtherPlans {
    plans.others.as_ref().expect("they were looked for")
}

/// A schedule in short: each purchase with its first month and its months, the reads of each month, the total.
fn short(schedule: &Schedule) -> String {
    let purchase = |it: &quota_calculator::project::Purchase| {
        let advance = if it.payment == PurchasePayment::InAdvance { " in advance" } else { "" };
        format!("{} {}@{}{advance} ${}", it.tier.id, it.months, it.first_month + 1, it.amount)
    };
    let purchases: Vec<_> = schedule.purchases.iter().map(purchase).collect();
    let reads: Vec<_> = schedule.months.iter().map(|month| month.reads.to_string()).collect();
    let mut text = format!("{} | {} | ${}", purchases.join(", "), reads.join(" "), schedule.total);
    for assumption in &schedule.assumptions {
        text += &format!(", {assumption:?}");
    }
    if schedule.proof != Proof::Cheapest {
        text += &format!(", {:?}", schedule.proof);
    }
    text
}

#[track_caller]
fn case(fields: ProjectFields, cheapest: &str) {
    assert_eq!(short(plan(fields).cheapest.as_ref().expect("a schedule")), cheapest);
}

#[test]
fn a_burst_month_where_the_small_tier_is_too_small() {
    let plans = plan(at_prices_of("2023-03", &[(10_000_000, 8)]));
    let burst = "enterprise-small 1@1 $42000 | 10000000 0 0 0 0 0 0 0 | $42000, NoMinimumTerm";
    assert_eq!(short(plans.cheapest.as_ref().expect("a schedule")), burst);
    let fastest = "enterprise-small 1@1 $42000 | 10000000 | $42000, NoMinimumTerm";
    assert_eq!(short(others(&plans).fastest.as_ref().expect("a schedule")), fastest);
    let single: Vec<_> =
        others(&plans).single_tiers.schedules.iter().map(|it| (it.id.as_str(), it.schedule.total)).collect();
    let totals: Vec<_> = single.iter().map(|(id, total)| format!("{id} {total}")).collect();
    assert_eq!(totals, ["enterprise-small 42000", "enterprise-medium 125000", "enterprise-large 210000"]);
    let unfit: Vec<_> = others(&plans).single_tiers.others.iter().map(|it| it.tier.id.as_str()).collect();
    assert_eq!(unfit, ["free", "basic"]);
    let NoSchedule::OverCap { phase: 0, reads, most: 80_000, largest: Some(largest), .. } =
        &others(&plans).single_tiers.others[1].reason
    else {
        panic!("{:?}", others(&plans).single_tiers.others[1].reason);
    };
    assert_eq!((reads.get(), largest.name.as_ref()), (10_000_000, "Basic"));
    assert_eq!(plans.free_era.covered_by.as_ref().map(|tier| tier.name.as_ref()), Some("Elevated"));
    let programmes = plans.free_era.programmes.iter().map(|it| (it.tier.name.as_ref(), it.months, it.in_time));
    assert_eq!(
        programmes.collect::<Vec<_>>(),
        [("Essential", Some(20), false), ("Elevated", Some(5), true), ("Academic Research", Some(1), true)]
    );
}

#[test]
fn the_cheapest_of_the_real_price_books() {
    case(at_prices_of("2023-03", &[(60_000, 6)]), "basic 6@1 $600 | 10000 10000 10000 10000 10000 10000 | $600");
    case(at_prices_of("2023-03", &[(55_000, 8)]), "basic 6@1 $600 | 10000 10000 10000 10000 10000 5000 0 0 | $600");
    case(at_prices_of("2026-08", &[(4_000_000, 4)]), "pay-per-use 2@1 $20000 | 3000000 1000000 0 0 | $20000");
    // Pro is only kept by those who have it, so 1,000,000 reads cost what pay-per-use asks for.
    case(at_prices_of("2026-02", &[(1_500_000, 2)]), "pay-per-use 1@1 $7500 | 1500000 0 | $7500");
    case(
        at_prices_of("2024-10", &[(180_000, 12)]),
        "basic 12@1 in advance $2100 | 15000 15000 15000 15000 15000 15000 15000 15000 15000 15000 15000 15000 | $2100, \
         PaidInAdvance { years: 1 }",
    );
    case(at_prices_of("2024-10", &[(100, 1)]), "free 1@1 $0 | 100 | $0");
    case(at_prices_of("2024-10", &[(0, 3)]), " | 0 0 0 | $0");
}

#[test]
fn price_lists_that_change_meanwhile() {
    // Pro came on 25 May 2023, so months that begin before it have Basic or Enterprise only.
    case(project("2023-04-01", &[(900_000, 4)]), "pro 1@3 $5000 | 0 0 900000 0 | $5000");
    // Basic doubled its price on 30 October 2024, and its cap rose by half.
    case(project("2024-09-15", &[(40_000, 4)]), "basic 1@1 $100, basic 2@3 $400 | 10000 0 15000 15000 | $500");
    // One month of Free brings the last 100 reads; Pro would be $15,000, and could be kept where it is closed to others.
    case(
        project("2026-01-10", &[(3_000_000, 3)]),
        "free 1@1 $0, pay-per-use 2@2 $14999.5 | 100 2000000 999900 | $14999.5",
    );
}

#[test]
fn terms_are_paid_to_their_end() {
    let fields = at_prices_of("2023-03", &[(10_000_000, 3)]);
    case(
        ProjectFields { assumed_term: Some(Months::YEAR), ..fields },
        "enterprise-small 12@1 $504000 | 10000000 0 0 0 0 0 0 0 0 0 0 0 | $504000, AssumedTerm(Months(12)), \
         TermPaidUnused { months: 11 }",
    );
    let mut small = flat("10", 5);
    small["termMonths"] = json!(3);
    case(own(&[(16, 4)], &[small.clone()]), "a 4@1 $40 | 5 5 5 1 | $40");
    let mut between = flat("1", 10);
    between["termMonths"] = json!(5);
    let paid = "a 5@1 $5 | 10 0 0 1 0 | $5, TermPaidUnused { months: 3 }";
    case(own(&[(10, 3), (1, 2)], &[between.clone()]), paid);
    between["termMonths"] = json!(2);
    let larger = json!({ "charges": [{ "model": "perUnit", "unitPrice": "1" }], "readCap": 20, "termMonths": 2 });
    let paid = "a 2@1 $2, b 2@3 $15 | 10 0 15 0 | $17, TermPaidUnused { months: 2 }";
    case(own(&[(10, 2), (15, 1)], &[between, larger]), paid);
    case(own(&[(15, 4), (10, 2)], &[small, flat("100", 100)]), "a 5@2 $50 | 0 5 5 5 5 5 | $50");
}

#[test]
fn nothing_is_read_behind_the_project() {
    // Two reads cost less than none, but there are none to read in the months that only the term asks for.
    let fewer_cost_more = json!({ "charges": [{ "model": "volume", "bands": [
        { "upTo": 1, "unitPrice": "0", "flatFee": "1" }, { "upTo": null, "unitPrice": "0" },
    ] }], "termMonths": 3 });
    case(own(&[(2, 1)], &[fewer_cost_more]), "a 3@1 $2 | 2 0 0 | $2, TermPaidUnused { months: 2 }");
}

#[test]
fn years_with_a_maximum() {
    let mut tier = flat("10", 5);
    tier["annualMaximum"] = json!("30");
    case(own(&[(40, 10)], &[tier.clone()]), "a 8@1 $30 | 5 5 5 5 5 5 5 5 0 0 | $30");
    case(own(&[(10, 10)], &[tier.clone()]), "a 2@1 $20 | 5 5 0 0 0 0 0 0 0 0 | $20");
    // One may leave with the phase, though the year has months left.
    case(own(&[(20, 4), (9, 1)], &[tier, flat("16", 9), flat("35", 20)]), "a 4@1 $30, b 1@5 $16 | 5 5 5 5 9 | $46");
}

#[test]
fn two_tiers_for_what_one_would_do_for_more() {
    case(own(&[(23, 5)], &[flat("10", 5), flat("16", 9)]), "b 2@1 $32, a 1@3 $10 | 9 9 5 0 0 | $42");
    let more_is_cheaper = json!({ "charges": [{ "model": "volume", "bands": [
        { "upTo": 10, "unitPrice": "2" }, { "upTo": null, "unitPrice": "1" },
    ] }] });
    case(own(&[(8, 2)], &[more_is_cheaper]), "a 1@1 $11 | 11 0 | $11");
}

#[test]
fn four_different_answers_where_there_is_no_schedule() {
    let reason = |fields: ProjectFields| plan(fields).cheapest.expect_err("no schedule");
    let for_usage = |usage_type, fields: ProjectFields| ProjectFields { usage_type, ..fields };
    let fields = || at_prices_of("2026-08", &[(5, 1), (10_000_000, 3)]);
    assert!(matches!(
        reason(fields()),
        NoSchedule::OverCap { phase: 1, most: 9_000_000, largest: Some(tier), .. } if tier.name == "Pay-per-use"
    ));
    assert_eq!(reason(for_usage(UsageType::AiTraining, fields())), NoSchedule::NotEligible { phase: 0 });
    assert!(matches!(
        reason(for_usage(UsageType::GovernmentEndUser, fields())),
        NoSchedule::NoPublicPrice { phase: 0, tiers } if tiers.len() == 1 && tiers[0].name.starts_with("Enterprise")
    ));
}

#[test]
fn months_that_are_too_few_say_how_many_are_enough() {
    let cheapest = |fields: ProjectFields| plan(fields).cheapest;
    let case = |fields: ProjectFields, expected: Option<i128>| {
        let reason = cheapest(fields.clone()).expect_err("no schedule");
        let NoSchedule::OverCap { phase, enough, .. } = reason else { panic!("{reason:?} of {:?}", fields.phases) };
        assert_eq!(enough, expected.map(months), "{:?} from {}", fields.phases, fields.start);
        let Some(enough) = expected else { return };
        for (count, is_enough) in [(enough - 1, false), (enough, true)] {
            let mut longer = fields.clone();
            longer.phases[phase].months = months(count);
            assert_eq!(cheapest(longer).is_ok(), is_enough, "{count} months");
        }
    };
    case(at_prices_of("2026-08", &[(20_000_000, 3)]), Some(7));
    case(project("2026-12-01", &[(20_000_000, 3)]), Some(7));
    case(at_prices_of("2026-08", &[(5, 1), (10_000_000, 3), (5, 1)]), Some(4));
    case(at_prices_of("2023-03", &[(900_000_000, 1)]), Some(5));
    // Months are few, and prices change on the way.
    case(at_prices_of("2026-08", &[(360_000_001, 3)]), None);
    case(at_prices_of("2026-08", &[(20_000_000, 3), (5, 114)]), None);
    case(project("2026-05-20", &[(20_000_000, 2)]), None);
    // A term may not fit.
    let mut tier = flat("10", 5);
    tier["termMonths"] = json!(3);
    case(own(&[(20, 2)], &[tier]), None);
}

#[test]
fn a_limit_says_how_far_it_is_and_what_it_buys() {
    let limited = |limit: &str, fields: ProjectFields| {
        let limit = Some(limit.parse().expect("a price"));
        plan(ProjectFields { limit, ..fields })
    };
    let answer = limited("1000", at_prices_of("2026-08", &[(1_000, 2), (100_000, 3)]));
    let standing = |plans: &Plans| plans.limit.as_ref().expect("a limit").standing;
    assert_eq!(most_posts(&answer), Some((vec![1_000, 199_000], "1000".to_owned())));
    assert!(matches!(standing(&answer), Some(LimitStanding::Within(left)) if left.to_string() == "495"));
    let over = limited("100", at_prices_of("2026-08", &[(100_000, 3)]));
    assert!(matches!(standing(&over), Some(LimitStanding::Over(by)) if by.to_string() == "400"));
    assert_eq!(most_posts(&over), Some((vec![20_000], "100".to_owned())));
    let halves =
        ProjectFields { reread_factor: "1.5".parse().expect("a factor"), ..at_prices_of("2023-03", &[(50_000, 6)]) };
    assert_eq!(most_posts(&limited("600", halves)), Some((vec![40_000], "600".to_owned())));
}

/// The posts of each phase that the limit pays, and their cost.
fn most_posts(plans: &Plans) -> Option<(Vec<u64>, String)> {
    let most = others(plans).most_posts.as_ref()?;
    Some((most.posts.iter().map(|posts| posts.get()).collect(), most.schedule.total.to_string()))
}

#[test]
fn within_a_limit_any_phase_gives_up_posts() {
    const THREE: &[(u64, i128)] = &[(10_000, 1), (10_000_000, 8), (300_000, 4)];
    for (limit, prices, phases, posts, total) in [
        // The last phase needs an Enterprise month of its own, or four of Basic.
        ("50000", "2023-03", THREE, &[10_000, 10_000_000, 40_000][..], "42500"),
        ("42000", "2023-03", THREE, &[0, 10_000_000, 0], "42000"),
        // Thirteen months of Basic, or one of Pro.
        ("1300", "2023-05", THREE, &[10_000, 80_000, 40_000], "1300"),
        ("5000", "2023-05", THREE, &[0, 1_000_000, 0], "5000"),
        ("4000", "2023-05", &[(300_000, 1), (300_000, 12)], &[10_000, 120_000], "1300"),
        ("5", "2026-08", &[(1_001, 1), (1_000, 3)], &[1_000, 0], "5"),
    ] {
        let limited = ProjectFields { limit: Some(limit.parse().expect("a price")), ..at_prices_of(prices, phases) };
        assert_eq!(most_posts(&plan(limited)), Some((posts.to_vec(), total.to_owned())), "{limit} {prices}");
    }
}

#[test]
fn assumptions_are_named_once() {
    let plans = plan(at_prices_of("2023-03", &[(10_000_000, 2), (10_000_000, 2)]));
    assert_eq!(plans.cheapest.expect("a schedule").assumptions, [Assumption::NoMinimumTerm]);
}

/// The purchases of the cheapest schedule in words.
#[track_caller]
fn words(fields: ProjectFields, expected: &[&str]) {
    let project = Project::new(fields).expect("a project");
    let schedule = plans(catalogue(), &project).expect("amounts").cheapest.expect("a schedule");
    let said = |place| purchase_sentence(&schedule, &project, place, NumberStyle::ENGLISH);
    assert_eq!((0..schedule.purchases.len()).map(said).collect::<Vec<_>>(), expected);
}

#[test]
fn purchases_give_their_reasons() {
    let burst = at_prices_of("2023-03", &[(10_000_000, 8)]);
    words(
        burst.clone(),
        &["Burst month at Enterprise Small in month 1, then stop: assumes no minimum term, which is not public."],
    );
    words(
        ProjectFields { assumed_term: Some(Months::YEAR), ..burst },
        &["Enterprise Small from month 1 to 12: assumes a minimum term of 12 months, which is not public; the last \
           11 months are paid without reads, 4 of them after the project."],
    );
    let refreshed = at_prices_of("2023-03", &[(10_000_000, 4), (1_000, 14)]);
    words(
        ProjectFields { assumed_term: Some(Months::YEAR), ..refreshed },
        &["Enterprise Small from month 1 to 12, then stop: assumes a minimum term of 12 months, which is not public; \
           10 months are paid without reads."],
    );
    words(at_prices_of("2023-03", &[(55_000, 8)]), &["Basic from month 1 to 6, then stop."]);
    words(
        at_prices_of("2023-03", &[(10_000, 2), (10_000_000, 3)]),
        &[
            "Burst month at Basic in month 1, then nothing until month 3.",
            "Burst month at Enterprise Small in month 3, then stop: assumes no minimum term, which is not public.",
        ],
    );
    words(at_prices_of("2024-10", &[(180_000, 12)]), &["Basic from month 1 to 12: 1 year paid in advance."]);
    words(
        project("2024-09-15", &[(20_000, 2), (30_000, 2)]),
        &["Basic from month 1 to 2.", "Basic from month 3 to 4: goes on at the prices of October 2024."],
    );
    let mut tier = flat("10", 5);
    tier["annualMaximum"] = json!("30");
    tier["existingCustomersOnly"] = json!(true);
    words(
        own(&[(40, 8)], &[tier]),
        &[
            "Custom tier from month 1 to 8: takes for granted that you have it, as it is sold to existing customers only; its \
           months come to the annual maximum.",
        ],
    );
    let more_is_cheaper = json!({ "charges": [{ "model": "volume", "bands": [
        { "upTo": 10, "unitPrice": "2" }, { "upTo": null, "unitPrice": "1" },
    ] }] });
    words(
        own(&[(8, 1)], &[more_is_cheaper]),
        &["Custom tier in month 1: 3 reads more than needed, because fewer would cost more."],
    );
}

#[test]
fn what_is_not_proven_is_said_so() {
    let gap = "0.1".parse::<quota_calculator::pricing::Price>().expect("a price").into();
    for (proof, phases, phrase) in [
        (Proof::Cheapest, 1, "proven: no schedule costs less"),
        (Proof::Cheapest, 2, "proven: with each phase in its own months, no schedule costs less"),
        (Proof::Within(gap), 2, "within $0.10 of the cheapest there can be"),
    ] {
        assert_eq!(proof_phrase(proof, phases, NumberStyle::ENGLISH), phrase);
    }
}
