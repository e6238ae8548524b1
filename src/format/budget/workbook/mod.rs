//! A budget as a workbook with live formulas, in which a reviewer can recompute every figure and change what was entered.

mod figures;
mod inputs;
mod months;
mod texts;

use crate::format::BudgetOutline;
use crate::format::workbook::Workbook;
use crate::numbers::NumberStyle;
use crate::pricing::Catalogue;
use crate::project::budget::BudgetReport;

/// The workbook of a report, with the address that opens it: the inputs, the schedule, the budget, its justification and its
/// sources.
///
/// Formulas are those of the engine: every line is computed from stated ones and rounded once. Spreadsheets compute with about
/// 15 digits, so amounts beyond 10^13 may differ in the last one.
#[must_use]
pub fn budget_workbook(catalogue: &'static Catalogue, report: &BudgetReport<'_>, address: &str) -> Workbook {
    let outline = BudgetOutline::new(catalogue, report, NumberStyle::ENGLISH);
    Workbook {
        title: outline.title.to_owned(),
        made: report.today,
        sheets: vec![
            inputs::sheet(report, &outline, address),
            months::sheet(report, &outline),
            figures::sheet(report, &outline),
            texts::justification(&outline),
            texts::sources(&outline, address),
        ],
        names: inputs::names(),
    }
}
