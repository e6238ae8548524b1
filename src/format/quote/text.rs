//! A quote as plain text, for mail and notes.

use super::outline::QuoteOutline;
use crate::numbers::NumberStyle;
use crate::quote::{Quotation, Quote};

/// Everything that a quote says, line by line, with the address that opens it.
///
/// What the salesperson wrote in several lines is indented, so that none of them can pass for a line of the quote.
#[must_use]
pub fn quote_text(quote: &Quote, quotation: &Quotation, address: &str, style: NumberStyle) -> String {
    let outline = QuoteOutline::new(quote, quotation, style);
    let mut lines = vec![outline.title, outline.question, String::new()];
    lines.extend(outline.details.iter().map(|(label, text)| format!("{label}: {text}")));
    for option in &outline.options {
        lines.extend([String::new(), option.heading.clone()]);
        for figure in &option.figures {
            let amount = figure.amount().map_or_else(str::to_owned, |amount| style.money(amount));
            lines.push(format!("- {}: {amount}", figure.label));
        }
        lines.extend(option.facts.iter().map(|(label, text)| format!("- {label}: {text}")));
        lines.extend(
            option.payments_in_short().iter().map(|it| format!("- {}: {}", it.label(), style.money(it.amount))),
        );
    }
    if !outline.items.is_empty() {
        lines.extend([String::new(), outline.items_heading.to_owned()]);
        lines.extend(outline.items.iter().map(|(label, amount)| format!("- {label}: {}", style.money(*amount))));
    }
    for (label, text) in &outline.texts {
        lines.extend([String::new(), (*label).to_owned()]);
        lines.extend(text.lines().map(|line| format!("  {line}")));
    }
    lines.extend([String::new(), outline.standing.to_owned(), address.to_owned()]);
    lines.join("\n")
}
