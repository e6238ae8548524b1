use std::ops::Deref;

use thiserror::Error;

use super::{Amount, Conversion, CostClass, IndirectBase, OtherCosts, YearCut};
use crate::pricing::{Date, Text};
use crate::project::Project;
use crate::project::funder::{CurrencyCode, FunderProfile, Percent, Rounding};

/// Everything that the researcher entered about the budget, and nothing computed. [`BudgetTerms`] is the checked form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetTermsFields {
    /// Whose rules apply.
    pub funder: &'static FunderProfile,
    /// How years are cut.
    pub year_cut: YearCut,
    /// How much prices rise a year, in percent, compounding from the second budget year on.
    pub inflation: Percent,
    /// What is put aside for changes of price, in percent of the access fees with their inflation.
    pub contingency: Percent,
    /// The rate of indirect costs, in percent of their base. A funder's flat rate takes its place.
    pub indirect_rate: Percent,
    /// What that rate is charged on.
    pub indirect_base: IndirectBase,
    /// What kind of cost access is.
    pub cost_class: CostClass,
    /// What the application asks for besides, each year. Only the funder's limits count it.
    pub other_costs: OtherCosts,
    /// The exchange rate; `None` for a budget in US dollars.
    pub conversion: Option<Conversion>,
}

/// Terms whose fields, read through [`Deref`], agree with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetTerms(BudgetTermsFields);

impl BudgetTerms {
    /// Checks `fields` and wraps them.
    ///
    /// # Errors
    /// [`BudgetTermsError`] names the field and the rule that it breaks.
    pub fn new(fields: BudgetTermsFields) -> Result<Self, BudgetTermsError> {
        if let Some(Conversion { currency, day, .. }) = fields.conversion {
            if currency == CurrencyCode::USD {
                return Err(BudgetTermsError::DollarsConverted);
            }
            if !(Project::FIRST_DAY..=Project::LAST_DAY).contains(&day) {
                return Err(BudgetTermsError::RateDay(day));
            }
        }
        let terms = Self(fields);
        match fields.funder.currency {
            Some(wanted) if wanted != terms.currency() => {
                Err(BudgetTermsError::Currency { funder: fields.funder.name.clone(), wanted, given: terms.currency() })
            }
            _ => Ok(terms),
        }
    }

    /// Terms that add nothing, in US dollars, cut into project years.
    #[must_use]
    pub fn plain() -> Self {
        Self(BudgetTermsFields {
            funder: crate::plain_funder(),
            year_cut: YearCut::default(),
            inflation: Percent::ZERO,
            contingency: Percent::ZERO,
            indirect_rate: Percent::ZERO,
            indirect_base: IndirectBase::default(),
            cost_class: CostClass::default(),
            other_costs: OtherCosts::ZERO,
            conversion: None,
        })
    }

    /// The inflation that is charged: none where the funder allows none.
    #[must_use]
    pub fn charged_inflation(&self) -> Percent {
        if self.funder.allows_inflation { self.inflation } else { Percent::ZERO }
    }

    /// The contingency that is charged: none where the funder pays none.
    #[must_use]
    pub fn charged_contingency(&self) -> Percent {
        if self.funder.allows_contingency { self.contingency } else { Percent::ZERO }
    }

    /// The rate at which indirect costs are charged: the funder's flat rate, or else the one that was entered.
    #[must_use]
    pub fn charged_indirect_rate(&self) -> Percent {
        self.funder.flat_rate_percent.unwrap_or(self.indirect_rate)
    }

    /// The decimal places that amounts are stated with: as the funder's form has them in the currency of the budget, and to
    /// the smallest unit in any other.
    #[must_use]
    pub fn places(&self, currency: CurrencyCode) -> u32 {
        match self.funder.rounding {
            Rounding::Whole if currency == self.currency() => 0,
            _ => currency.places(),
        }
    }

    /// The other direct costs of a year as amounts are stated, where the funder has limits that count them; otherwise none.
    #[must_use]
    pub fn counted_costs(&self) -> Amount {
        let counted = if self.funder.counts_other_costs() { self.other_costs } else { OtherCosts::ZERO };
        Amount::from(counted).stated(self.places(self.currency()))
    }

    /// The currency of the budget.
    #[must_use]
    pub fn currency(&self) -> CurrencyCode {
        self.conversion.map_or(CurrencyCode::USD, |conversion| conversion.currency)
    }
}

impl Deref for BudgetTerms {
    type Target = BudgetTermsFields;

    fn deref(&self) -> &BudgetTermsFields {
        &self.0
    }
}

impl From<BudgetTerms> for BudgetTermsFields {
    fn from(terms: BudgetTerms) -> Self {
        terms.0
    }
}

/// Which rule the fields of budget terms break.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BudgetTermsError {
    /// Dollars for dollars.
    #[error("currency: US dollars need no exchange rate")]
    DollarsConverted,
    /// A day that can't be said.
    #[error(
        "the exchange rate’s day {0} is out of bounds: use {first} to {last}",
        first = Project::FIRST_DAY,
        last = Project::LAST_DAY
    )]
    RateDay(Date),
    /// Another currency than that of the funder's form.
    #[error("currency: {funder} budgets are in {wanted}, not in {given}")]
    Currency {
        /// The funder.
        funder: Text,
        /// Its currency.
        wanted: CurrencyCode,
        /// The one that was given.
        given: CurrencyCode,
    },
}
