//! Every export of a budget says the same: all are formatted from one outline, and here their figures are compared with the
//! budget one by one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::catalogue;
use quota_calculator::format::{BudgetOutline, TableOutline, budget_csv, budget_json, budget_markdown, budget_text};
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::Price;
use quota_calculator::project::budget::{Amount, Budget, BudgetColumn, BudgetRow, BudgetTerms, BudgetTotals, YearCut};
use quota_calculator::project::funder::CurrencyCode;
use serde_json::Value;

use projects::budgets::{Case, horizon, modular, nsf, others};
use projects::{percent, terms};

mod projects;

const STYLE: NumberStyle = NumberStyle::ENGLISH;

const ADDRESS: &str = "https://example.org/quota/budget.html#b1/start=2027-03-15";

/// The exports that are read as they are, without what Markdown escapes.
fn texts(case: &Case) -> [String; 3] {
    let report = case.report();
    [
        budget_csv(catalogue(), &report, ADDRESS),
        budget_text(catalogue(), &report, ADDRESS, STYLE),
        budget_markdown(catalogue(), &report, ADDRESS, STYLE).replace('\\', ""),
    ]
}

/// The tables as the budget itself has them: the currency, the years' columns and the totals.
fn tables(budget: &Budget) -> Vec<(CurrencyCode, Vec<&BudgetColumn>, BudgetTotals)> {
    let currency = budget.terms.currency();
    let mut tables = vec![(currency, budget.years.iter().map(|year| &year.stated).collect(), budget.stated)];
    if currency != CurrencyCode::USD {
        tables.push((CurrencyCode::USD, budget.years.iter().map(|year| &year.dollars).collect(), budget.dollars));
    }
    tables
}

/// The cells of a line of CSV.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().expect("a cell").push(c),
        }
    }
    cells
}

/// Expects every figure of the budget in every export.
fn assert_all_say(case: &Case) {
    let report = case.report();
    let budget = &case.budget;
    let outline = BudgetOutline::new(catalogue(), &report, STYLE);
    let csv = budget_csv(catalogue(), &report, ADDRESS);
    let rows: Vec<_> = csv.trim_start_matches('\u{feff}').lines().map(cells).collect();
    let json: Value = serde_json::from_str(&budget_json(catalogue(), &report, ADDRESS)).expect("JSON");
    let text = budget_text(catalogue(), &report, ADDRESS, STYLE);
    let markdown = budget_markdown(catalogue(), &report, ADDRESS, STYLE).replace('\\', "");

    let tables = tables(budget);
    assert_eq!(outline.tables.len(), tables.len());
    for (place, (currency, columns, totals)) in tables.into_iter().enumerate() {
        let shown: &TableOutline = &outline.tables[place];
        assert_eq!(shown.currency, currency);
        let labels = || outline.years.iter().map(|year| year.heading.as_str()).chain(["All years"]);
        for (line, row) in budget.rows().enumerate() {
            let amounts: Vec<Amount> =
                columns.iter().map(|column| column.amount(row)).chain([totals.amount(row)]).collect();
            let outlined: Vec<_> =
                shown.rows[line].years.iter().map(|cell| cell.amount).chain([shown.rows[line].total]).collect();
            assert_eq!(outlined, amounts, "the outline on {}", row.label());

            for (label, amount) in labels().zip(&amounts) {
                let written = amount.to_text(shown.places);
                let expected = [label, row.label(), currency.as_str(), &written];
                assert!(rows.iter().any(|cells| cells[..4] == expected), "CSV lacks {expected:?}");
            }
            let of_json = &json["tables"][place]["rows"][line];
            let years = of_json["years"].as_array().expect("years").iter().map(|year| &year["amount"]);
            let of_json: Vec<_> = years.chain([&of_json["total"]]).map(|amount| amount.as_str()).collect();
            let written: Vec<_> = amounts.iter().map(|amount| amount.to_text(shown.places)).collect();
            assert_eq!(of_json, written.iter().map(|text| Some(text.as_str())).collect::<Vec<_>>());

            let in_words: Vec<_> = amounts.iter().map(|amount| STYLE.amount(*amount, currency)).collect();
            let of_markdown = format!("| {} | {} |", row.label(), in_words.join(" | "));
            assert!(markdown.contains(&of_markdown), "Markdown lacks {of_markdown}");
            for (label, amount) in labels().zip(&in_words) {
                let part = text.split("\n\n").find(|part| part.starts_with(&format!("{label} in {currency}")));
                let line = format!("- {}: {amount}", row.label());
                assert!(part.expect("a part").lines().any(|it| it.starts_with(&line)), "the text lacks {line}");
            }
        }
    }
    for (month, outlined) in case.schedule.months.iter().zip(&outline.months) {
        assert_eq!(month.amount, outlined.amount);
        let (from, money) = (month.from.to_string(), STYLE.money(month.amount));
        let mut cents = month.amount.decimal();
        cents.rescale(2);
        let expected = ["Schedule", &from, "USD", &cents.to_string()];
        assert!(rows.iter().any(|cells| cells[..4] == expected), "CSV lacks {expected:?}");
        assert!(json["schedule"].as_array().expect("months").iter().any(|it| it["amount"] == cents.to_string()));
        assert!(text.lines().any(|line| line.starts_with(&format!("- {from}")) && line.contains(&money)));
        assert!(markdown.lines().any(|line| line.starts_with(&format!("| {from}")) && line.contains(&money)));
    }
    for (place, (heading, paragraph)) in outline.justification.iter().enumerate() {
        assert!(rows.iter().any(|cells| cells[0] == "Justification" && cells[1] == *heading && cells[4] == *paragraph));
        assert!(text.contains(paragraph) && markdown.contains(paragraph), "{heading}");
        assert_eq!(json["justification"][place]["text"], *paragraph);
    }
    for warning in &outline.warnings {
        assert!(rows.iter().any(|cells| cells[4] == *warning), "CSV lacks {warning}");
        assert!(text.contains(warning) && markdown.contains(warning), "{warning}");
        assert!(json["warnings"].as_array().expect("warnings").iter().any(|it| it == warning));
    }
    for note in &outline.notes {
        assert!(rows.iter().any(|cells| cells[4] == *note), "CSV lacks {note}");
        assert!(text.contains(note) && markdown.contains(note), "{note}");
        assert!(json["notes"].as_array().expect("notes").iter().any(|it| it == note));
    }
    for export in [&csv, &text, &markdown] {
        assert!(export.contains(ADDRESS) && export.contains(outline.standing));
    }
    assert_eq!(json["link"], ADDRESS);
    assert_costs(case, &json);
}

/// Expects cost objects that are valid by the RDA DMP Common Standard and come to the budget's total.
fn assert_costs(case: &Case, json: &Value) {
    let costs = json["dmp"]["cost"].as_array().expect("costs");
    assert_eq!(costs.len(), case.budget.years.len());
    let mut sum = Amount::ZERO;
    for cost in costs {
        let keys: Vec<_> = cost.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["currency_code", "description", "title", "value"]);
        assert!(cost["title"].is_string() && cost["description"].is_string());
        assert_eq!(cost["currency_code"], case.budget.terms.currency().as_str());
        let value: Price = cost["value"].as_number().expect("a number").to_string().parse().expect("a value");
        sum = sum.plus(Amount::from(value)).expect("a sum");
    }
    assert_eq!(sum, case.budget.stated.amount(BudgetRow::Total));
}

#[test]
fn every_export_has_every_figure() {
    for case in [
        nsf(),
        horizon(),
        Case::new(&[0, 4_200_000], &BudgetTerms::plain()),
        Case::new(&[2_500_001; 3], &terms("nih-modular", |fields| fields.inflation = percent("3"))),
        modular(),
        Case::new(&[4_200_000; 12], &terms("nih-detailed", |_| ())),
        Case::new(&[4_200_000; 12], &terms("nsf", |fields| fields.other_costs = others("5000"))),
    ] {
        assert_all_say(&case);
    }
}

#[test]
fn json_names_the_rates_that_are_charged() {
    let charged = |case: &Case| {
        let json: Value = serde_json::from_str(&budget_json(catalogue(), &case.report(), ADDRESS)).expect("JSON");
        let rate = |name: &str| json["terms"][name].as_str().map(str::to_owned).expect("a rate");
        [rate("inflationPercent"), rate("contingencyPercent"), rate("indirectRatePercent")]
    };
    assert_eq!(charged(&nsf()), ["3", "10", "55.5"]);
    let flat = terms("horizon-europe", |fields| fields.contingency = percent("10"));
    assert_eq!(charged(&Case::new(&[4_200_000], &flat)), ["0", "0", "25"], "a flat rate, and no contingency");
}

#[test]
fn other_direct_costs_stand_in_every_export() {
    let case = modular();
    let json: Value = serde_json::from_str(&budget_json(catalogue(), &case.report(), ADDRESS)).expect("JSON");
    assert_eq!(json["terms"]["otherDirectCosts"], "215000");
    for export in texts(&case) {
        assert!(export.contains("$215,000, no part of this budget"), "{export}");
    }
}

#[test]
fn a_month_of_calendar_years_counts_where_it_begins() {
    let by_calendar = terms("plain", |fields| fields.year_cut = YearCut::Calendar);
    let case = Case::new(&[4_200_000; 18], &by_calendar);
    for export in texts(&case) {
        assert!(export.contains("calendar years: a month counts in the year in which it begins"), "{export}");
    }
}

#[test]
fn no_cell_is_a_formula() {
    let case = nsf();
    let csv = budget_csv(catalogue(), &case.report(), "=1+1");
    for line in csv.trim_start_matches('\u{feff}').lines() {
        for cell in cells(line) {
            assert!(!cell.starts_with(['=', '+', '@', '\t']), "{cell}");
        }
    }
    assert!(csv.contains(",'=1+1"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_export_has_every_figure_of_any_budget(
        cents in prop::collection::vec(0_u64..10_000_000_000, 1..=40),
        funder in 0..5_usize,
        inflation in 0_u32..=2_000,
        contingency in 0_u32..=2_000,
    ) {
        let id = quota_calculator::funder_profiles()[funder].id.as_str();
        let terms = terms(id, |fields| {
            fields.inflation = percent(&format!("{}.{:02}", inflation / 100, inflation % 100));
            fields.contingency = percent(&format!("{}.{:02}", contingency / 100, contingency % 100));
            fields.indirect_rate = percent("33.3333");
        });
        assert_all_say(&Case::new(&cents, &terms));
    }
}
