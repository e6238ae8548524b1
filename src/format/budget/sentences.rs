//! Budgets in words: how an amount came about, and what to know before a budget is sent.

use crate::format::assumption_phrase;
use crate::format::counts::plural;
use crate::numbers::NumberStyle;
use crate::pricing::Money;
use crate::project::budget::{Amount, BudgetLine, BudgetTerms, BudgetWarning, Conversion, PriceLevel};
use crate::project::funder::{CurrencyCode, Percent, Rounding};

/// To what amounts are stated.
pub(super) fn rounding_phrase(terms: &BudgetTerms) -> &'static str {
    match terms.funder.rounding {
        Rounding::Whole if terms.currency() == CurrencyCode::USD => "to whole dollars",
        Rounding::Whole => "to whole units of the currency, and to the cent in US dollars",
        Rounding::Cents => "to the smallest unit of the currency",
    }
}

/// What a stated amount of a budget year is made of: `12 × $42,000 = $504,000`, `10% of $12,360 = $1,236`.
#[must_use]
pub fn budget_line_phrase(line: &BudgetLine, currency: CurrencyCode, style: NumberStyle) -> String {
    let in_words = |amount: Amount| style.amount(amount, currency);
    match *line {
        BudgetLine::AccessFees { ref months, .. } if months.is_empty() => "nothing is paid".to_owned(),
        BudgetLine::AccessFees { ref months, dollars, rate: None, amount } => {
            let is_exact = Amount::from(dollars) == amount;
            let rounded = if is_exact { String::new() } else { format!(", stated as {}", in_words(amount)) };
            format!("{} = {}{rounded}", months_sum(months, style), style.exact(dollars))
        }
        BudgetLine::AccessFees { ref months, dollars, rate: Some(rate), amount } => {
            let result = equals(Amount::exchanged(dollars, rate).ok(), amount, currency, style);
            let dollars = style.exact(dollars);
            let rate = style.plain_decimal(rate.decimal());
            format!("{} = {dollars}; {dollars} × {rate}{result}", months_sum(months, style))
        }
        BudgetLine::Inflation { percent, .. } if percent == Percent::ZERO => "none".to_owned(),
        BudgetLine::Inflation { level, .. } if level == PriceLevel::FIRST => "none in the first year".to_owned(),
        BudgetLine::Inflation { percent, level, fees, amount } => format!(
            "{} a year since the first: {} × ({} − 1){}",
            style.percent(percent.decimal()),
            in_words(fees),
            style.plain_decimal(level.decimal()),
            equals(fees.rise(level).ok(), amount, currency, style)
        ),
        BudgetLine::Contingency { percent, .. } if percent == Percent::ZERO => "none".to_owned(),
        BudgetLine::Contingency { percent, of, amount } | BudgetLine::Indirect { percent, of, amount } => {
            let result = equals(of.percent(percent).ok(), amount, currency, style);
            format!("{} of {}{result}", style.percent(percent.decimal()), in_words(of))
        }
        BudgetLine::Modules { modules: None, .. } => "none".to_owned(),
        BudgetLine::Modules { of, .. } if of == Amount::ZERO => {
            "none: no cost of this budget falls in this year".to_owned()
        }
        BudgetLine::Modules { modules: Some((count, size)), of, others, amount } => {
            let others = if others == Amount::ZERO {
                String::new()
            } else {
                format!(" and {} of other direct costs", in_words(others))
            };
            let modules = plural(count, "module", style);
            format!("{modules} of {} for {}{others}: {} more", style.price(size), in_words(of), in_words(amount))
        }
        BudgetLine::Direct { amount } => format!("all lines above = {}", in_words(amount)),
        BudgetLine::Base { direct, contingency, subcontract, amount } => {
            let mut phrase = format!("direct costs {}", in_words(direct));
            if contingency != Amount::ZERO {
                phrase += &format!(" − contingency {}", in_words(contingency));
            }
            if subcontract != Amount::ZERO {
                phrase += &format!(" − {} of a subcontract, which do not count", in_words(subcontract));
            }
            format!("{phrase} = {}", in_words(amount))
        }
        BudgetLine::Total { direct, indirect, amount } => {
            format!("{} + {} = {}", in_words(direct), in_words(indirect), in_words(amount))
        }
    }
}

/// The most different amounts that a sum of months spells out.
const MOST_AMOUNTS: usize = 4;

/// The left side of the equation of what months cost, equal amounts together: `3 × $15,000 + $5,000`. A month by itself, and
/// months with too many amounts to spell out, are only counted: `9 paid months`.
fn months_sum(months: &[Money], style: NumberStyle) -> String {
    let mut amounts: Vec<(Money, usize)> = Vec::new();
    for month in months {
        match amounts.iter_mut().find(|(amount, _)| amount == month) {
            Some((_, count)) => *count += 1,
            None => amounts.push((*month, 1)),
        }
    }
    if months.len() == 1 || amounts.len() > MOST_AMOUNTS {
        return plural(months.len() as u64, "paid month", style);
    }
    let amounts = amounts.into_iter().map(|(amount, count)| match count {
        1 => style.exact(amount),
        _ => format!("{} × {}", style.whole(count as u64), style.exact(amount)),
    });
    amounts.collect::<Vec<_>>().join(" + ")
}

/// The right side of an equation, and whether rounding made it what it is.
fn equals(exact: Option<Amount>, amount: Amount, currency: CurrencyCode, style: NumberStyle) -> String {
    let rounded = if exact == Some(amount) { "" } else { ", rounded" };
    format!(" = {}{rounded}", style.amount(amount, currency))
}

/// How much of direct costs isn't for access.
fn of_which(others: Amount, currency: CurrencyCode, style: NumberStyle) -> String {
    if others == Amount::ZERO {
        return String::new();
    }
    format!(", of which {} are not for access", style.amount(others, currency))
}

/// What the funder's limits on direct costs count, if it has any.
#[must_use]
pub fn counted_sentence(terms: &BudgetTerms, style: NumberStyle) -> Option<String> {
    let others = terms.counted_costs();
    terms.funder.counts_other_costs().then(|| {
        if others == Amount::ZERO {
            return "Here the funder’s limits count access alone: enter the other direct costs of a year to have them counted."
                .to_owned();
        }
        let others = style.amount(others, terms.currency());
        format!("Here the funder’s limits count access and {others} of other direct costs a year, which are no part of this budget.")
    })
}

/// What the researcher should know, as a sentence.
#[must_use]
pub fn budget_warning_sentence(warning: &BudgetWarning, currency: CurrencyCode, style: NumberStyle) -> String {
    let in_words = |amount: Amount| style.amount(amount, currency);
    match warning {
        BudgetWarning::OverLimit { over, limit } => {
            format!("The schedule costs {} more than your limit of {}.", style.money(*over), style.money(*limit))
        }
        BudgetWarning::TotalOverLimit { total, limit } => format!(
            "Access is within your limit of {}, which counts nothing else: the whole budget comes to {}.",
            style.money(*limit),
            style.amount(*total, CurrencyCode::USD)
        ),
        BudgetWarning::NeedsAgreement { year, direct, others, mark, weeks } => format!(
            "{year} asks for {} of direct costs{}. From {} on the funder must agree at least {weeks} weeks before the \
             application is sent.",
            in_words(*direct),
            of_which(*others, currency, style),
            in_words(*mark)
        ),
        BudgetWarning::BeyondModules { year, direct, others, most } => format!(
            "{year} asks for {} of direct costs{}, and modules go up to {}: use a detailed budget.",
            in_words(*direct),
            of_which(*others, currency, style),
            in_words(*most)
        ),
        BudgetWarning::OtherCostsNotUsed(others) => format!(
            "The funder has no limit that counts other direct costs, so the {} a year aren’t used.",
            in_words(*others)
        ),
        BudgetWarning::InflationNotUsed(percent) => {
            format!("The funder allows no inflation, so the {} aren’t used.", style.percent(percent.decimal()))
        }
        BudgetWarning::ContingencyNotUsed(percent) => {
            format!("The funder pays no contingency, so the {} aren’t used.", style.percent(percent.decimal()))
        }
        BudgetWarning::FlatRate { flat, entered } => format!(
            "The funder’s flat rate of {} for indirect costs takes the place of the {} that were entered.",
            style.percent(flat.decimal()),
            style.percent(entered.decimal())
        ),
        BudgetWarning::Begun(start) => {
            format!("The project’s first day, {start}, has passed: days gone by can’t be bought any more.")
        }
        BudgetWarning::PricesOld { checked, days } => format!(
            "Prices were last checked on {checked}, {} ago: compare them with the seller’s own.",
            plural(days.unsigned_abs(), "day", style)
        ),
        BudgetWarning::PastPrices { price_book } => {
            format!("The prices of {} had ended when months at these prices begin.", price_book.name)
        }
        BudgetWarning::PricesAhead { price_book } => format!(
            "The prices of {} began on {}, after the first month at these prices: what held before isn’t known here.",
            price_book.name, price_book.from
        ),
        BudgetWarning::KeptPrice { tier, year } => {
            format!("The term of {tier} keeps its price into {year}, so inflation on its months there may be left out.")
        }
        BudgetWarning::ThinPrice { tier } => format!("The price of {tier} is disputed or rests on little."),
        BudgetWarning::UnknownPrices { tiers } => {
            format!("Not considered, because the price isn’t public: {}.", tiers.join(", "))
        }
        BudgetWarning::Assumption(assumption) => {
            format!("About the schedule: {}.", assumption_phrase(*assumption, style))
        }
        BudgetWarning::RateOld { conversion, days } => format!(
            "The exchange rate of {} is {} old: check it before you send the budget.",
            conversion.day,
            plural(days.unsigned_abs(), "day", style)
        ),
        BudgetWarning::RateAhead(conversion) => {
            format!("The exchange rate’s day, {}, is still to come.", conversion.day)
        }
    }
}

/// An exchange rate with its day: `1 USD = 0.92 EUR, the rate of 2026-11-20`.
#[must_use]
pub fn conversion_phrase(conversion: &Conversion, style: NumberStyle) -> String {
    let Conversion { currency, rate, day } = conversion;
    format!("1 USD = {} {currency}, the rate of {day}", style.plain_decimal(rate.decimal()))
}

impl NumberStyle {
    /// A stated amount with its currency, decimal places left out where there are none: `$42,000`, `$50.10`, `EUR 10,854`.
    #[must_use]
    pub fn amount(self, amount: Amount, currency: CurrencyCode) -> String {
        if currency == CurrencyCode::USD {
            return self.exact_decimal(amount.decimal());
        }
        let mut number = amount.decimal();
        if number.scale() > 0 {
            number.rescale(currency.places().max(number.scale()));
        }
        format!("{currency}\u{a0}{}", self.grouped(number))
    }
}
