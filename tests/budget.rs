//! What a schedule comes to by the rules of funders.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::catalogue;
use quota_calculator::pricing::{Assumption, Money, Months};
use quota_calculator::project::budget::{
    Amount, Budget, BudgetRow, BudgetTerms, BudgetTermsError, BudgetTermsFields, BudgetWarning, Conversion, CostClass,
    IndirectBase, YearCut,
};
use quota_calculator::project::funder::Percent;
use quota_calculator::project::{Project, ProjectFields, PurchasePayment};

use projects::{day, funder, project, schedule, terms};

mod projects;

use BudgetRow::{AccessFees, Base, Contingency, Direct, Indirect, Inflation, Modules, Total};

fn percent(text: &str) -> Percent {
    text.parse().expect("a percentage")
}

/// The budget of months that cost so many dollars each, from March 2027 on.
fn budget(dollars: &[u64], terms: &BudgetTerms) -> Budget {
    let project = project("2027-03-15", dollars.len());
    let cents: Vec<_> = dollars.iter().map(|dollars| dollars * 100).collect();
    Budget::new(&project, &schedule(&project, &cents), terms).expect("a budget")
}

/// Expects the amounts of a row in every year, and their sum.
#[track_caller]
fn row(budget: &Budget, row: BudgetRow, years: &[&str], total: &str) {
    let amounts: Vec<_> = budget.years.iter().map(|year| year.stated.amount(row).to_string()).collect();
    assert_eq!(amounts, years, "{}", row.label());
    assert_eq!(budget.stated.amount(row).to_string(), total, "{} in all", row.label());
}

#[test]
fn a_plain_budget_is_the_schedule_by_years() {
    let budget = budget(&[42_000; 18], &BudgetTerms::plain());
    row(&budget, AccessFees, &["504000", "252000"], "756000");
    row(&budget, Total, &["504000", "252000"], "756000");
    assert_eq!(budget.stated, budget.dollars);
    assert_eq!(budget.access_fees, Money::of_dollars(756_000));
    assert_eq!(budget.per_thousand, Some(Money::of_dollars(42)), "$42,000 a month for a million posts");
    let [first, second] = budget.years.as_slice() else { panic!("two years") };
    assert_eq!((first.from, first.until, first.months.clone()), (day("2027-03-15"), day("2028-03-14"), 0..12));
    assert_eq!((second.from, second.until, second.months.clone()), (day("2028-03-15"), day("2028-09-14"), 12..18));
    assert_eq!(second.label(YearCut::Project), "Year 2");
}

#[test]
fn calendar_years_begin_with_a_partial_one() {
    let budget = budget(&[100; 18], &terms("plain", |fields| fields.year_cut = YearCut::Calendar));
    row(&budget, AccessFees, &["1000", "800"], "1800");
    let labels: Vec<_> = budget.years.iter().map(|year| (year.label(YearCut::Calendar), year.until)).collect();
    assert_eq!(labels, [("2027".to_owned(), day("2028-01-14")), ("2028".to_owned(), day("2028-09-14"))]);
}

#[test]
fn inflation_compounds_from_the_second_year_on_and_contingency_follows_it() {
    let budget = budget(
        &[1_000; 36],
        &terms("plain", |fields| {
            fields.inflation = percent("3");
            fields.contingency = percent("10");
            fields.indirect_rate = percent("50");
            fields.indirect_base = IndirectBase::WithoutContingency;
        }),
    );
    row(&budget, AccessFees, &["12000", "12000", "12000"], "36000");
    row(&budget, Inflation, &["0", "360", "730.8"], "1090.8");
    row(&budget, Contingency, &["1200", "1236", "1273.08"], "3709.08");
    row(&budget, Direct, &["13200", "13596", "14003.88"], "40799.88");
    row(&budget, Base, &["12000", "12360", "12730.8"], "37090.8");
    row(&budget, Indirect, &["6000", "6180", "6365.4"], "18545.4");
    row(&budget, Total, &["19200", "19776", "20369.28"], "59345.28");
}

#[test]
fn nsf_counts_the_first_50_000_dollars_of_a_subcontract_once() {
    let of_class = |class| {
        terms("nsf", move |fields| {
            fields.indirect_rate = percent("55.5");
            fields.cost_class = class;
        })
    };
    let purchase = budget(&[3_000; 24], &of_class(CostClass::Purchase));
    row(&purchase, Base, &["36000", "36000"], "72000");
    row(&purchase, Indirect, &["19980", "19980"], "39960");
    let subcontract = budget(&[3_000; 24], &of_class(CostClass::Subcontract));
    row(&subcontract, Base, &["36000", "14000"], "50000");
    row(&subcontract, Indirect, &["19980", "7770"], "27750");
    row(&subcontract, Total, &["55980", "43770"], "99750");
}

#[test]
fn of_a_subcontract_no_more_is_left_out_than_its_fees() {
    let case = |fees: &[u64], base: IndirectBase, inflation: &str, funder: &str, expected: &[&str], total: &str| {
        let terms = terms(funder, |fields| {
            fields.contingency = percent("10");
            fields.inflation = percent(inflation);
            fields.indirect_rate = percent("50");
            fields.indirect_base = base;
            fields.cost_class = CostClass::Subcontract;
        });
        let months: Vec<u64> = fees.iter().flat_map(|fees| [fees / 12; 12]).collect();
        row(&budget(&months, &terms), Base, expected, total);
    };
    let (all, without) = (IndirectBase::TotalDirect, IndirectBase::WithoutContingency);
    // Modules of $125,000 and $75,000, of which $50,000 and then all of the fees don't count.
    case(&[96_000, 60_000], all, "0", "nih-modular", &["79000", "15000"], "94000");
    case(&[96_000, 60_000], without, "0", "nih-modular", &["69400", "9000"], "78400");
    // Fees below the limit are left in, whatever they are rounded up to.
    case(&[48_000], without, "0", "nih-modular", &["70200"], "70200");
    case(&[36_000, 36_000], all, "10", "nsf", &["39600", "17960"], "57560");
    case(&[36_000, 36_000], without, "10", "nsf", &["36000", "14000"], "50000");
}

#[test]
fn nsf_states_whole_dollars_half_up() {
    let project = project("2027-01-01", 1);
    let terms = terms("nsf", |fields| fields.indirect_rate = percent("50"));
    for (cents, fees, indirect) in [(10_050, "101", "51"), (10_049, "100", "50"), (10_149, "101", "51")] {
        let budget = Budget::new(&project, &schedule(&project, &[cents]), &terms).expect("a budget");
        row(&budget, AccessFees, &[fees], fees);
        row(&budget, Indirect, &[indirect], indirect);
        assert_eq!(budget.access_fees, Money::of_cents(cents), "the schedule keeps its cents");
    }
}

#[test]
fn nih_modules_are_rounded_up_and_no_inflation_is_used() {
    let terms = terms("nih-modular", |fields| {
        fields.inflation = percent("3");
        fields.contingency = percent("10");
        fields.indirect_rate = percent("60");
    });
    let budget = budget(&[5_000; 18], &terms);
    row(&budget, Inflation, &["0", "0"], "0");
    row(&budget, Contingency, &["6000", "3000"], "9000");
    row(&budget, Modules, &["9000", "17000"], "26000");
    row(&budget, Direct, &["75000", "50000"], "125000");
    row(&budget, Indirect, &["45000", "30000"], "75000");
    assert!(budget.rows().any(|row| row == Modules));
}

#[test]
fn nih_modules_are_those_of_the_whole_application() {
    let others = |text: &str| {
        let costs = text.parse().expect("an amount");
        terms("nih-modular", move |fields| fields.other_costs = costs)
    };
    let eleven = budget(&[3_500; 24], &others("180000"));
    row(&eleven, AccessFees, &["42000", "42000"], "84000");
    row(&eleven, Modules, &["3000", "3000"], "6000");
    row(&eleven, Direct, &["45000", "45000"], "90000");
    row(&eleven, Total, &["45000", "45000"], "90000");
    let exactly = budget(&[3_500; 12], &others("183000"));
    row(&exactly, Modules, &["0"], "0");
    let half_up = budget(&[3_500; 12], &others("182999.5"));
    row(&half_up, Modules, &["0"], "0");
    let beyond = budget(&[3_500; 12], &others("183000.5"));
    row(&beyond, Modules, &["24999"], "24999");
}

#[test]
fn a_year_without_fees_asks_for_no_module() {
    for others in ["0", "180000"] {
        let terms = terms("nih-modular", |fields| fields.other_costs = others.parse().expect("an amount"));
        row(&budget(&[0; 3], &terms), Direct, &["0"], "0");
    }
}

#[test]
fn horizon_budgets_are_whole_euros_with_a_flat_rate() {
    let budget = budget(&[1_005; 12], &terms("horizon-europe", |_| ()));
    row(&budget, AccessFees, &["10854"], "10854");
    row(&budget, Indirect, &["2714"], "2714");
    row(&budget, Total, &["13568"], "13568");
    let dollars = [AccessFees, Indirect, Total].map(|row| budget.dollars.amount(row).to_string());
    assert_eq!(dollars, ["12060", "3015", "15075"], "dollars beside it, to the cent");
}

#[test]
fn horizon_leaves_subcontracts_out_of_the_base() {
    let budget = budget(&[1_000; 12], &terms("horizon-europe", |fields| fields.cost_class = CostClass::Subcontract));
    row(&budget, Base, &["0"], "0");
    row(&budget, Total, &["10800"], "10800");
}

#[test]
fn amounts_have_the_decimal_places_of_their_currency() {
    let in_currency = |code: &str, rate: &str| {
        terms("plain", |fields| {
            fields.conversion = Some(Conversion {
                currency: code.parse().expect("a currency"),
                rate: rate.parse().expect("a rate"),
                day: day("2026-11-20"),
            });
        })
    };
    row(&budget(&[101], &in_currency("JPY", "151.333")), Total, &["15285"], "15285");
    row(&budget(&[101], &in_currency("KWD", "0.307777")), Total, &["31.085"], "31.085");
    row(&budget(&[101], &in_currency("EUR", "0.921234")), Total, &["93.04"], "93.04");
}

/// The warnings of a year of months that cost so many dollars each, those of the schedule and of its prices left out.
fn funder_warnings(dollars: &[u64], terms: &BudgetTerms) -> Vec<BudgetWarning> {
    let project = project("2023-04-01", dollars.len());
    let cents: Vec<_> = dollars.iter().map(|dollars| dollars * 100).collect();
    let schedule = schedule(&project, &cents);
    let budget = Budget::new(&project, &schedule, terms).expect("a budget");
    let mut warnings = budget.warnings(catalogue(), &project, &schedule, day("2026-11-24"));
    warnings.retain(|warning| {
        !matches!(
            warning,
            BudgetWarning::Assumption(_)
                | BudgetWarning::UnknownPrices { .. }
                | BudgetWarning::PastPrices { .. }
                | BudgetWarning::ThinPrice { .. }
                | BudgetWarning::Begun(_)
        )
    });
    warnings
}

fn dollars(text: &str) -> Amount {
    Amount::from(text.parse::<quota_calculator::pricing::Price>().expect("a price"))
}

#[test]
fn a_year_of_enterprise_needs_agreement_of_nih() {
    let needs = |year: &str, direct: &str| BudgetWarning::NeedsAgreement {
        year: year.to_owned(),
        direct: dollars(direct),
        others: Amount::ZERO,
        mark: dollars("500000"),
        weeks: 6,
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
    let beyond = BudgetWarning::BeyondModules {
        year: "Year 1".to_owned(),
        direct: dollars("275000"),
        others: Amount::ZERO,
        most: dollars("250000"),
    };
    assert_eq!(funder_warnings(&[250_001], &modular), [beyond, BudgetWarning::InflationNotUsed(percent("3"))]);
    assert_eq!(funder_warnings(&[250_000], &terms("nih-modular", |_| ())), []);
    let horizon = terms("horizon-europe", |fields| {
        fields.contingency = percent("10");
        fields.indirect_rate = percent("40");
    });
    let expected = [
        BudgetWarning::ContingencyNotUsed(percent("10")),
        BudgetWarning::FlatRate { flat: percent("25"), entered: percent("40") },
    ];
    assert_eq!(funder_warnings(&[1_000], &horizon), expected);
}

#[test]
fn limits_count_the_other_costs_of_the_application() {
    let others = |id: &str, text: &str| {
        let costs = text.parse().expect("an amount");
        terms(id, move |fields| fields.other_costs = costs)
    };
    let needs = |direct: &str, others: &str| BudgetWarning::NeedsAgreement {
        year: "Year 1".to_owned(),
        direct: dollars(direct),
        others: dollars(others),
        mark: dollars("500000"),
        weeks: 6,
    };
    assert_eq!(funder_warnings(&[42_000; 4], &others("nih-detailed", "332000")), [needs("500000", "332000")]);
    assert_eq!(funder_warnings(&[42_000; 4], &others("nih-detailed", "331999")), []);
    let beyond = BudgetWarning::BeyondModules {
        year: "Year 1".to_owned(),
        direct: dollars("275000"),
        others: dollars("240000"),
        most: dollars("250000"),
    };
    assert_eq!(funder_warnings(&[10_001], &others("nih-modular", "240000")), [beyond]);
    assert_eq!(funder_warnings(&[10_000], &others("nih-modular", "240000")), []);
    let not_used = BudgetWarning::OtherCostsNotUsed(dollars("180000"));
    assert_eq!(funder_warnings(&[42_000; 12], &others("nsf", "180000")), [not_used]);
}

#[test]
fn old_rates_and_those_of_tomorrow_are_marked() {
    let project = project("2027-01-01", 1);
    let schedule = schedule(&project, &[100]);
    let terms = terms("horizon-europe", |_| ());
    let conversion = terms.conversion.expect("a conversion");
    let budget = Budget::new(&project, &schedule, &terms).expect("a budget");
    let case = |today: &str, expected: Option<BudgetWarning>| {
        let warnings = budget.warnings(catalogue(), &project, &schedule, day(today));
        let rate =
            |warning: &BudgetWarning| matches!(warning, BudgetWarning::RateOld { .. } | BudgetWarning::RateAhead(_));
        assert_eq!(warnings.into_iter().find(rate), expected, "on {today}");
    };
    case("2026-11-18", Some(BudgetWarning::RateAhead(conversion)));
    case("2026-11-19", None);
    case("2026-12-20", None);
    case("2026-12-21", Some(BudgetWarning::RateOld { conversion, days: 31 }));
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
fn prices_that_ended_and_prices_nobody_knows_are_marked() {
    let project = project("2027-01-01", 1);
    let schedule = schedule(&project, &[100]);
    let budget = Budget::new(&project, &schedule, &BudgetTerms::plain()).expect("a budget");
    let warnings = budget.warnings(catalogue(), &project, &schedule, day("2026-11-24"));
    assert!(warnings.contains(&BudgetWarning::PastPrices { price_book: projects::book("2023-03") }), "{warnings:?}");
    assert!(warnings.contains(&BudgetWarning::Assumption(Assumption::NoMinimumTerm)));
}

#[test]
fn prices_of_a_day_before_the_first_ones_are_marked() {
    let before = project("2020-01-01", 1);
    let price_book = projects::book("2023-03");
    let schedule = schedule(&before, &[100]);
    let budget = Budget::new(&before, &schedule, &BudgetTerms::plain()).expect("a budget");
    let warnings = budget.warnings(catalogue(), &before, &schedule, day("2026-11-24"));
    assert!(warnings.contains(&BudgetWarning::PricesAhead { price_book }), "{warnings:?}");
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
            BudgetWarning::OverLimit { over, .. } => Some(over.to_string()),
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
            BudgetWarning::TotalOverLimit { total, .. } => Some(total.to_string()),
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
    let thin = BudgetWarning::ThinPrice { tier: "Basic".to_owned() };
    let warns = |schedule: &quota_calculator::project::Schedule| {
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
            BudgetWarning::KeptPrice { tier, year } => Some(format!("{tier}, {year}")),
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

#[test]
fn terms_that_contradict_each_other_are_refused_with_the_rule() {
    let fields = BudgetTermsFields::from(BudgetTerms::plain());
    let conversion = terms("horizon-europe", |_| ()).conversion.expect("a conversion");
    let case = |fields: BudgetTermsFields, message: &str| {
        assert_eq!(BudgetTerms::new(fields).expect_err("it breaks a rule").to_string(), message);
    };
    let converted = |conversion| BudgetTermsFields { conversion: Some(conversion), ..fields };
    case(
        converted(Conversion { currency: "USD".parse().expect("a currency"), ..conversion }),
        "currency: US dollars need no exchange rate",
    );
    case(
        converted(Conversion { day: day("2019-12-31"), ..conversion }),
        "the exchange rate’s day 2019-12-31 is out of bounds: use 2020-01-01 to 2099-12-31",
    );
    case(
        BudgetTermsFields { funder: funder("horizon-europe"), ..fields },
        "currency: ERC / Horizon Europe budgets are in EUR, not in USD",
    );
    case(
        BudgetTermsFields { funder: funder("nsf"), ..converted(conversion) },
        "currency: NSF budgets are in USD, not in EUR",
    );
    assert!(matches!(BudgetTerms::new(converted(conversion)), Ok(terms) if terms.currency().as_str() == "EUR"));
    let error = BudgetTermsError::DollarsConverted.to_string();
    assert!(error.starts_with("currency"));
}

/// Any terms that there are.
fn any_terms() -> impl Strategy<Value = BudgetTerms> {
    let percentage = || (0_u32..=2_000_000).prop_map(|parts| format!("{}.{:04}", parts / 10_000, parts % 10_000));
    let funder = 0..quota_calculator::funder_profiles().len();
    let rate = (1_u64..100_000_000_000).prop_map(|parts| format!("{}.{:08}", parts / 100_000_000, parts % 100_000_000));
    let others = (0_u64..10_000_000_000).prop_map(|parts| format!("{}.{:04}", parts / 10_000, parts % 10_000));
    let choices = (0..2_usize, 0..2_usize, 0..2_usize);
    (funder, percentage(), percentage(), percentage(), choices, others, rate, 0..4_usize).prop_map(
        |(funder, inflation, contingency, indirect, (cut, base, class), others, rate, currency)| {
            let funder = &quota_calculator::funder_profiles()[funder];
            let code = funder.currency.map_or(["USD", "EUR", "JPY", "KWD"][currency].to_owned(), |it| it.to_string());
            let conversion = (code != "USD").then(|| Conversion {
                currency: code.parse().expect("a currency"),
                rate: rate.parse().expect("a rate"),
                day: day("2026-11-20"),
            });
            let fields = BudgetTermsFields {
                funder,
                year_cut: YearCut::ALL[cut],
                inflation: percent(&inflation),
                contingency: percent(&contingency),
                indirect_rate: percent(&indirect),
                indirect_base: IndirectBase::ALL[base],
                cost_class: CostClass::ALL[class],
                other_costs: others.parse().expect("an amount"),
                conversion,
            };
            BudgetTerms::new(fields).expect("terms")
        },
    )
}

proptest! {
    #[test]
    fn rows_and_columns_add_up(
        terms in any_terms(),
        cents in prop::collection::vec(0_u64..10_000_000_000, 1..=60),
        start in 0_u64..3_000,
    ) {
        let start = day("2020-01-01") + chrono::Days::new(start);
        let project = project(&start.to_string(), cents.len());
        let schedule = schedule(&project, &cents);
        let budget = Budget::new(&project, &schedule, &terms).expect("a budget");
        prop_assert_eq!(budget.access_fees, schedule.total, "however the years are cut");
        prop_assert_eq!(budget.years.iter().map(|year| year.months.len()).sum::<usize>(), cents.len());
        for (totals, column) in [
            (budget.stated, budget.years.iter().map(|year| &year.stated).collect::<Vec<_>>()),
            (budget.dollars, budget.years.iter().map(|year| &year.dollars).collect()),
        ] {
            let sum = |amounts: &[Amount]| {
                amounts.iter().try_fold(Amount::ZERO, |sum, amount| sum.plus(*amount)).expect("a sum")
            };
            for row in BudgetRow::ALL {
                let years: Vec<_> = column.iter().map(|year| year.amount(row)).collect();
                prop_assert_eq!(sum(&years), totals.amount(row), "{} over the years", row.label());
            }
            for amount in column.iter().map(|column| |row| column.amount(row)) {
                let direct = sum(&[amount(AccessFees), amount(Inflation), amount(Contingency), amount(Modules)]);
                prop_assert_eq!(direct, amount(Direct));
                prop_assert_eq!(sum(&[amount(Direct), amount(Indirect)]), amount(Total));
                prop_assert!(amount(Base) <= amount(Direct));
                prop_assert!(amount(Modules) >= Amount::ZERO);
            }
        }
    }

    #[test]
    fn terms_that_add_nothing_change_nothing(
        cents in prop::collection::vec(0_u64..10_000_000_000, 1..=60),
        cut in 0..2_usize,
    ) {
        let project = project("2027-05-31", cents.len());
        let schedule = schedule(&project, &cents);
        let terms = terms("plain", |fields| fields.year_cut = YearCut::ALL[cut]);
        let budget = Budget::new(&project, &schedule, &terms).expect("a budget");
        prop_assert_eq!(budget.stated.amount(Total), Amount::from(schedule.total));
        prop_assert_eq!(budget.stated, budget.dollars);
    }
}
