//! Budgets in words: how an amount came about, and what the funder's rules make of it.

use crate::format::counts::plural;
use crate::numbers::NumberStyle;
use crate::pricing::Money;
use crate::project::budget::{Amount, BudgetLine, BudgetTerms, Conversion, PriceLevel};
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
