use std::collections::BTreeSet;
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bill::Lines;
use super::strict::strict_objects;
use super::{
    Access, AccessRule, AmountTooLarge, AtCap, Bill, Charge, Discount, Evidence, Identifier, Line, List, Money, Months,
    Price, ReadCap, Reads, Term, Text, UsageType,
};

/// The fields of a tier as files and programs write them. [`Tier`] is the checked form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields, expecting = "a tier: an object with charges")]
pub struct TierFields {
    /// Unique in its price book. A tier that a program makes up for itself may leave it out.
    #[serde(default = "Tier::unnamed_id")]
    pub id: Identifier,
    /// The name that the seller uses. A tier that a program makes up for itself may leave it out.
    #[serde(default = "Tier::unnamed_name")]
    pub name: Text,
    /// What is paid each month; `None` when there is no public price, which is never the same as free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charges: Option<List<Charge>>,
    /// Percent off the sum of the charges.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discount_percent: Discount,
    /// The least that a month costs, after the discount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_minimum: Option<Price>,
    /// The most that a month costs, after the minimum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_maximum: Option<Price>,
    /// The most that twelve months cost, counted from the first; whole cents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_maximum: Option<Price>,
    /// The price of twelve months paid in advance, in place of all charges; `None` when that isn't offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_price: Option<Price>,
    /// The months that one commits to; `None` when one may leave at the end of any month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_months: Option<Term>,
    /// Reads allowed in a month; `None` when the tier has no such limit or none is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_cap: Option<Reads>,
    /// What happens at the read cap. Left out, it stops, or charges overage where there are overage charges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_cap: Option<AtCap>,
    /// What each read beyond the read cap costs; the reads are counted from the cap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overage: Option<List<Charge>>,
    /// Who may buy it. In a price book, a usage type that no rule names is [`Access::Unknown`].
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub eligibility: List<AccessRule>,
    /// Whether only those who already had it may keep it; sources may disagree, which the note then says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub existing_customers_only: bool,
    /// A dated price to go by where there is no public one. Never computed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicative_price: Option<Price>,
    /// Why the tier is listed but never compared; `None` for one that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<Text>,
    /// What the figures rest on; `None` for a tier that the user made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<TierEvidence>,
    /// Something the reader should know about the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl TierFields {
    /// The fields of a tier that gives none.
    pub(crate) fn blank() -> Self {
        Self {
            id: Tier::unnamed_id(),
            name: Tier::unnamed_name(),
            charges: None,
            discount_percent: Discount::NONE,
            monthly_minimum: None,
            monthly_maximum: None,
            annual_maximum: None,
            annual_price: None,
            term_months: None,
            read_cap: None,
            at_cap: None,
            overage: None,
            eligibility: List::Borrowed(&[]),
            existing_customers_only: false,
            indicative_price: None,
            aside: None,
            evidence: None,
            note: None,
        }
    }

    /// What happens at the read cap if nothing else is said: it charges overage where there are overage charges, and else
    /// stops. `None` without a cap.
    pub(crate) fn usual_at_cap(&self) -> Option<AtCap> {
        self.read_cap.map(|_| if self.has_overage() { AtCap::Overage } else { AtCap::Stop })
    }

    fn has_overage(&self) -> bool {
        self.overage.as_deref().is_some_and(|charges| !charges.is_empty())
    }
}

/// What each figure of a tier rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields, expecting = "the evidence of a tier")]
pub struct TierEvidence {
    /// For the charges, or for the statement that there is no public price.
    pub price: Evidence,
    /// For the read cap; `None` when the tier has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_cap: Option<Evidence>,
    /// For the annual price; `None` when the tier has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_price: Option<Evidence>,
}

strict_objects!(TierFields, TierEvidence);

impl TierEvidence {
    /// The evidence for each figure that the tier has, the price's first.
    pub fn all(&self) -> impl Iterator<Item = &Evidence> {
        std::iter::once(&self.price).chain(&self.read_cap).chain(&self.annual_price)
    }
}

/// What one can buy, with its fields read through [`Deref`]: they obey the rules that [`TierError`] lists.
///
/// So what happens at a read cap is always said, and it is overage exactly where there are charges for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "TierFields", into = "TierFields")]
pub struct Tier(TierFields);

impl Tier {
    /// The id of a tier that has none.
    pub const UNNAMED: &str = "custom";

    /// Checks `fields` and wraps them.
    ///
    /// # Errors
    /// [`TierError`] names the field and the rule that it breaks.
    pub fn new(mut fields: TierFields) -> Result<Self, TierError> {
        if fields.name.trim().is_empty() {
            return Err(TierError::NoName);
        }
        if fields.charges.as_deref().is_some_and(<[_]>::is_empty) {
            return Err(TierError::NoCharges);
        }
        if let (Some(minimum), Some(maximum)) = (fields.monthly_minimum, fields.monthly_maximum)
            && minimum > maximum
        {
            return Err(TierError::MinimumAboveMaximum { minimum, maximum });
        }
        if let Some(maximum) = fields.annual_maximum
            && maximum.decimal().scale() > 2
        {
            return Err(TierError::AnnualMaximumFine(maximum));
        }
        if fields.read_cap.is_none() && (fields.at_cap.is_some() || fields.overage.is_some()) {
            return Err(TierError::NoCap);
        }
        fields.at_cap = fields.at_cap.or(fields.usual_at_cap());
        if (fields.at_cap == Some(AtCap::Overage)) != fields.has_overage() {
            return Err(TierError::OverageUnclear);
        }
        if let Some(evidence) = &fields.evidence {
            if evidence.read_cap.is_some() != fields.read_cap.is_some() {
                return Err(TierError::Evidence("readCap"));
            }
            if evidence.annual_price.is_some() != fields.annual_price.is_some() {
                return Err(TierError::Evidence("annualPrice"));
            }
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

    /// The id of a tier that has none, as an identifier.
    #[must_use]
    pub const fn unnamed_id() -> Identifier {
        Identifier::checked_at_build(Self::UNNAMED)
    }

    /// The same tier under another id.
    #[must_use]
    pub fn with_id(mut self, id: Identifier) -> Self {
        self.0.id = id;
        self
    }

    /// The months that the tier commits to: its own term, or the `assumed` one where that isn't public.
    #[must_use]
    pub fn term(&self, assumed: Option<Months>) -> Option<Months> {
        match self.term_months? {
            Term::Months(months) => Some(months),
            Term::Unknown => assumed,
        }
    }

    const fn unnamed_name() -> Text {
        Text::Borrowed("Custom tier")
    }

    /// The read cap with what happens at it.
    #[must_use]
    pub fn cap(&self) -> Option<ReadCap> {
        self.read_cap.zip(self.at_cap).map(|(reads, at_cap)| ReadCap { reads, at_cap })
    }

    /// The read cap with the charges for reads beyond it; `None` when it charges no overage.
    #[must_use]
    pub fn beyond_cap(&self) -> Option<(Reads, &[Charge])> {
        self.read_cap.zip(self.overage.as_deref().filter(|charges| !charges.is_empty()))
    }

    /// The cap beyond which it serves nothing, or nothing at a known price.
    #[must_use]
    pub fn end(&self) -> Option<ReadCap> {
        self.cap().filter(|cap| cap.at_cap != AtCap::Overage)
    }

    /// The most reads of a month that it serves at a known price; [`Reads::MAX`] when nothing ends it.
    #[must_use]
    pub fn limit(&self) -> Reads {
        self.end().map_or(Reads::MAX, |cap| cap.reads)
    }

    /// Whether it is one that the user made up.
    #[must_use]
    pub fn is_custom(&self) -> bool {
        self.evidence.is_none()
    }

    /// The rule that speaks of `usage_type`, if one does.
    #[must_use]
    pub fn access_rule(&self, usage_type: UsageType) -> Option<&AccessRule> {
        self.eligibility.iter().find(|rule| rule.usage_types.contains(&usage_type))
    }

    /// Whether `usage_type` may buy the tier. A tier that the user made up without rules is open to all.
    #[must_use]
    pub fn access(&self, usage_type: UsageType) -> Access {
        let unruled = if self.is_custom() { Access::Yes } else { Access::Unknown };
        self.access_rule(usage_type).map_or(unruled, |rule| rule.access)
    }

    /// Prices one month of `reads` with its arithmetic; `None` when there is no public price.
    ///
    /// Reads beyond a cap that stops are priced as if the cap weren't there; whoever asks knows how many are served.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the total can't be stated exactly.
    pub fn bill(&self, reads: Reads) -> Result<Option<Bill>, AmountTooLarge> {
        let Some(charges) = &self.charges else { return Ok(None) };
        let mut bill = Bill::default();
        self.bill_month(charges, reads, &mut bill)?;
        Ok(Some(bill))
    }

    /// The exact amount of [`Tier::bill`], without its lines.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when the total can't be stated exactly.
    pub fn exact(&self, reads: Reads) -> Result<Option<Money>, AmountTooLarge> {
        let Some(charges) = &self.charges else { return Ok(None) };
        let mut sum = Money::ZERO;
        self.bill_month(charges, reads, &mut sum)?;
        Ok(Some(sum))
    }

    /// Puts a month on `lines`, in the order of the rules: charges, overage, discount, minimum, maximum.
    pub(super) fn bill_month(
        &self,
        charges: &[Charge],
        reads: Reads,
        lines: &mut dyn Lines,
    ) -> Result<(), AmountTooLarge> {
        let (cap, overage) = self.beyond_cap().unwrap_or((Reads::MAX, &[]));
        let within = reads.min(cap);
        for charge in charges {
            charge.bill(within, lines)?;
        }
        let beyond = reads.beyond(within);
        if beyond > Reads::ZERO {
            lines.push(Line::Overage { reads: beyond })?;
            for charge in overage {
                charge.bill(beyond, lines)?;
            }
        }
        if self.discount_percent != Discount::NONE {
            lines.push(Line::discount(self.discount_percent, lines.exact())?)?;
        }
        if let Some(minimum) = self.monthly_minimum {
            let missing = Money::from(minimum).minus(lines.exact())?;
            if missing > Money::ZERO {
                lines.push(Line::MonthlyMinimum { minimum, amount: missing })?;
            }
        }
        if let Some(maximum) = self.monthly_maximum {
            let surplus = Money::from(maximum).minus(lines.exact())?;
            if surplus < Money::ZERO {
                lines.push(Line::MonthlyMaximum { maximum, amount: surplus })?;
            }
        }
        Ok(())
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
    /// A minimum that no month could obey together with the maximum.
    #[error("monthlyMinimum is {minimum}: it can't be more than monthlyMaximum, {maximum}")]
    MinimumAboveMaximum {
        /// The minimum.
        minimum: Price,
        /// The maximum.
        maximum: Price,
    },
    /// An annual maximum that stated amounts could only miss.
    #[error("annualMaximum is {0}: it is compared with stated amounts, so it has whole cents")]
    AnnualMaximumFine(Price),
    /// Something about a cap that isn't there.
    #[error("readCap is missing: atCap and overage say what happens at it")]
    NoCap,
    /// A cap that charges overage without saying what, or that stops but has overage charges.
    #[error("overage and atCap don't agree: a tier has overage charges exactly when atCap is \"overage\"")]
    OverageUnclear,
    /// Evidence for a figure that isn't there, or a figure without evidence.
    #[error("evidence.{0} and {0} go together: give both or neither")]
    Evidence(&'static str),
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

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
