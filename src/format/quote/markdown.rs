//! A quote as Markdown, for documents and issue trackers.

use super::outline::{FigureOutline, QuoteOutline};
use crate::format::markdown::{escaped, item, link, paragraphs, row};
use crate::numbers::NumberStyle;
use crate::quote::{Quotation, Quote, QuoteFigure};

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
    lines.extend(QuoteFigure::ALL.into_iter().flat_map(|figure| figure_rows(&outline, figure, style)));

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

/// One figure of all options: a row, or several where options differ in what it is; none where no option tells it.
fn figure_rows(outline: &QuoteOutline, figure: QuoteFigure, style: NumberStyle) -> Vec<String> {
    let told: Vec<Option<&FigureOutline>> =
        outline.options.iter().map(|option| option.figures.iter().find(|it| it.figure == figure)).collect();
    let mut labels: Vec<&str> = Vec::new();
    for figure in told.iter().flatten().filter(|it| it.amount().is_ok()) {
        if !labels.contains(&figure.label.as_ref()) {
            labels.push(&figure.label);
        }
    }
    if labels.is_empty() {
        labels.extend(told.iter().flatten().map(|it| it.label.as_ref()).next());
    }
    let in_row = |label: &str| {
        let amounts = told.iter().map(|figure| match figure.map(|it| (it.label == label, it.amount())) {
            Some((true, Ok(amount))) => style.money(amount),
            Some((_, Err(missing))) => missing.to_owned(),
            Some((false, Ok(_))) | None => "–".to_owned(),
        });
        row(std::iter::once(label.to_owned()).chain(amounts).collect())
    };
    labels.into_iter().map(in_row).collect()
}
