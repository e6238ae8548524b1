//! A quote as Markdown, for documents and issue trackers.

use super::QUOTE_FIGURES;
use super::markdown::{escaped, item, link, paragraphs, row};
use super::quote_outline::QuoteOutline;
use crate::numbers::NumberStyle;
use crate::quote::{Quotation, Quote};

/// Everything that a quote says, its figures as a table, with the address that opens it.
///
/// Texts stay texts: what would be markup is escaped.
#[must_use]
pub fn quote_markdown(quote: &Quote, quotation: &Quotation, address: &str, style: NumberStyle) -> String {
    let outline = QuoteOutline::new(quote, quotation, style);
    let mut lines = vec![format!("# {}", escaped(&outline.title)), String::new(), escaped(&outline.question)];
    lines.push(String::new());
    lines.extend(outline.details.iter().map(|(label, text)| item(label, escaped(text))));

    let headings = outline.options.iter().map(|option| escaped(&option.heading));
    let mut rule = vec!["---".to_owned()];
    rule.resize(outline.options.len() + 1, "---:".to_owned());
    lines.extend([String::new(), row(std::iter::once(String::new()).chain(headings).collect()), row(rule)]);
    for place in 0..QUOTE_FIGURES.len() {
        let figures: Vec<_> = outline.options.iter().filter_map(|option| option.figures.get(place)).collect();
        let mut labels: Vec<&str> = Vec::new();
        for (label, _) in figures.iter().filter(|(_, amount)| amount.is_ok()) {
            if !labels.contains(&label.as_ref()) {
                labels.push(label);
            }
        }
        if labels.is_empty() {
            labels.extend(figures.first().map(|(label, _)| label.as_ref()));
        }
        // Where options differ in what a figure is, each kind has a row of its own.
        for label in labels {
            let amounts = figures.iter().map(|(own, amount)| match amount {
                Ok(amount) if own == label => style.money(*amount),
                Ok(_) => "–".to_owned(),
                Err(missing) => (*missing).to_owned(),
            });
            lines.push(row(std::iter::once(label.to_owned()).chain(amounts).collect()));
        }
    }

    for option in &outline.options {
        lines.extend([String::new(), format!("## {}", escaped(&option.heading)), String::new()]);
        lines.extend(option.facts.iter().map(|(label, text)| item(label, escaped(text))));
        lines.extend(option.payments_in_short().iter().map(|it| item(&it.label(), style.money(it.amount))));
    }
    if !outline.items.is_empty() {
        lines.extend([String::new(), format!("## {}", outline.items_heading), String::new()]);
        lines.extend(outline.items.iter().map(|(label, amount)| item(label, style.money(*amount))));
    }
    for (label, text) in &outline.texts {
        lines.extend([String::new(), format!("## {label}"), String::new(), paragraphs(text)]);
    }
    lines.extend([String::new(), outline.standing.to_owned(), String::new(), link(address), String::new()]);
    lines.join("\n")
}
