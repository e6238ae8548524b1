//! A budget as plain text, for mail and forms.

use super::outline::{BudgetOutline, TableOutline};
use crate::numbers::NumberStyle;
use crate::pricing::Catalogue;
use crate::project::budget::BudgetReport;

/// Everything that a budget says, line by line, with the address that opens it.
#[must_use]
pub fn budget_text(
    catalogue: &'static Catalogue,
    report: &BudgetReport<'_>,
    address: &str,
    style: NumberStyle,
) -> String {
    let outline = BudgetOutline::new(catalogue, report, style);
    let mut lines = vec![outline.title.to_owned(), outline.question.clone(), String::new()];
    lines.extend(outline.details.iter().map(|(label, text)| format!("{label}: {text}")));
    outline.tables.iter().for_each(|table| push_table(&mut lines, &outline, table, style));
    lines.extend([String::new(), "Schedule".to_owned()]);
    lines.extend(outline.months.iter().map(|month| {
        let (reads, amount) = (style.reads(month.reads), style.money(month.amount));
        format!("- {}, {}: {}, {reads} reads, {amount} ({})", month.from, month.phase, month.tier, month.arithmetic)
    }));
    lines.extend([String::new(), "Justification".to_owned()]);
    for (heading, text) in &outline.justification {
        lines.extend([String::new(), (*heading).to_owned(), text.clone()]);
    }
    lines.extend([String::new(), "Before sending".to_owned()]);
    lines.extend(outline.warnings.iter().chain(&outline.notes).map(|text| format!("- {text}")));
    if !outline.sources.is_empty() {
        lines.extend([String::new(), "Sources".to_owned()]);
        lines.extend(outline.sources.iter().map(|source| {
            let date = source.date.map(|date| format!(", {date}")).unwrap_or_default();
            format!("- {}{date} {}", source.title, source.address(address))
        }));
    }
    lines.extend([String::new(), outline.standing.to_owned(), address.to_owned()]);
    lines.join("\n")
}

fn push_table(lines: &mut Vec<String>, outline: &BudgetOutline, table: &TableOutline, style: NumberStyle) {
    for (place, year) in outline.years.iter().enumerate() {
        lines.extend([String::new(), format!("{} in {} ({})", year.heading, table.currency, year.span())]);
        lines.extend(table.rows.iter().filter_map(|row| {
            let cell = row.years.get(place)?;
            let amount = style.amount(cell.amount, table.currency);
            Some(format!("- {}: {amount} ({})", row.row.label(), cell.arithmetic))
        }));
    }
    lines.extend([String::new(), format!("All years in {}", table.currency)]);
    lines.extend(
        table.rows.iter().map(|row| format!("- {}: {}", row.row.label(), style.amount(row.total, table.currency))),
    );
}
