//! What a researcher is told before a budget is sent.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use chrono::Days;
use quota_calculator::catalogue;
use quota_calculator::pricing::{Assumption, Months, Price};
use quota_calculator::project::budget::{
    Amount, Budget, BudgetTerms, BudgetTermsFields, BudgetWarning, LimitWarning, PriceWarning, RateWarning,
    UnusedEntry, YearCut,
};
use quota_calculator::project::{PriceBasis, Project, ProjectFields, PurchasePayment, Schedule, plans};

use projects::{day, percent, project, schedule, terms};

mod projects;

/// The warnings of a year of months that cost so many dollars each, those of the schedule and of its prices left out.
fn funder_warnings(dollars: &[u64], terms: &BudgetTerms) -> Vec<BudgetWarning> {
    let project = project("2023-04-01", dollars.len());
    let cents: Vec<_> = dollars.iter().map(|dollars| dollars * 100).collect();
    let schedule = schedule(&project, &cents);
    let budget = Budget::new(&project, &schedule, terms).expect("a budget");
    let mut warnings = budget.warnings(catalogue(), &project, &schedule, day("2026-11-24"));
    warnings.retain(|warning| {
        !matches!(warning, BudgetWarning::Assumption(_) | BudgetWarning::Price(_) | BudgetWarning::Begun(_))
    });
    warnings
}

fn dollars(text: &str) -> Amount {
    Amount::from(text.parse::<Price>().expect("a price"))
}

fn unused(entry: UnusedEntry) -> BudgetWarning {
    BudgetWarning::Unused(entry)
}

#[test]
fn a_year_of_enterprise_needs_agreement_of_nih() {
    let needs = |year: &str, direct: &str| {
        BudgetWarning::Limit(LimitWarning::NeedsAgreement {
            year: year.to_owned(),
            direct: dollars(direct),
            others: Amount::ZERO,
            mark: dollars("500000"),
            weeks: 6,
        })
    };
    let detailed = terms("nih-detailed", |_| ());
    assert_eq!(funder_warnings(&[42_000; 12], &detailed), [needs("Year 1", "504000")]);
    assert_eq!(funder_warnings(&[42_000; 11], &detailed), []);
    assert_eq!(funder_warnings(&[500_000], &detailed), [needs("Year 1", "500000")]);
    assert_eq!(funder_warnings(&[42_000; 12], &terms("nsf", |_| ())), []);
}

#[test]
fn what_a_funder_does_not_take_is_said() {
    let modular = terms("nih-modular", |fields| fields.inflation = percent("3"));
    let beyond = BudgetWarning::Limit(LimitWarning::BeyondModules {
        year: "Year 1".to_owned(),
        direct: dollars("275000"),
        others: Amount::ZERO,
        most: dollars("250000"),
    });
    assert_eq!(funder_warnings(&[250_001], &modular), [beyond, unused(UnusedEntry::Inflation(percent("3")))]);
    assert_eq!(funder_warnings(&[250_000], &terms("nih-modular", |_| ())), []);
    let horizon = terms("horizon-europe", |fields| {
        fields.contingency = percent("10");
        fields.indirect_rate = percent("40");
    });
    let expected = [
        unused(UnusedEntry::Contingency(percent("10"))),
        unused(UnusedEntry::IndirectRate { flat: percent("25"), entered: percent("40") }),
    ];
    assert_eq!(funder_warnings(&[1_000], &horizon), expected);
}

#[test]
fn limits_count_the_other_costs_of_the_application() {
    let others = |id: &str, text: &str| {
        let costs = text.parse().expect("an amount");
        terms(id, move |fields| fields.other_costs = costs)
    };
    let needs = |direct: &str, others: &str| {
        BudgetWarning::Limit(LimitWarning::NeedsAgreement {
            year: "Year 1".to_owned(),
            direct: dollars(direct),
            others: dollars(others),
            mark: dollars("500000"),
            weeks: 6,
        })
    };
    assert_eq!(funder_warnings(&[42_000; 4], &others("nih-detailed", "332000")), [needs("500000", "332000")]);
    assert_eq!(funder_warnings(&[42_000; 4], &others("nih-detailed", "331999")), []);
    let beyond = BudgetWarning::Limit(LimitWarning::BeyondModules {
        year: "Year 1".to_owned(),
        direct: dollars("275000"),
        others: dollars("240000"),
        most: dollars("250000"),
    });
    assert_eq!(funder_warnings(&[10_001], &others("nih-modular", "240000")), [beyond]);
    assert_eq!(funder_warnings(&[10_000], &others("nih-modular", "240000")), []);
    let not_used = unused(UnusedEntry::OtherCosts(dollars("180000")));
    assert_eq!(funder_warnings(&[42_000; 12], &others("nsf", "180000")), [not_used]);
}

#[test]
fn old_rates_and_those_of_tomorrow_are_marked() {
    let project = project("2027-01-01", 1);
    let schedule = schedule(&project, &[100]);
    let terms = terms("horizon-europe", |_| ());
    let conversion = terms.conversion.expect("a conversion");
    let budget = Budget::new(&project, &schedule, &terms).expect("a budget");
    let case = |today: &str, expected: Option<RateWarning>| {
        let warnings = budget.warnings(catalogue(), &project, &schedule, day(today));
        let found = warnings.into_iter().find_map(|warning| match warning {
            BudgetWarning::Rate(rate) => Some(rate),
            _ => None,
        });
        assert_eq!(found, expected, "on {today}");
    };
    case("2026-11-18", Some(RateWarning::Ahead(conversion)));
    case("2026-11-19", None);
    case("2026-12-20", None);
    case("2026-12-21", Some(RateWarning::Old { conversion, days: 31 }));
}

#[test]
fn a_project_that_has_begun_is_marked() {
    let project = project("2026-11-01", 2);
    let schedule = schedule(&project, &[100, 100]);
    let budget = Budget::new(&project, &schedule, &BudgetTerms::plain()).expect("a budget");
    for (today, has_begun) in [("2026-10-31", false), ("2026-11-02", false), ("2026-11-03", true), ("2026-11-24", true)]
    {
        let warnings = budget.warnings(catalogue(), &project, &schedule, day(today));
        assert_eq!(warnings.contains(&BudgetWarning::Begun(day("2026-11-01"))), has_begun, "on {today}");
    }
}

#[test]
fn prices_that_have_ended_are_marked_and_so_are_terms_nobody_knows() {
    let project = project("2027-01-01", 1);
    let schedule = schedule(&project, &[100]);
    let budget = Budget::new(&project, &schedule, &BudgetTerms::plain()).expect("a budget");
    let warnings = budget.warnings(catalogue(), &project, &schedule, day("2026-11-24"));
    assert!(
        warnings.contains(&BudgetWarning::Price(PriceWarning::Past { price_book: projects::book("2023-03") })),
        "{warnings:?}"
    );
    assert!(warnings.contains(&BudgetWarning::Assumption(Assumption::NoMinimumTerm)));
}

#[test]
fn prices_go_old_and_those_that_are_not_public_are_named() {
    let fields = ProjectFields { prices: PriceBasis::ByDate, ..ProjectFields::clone(&project("2026-12-01", 1)) };
    let project = Project::new(fields).expect("a project");
    let schedule = plans(catalogue(), &project).expect("small amounts").cheapest.expect("a schedule");
    let budget = Budget::new(&project, &schedule, &BudgetTerms::plain()).expect("a budget");
    let checked = catalogue().last_checked();
    for (days, is_old) in [(0, false), (60, false), (61, true), (400, true)] {
        let today = checked + Days::new(days);
        let warnings = budget.warnings(catalogue(), &project, &schedule, today);
        let days = i64::try_from(days).expect("few days");
        let old = BudgetWarning::Price(PriceWarning::Old { checked, days });
        assert_eq!(warnings.contains(&old), is_old, "{days} days: {warnings:?}");
        let unknown = PriceWarning::Unknown { tiers: vec!["Enterprise (custom contract)".to_owned()] };
        assert!(warnings.contains(&BudgetWarning::Price(unknown)), "{warnings:?}");
    }
}

#[test]
fn prices_of_a_day_before_the_first_ones_are_marked() {
    let before = project("2020-01-01", 1);
    let price_book = projects::book("2023-03");
    let schedule = schedule(&before, &[100]);
    let budget = Budget::new(&before, &schedule, &BudgetTerms::plain()).expect("a budget");
    let warnings = budget.warnings(catalogue(), &before, &schedule, day("2026-11-24"));
    assert!(warnings.contains(&BudgetWarning::Price(PriceWarning::Ahead { price_book })), "{warnings:?}");
}

#[test]
fn a_schedule_beyond_the_limit_is_marked() {
    let case = |limit: &str, over: Option<&str>| {
        let fields = ProjectFields {
            limit: Some(limit.parse().expect("a price")),
            ..ProjectFields::clone(&project("2027-01-01", 1))
        };
        let limited = Project::new(fields).expect("a project");
        let schedule = schedule(&limited, &[10_000]);
        let budget = Budget::new(&limited, &schedule, &BudgetTerms::plain()).expect("a budget");
        let warnings = budget.warnings(catalogue(), &limited, &schedule, day("2026-11-24"));
        let found = warnings.into_iter().find_map(|warning| match warning {
            BudgetWarning::Limit(LimitWarning::Schedule { over, .. }) => Some(over.to_string()),
            _ => None,
        });
        assert_eq!(found.as_deref(), over, "with a limit of {limit}");
    };
    case("100", None);
    case("99.99", Some("0.01"));
}

#[test]
fn a_budget_beyond_a_limit_that_its_schedule_keeps_is_marked() {
    let case = |limit: &str, funder: &str, contingency: &str, beyond: Option<&str>| {
        let fields = ProjectFields {
            limit: Some(limit.parse().expect("a price")),
            ..ProjectFields::clone(&project("2027-01-01", 1))
        };
        let limited = Project::new(fields).expect("a project");
        let schedule = schedule(&limited, &[10_000]);
        let terms = terms(funder, |fields| fields.contingency = percent(contingency));
        let budget = Budget::new(&limited, &schedule, &terms).expect("a budget");
        let warnings = budget.warnings(catalogue(), &limited, &schedule, day("2026-11-24"));
        let found = warnings.into_iter().find_map(|warning| match warning {
            BudgetWarning::Limit(LimitWarning::Total { total, .. }) => Some(total.to_string()),
            _ => None,
        });
        assert_eq!(found.as_deref(), beyond, "with {contingency}% and a limit of {limit}");
    };
    case("100", "plain", "0", None);
    case("100", "plain", "10", Some("110"));
    case("110", "plain", "10", None);
    case("109.99", "plain", "10", Some("110"));
    case("99.99", "plain", "10", None);
    case("100", "horizon-europe", "0", Some("125"));
}

#[test]
fn a_price_in_advance_rests_on_its_own_evidence() {
    let project = project("2024-11-01", 12);
    let mut schedule = schedule(&project, &[210_000; 12]);
    let purchase = &mut schedule.purchases[0];
    (purchase.price_book, purchase.tier) =
        (projects::book("2024-10"), projects::tier(projects::book("2024-10"), "basic"));
    let thin = BudgetWarning::Price(PriceWarning::Thin { tier: "Basic".to_owned() });
    let warns = |schedule: &Schedule| {
        let budget = Budget::new(&project, schedule, &BudgetTerms::plain()).expect("a budget");
        budget.warnings(catalogue(), &project, schedule, day("2024-11-01")).contains(&thin)
    };
    assert!(!warns(&schedule), "by the month the price is official");
    schedule.purchases[0].payment = PurchasePayment::InAdvance;
    assert!(warns(&schedule), "for a year in advance it is disputed");
}

#[test]
fn a_price_that_a_term_keeps_into_a_later_year_is_marked() {
    let case = |start: &str, months: usize, change: fn(&mut BudgetTermsFields), kept: Option<&str>| {
        let fields =
            ProjectFields { assumed_term: Some(Months::YEAR), ..ProjectFields::clone(&project(start, months)) };
        let project = Project::new(fields).expect("a project");
        let schedule = schedule(&project, &vec![4_200_000; months]);
        let budget = Budget::new(&project, &schedule, &terms("plain", change)).expect("a budget");
        let warnings = budget.warnings(catalogue(), &project, &schedule, day("2026-11-24"));
        let found = warnings.into_iter().find_map(|warning| match warning {
            BudgetWarning::Price(PriceWarning::Kept { tier, year }) => Some(format!("{tier}, {year}")),
            _ => None,
        });
        assert_eq!(found.as_deref(), kept, "{months} months from {start}");
    };
    let rising = |fields: &mut BudgetTermsFields| fields.inflation = percent("3");
    let by_calendar = |fields: &mut BudgetTermsFields| {
        (fields.inflation, fields.year_cut) = (percent("3"), YearCut::Calendar);
    };
    case("2027-03-15", 12, by_calendar, Some("Enterprise Small, 2028"));
    case("2027-01-15", 12, by_calendar, None);
    case("2027-03-15", 18, rising, None);
    case("2027-03-15", 12, |fields| fields.year_cut = YearCut::Calendar, None);
}
