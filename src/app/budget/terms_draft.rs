use super::{BudgetField, BudgetProblems, CurrencyDraft};
use crate::app::typed::numbers;
use crate::numbers::NumberStyle;
use crate::pricing::Date;
use crate::project::Project;
use crate::project::budget::{
    BudgetTerms, BudgetTermsError, BudgetTermsFields, CostClass, IndirectBase, OtherCosts, YearCut,
};
use crate::project::funder::{FunderProfile, Percent};

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
    /// The currency.
    pub currency: CurrencyDraft,
    /// What the currency of the funder's form took the place of; `None` where it took none, or another has been typed
    /// since.
    pub(super) replaced: Option<CurrencyDraft>,
}

impl TermsDraft {
    /// The fields that say `terms`, where an exchange rate that is still to come would be of `today`.
    #[must_use]
    pub fn new(terms: &BudgetTerms, style: NumberStyle, today: Date) -> Self {
        let percent = |percent: Percent| {
            if percent == Percent::ZERO { String::new() } else { style.plain_decimal(percent.decimal()) }
        };
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
                .map(|costs| numbers::written_amount(costs.decimal(), style))
                .unwrap_or_default(),
            currency: CurrencyDraft::new(terms, style, today),
            replaced: None,
        }
    }

    /// Chooses a funder, and with it the currency of its form, in place of that of the funder before. A rate that is
    /// still to come would be of `today`.
    pub fn choose_funder(&mut self, funder: &'static FunderProfile, today: Date) {
        self.funder = funder;
        match self.replaced.take() {
            // A rate that was typed for the funder's currency is there when that is chosen again.
            Some(replaced) if replaced.rate.trim().is_empty() => self.currency.type_code(replaced.code, today),
            Some(replaced) => self.currency = replaced,
            None => {}
        }
        if let Some(wanted) = funder.currency.filter(|wanted| self.currency.currency() != Some(*wanted)) {
            self.replaced = Some(self.currency.clone());
            self.currency.type_code(wanted.to_string(), today);
        }
    }

    /// Types the code of a currency, which then is the reader's choice and not the funder's.
    pub fn type_currency(&mut self, code: String, today: Date) {
        self.replaced = None;
        self.currency.type_code(code, today);
    }

    /// Writes all numbers as another style does. What is no number stays as typed.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        let Self { inflation, contingency, indirect_rate, other_costs, .. } = self;
        for typed in [inflation, contingency, indirect_rate, other_costs] {
            if let Some(text) = numbers::restyled(typed, false, from, to) {
                *typed = text;
            }
        }
        self.currency.restyle(from, to);
        if let Some(replaced) = &mut self.replaced {
            replaced.restyle(from, to);
        }
    }

    /// The terms that the fields say, or more problems.
    pub(super) fn terms(&self, problems: &mut BudgetProblems, style: NumberStyle) -> Option<BudgetTerms> {
        let inflation = problems.take(BudgetField::Inflation, percent(&self.inflation, style));
        let contingency = problems.take(BudgetField::Contingency, percent(&self.contingency, style));
        let indirect_rate = problems.take(BudgetField::IndirectRate, percent(&self.indirect_rate, style));
        let other_costs = problems.take(BudgetField::OtherCosts, other_costs(&self.other_costs, style));
        let conversion =
            if self.currency.is_converted() { self.currency.conversion(problems, style).map(Some) } else { Some(None) };
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
    numbers::amount(text, style, &format!("other costs are 0 to {most} a year, with at most 4 decimal places"))
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
