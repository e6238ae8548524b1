//! Quotes in words: the same ones on the screen, on the sheet and in every export.

use crate::format::counts::plural;
use crate::format::{bill_sentence, line_phrase, terms_for_phrase};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Discount, Fit, Money, PriceBook, Tier};
use crate::quote::{Billing, Payment, Quote, QuoteOption, QuotedOption, Today, Totals, Validity};

/// What stands above the one-off items.
#[must_use]
pub fn one_off_heading(quote: &Quote) -> &'static str {
    if quote.options.len() > 1 { "One-off items, whichever option you choose" } else { "One-off items" }
}

/// What was agreed for an option: `billed monthly, 12.5% discount (launch partner)`.
#[must_use]
pub fn option_terms(option: &QuoteOption, style: NumberStyle) -> String {
    let mut terms = option.billing.label().to_owned();
    if !option.discount_percent.decimal().is_zero() {
        terms += &format!(", {} discount", style.percent(option.discount_percent.decimal()));
        if !option.reason.is_empty() {
            terms += &format!(" ({})", option.reason);
        }
    }
    terms
}

/// The terms of an option's tier, with what the quote's usage type needs before it can buy it.
#[must_use]
pub fn tier_terms(quote: &Quote, tier: &Tier, style: NumberStyle) -> String {
    terms_for_phrase(tier, quote.estimate.usage_type(), quote.estimate.assumed_term(), style)
}

/// What [`payments_phrase`] tells of: the payments, before the discount where there is one.
#[must_use]
pub fn payments_label(totals: &Totals) -> &'static str {
    if totals.discount == Money::ZERO { "Payments" } else { "Payments before discount" }
}

/// How the whole term before the discount comes about: `12 months × $42,000`, or `12 months, from $10 to $90`. Where the tier's
/// own term is longer, `18 months × $7,000, then 6 months × $1,000 without reads`.
#[must_use]
pub fn payments_phrase(billing: Billing, totals: &Totals, style: NumberStyle) -> String {
    let (planned, behind) = totals.payments.split_at_checked(totals.planned).unwrap_or((&totals.payments, &[]));
    let planned = run_phrase(billing, planned, style);
    if behind.is_empty() {
        planned
    } else {
        format!("{planned}, then {} without reads", run_phrase(billing, behind, style))
    }
}

/// The same for payments that follow each other.
fn run_phrase(billing: Billing, payments: &[Payment], style: NumberStyle) -> String {
    let unit = match billing {
        Billing::Monthly => "month",
        Billing::Annual => "year",
    };
    let (count, months) = (payments.len(), payments.iter().map(|payment| payment.months).sum::<usize>());
    // What is left of a tier's term may be no whole years.
    let span = if months == count * billing.months() {
        plural(count as u64, unit, style)
    } else {
        plural(months as u64, "month", style)
    };
    let lists = || payments.iter().map(|payment| payment.list);
    match (payments, lists().min(), lists().max()) {
        ([only], ..) if only.months != billing.months() => format!("{span} for {}", style.money(only.list)),
        (_, Some(lowest), Some(highest)) if lowest != highest => {
            format!("{span}, from {} to {}", style.money(lowest), style.money(highest))
        }
        (_, Some(each), _) => format!("{span} × {}", style.money(each)),
        (_, None, _) => String::new(),
    }
}

/// How the first month comes about, to what is paid for it: `10,001 × $0.005 = $50.005, rounded half up to $50.01`; `None` where
/// a year has a price of its own.
#[must_use]
pub fn first_month_phrase(totals: &Totals, style: NumberStyle) -> Option<String> {
    let bill = totals.bill.as_ref()?;
    let (exact, stated) = (bill.exact(), bill.amount());
    if exact == stated {
        return Some(bill_sentence(bill, style));
    }
    let lines: Vec<_> = bill.lines().iter().map(|line| line_phrase(line, style)).collect();
    let sum = if lines.len() == 1 { String::new() } else { format!("; together {}", style.exact(exact)) };
    Some(format!("{}{sum}{}", lines.join("; "), rounding(exact, stated, style)))
}

/// How a year that is billed at once comes about from its months: `12 × $50.01 = $600.12`; `None` where months are paid, or where
/// a year has a price of its own.
#[must_use]
pub fn first_year_phrase(totals: &Totals, style: NumberStyle) -> Option<String> {
    let bill = totals.bill.as_ref()?;
    let first = totals.payments.first().filter(|first| first.months > Billing::Monthly.months())?;
    let (months, year) = (first.months as u64, style.money(first.list));
    let is_product = bill.amount().times(months).is_ok_and(|product| product == first.list);
    Some(if is_product {
        format!("{} × {} = {year}", style.whole(months), style.money(bill.amount()))
    } else {
        format!("{}, each by itself, together {year}", plural(months, "month", style))
    })
}

/// How an amount is rounded to what is stated of it, behind the exact one; nothing where it isn't.
fn rounding(exact: Money, stated: Money, style: NumberStyle) -> String {
    if exact == stated { String::new() } else { format!(", rounded half up to {}", style.money(stated)) }
}

/// Why more months are paid than the quote has, where the tier's own term is longer: `Its term is 24 months: the last 6 are paid
/// without reads.`
#[must_use]
pub fn term_sentence(quote: &Quote, totals: &Totals, style: NumberStyle) -> Option<String> {
    let (own, paid) = (quote.estimate.reads().len(), totals.months());
    let term = own + totals.months_behind;
    let rest = match paid.saturating_sub(own) {
        _ if totals.months_behind == 0 => return None,
        1 => "one is".to_owned(),
        behind => format!("{} are", style.whole(behind as u64)),
    };
    let years = if paid == term { String::new() } else { format!(", paid as {paid} in whole years") };
    Some(format!("Its term is {}{years}: the last {rest} paid without reads.", plural(term as u64, "month", style)))
}

/// How the discount of the first payment comes about, with its rounding where there is any, and whether it is that of all:
/// `Discount of each payment`, `12.5% of $42,000 = $5,250`.
#[must_use]
pub fn discount_phrase(option: &QuoteOption, totals: &Totals, style: NumberStyle) -> Option<(&'static str, String)> {
    let first = totals.payments.first().filter(|_| option.discount_percent != Discount::NONE)?;
    let exact = first.list.percent(option.discount_percent).ok()?;
    let percent = style.percent(option.discount_percent.decimal());
    let arithmetic = format!("{percent} of {} = {}", style.money(first.list), style.exact(exact));
    let label = if totals.varies() { "Discount of the first payment" } else { "Discount of each payment" };
    Some((label, arithmetic + &rounding(exact, exact.to_the_cent(), style)))
}

/// Why a tier's annual price isn't what a year costs, where that might be expected.
#[must_use]
pub fn annual_price_sentence(quoted: &QuotedOption, style: NumberStyle) -> Option<String> {
    let (price, cap) = (quoted.unused_annual_price()?, quoted.tier.read_cap?);
    Some(format!(
        "{} for a year in advance isn’t used: it holds up to {} reads a month, and the busiest month needs {}.",
        style.price(price),
        style.reads(cap),
        style.reads(quoted.peak)
    ))
}

/// Why an option doesn't do, if it doesn't.
#[must_use]
pub fn option_warning(option: &QuotedOption, style: NumberStyle) -> Option<String> {
    match option.fit {
        Fit::Fits => None,
        Fit::NoPublicPrice => Some("It has no public price.".to_owned()),
        Fit::NotEligible => {
            Some("It doesn’t serve these reads: the published terms don’t open it to this usage type.".to_owned())
        }
        Fit::OverCap { shortfall, .. } => Some(format!(
            "It doesn’t serve these reads: the busiest month needs {}, which is {} more than it serves. The price is for \
             what it serves.",
            style.reads(option.peak),
            style.reads(shortfall)
        )),
    }
}

/// What a quote is worth on the reader's day. If it `is_own`, the reader isn't told to ask for another, but to renew it.
#[must_use]
pub fn validity_sentence(validity: Validity, quote: &Quote, is_own: bool) -> String {
    let day = |day: Date| day.to_string();
    match validity {
        Validity::Draft => "Draft: not issued yet.".to_owned(),
        Validity::NotYet { issued } => format!("Not valid yet: it is issued for {}.", day(issued)),
        Validity::Valid { days_left: 0 } => "Valid until the end of today.".to_owned(),
        Validity::Valid { days_left: 1 } => format!("Valid until {}: one more day.", day(quote.valid_until)),
        Validity::Valid { days_left } => format!("Valid until {}: {days_left} more days.", day(quote.valid_until)),
        Validity::Expired { last } => {
            let way = if is_own { "A revision can renew it." } else { "Ask for a new one." };
            format!("Expired: its last day was {}. {way}", day(last))
        }
    }
}

/// What today's prices make of an option, in a sentence.
#[must_use]
pub fn today_sentence(today: &Today) -> &'static str {
    match today {
        Today::Own => "A price of the seller’s own: price books don’t change it.",
        Today::Same => "As today.",
        Today::Gone => "No longer listed today.",
        Today::Listed(option) if option.totals.is_none() => "No public price today.",
        Today::Listed(option) if matches!(option.fit, Fit::OverCap { .. }) => "Over its cap today.",
        Today::Listed(option) if option.fit == Fit::NotEligible => "Not open to this usage type today.",
        Today::Listed(option) if option.tier.existing_customers_only => "Listed today for existing customers only.",
        Today::Listed(_) => "Listed today.",
    }
}

/// Whether a tier of another price book can still be had at today's prices, in a few words: `Basic isn’t listed today`.
#[must_use]
pub fn listed_today_phrase(tier: &Tier, today: &PriceBook) -> String {
    let what = match today.compared().find(|listed| listed.id == tier.id) {
        None => "isn’t listed today",
        Some(listed) if listed.charges.is_none() => "has no public price today",
        Some(listed) if listed.existing_customers_only => "is for existing customers only today",
        Some(_) => "is still listed today",
    };
    format!("{} {what}", tier.name)
}

/// What people call a quote: an offer if the salesperson says that it is one.
#[must_use]
pub fn quote_kind(quote: &Quote) -> &'static str {
    if quote.is_offer { "Offer" } else { "Quote" }
}

/// Which quote it is: `Quote 2026-014, revision 2`, `Offer 2026-015`.
#[must_use]
pub fn quote_name(quote: &Quote) -> String {
    format!("{} {}", quote_kind(quote), quote.title())
}

/// What a quote is: an offer if the salesperson says so, and always before tax.
#[must_use]
pub fn standing_sentence(quote: &Quote) -> &'static str {
    if quote.is_offer {
        "An offer. Prices in US dollars before tax."
    } else {
        "An estimate, not an offer. Prices in US dollars before tax."
    }
}
