//! What a schedule comes to by the rules of funders.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::pricing::Money;
use quota_calculator::project::budget::{
    Amount, Budget, BudgetRow, BudgetTerms, BudgetTermsError, BudgetTermsFields, Conversion, CostClass, IndirectBase,
    YearCut,
};

use projects::{day, funder, percent, project, schedule, terms};

mod projects;

use BudgetRow::{AccessFees, Base, Contingency, Direct, Indirect, Inflation, Modules, Total};

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
