//! A quote with what it comes to as values: the document that the JavaScript API returns and the JSON export writes.
//!
//! Amounts are text: as they were entered in the quote, to the cent in the quotation. A price that isn't public is `null`,
//! never 0.

use super::sentences::{option_terms, option_warning, standing_sentence, tier_terms};
use crate::format::estimate::estimate_value;
use crate::format::plain::{cents, fit_name};
use crate::format::{assumptions_line, estimate_phrase, line_phrase};
use crate::numbers::NumberStyle;
use crate::pricing::{Bill, Date, Money};
use crate::quote::{OneOffItem, Payment, Quotation, Quote, QuoteFigure, QuoteOption, QuotedOption, Revision};
use crate::tree::Value;

const STYLE: NumberStyle = NumberStyle::ENGLISH;

/// The document of `quote` and its `quotation`.
pub(crate) fn quote_value(quote: &Quote, quotation: &Quotation) -> Value {
    let revision = |revision: Revision| Value::whole(revision.get().into());
    let day = |day: Date| Value::Text(day.to_string());
    let text = |text: &str| Some(text).filter(|text| !text.is_empty()).map(Value::text);
    let options = quote.options.iter().map(option_value).collect();
    let items = quote.items.iter().map(|item| item_value(item, item.amount.to_string())).collect();
    Value::object([
        ("kind", Some(Value::text("quote"))),
        ("title", Some(Value::Text(quote.title()))),
        ("number", Some(Value::text(quote.number.as_str()))),
        ("revision", Some(revision(quote.revision))),
        ("replaces", quote.replaces.map(revision)),
        ("customer", text(quote.customer.as_str())),
        ("preparedBy", text(quote.prepared_by.as_str())),
        ("contact", text(quote.contact.as_str())),
        ("issued", quote.issued.map(day)),
        ("validUntil", Some(day(quote.valid_until))),
        ("estimate", Some(estimate_value(&quote.estimate))),
        ("options", Some(Value::List(options))),
        ("recommended", quote.recommended.map(|place| Value::whole(place as u64))),
        ("items", Some(Value::List(items))),
        ("notes", text(quote.notes.as_str())),
        ("terms", text(quote.terms.as_str())),
        ("isOffer", Some(Value::Bool(quote.is_offer))),
        ("quotation", Some(quotation_value(quote, quotation))),
    ])
}

fn option_value(option: &QuoteOption) -> Value {
    let reason = option.reason.as_str();
    Value::object([
        ("tier", Some(Value::text(option.tier.as_str()))),
        ("discountPercent", Some(Value::Text(option.discount_percent.to_string()))),
        ("reason", Some(Value::text(reason)).filter(|_| !reason.is_empty())),
        ("billing", Some(Value::text(option.billing.id()))),
    ])
}

fn item_value(item: &OneOffItem, amount: String) -> Value {
    Value::object([("label", Some(Value::text(item.label.as_str()))), ("amount", Some(Value::Text(amount)))])
}

fn quotation_value(quote: &Quote, quotation: &Quotation) -> Value {
    let options = quotation.options.iter().map(|quoted| quoted_value(quote, quoted));
    let items = quote.items.iter().map(|item| item_value(item, cents(item.stated()))).collect();
    Value::object([
        ("priceBook", Some(Value::text(quotation.price_book.id.as_str()))),
        ("question", Some(Value::Text(estimate_phrase(&quote.estimate, STYLE)))),
        ("assumptions", Some(Value::Text(assumptions_line(&quote.estimate, STYLE)))),
        ("options", Some(Value::List(options.collect()))),
        ("items", Some(Value::List(items))),
        ("oneOff", Some(Value::Text(cents(quotation.one_off)))),
        ("standing", Some(Value::text(standing_sentence(quote)))),
    ])
}

fn quoted_value(quote: &Quote, quoted: &QuotedOption) -> Value {
    let totals = quoted.totals.as_ref();
    let or_null = |value: Option<Value>| value.unwrap_or(Value::Null);
    let lines = totals.and_then(|totals| totals.bill.as_ref()).map(lines_of).unwrap_or_default();
    let payments = totals.map(|totals| totals.payments.iter().map(payment_value).collect()).unwrap_or_default();
    let mut pairs = Vec::new();
    let mut add = |key: &str, value: Value| pairs.push((key.to_owned(), value));
    add("tier", Value::text(quoted.tier.id.as_str()));
    add("name", Value::text(&quoted.tier.name));
    add("agreed", Value::Text(option_terms(&quoted.option, STYLE)));
    add("tierTerms", Value::Text(tier_terms(quote, &quoted.tier, STYLE)));
    add("fit", Value::text(fit_name(quoted.fit)));
    add("warning", or_null(option_warning(quoted, STYLE).map(Value::Text)));
    add("peakReads", Value::whole(quoted.peak.get()));
    for figure in QuoteFigure::ALL {
        add(figure.id(), or_null(quoted.amount(figure).map(amount_value)));
    }
    add("payments", Value::List(payments));
    add("lines", Value::List(lines));
    Value::Object(pairs)
}

fn amount_value(amount: Money) -> Value {
    Value::Text(cents(amount))
}

fn payment_value(payment: &Payment) -> Value {
    Value::object([
        ("months", Some(Value::whole(payment.months as u64))),
        ("list", Some(amount_value(payment.list))),
        ("discount", Some(amount_value(payment.discount))),
        ("net", Some(amount_value(payment.net))),
    ])
}

fn lines_of(bill: &Bill) -> Vec<Value> {
    let line = |line| Value::Text(line_phrase(line, STYLE));
    let exact = |amount: Money| Value::Text(amount.to_string());
    bill.lines()
        .iter()
        .map(|it| Value::object([("text", Some(line(it))), ("exact", Some(exact(it.amount())))]))
        .collect()
}
