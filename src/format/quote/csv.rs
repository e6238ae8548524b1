//! A quote as CSV, for spreadsheets: one row for each figure and each fact.

use super::outline::QuoteOutline;
use crate::format::csv::push_text;
use crate::format::plain::cents;
use crate::numbers::NumberStyle;
use crate::pricing::Money;
use crate::quote::{Quotation, Quote};

/// The column names.
const HEADER: [&str; 4] = ["Part", "Item", "Amount in US dollars", "Text"];

/// The part that speaks of the quote as a whole.
const WHOLE: &str = "Quote";

/// Everything that a quote says, as RFC 4180 has it, with the address that opens it. Amounts are plain numbers to the cent,
/// days as ISO 8601 writes them.
///
/// It begins with a byte order mark, without which spreadsheets garble letters beyond ASCII. A text that a spreadsheet would
/// take for a formula begins with an apostrophe.
#[must_use]
pub fn quote_csv(quote: &Quote, quotation: &Quotation, address: &str) -> String {
    let outline = QuoteOutline::new(quote, quotation, NumberStyle::ENGLISH);
    let mut table = Table("\u{feff}".to_owned());
    let [part, item, amount, text] = HEADER;
    table.row(part, item, amount, text);
    table.fact(WHOLE, "Title", &outline.title);
    table.fact(WHOLE, "For", &outline.question);
    outline.details.iter().for_each(|(label, text)| table.fact(WHOLE, label, text));
    for option in &outline.options {
        for figure in &option.figures {
            match figure.amount() {
                Ok(amount) => table.amount(&option.heading, &figure.label, amount),
                Err(reason) => table.fact(&option.heading, &figure.label, reason),
            }
        }
        option.facts.iter().for_each(|(label, text)| table.fact(&option.heading, label, text));
        option.payments.iter().for_each(|it| table.amount(&option.heading, &it.label(), it.amount));
    }
    outline.items.iter().for_each(|(label, amount)| table.amount(outline.items_heading, label, *amount));
    outline.texts.iter().for_each(|(label, text)| table.fact(WHOLE, label, text));
    table.fact(WHOLE, "Standing", outline.standing);
    table.fact(WHOLE, "Link", address);
    table.0
}

/// Rows of four cells, as text.
struct Table(String);

impl Table {
    fn fact(&mut self, part: &str, item: &str, text: &str) {
        self.row(part, item, "", text);
    }

    fn amount(&mut self, part: &str, item: &str, amount: Money) {
        self.row(part, item, &cents(amount), "");
    }

    /// A row whose third cell is a number of ours, and whose other cells are texts of anybody's.
    fn row(&mut self, part: &str, item: &str, number: &str, text: &str) {
        push_text(&mut self.0, part);
        self.0.push(',');
        push_text(&mut self.0, item);
        self.0.push(',');
        self.0.push_str(number);
        self.0.push(',');
        push_text(&mut self.0, text);
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_numbers_even_below_zero() {
        let mut table = Table(String::new());
        table.amount("a", "b", Money::ZERO.minus(Money::of_cents(1250)).expect("an amount"));
        assert_eq!(table.0, "a,b,-12.50,\r\n");
    }
}
