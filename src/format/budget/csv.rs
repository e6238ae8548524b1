//! A budget as CSV, for spreadsheets: one row for each figure and each fact.

use super::outline::{BudgetOutline, TableOutline};
use crate::format::csv::push_text;
use crate::format::plain::cents;
use crate::numbers::NumberStyle;
use crate::pricing::Catalogue;
use crate::project::budget::BudgetReport;
use crate::project::funder::CurrencyCode;

/// The column names.
const HEADER: [&str; 5] = ["Part", "Item", "Currency", "Amount", "Text"];

/// The part that speaks of the budget as a whole.
const WHOLE: &str = "Budget";

/// The part of all years together.
const ALL_YEARS: &str = "All years";

/// Everything that a budget says, with the address that opens it. Amounts are plain numbers with the decimal places that they
/// are stated with, days as ISO 8601 writes them.
///
/// It begins with a byte order mark, without which spreadsheets garble letters beyond ASCII. A text that a spreadsheet would
/// take for a formula begins with an apostrophe.
#[must_use]
pub fn budget_csv(catalogue: &'static Catalogue, report: &BudgetReport<'_>, address: &str) -> String {
    let outline = BudgetOutline::new(catalogue, report, NumberStyle::ENGLISH);
    let mut rows = Rows("\u{feff}".to_owned());
    let [part, item, currency, amount, text] = HEADER;
    rows.push(part, item, currency, amount, text);
    rows.fact(WHOLE, "Title", outline.title);
    rows.fact(WHOLE, "For", &outline.question);
    outline.details.iter().for_each(|(label, text)| rows.fact(WHOLE, label, text));
    outline.years.iter().for_each(|year| rows.fact(&year.heading, "Months", &year.span()));
    outline.tables.iter().for_each(|table| rows.table(&outline, table));
    for month in &outline.months {
        let text = format!("{}, {}, {} reads: {}", month.phase, month.tier, month.reads, month.arithmetic);
        let dollars = CurrencyCode::USD;
        rows.push("Schedule", &month.from.to_string(), dollars.as_str(), &cents(month.amount), &text);
    }
    outline.justification.iter().for_each(|(heading, text)| rows.fact("Justification", heading, text));
    outline.warnings.iter().chain(&outline.notes).for_each(|text| rows.fact("Before sending", "", text));
    for source in &outline.sources {
        rows.fact("Sources", &source.title, &source.address(address));
    }
    rows.fact(WHOLE, "Standing", outline.standing);
    rows.fact(WHOLE, "Link", address);
    rows.0
}

/// Rows of five cells, as text.
struct Rows(String);

impl Rows {
    fn fact(&mut self, part: &str, item: &str, text: &str) {
        self.push(part, item, "", "", text);
    }

    fn table(&mut self, outline: &BudgetOutline, table: &TableOutline) {
        let currency = table.currency.as_str();
        for row in &table.rows {
            let label = row.row.label();
            for (year, cell) in outline.years.iter().zip(&row.years) {
                self.push(&year.heading, label, currency, &cell.amount.to_text(table.places), &cell.arithmetic);
            }
            self.push(ALL_YEARS, label, currency, &row.total.to_text(table.places), "");
        }
    }

    /// A row whose currency and number are ours, and whose other cells are texts of anybody's.
    fn push(&mut self, part: &str, item: &str, currency: &str, number: &str, text: &str) {
        push_text(&mut self.0, part);
        self.0.push(',');
        push_text(&mut self.0, item);
        self.0.push_str(&format!(",{currency},{number},"));
        push_text(&mut self.0, text);
        self.0.push_str("\r\n");
    }
}
