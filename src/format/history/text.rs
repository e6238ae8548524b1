//! The history of reads as plain text and as Markdown, for mail, notes and documents.

use super::outline::{HistoryOutline, HistoryTable};
use crate::format::markdown::{escaped, link, row};

/// Everything that the history says, line by line, with the address that opens its months as an estimate.
#[must_use]
pub fn history_text(outline: &HistoryOutline, address: &str) -> String {
    let mut lines = vec![outline.title.clone()];
    lines.extend(outline.sentences.iter().chain(&outline.remarks).cloned());
    for table in outline.tables() {
        lines.extend([String::new(), table.title.clone(), table.lead.clone()]);
        for (heading, cells) in table.all_rows() {
            let labelled = table.columns.iter().skip(1).zip(cells);
            let cells: Vec<_> = labelled.map(|(column, cell)| format!("{column} {}", cell.line())).collect();
            lines.push(format!("- {heading}: {}", cells.join("; ")));
        }
    }
    lines.push(String::new());
    lines.extend(outline.notes.iter().cloned());
    lines.push(address.to_owned());
    lines.join("\n")
}

/// Everything that the history says as Markdown. Texts stay texts: what would be markup is escaped.
#[must_use]
pub fn history_markdown(outline: &HistoryOutline, address: &str) -> String {
    let mut lines = vec![format!("# {}", escaped(&outline.title)), String::new()];
    lines.extend(outline.sentences.iter().chain(&outline.remarks).map(|sentence| format!("- {}", escaped(sentence))));
    for table in outline.tables() {
        lines.extend([String::new(), format!("## {}", escaped(&table.title)), String::new(), escaped(&table.lead)]);
        lines.push(String::new());
        lines.extend(markdown_table(table));
    }
    lines.push(String::new());
    lines.extend(outline.notes.iter().map(|note| format!("- {}", escaped(note))));
    lines.extend([String::new(), link(address), String::new()]);
    lines.join("\n")
}

fn markdown_table(table: &HistoryTable) -> Vec<String> {
    let rules = table.columns.iter().enumerate().map(|(place, _)| if place == 0 { "---" } else { "---:" }.to_owned());
    let mut lines = vec![row(table.columns.iter().map(|column| escaped(column)).collect()), row(rules.collect())];
    for (heading, cells) in table.all_rows() {
        let cells = cells.iter().map(|cell| escaped(&cell.line()));
        lines.push(row(std::iter::once(escaped(heading)).chain(cells).collect()));
    }
    lines
}
