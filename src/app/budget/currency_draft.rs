use super::{BudgetField, BudgetProblems};
use crate::app::typed::numbers;
use crate::numbers::NumberStyle;
use crate::pricing::Date;
use crate::project::budget::{BudgetTerms, Conversion, ExchangeRate};
use crate::project::funder::CurrencyCode;

/// What stands in the fields of the budget's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrencyDraft {
    /// The currency as typed: `EUR`.
    pub code: String,
    /// What a dollar buys of it, as typed.
    pub rate: String,
    /// The day of that rate as typed: `2026-11-24`.
    pub rate_day: String,
    /// The currency that the rate was typed for; `None` while that isn't typed out itself.
    pub(super) rate_of: Option<CurrencyCode>,
}

impl CurrencyDraft {
    /// The fields that say the currency of `terms`, where an exchange rate that is still to come would be of `today`.
    #[must_use]
    pub fn new(terms: &BudgetTerms, style: NumberStyle, today: Date) -> Self {
        let conversion = terms.conversion;
        Self {
            code: terms.currency().to_string(),
            rate: conversion.map(|conversion| style.plain_decimal(conversion.rate.decimal())).unwrap_or_default(),
            rate_day: conversion.map_or(today, |conversion| conversion.day).to_string(),
            rate_of: conversion.map(|conversion| conversion.currency),
        }
    }

    /// The currency, once its code is typed out.
    #[must_use]
    pub fn currency(&self) -> Option<CurrencyCode> {
        self.code.trim().to_ascii_uppercase().parse().ok()
    }

    /// Whether it is another one than US dollars, so that the budget needs an exchange rate.
    #[must_use]
    pub fn is_converted(&self) -> bool {
        self.currency() != Some(CurrencyCode::USD)
    }

    /// Types the code. A rate that was typed for another currency goes, and one that is still to come would be of
    /// `today`; on the way to a code, and in dollars, which need none, the rate stays.
    pub fn type_code(&mut self, code: String, today: Date) {
        self.code = code;
        let Some(currency) = self.currency().filter(|currency| *currency != CurrencyCode::USD) else { return };
        if self.rate_of.is_some_and(|rated| rated != currency) {
            self.rate.clear();
            self.rate_day = today.to_string();
        }
        self.rate_of = Some(currency);
    }

    /// Types the rate, for the currency that stands there.
    pub fn type_rate(&mut self, rate: String) {
        self.rate = rate;
        self.rate_of = self.currency();
    }

    /// Writes the rate as another style does. What is no number stays as typed.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        if let Some(rate) = numbers::restyled(&self.rate, false, from, to) {
            self.rate = rate;
        }
    }

    /// The conversion that the fields say, or more problems.
    pub(super) fn conversion(&self, problems: &mut BudgetProblems, style: NumberStyle) -> Option<Conversion> {
        let currency = self.currency().ok_or("Write the three letters of a currency, like EUR; USD for dollars.");
        let currency = problems.take(BudgetField::Currency, currency);
        let rate: Result<ExchangeRate, String> = if self.rate.trim().is_empty() {
            Err(format!(
                "What does one US dollar buy? Write it like {}.",
                style.plain_decimal(rust_decimal::Decimal::new(92, 2))
            ))
        } else {
            numbers::decimal(&self.rate, style, "a rate says what one dollar buys, with at most 10 decimal places")
        };
        let rate = problems.take(BudgetField::Rate, rate);
        let day = self.rate_day.trim().parse();
        let day = problems.take(BudgetField::RateDay, day.map_err(|_| "Choose the day of the rate, like 2026-11-24."));
        Some(Conversion { currency: currency?, rate: rate?, day: day? })
    }
}
