use std::collections::BTreeSet;
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    Access, AccessRule, AmountTooLarge, AtCap, Bill, Charge, Evidence, Identifier, List, ReadCap, Reads, Text,
    UsageType,
};

/// The fields of a tier as files and programs write them. [`Tier`] is the checked form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TierFields {
    /// Unique in its price book.
    pub id: Identifier,
    /// The name that the seller uses.
    pub name: Text,
    /// What is paid; `None` when there is no public price, which is never the same as free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charges: Option<List<Charge>>,
    /// Reads allowed in a month; `None` when the tier has no such limit or none is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_cap: Option<Reads>,
    /// What happens at the read cap; given exactly when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_cap: Option<AtCap>,
    /// Who may buy it. A usage type that no rule names is [`Access::Unknown`].
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub eligibility: List<AccessRule>,
    /// What the figures rest on; `None` for a tier that the user made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<TierEvidence>,
    /// Something the reader should know about the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What each figure of a tier rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TierEvidence {
    /// For the charges, or for the statement that there is no public price.
    pub price: Evidence,
    /// For the read cap; `None` when the tier has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_cap: Option<Evidence>,
}

/// What one can buy, with its fields read through [`Deref`]: they obey the rules that [`TierError`] lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "TierFields", into = "TierFields")]
pub struct Tier(TierFields);

impl Tier {
    /// Checks `fields` and wraps them.
    ///
    /// # Errors
    /// [`TierError`] names the field and the rule that it breaks.
    pub fn new(fields: TierFields) -> Result<Self, TierError> {
        if fields.name.trim().is_empty() {
            return Err(TierError::NoName);
        }
        if fields.charges.as_deref().is_some_and(<[_]>::is_empty) {
            return Err(TierError::NoCharges);
        }
        match (fields.read_cap, fields.at_cap) {
            (Some(_), None) => return Err(TierError::AtCapMissing),
            (None, Some(_)) => return Err(TierError::AtCapWithoutCap),
            (Some(_), Some(_)) | (None, None) => {}
        }
        if let Some(evidence) = &fields.evidence
            && evidence.read_cap.is_some() != fields.read_cap.is_some()
        {
            return Err(TierError::CapEvidence);
        }
        let mut seen = BTreeSet::new();
        for usage_type in fields.eligibility.iter().flat_map(|rule| rule.usage_types.iter()) {
            if !seen.insert(*usage_type) {
                return Err(TierError::UsageTypeTwice(*usage_type));
            }
        }
        Ok(Self(fields))
    }

    /// A tier of the price books, which the build script has checked.
    pub(crate) const fn checked_at_build(fields: TierFields) -> Self {
        Self(fields)
    }

    /// The read cap with what happens at it.
    #[must_use]
    pub fn cap(&self) -> Option<ReadCap> {
        self.read_cap.zip(self.at_cap).map(|(reads, at_cap)| ReadCap { reads, at_cap })
    }

    /// The rule that speaks of `usage_type`, if one does.
    #[must_use]
    pub fn access_rule(&self, usage_type: UsageType) -> Option<&AccessRule> {
        self.eligibility.iter().find(|rule| rule.usage_types.contains(&usage_type))
    }

    /// Whether `usage_type` may buy the tier.
    #[must_use]
    pub fn access(&self, usage_type: UsageType) -> Access {
        self.access_rule(usage_type).map_or(Access::Unknown, |rule| rule.access)
    }

    /// Prices one month of `reads`, whatever the cap says; `None` when there is no public price.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the total can't be stated exactly.
    pub fn bill(&self, reads: Reads) -> Result<Option<Bill>, AmountTooLarge> {
        self.charges.as_deref().map(|charges| Bill::new(charges, reads)).transpose()
    }
}

impl Deref for Tier {
    type Target = TierFields;

    fn deref(&self) -> &TierFields {
        &self.0
    }
}

/// Which rule the fields of a tier break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TierError {
    /// A name without letters.
    #[error("name is empty: a tier has a name")]
    NoName,
    /// An empty list of charges.
    #[error(
        "charges is empty: give at least one charge (a flat fee of 0 if it is free), or leave charges out when there is no public price"
    )]
    NoCharges,
    /// A cap that doesn't say what happens at it.
    #[error("atCap is missing: a tier with a readCap says what happens at it, \"stop\" or \"contract\"")]
    AtCapMissing,
    /// A statement about a cap that isn't there.
    #[error("atCap is given without a readCap")]
    AtCapWithoutCap,
    /// Evidence for a cap that isn't there, or a cap without evidence.
    #[error("evidence.readCap and readCap go together: give both or neither")]
    CapEvidence,
    /// Two rules for one usage type.
    #[error("eligibility names the usage type `{}` twice: one rule must decide", .0.id())]
    UsageTypeTwice(UsageType),
}

impl TryFrom<TierFields> for Tier {
    type Error = TierError;

    fn try_from(fields: TierFields) -> Result<Self, Self::Error> {
        Self::new(fields)
    }
}

impl From<Tier> for TierFields {
    fn from(tier: Tier) -> Self {
        tier.0
    }
}
