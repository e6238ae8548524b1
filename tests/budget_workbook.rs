//! The workbook of a budget as data: its formulas carry the budget's own figures, and the file that is made of it is always
//! the same. What its formulas come to is tested with a spreadsheet program, in `recalculation.rs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use std::collections::BTreeSet;

use quota_calculator::catalogue;
use quota_calculator::format::budget_workbook;
use quota_calculator::format::workbook::{CellContent, Place, Workbook};
use quota_calculator::project::budget::{BudgetRow, CostedProposal};
use quota_calculator::project::link;
use rust_decimal::Decimal;

use projects::day;

mod projects;

#[path = "../src/bin/spreadsheet/xlsx.rs"]
mod xlsx;

const LINKS: [&str; 3] = [
    "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date",
    "b1/start=2026-12-15/phases=Pilot*100000*1,%3D1%2B1*9900000*17/usage=academic/reread=1.2/prices=2023-03",
    "b1/start=2023-04-01/phases=20000000*30/usage=commercial-scale/prices=by-date",
];

fn costed(fragment: &str) -> CostedProposal {
    let proposal = link::decode(fragment, catalogue()).unwrap_or_else(|error| panic!("{fragment}: {error}"));
    CostedProposal::new(catalogue(), &proposal).unwrap_or_else(|error| panic!("{fragment}: {error}"))
}

fn workbook(fragment: &str) -> Workbook {
    budget_workbook(
        catalogue(),
        &costed(fragment).report(day("2026-11-24")),
        &format!("https://example.org/#{fragment}"),
    )
}

/// The values of the formulas of a sheet.
fn values(workbook: &Workbook, sheet: &str) -> Vec<Decimal> {
    let cells = &workbook.sheet(sheet).expect("a sheet").cells;
    let value = |content: &CellContent| match content {
        CellContent::Formula { value, .. } => Some(*value),
        _ => None,
    };
    cells.iter().filter_map(|cell| value(&cell.content)).collect()
}

#[test]
fn formulas_carry_the_figures_of_the_budget() {
    for fragment in LINKS {
        let costed = costed(fragment);
        let workbook = workbook(fragment);
        let figures = values(&workbook, "Budget");
        for row in BudgetRow::ALL.into_iter().filter(|row| *row != BudgetRow::Modules) {
            let years = costed.budget.years.iter().map(|year| year.stated.amount(row));
            for amount in years.chain([costed.budget.stated.amount(row)]) {
                assert!(figures.contains(&amount.decimal()), "{fragment}: {} {amount}", row.label());
            }
        }
        let months = values(&workbook, "Schedule");
        assert!(months.contains(&costed.budget.access_fees.decimal()), "{fragment}: all months");
    }
}

#[test]
fn every_name_in_a_formula_stands_for_an_input() {
    let workbook = workbook(LINKS[0]);
    let inputs = workbook.sheet("Inputs").expect("a sheet");
    for (name, cell) in &workbook.names {
        let is_named = |place: Place| place.fixed("Inputs") == *cell;
        let found = inputs.cells.iter().find(|cell| is_named(cell.place)).unwrap_or_else(|| panic!("{name} is {cell}"));
        assert!(matches!(found.content, CellContent::Number(_)), "{name}");
    }
    let known: BTreeSet<_> = workbook.names.iter().map(|(name, _)| *name).collect();
    for cell in workbook.sheets.iter().flat_map(|sheet| &sheet.cells) {
        if let CellContent::Formula { formula, .. } = &cell.content {
            let words = formula.split(|c: char| !c.is_alphanumeric() && c != '_');
            for name in words.filter(|word| word.contains('_')) {
                assert!(known.contains(name), "{name} in {formula}");
            }
        }
    }
}

#[test]
fn no_place_is_written_twice() {
    for fragment in LINKS {
        for sheet in workbook(fragment).sheets {
            let places: BTreeSet<_> = sheet.cells.iter().map(|cell| cell.place).collect();
            assert_eq!(places.len(), sheet.cells.len(), "{fragment}: {}", sheet.name);
        }
    }
}

#[test]
fn texts_are_never_formulas() {
    let workbook = workbook(LINKS[1]);
    let schedule = workbook.sheet("Schedule").expect("a sheet");
    let phase = schedule.cells.iter().find(|cell| matches!(&cell.content, CellContent::Text(text) if text == "=1+1"));
    assert!(phase.is_some(), "the phase's name stands there as a text");
}

#[test]
fn the_same_budget_gives_the_same_file() {
    let write = || xlsx::write(&workbook(LINKS[0])).expect("a spreadsheet");
    assert!(write() == write());
    assert!(write().starts_with(b"PK"));
}
