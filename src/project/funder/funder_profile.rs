use std::ops::Deref;

use serde::Deserialize;
use thiserror::Error;

use super::{CurrencyCode, FunderSource, Percent, Rounding};
use crate::pricing::{Identifier, List, Price, Text};

/// The fields of a funder profile as its file writes them. [`FunderProfile`] is the checked form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FunderProfileFields {
    /// Unique among profiles; links refer to it.
    pub id: Identifier,
    /// What it is called in a list: `NIH, modular`.
    pub name: Text,
    /// What it is, in a sentence.
    pub title: Text,
    /// The currency of the funder's form; `None` when any will do.
    pub currency: Option<CurrencyCode>,
    /// To what each stated line is rounded, half up.
    pub rounding: Rounding,
    /// Whether later years may be raised by expected inflation.
    pub allows_inflation: bool,
    /// Whether contingency is a cost that can be asked for.
    pub allows_contingency: bool,
    /// The rate of indirect costs where the funder sets it; `None` when the researcher's institution does.
    pub flat_rate_percent: Option<Percent>,
    /// How many dollars of a subcontract, over its whole life, count in the base of indirect costs; `None` when all of it
    /// does.
    pub subcontract_in_base: Option<Price>,
    /// The steps in which direct costs are asked for, if there are any.
    pub modules: Option<Modules>,
    /// From when on the funder must agree to an application before it is sent.
    pub prior_agreement: Option<PriorAgreement>,
    /// Under which heading access fees belong, in a sentence.
    pub placement: Text,
    /// What else the researcher should know, in sentences.
    #[serde(default)]
    pub notes: List<Text>,
    /// What else where contingency was entered, in sentences.
    #[serde(default)]
    pub contingency_notes: List<Text>,
    /// What else where access is a subcontract, in sentences.
    #[serde(default)]
    pub subcontract_notes: List<Text>,
    /// What is assumed of the funder although none of the documents states it, in sentences.
    #[serde(default)]
    pub unconfirmed: List<Text>,
    /// The documents that state these rules; none where nothing is assumed.
    #[serde(default)]
    pub sources: List<FunderSource>,
}

/// Direct costs in steps, in dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Modules {
    /// The amount of one step, to whose multiples a year's direct costs are rounded up.
    pub size: Price,
    /// The most that a year may ask for in this way.
    pub most: Price,
}

/// A mark from which on an application needs the funder's agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PriorAgreement {
    /// The direct costs of any one year from which on it does, in dollars.
    pub direct_from: Price,
    /// How many weeks before.
    pub weeks: u8,
}

/// What a funder asks of a budget, with its fields read through [`Deref`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "FunderProfileFields")]
pub struct FunderProfile(FunderProfileFields);

impl FunderProfile {
    /// Checks `fields` and wraps them.
    ///
    /// # Errors
    /// [`FunderProfileError`] names the field and the rule that it breaks.
    pub fn new(fields: FunderProfileFields) -> Result<Self, FunderProfileError> {
        if let Some(Modules { size, most }) = fields.modules {
            if size == Price::ZERO || size.decimal().scale() > 0 {
                return Err(FunderProfileError::ModuleSize(size));
            }
            if most < size {
                return Err(FunderProfileError::ModuleMost { size, most });
            }
        }
        let in_dollars = [
            ("modules", fields.modules.is_some()),
            ("priorAgreement", fields.prior_agreement.is_some()),
            ("subcontractInBase", fields.subcontract_in_base.is_some_and(|most| most != Price::ZERO)),
        ];
        let in_dollars = in_dollars.iter().find(|(_, is_given)| *is_given);
        if let Some((field, _)) = in_dollars.filter(|_| fields.currency != Some(CurrencyCode::USD)) {
            return Err(FunderProfileError::NotInDollars { field });
        }
        let assumes = fields.modules.is_some()
            || fields.prior_agreement.is_some()
            || fields.flat_rate_percent.is_some()
            || fields.subcontract_in_base.is_some()
            || !(fields.allows_inflation && fields.allows_contingency);
        if assumes && fields.sources.is_empty() {
            return Err(FunderProfileError::NoSource);
        }
        Ok(Self(fields))
    }

    /// Whether it has limits that count all direct costs of an application, those for access among them.
    #[must_use]
    pub fn counts_other_costs(&self) -> bool {
        self.0.modules.is_some() || self.0.prior_agreement.is_some()
    }

    /// All its notes, also those that only some budgets need.
    pub fn all_notes(&self) -> impl Iterator<Item = &Text> {
        [&self.0.notes, &self.0.contingency_notes, &self.0.subcontract_notes].into_iter().flat_map(|notes| notes.iter())
    }

    /// A profile that the build script has checked.
    pub(crate) const fn checked_at_build(fields: FunderProfileFields) -> Self {
        Self(fields)
    }
}

impl Deref for FunderProfile {
    type Target = FunderProfileFields;

    fn deref(&self) -> &FunderProfileFields {
        &self.0
    }
}

impl TryFrom<FunderProfileFields> for FunderProfile {
    type Error = FunderProfileError;

    fn try_from(fields: FunderProfileFields) -> Result<Self, Self::Error> {
        Self::new(fields)
    }
}

/// Which rule the fields of a funder profile break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FunderProfileError {
    /// A step that nothing can be a multiple of.
    #[error("modules.size: {0} is no step: use a whole number from 1 on")]
    ModuleSize(Price),
    /// A limit below the first step.
    #[error("modules.most: {most} is less than one module of {size}")]
    ModuleMost {
        /// The step.
        size: Price,
        /// The limit.
        most: Price,
    },
    /// An amount of dollars in a form of another currency.
    #[error("{field} is an amount of dollars, so the profile’s currency must be USD")]
    NotInDollars {
        /// Where it stands.
        field: &'static str,
    },
    /// A rule that nobody states.
    #[error("sources: a profile with rules of its own names at least one document that states them")]
    NoSource,
}
