//! The quote that tests begin with, and what it takes to make it another.
#![allow(dead_code, reason = "not every test needs all of them")]

use quota_calculator::catalogue;
use quota_calculator::pricing::{Date, Estimate, Identifier, Months, Posts, Reads, Usage, UsageType, Volume};
use quota_calculator::quote::{Quotation, Quote, QuoteFields, QuoteNumber, QuoteOption, Revision, Totals};
use quota_calculator::text::{MultiLine, OneLine};

pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub fn id(text: &str) -> Identifier {
    Identifier::new(text.to_owned()).expect("an identifier")
}

pub fn line<const MOST: usize>(text: &str) -> OneLine<MOST> {
    OneLine::new(text).expect("a short text")
}

pub fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads")
}

pub fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts")
}

/// An option for a tier at its own price, paid monthly.
pub fn option(tier: &str) -> QuoteOption {
    QuoteOption::plain(id(tier))
}

/// Two million posts a month, commercial at scale.
pub fn estimate(months: i128, price_book: &str) -> Estimate {
    let months = Months::try_from(months).expect("months");
    let usage = Usage::constant(Volume::monthly(posts(2_000_000)), months);
    Estimate::new(usage, UsageType::CommercialScale, catalogue().price_book(price_book).expect("a price book"))
}

/// A quote for Enterprise Small over a year, as of March 2023.
pub fn fields() -> QuoteFields {
    QuoteFields {
        number: QuoteNumber::new("2026-014").expect("a number"),
        revision: Revision::FIRST,
        replaces: None,
        customer: line("Acme, Inc."),
        prepared_by: line("Mia Larsen"),
        contact: line("mia@example.com"),
        issued: Some(day("2026-11-24")),
        valid_until: day("2026-12-24"),
        estimate: estimate(12, "2023-03"),
        options: vec![option("enterprise-small")],
        recommended: None,
        items: Vec::new(),
        notes: MultiLine::default(),
        terms: MultiLine::default(),
        is_offer: false,
    }
}

/// That quote with some changes.
pub fn quote(change: impl FnOnce(&mut QuoteFields)) -> Quote {
    let mut fields = fields();
    change(&mut fields);
    Quote::new(fields).expect("a quote")
}

/// What the first option of a quote comes to.
pub fn totals(quote: &Quote) -> Totals {
    let quotation = Quotation::as_quoted(catalogue(), quote).expect("amounts");
    quotation.options.into_iter().next().expect("an option").totals.expect("a price")
}
