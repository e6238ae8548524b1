//! A quote as CSV, for spreadsheets: one row for each figure and each fact.

use super::NumberStyle;
use super::document::cents;
use super::quote_outline::QuoteOutline;
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
        for (label, amount) in &option.figures {
            match amount {
                Ok(amount) => table.amount(&option.heading, label, *amount),
                Err(reason) => table.fact(&option.heading, label, reason),
            }
        }
        option.facts.iter().for_each(|(label, text)| table.fact(&option.heading, label, text));
        option.payments.iter().for_each(|it| table.amount(&option.heading, &it.label(), it.amount));
    }
    outline.items.iter().for_each(|(label, amount)| table.amount("One-off items", label, *amount));
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
        self.text(part);
        self.0.push(',');
        self.text(item);
        self.0.push(',');
        self.0.push_str(number);
        self.0.push(',');
        self.text(text);
        self.0.push_str("\r\n");
    }

    fn text(&mut self, text: &str) {
        let needs_quotes = text.contains(['"', ',', '\n', '\r']);
        if needs_quotes {
            self.0.push('"');
        }
        if is_formula(text) {
            self.0.push('\'');
        }
        for c in text.chars() {
            if c == '"' {
                self.0.push('"');
            }
            self.0.push(c);
        }
        if needs_quotes {
            self.0.push('"');
        }
    }
}

/// Whether a spreadsheet might compute the text instead of showing it, even behind spaces.
fn is_formula(text: &str) -> bool {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, cell: &str) {
        let mut table = Table(String::new());
        table.text(text);
        assert_eq!(table.0, cell);
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        case("plain text; of 研究", "plain text; of 研究");
        case("Acme, Inc.", "\"Acme, Inc.\"");
        case("the \"best\"", "\"the \"\"best\"\"\"");
        case("two\nlines", "\"two\nlines\"");
        case("", "");
    }

    #[test]
    fn no_text_is_a_formula() {
        case("=1+1", "'=1+1");
        case("+49 89", "'+49 89");
        case("-5", "'-5");
        case("@SUM(A1)", "'@SUM(A1)");
        case("  =1", "'  =1");
        case("\t=1", "'\t=1");
        case("\r1", "\"'\r1\"");
        case("＝1", "'＝1");
        case("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        case("a=1", "a=1");
        case("'=1", "'=1");
    }

    #[test]
    fn amounts_are_numbers_even_below_zero() {
        let mut table = Table(String::new());
        table.amount("a", "b", Money::ZERO.minus(Money::of_cents(1250)).expect("an amount"));
        assert_eq!(table.0, "a,b,-12.50,\r\n");
    }
}
