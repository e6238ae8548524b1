use super::budget_draft::written_out;
use super::{BudgetField, BudgetProblems};
use crate::app::draft::numbers;
use crate::numbers::NumberStyle;
use crate::pricing::Date;
use crate::project::Project;
use crate::project::budget::{
    BudgetTerms, BudgetTermsError, BudgetTermsFields, Conversion, CostClass, ExchangeRate, IndirectBase, OtherCosts,
    YearCut,
};
use crate::project::funder::{CurrencyCode, FunderProfile, Percent};

/// What stands in the fields of the budget's terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsDraft {
    /// The chosen funder.
    pub funder: &'static FunderProfile,
    /// How years are cut.
    pub year_cut: YearCut,
    /// What indirect costs are charged on.
    pub indirect_base: IndirectBase,
    /// What kind of cost access is.
    pub cost_class: CostClass,
    /// The inflation as typed, in percent a year; empty for none.
    pub inflation: String,
    /// The contingency as typed, in percent; empty for none.
    pub contingency: String,
    /// The rate of indirect costs as typed, in percent; empty for none.
    pub indirect_rate: String,
    /// The other direct costs of a year as typed; empty for none.
    pub other_costs: String,
    /// The currency as typed: `EUR`.
    pub currency: String,
    /// What a dollar buys of it, as typed.
    pub rate: String,
    /// The day of that rate as typed: `2026-11-24`.
    pub rate_day: String,
}

impl TermsDraft {
    /// The fields that say `terms`, where an exchange rate that is still to come would be of `today`.
    #[must_use]
    pub fn new(terms: &BudgetTerms, style: NumberStyle, today: Date) -> Self {
        let percent = |percent: Percent| {
            if percent == Percent::ZERO { String::new() } else { style.plain_decimal(percent.decimal()) }
        };
        let conversion = terms.conversion;
        Self {
            funder: terms.funder,
            year_cut: terms.year_cut,
            indirect_base: terms.indirect_base,
            cost_class: terms.cost_class,
            inflation: percent(terms.inflation),
            contingency: percent(terms.contingency),
            indirect_rate: percent(terms.indirect_rate),
            other_costs: Some(terms.other_costs)
                .filter(|costs| *costs != OtherCosts::ZERO)
                .map(|costs| written_out(costs.decimal(), style))
                .unwrap_or_default(),
            currency: terms.currency().to_string(),
            rate: conversion.map(|conversion| style.plain_decimal(conversion.rate.decimal())).unwrap_or_default(),
            rate_day: conversion.map_or(today, |conversion| conversion.day).to_string(),
        }
    }

    /// Chooses a funder, and with it the currency of its form.
    pub fn choose_funder(&mut self, funder: &'static FunderProfile) {
        self.funder = funder;
        if let Some(currency) = funder.currency {
            self.currency = currency.to_string();
        }
    }

    /// Whether the budget is in another currency than US dollars, so that it needs an exchange rate.
    #[must_use]
    pub fn is_converted(&self) -> bool {
        !self.currency.trim().eq_ignore_ascii_case(CurrencyCode::USD.as_str())
    }

    /// The terms that the fields say, or more problems.
    pub(super) fn terms(&self, problems: &mut BudgetProblems, style: NumberStyle) -> Option<BudgetTerms> {
        let inflation = problems.take(BudgetField::Inflation, percent(&self.inflation, style));
        let contingency = problems.take(BudgetField::Contingency, percent(&self.contingency, style));
        let indirect_rate = problems.take(BudgetField::IndirectRate, percent(&self.indirect_rate, style));
        let other_costs = problems.take(BudgetField::OtherCosts, other_costs(&self.other_costs, style));
        let conversion = if self.is_converted() { self.conversion(problems, style).map(Some) } else { Some(None) };
        let terms = BudgetTerms::new(BudgetTermsFields {
            funder: self.funder,
            year_cut: self.year_cut,
            inflation: inflation?,
            contingency: contingency?,
            indirect_rate: indirect_rate?,
            indirect_base: self.indirect_base,
            cost_class: self.cost_class,
            other_costs: other_costs?,
            conversion: conversion?,
        });
        let field = |error: &BudgetTermsError| match error {
            BudgetTermsError::RateDay(_) => BudgetField::RateDay,
            BudgetTermsError::DollarsConverted | BudgetTermsError::Currency { .. } => BudgetField::Currency,
        };
        terms.map_err(|error| problems.add(field(&error), sentence(&error))).ok()
    }

    fn conversion(&self, problems: &mut BudgetProblems, style: NumberStyle) -> Option<Conversion> {
        let code = self.currency.trim().to_ascii_uppercase();
        let currency: Result<CurrencyCode, _> = code.parse();
        let currency = currency.map_err(|_| "Write the three letters of a currency, like EUR; USD for dollars.");
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

/// Reads a percentage; nothing is none.
fn percent(text: &str, style: NumberStyle) -> Result<Percent, String> {
    if text.trim().is_empty() {
        return Ok(Percent::ZERO);
    }
    numbers::decimal(text, style, "a percentage is 0 to 200, with at most 4 decimal places")
}

/// Reads the other direct costs of a year; nothing is none.
fn other_costs(text: &str, style: NumberStyle) -> Result<OtherCosts, String> {
    if text.trim().is_empty() {
        return Ok(OtherCosts::ZERO);
    }
    let most = style.whole(1_000_000_000_000);
    numbers::decimal(text, style, &format!("other costs are 0 to {most} a year, with at most 4 decimal places"))
}

fn sentence(error: &BudgetTermsError) -> String {
    match error {
        BudgetTermsError::DollarsConverted => "US dollars need no exchange rate.".to_owned(),
        BudgetTermsError::RateDay(_) => {
            format!("The day of a rate is between {} and {}.", Project::FIRST_DAY, Project::LAST_DAY)
        }
        BudgetTermsError::Currency { funder, wanted, .. } => {
            format!("{funder} budgets are in {wanted}: write {wanted} here, or choose another funder.")
        }
    }
}
