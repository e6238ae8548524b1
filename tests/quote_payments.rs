//! What the exports of a quote say of its payments: their arithmetic, their rounding, and why they go on.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod quote_exports;
mod sample_quotes;

use quota_calculator::quote::{Billing, QuoteOption};
use quote_exports::{Outlets, linked, says};
use sample_quotes::{option, quote};

/// A quote for one tier of its own, billed annually.
fn annual(tier: &str) -> Outlets {
    Outlets::new(quote(|fields| {
        fields.estimate = linked(&format!(
            "v2/reads=2000/period=month/usage=hobby/months=12/tiers=!((id:own,name:Own,{tier}))/prices=2023-03"
        ));
        fields.options = vec![QuoteOption { billing: Billing::Annual, ..option("own") }];
    }))
}

#[test]
fn an_annual_price_that_is_not_used_says_why() {
    let over = annual(
        "charges:!((model:flat,fee:500)),readCap:1500,atCap:overage,overage:!((model:perUnit,unitPrice:0.01)),annualPrice:5000",
    );
    let why = "$5,000 for a year in advance isn’t used: it holds up to 1,500 reads a month, and the busiest month needs 2,000.";
    says(&over, "Own", "Annual price", why);
    assert_eq!(over.json["quotation"]["options"][0]["annual"], "6060.00");
    let within = annual("charges:!((model:flat,fee:500)),annualPrice:5000");
    assert!(!within.text.contains("isn’t used"));
}

#[test]
fn a_discount_says_how_it_is_rounded() {
    let discounted = Outlets::new(quote(|fields| {
        fields.options[0].discount_percent = "33.3333".parse().expect("a discount");
    }));
    let fact = "33.3333% of $42,000 = $13,999.986, rounded half up to $13,999.99";
    says(&discounted, "Enterprise Small", "Discount of each payment", fact);
    assert!(!Outlets::new(quote(|_| {})).text.contains("Discount of"));
}

/// A quote for one tier of its own, which asks for a longer term than the quote has.
fn prolonged(estimate: &str, tier: &str, billing: Billing) -> Outlets {
    Outlets::new(quote(|fields| {
        fields.estimate = linked(&format!("v2/{estimate}/tiers=!((id:own,name:Own,{tier}))/prices=2026-08"));
        fields.options = vec![QuoteOption { billing, ..option("own") }];
    }))
}

#[test]
fn months_that_are_paid_without_reads_are_told_apart() {
    let constant = |months: u8| format!("reads=2000000/period=month/usage=commercial-small/months={months}");
    let by_the_read = "charges:!((model:flat,fee:1000),(model:perUnit,unitPrice:0.003))";
    let term = |months: u8| format!("{by_the_read},termMonths:{months}");
    let rest = "Its term is 24 months: the last 6 are paid without reads.";
    let monthly = prolonged(&constant(18), &term(24), Billing::Monthly);
    says(&monthly, "Own", "Term", rest);
    says(&monthly, "Own", "Payments", "18 months × $7,000, then 6 months × $1,000 without reads");
    let one = prolonged(&constant(5), &term(6), Billing::Monthly);
    says(&one, "Own", "Term", "Its term is 6 months: the last one is paid without reads.");
    says(&one, "Own", "Payments", "5 months × $7,000, then 1 month × $1,000 without reads");
    let growing = "reads=1000000/period=month/growth=10/usage=hobby/months=2";
    let growing = prolonged(growing, &term(3), Billing::Monthly);
    says(&growing, "Own", "Payments", "2 months, from $4,000 to $4,300, then 1 month × $1,000 without reads");
    let yearly = prolonged(&constant(12), &term(18), Billing::Annual);
    says(&yearly, "Own", "Term", "Its term is 18 months: the last 6 are paid without reads.");
    says(&yearly, "Own", "Payments", "1 year × $84,000, then 6 months for $6,000 without reads");
    let no_whole_years = prolonged(&constant(12), &term(30), Billing::Annual);
    let how = "1 year × $84,000, then 18 months, from $6,000 to $12,000 without reads";
    says(&no_whole_years, "Own", "Payments", how);
    let own_price = prolonged(&constant(12), &format!("{},annualPrice:9000", term(18)), Billing::Annual);
    let whole_years = "Its term is 18 months, paid as 24 in whole years: the last 12 are paid without reads.";
    says(&own_price, "Own", "Term", whole_years);
    says(&own_price, "Own", "Payments", "1 year × $9,000, then 1 year × $9,000 without reads");
    let as_long = prolonged(&constant(24), &term(24), Billing::Monthly);
    assert!(!as_long.text.contains("without reads"), "{}", as_long.text);
}

/// A quote for 10,001 posts a month at five thousandths each, over a year.
fn half_a_cent(billing: Billing) -> Outlets {
    Outlets::new(quote(|fields| {
        fields.estimate = linked("v2/reads=10001/period=month/usage=hobby/months=12/prices=2026-08");
        fields.options = vec![QuoteOption { billing, ..option("pay-per-use") }];
    }))
}

#[test]
fn the_arithmetic_ends_at_what_is_paid() {
    let (month, year) = ("Arithmetic of the first month", "Arithmetic of the first year");
    let rounded = "10,001 × $0.005 = $50.005, rounded half up to $50.01";
    let monthly = half_a_cent(Billing::Monthly);
    says(&monthly, "Pay-per-use", month, rounded);
    assert!(!monthly.text.contains(year), "{}", monthly.text);
    let annual = half_a_cent(Billing::Annual);
    says(&annual, "Pay-per-use", month, rounded);
    says(&annual, "Pay-per-use", year, "12 × $50.01 = $600.12");
    let growing = Outlets::new(quote(|fields| {
        fields.estimate = linked("v2/reads=100000/period=month/growth=10/usage=hobby/months=12/prices=2026-08");
        fields.options = vec![QuoteOption { billing: Billing::Annual, ..option("pay-per-use") }];
    }));
    says(&growing, "Pay-per-use", month, "100,000 × $0.005 = $500");
    says(&growing, "Pay-per-use", year, "12 months, each by itself, together $10,692.16");
    let several = Outlets::new(quote(|fields| {
        fields.estimate = linked(
            "v2/reads=10001/period=month/usage=hobby/months=12/\
             tiers=!((id:own,name:Own,charges:!((model:flat,fee:10),(model:perUnit,unitPrice:0.005))))/prices=2023-03",
        );
        fields.options = vec![option("own")];
    }));
    let sum = "flat fee $10; 10,001 × $0.005 = $50.005; together $60.005, rounded half up to $60.01";
    says(&several, "Own", month, sum);
}
