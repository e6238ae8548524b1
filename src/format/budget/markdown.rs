//! A budget as Markdown, for documents and issue trackers.

use super::outline::{BudgetOutline, TableOutline};
use crate::format::markdown::{escaped, item, link, paragraphs, row};
use crate::numbers::NumberStyle;
use crate::pricing::Catalogue;
use crate::project::budget::BudgetReport;

/// Everything that a budget says, its figures as tables, with the address that opens it.
///
/// Texts stay texts: what would be markup is escaped.
#[must_use]
pub fn budget_markdown(
    catalogue: &'static Catalogue,
    report: &BudgetReport<'_>,
    address: &str,
    style: NumberStyle,
) -> String {
    let outline = BudgetOutline::new(catalogue, report, style);
    let mut lines = vec![format!("# {}", escaped(outline.title)), String::new(), escaped(&outline.question)];
    lines.push(String::new());
    lines.extend(outline.details.iter().map(|(label, text)| item(label, escaped(text))));
    outline.tables.iter().for_each(|table| push_table(&mut lines, &outline, table, style));

    lines.extend([String::new(), "## How each amount came about".to_owned(), String::new()]);
    for table in &outline.tables {
        for (place, year) in outline.years.iter().enumerate() {
            let cells = table.rows.iter().filter_map(|row| Some((row.row.label(), row.years.get(place)?)));
            lines.extend(cells.map(|(label, cell)| {
                item(&format!("{}, {label}, {}", year.heading, table.currency), escaped(&cell.arithmetic))
            }));
        }
    }

    lines.extend([String::new(), "## Schedule".to_owned(), String::new()]);
    let head = ["Month from", "Phase", "Tier", "Reads", "Dollars", "Arithmetic"];
    lines.push(row(head.map(str::to_owned).to_vec()));
    lines.push(row(["---", "---", "---", "---:", "---:", "---"].map(str::to_owned).to_vec()));
    lines.extend(outline.months.iter().map(|month| {
        let texts = [&month.phase, &month.tier].map(|text| escaped(text));
        let [phase, tier] = texts;
        let (reads, amount) = (style.reads(month.reads), escaped(&style.money(month.amount)));
        row(vec![month.from.to_string(), phase, tier, reads, amount, escaped(&month.arithmetic)])
    }));

    lines.extend([String::new(), "## Justification".to_owned()]);
    for (heading, text) in &outline.justification {
        lines.extend([String::new(), format!("### {heading}"), String::new(), paragraphs(text)]);
    }
    lines.extend([String::new(), "## Before sending".to_owned(), String::new()]);
    lines.extend(outline.warnings.iter().chain(&outline.notes).map(|text| format!("- {}", escaped(text))));
    if !outline.sources.is_empty() {
        lines.extend([String::new(), "## Sources".to_owned(), String::new()]);
        lines.extend(outline.sources.iter().map(|source| {
            let date = source.date.map(|date| format!(", {date}")).unwrap_or_default();
            format!("- {}{date} {}", escaped(&source.title), link(&source.address(address)))
        }));
    }
    lines.extend([String::new(), outline.standing.to_owned(), String::new(), link(address), String::new()]);
    lines.join("\n")
}

fn push_table(lines: &mut Vec<String>, outline: &BudgetOutline, table: &TableOutline, style: NumberStyle) {
    lines.extend([String::new(), format!("## {}", table.currency), String::new()]);
    let mut head = vec![String::new()];
    head.extend(outline.years.iter().map(|year| escaped(&year.heading)));
    head.push("All years".to_owned());
    let mut rule = vec!["---".to_owned()];
    rule.resize(head.len(), "---:".to_owned());
    lines.extend([row(head), row(rule)]);
    lines.extend(table.rows.iter().map(|line| {
        let amounts = line.years.iter().map(|cell| cell.amount).chain([line.total]);
        let amounts = amounts.map(|amount| escaped(&style.amount(amount, table.currency)));
        row(std::iter::once(line.row.label().to_owned()).chain(amounts).collect())
    }));
    lines.push(String::new());
    lines.extend(outline.years.iter().map(|year| item(&year.heading, escaped(&year.span()))));
}
