//! The sheets of words: the justification, and what figures and rules rest on.

use crate::format::BudgetOutline;
use crate::format::workbook::{Look, Place, Sheet};

pub(super) fn justification(outline: &BudgetOutline) -> Sheet {
    let mut sheet = Sheet::new("Justification", vec![34, 110], 0);
    sheet.text(Place::new(0, 0), "Justification", Look::Title);
    sheet.text(Place::new(1, 0), "In the words of the export: changed inputs don’t change them.", Look::Plain);
    for (row, (heading, text)) in (3..).zip(&outline.justification) {
        sheet.text(Place::new(row, 0), *heading, Look::Heading);
        sheet.text(Place::new(row, 1), text, Look::Wrapped);
    }
    sheet
}

pub(super) fn sources(outline: &BudgetOutline, address: &str) -> Sheet {
    let mut sheet = Sheet::new("Sources", vec![90, 80, 14], 0);
    sheet.text(Place::new(0, 0), "Sources", Look::Title);
    for (column, heading) in (0..).zip(["Document", "Address", "Date"]) {
        sheet.text(Place::new(2, column), heading, Look::Heading);
    }
    let mut row = 3;
    for source in &outline.sources {
        sheet.text(Place::new(row, 0), &source.title, Look::Wrapped);
        sheet.text(Place::new(row, 1), source.address(address), Look::Wrapped);
        if let Some(date) = source.date {
            sheet.day(Place::new(row, 2), date);
        }
        row += 1;
    }
    sheet.text(Place::new(row + 1, 0), "Before sending", Look::Heading);
    for (row, text) in (row + 2..).zip(outline.warnings.iter().chain(&outline.notes)) {
        sheet.text(Place::new(row, 0), text, Look::Wrapped);
    }
    sheet
}
