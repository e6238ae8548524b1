//! What to know before a budget is sent, in words.

use crate::format::assumption_phrase;
use crate::format::counts::plural;
use crate::numbers::NumberStyle;
use crate::project::budget::{Amount, BudgetWarning, LimitWarning, PriceWarning, RateWarning, UnusedEntry};
use crate::project::funder::CurrencyCode;

/// What the researcher should know, as a sentence.
#[must_use]
pub fn budget_warning_sentence(warning: &BudgetWarning, currency: CurrencyCode, style: NumberStyle) -> String {
    match warning {
        BudgetWarning::Limit(limit) => limit_warning_sentence(limit, currency, style),
        BudgetWarning::Begun(start) => {
            format!("The project’s first day, {start}, has passed: days gone by can’t be bought any more.")
        }
        BudgetWarning::Unused(entry) => unused_sentence(entry, currency, style),
        BudgetWarning::Price(price) => price_warning_sentence(price, style),
        BudgetWarning::Assumption(assumption) => {
            format!("About the schedule: {}.", assumption_phrase(*assumption, style))
        }
        BudgetWarning::Rate(rate) => rate_warning_sentence(rate, style),
    }
}

fn limit_warning_sentence(warning: &LimitWarning, currency: CurrencyCode, style: NumberStyle) -> String {
    let in_words = |amount: Amount| style.amount(amount, currency);
    match warning {
        LimitWarning::Schedule { over, limit } => {
            format!("The schedule costs {} more than your limit of {}.", style.money(*over), style.money(*limit))
        }
        LimitWarning::Total { total, limit } => format!(
            "Access is within your limit of {}, which counts nothing else: the whole budget comes to {}.",
            style.money(*limit),
            style.amount(*total, CurrencyCode::USD)
        ),
        LimitWarning::NeedsAgreement { year, direct, others, mark, weeks } => format!(
            "{year} asks for {} of direct costs{}. From {} on the funder must agree at least {weeks} weeks before the \
             application is sent.",
            in_words(*direct),
            of_which(*others, currency, style),
            in_words(*mark)
        ),
        LimitWarning::BeyondModules { year, direct, others, most } => format!(
            "{year} asks for {} of direct costs{}, and modules go up to {}: use a detailed budget.",
            in_words(*direct),
            of_which(*others, currency, style),
            in_words(*most)
        ),
    }
}

/// How much of direct costs isn't for access.
fn of_which(others: Amount, currency: CurrencyCode, style: NumberStyle) -> String {
    if others == Amount::ZERO {
        return String::new();
    }
    format!(", of which {} are not for access", style.amount(others, currency))
}

fn unused_sentence(entry: &UnusedEntry, currency: CurrencyCode, style: NumberStyle) -> String {
    match entry {
        UnusedEntry::Inflation(percent) => {
            format!("The funder allows no inflation, so the {} aren’t used.", style.percent(percent.decimal()))
        }
        UnusedEntry::Contingency(percent) => {
            format!("The funder pays no contingency, so the {} aren’t used.", style.percent(percent.decimal()))
        }
        UnusedEntry::OtherCosts(others) => format!(
            "The funder has no limit that counts other direct costs, so the {} a year aren’t used.",
            style.amount(*others, currency)
        ),
        UnusedEntry::IndirectRate { flat, entered } => format!(
            "The funder’s flat rate of {} for indirect costs takes the place of the {} that were entered.",
            style.percent(flat.decimal()),
            style.percent(entered.decimal())
        ),
    }
}

fn price_warning_sentence(warning: &PriceWarning, style: NumberStyle) -> String {
    match warning {
        PriceWarning::Old { checked, days } => format!(
            "Prices were last checked on {checked}, {} ago: compare them with the seller’s own.",
            plural(days.unsigned_abs(), "day", style)
        ),
        PriceWarning::Past { price_book } => {
            format!("The prices of {} had ended when months at these prices begin.", price_book.name)
        }
        PriceWarning::Ahead { price_book } => format!(
            "The prices of {} began on {}, after the first month at these prices: what held before isn’t known here.",
            price_book.name, price_book.from
        ),
        PriceWarning::Thin { tier } => format!("The price of {tier} is disputed or rests on little."),
        PriceWarning::Unknown { tiers } => {
            format!("Not considered, because the price isn’t public: {}.", tiers.join(", "))
        }
        PriceWarning::Kept { tier, year } => {
            format!("The term of {tier} keeps its price into {year}, so inflation on its months there may be left out.")
        }
    }
}

fn rate_warning_sentence(warning: &RateWarning, style: NumberStyle) -> String {
    match warning {
        RateWarning::Old { conversion, days } => format!(
            "The exchange rate of {} is {} old: check it before you send the budget.",
            conversion.day,
            plural(days.unsigned_abs(), "day", style)
        ),
        RateWarning::Ahead(conversion) => {
            format!("The exchange rate’s day, {}, is still to come.", conversion.day)
        }
    }
}
