use std::collections::BTreeSet;
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::strict::strict_objects;
use super::{Date, Evidence, Identifier, List, Text, Tier, TierEvidence};

/// The fields of a price book as its file writes them. [`PriceBook`] is the checked form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields)]
pub struct PriceBookFields {
    /// Unique in the catalogue; links refer to it.
    pub id: Identifier,
    /// How a sentence refers to it: "at the prices of {name}".
    pub name: Text,
    /// What changed, in a few words.
    pub title: Text,
    /// The first day it applied.
    pub from: Date,
    /// The last day it applied; `None` while it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whether reading the same post again counts again.
    pub deduplication: Deduplication,
    /// What the dates and the book as a whole rest on.
    pub evidence: Evidence,
    /// What the reader should know: seams, doubts, what was left out.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub notes: List<Text>,
    /// What could be bought, smallest first.
    pub tiers: List<Tier>,
}

strict_objects!(PriceBookFields);

/// How often the same post, read again, counts against the cap or is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deduplication {
    /// Not established.
    Unknown,
    /// Once in a billing cycle.
    BillingCycle,
    /// Once in a billing cycle at first, once a day at the end; when that changed is not known.
    BillingCycleThenDay,
    /// Once a day.
    Day,
    /// Once a day, days being those of UTC.
    UtcDay,
}

impl Deduplication {
    /// The rule in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unknown => "whether a post read twice counted twice is not established",
            Self::BillingCycle => "a post read twice in a billing cycle counted once",
            Self::BillingCycleThenDay => {
                "a post read twice counted once in a billing cycle at first, later once a day; when that changed is not known"
            }
            Self::Day => "a post read twice in a day counted once",
            Self::UtcDay => "a post read twice in a day (UTC) counts once",
        }
    }
}

/// A dated, sourced list of tiers, with its fields read through [`Deref`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "PriceBookFields", into = "PriceBookFields")]
pub struct PriceBook(PriceBookFields);

impl PriceBook {
    /// Checks `fields` and wraps them.
    ///
    /// # Errors
    /// [`PriceBookError`] names the field and the rule that it breaks.
    pub fn new(fields: PriceBookFields) -> Result<Self, PriceBookError> {
        if fields.tiers.is_empty() {
            return Err(PriceBookError::NoTiers);
        }
        if let Some(until) = fields.until
            && until < fields.from
        {
            return Err(PriceBookError::EndsBeforeItStarts { from: fields.from, until });
        }
        let mut seen = BTreeSet::new();
        for tier in fields.tiers.iter() {
            if !seen.insert(&tier.id) {
                return Err(PriceBookError::TierTwice(tier.id.clone()));
            }
            if tier.id.as_str() == Tier::UNNAMED {
                return Err(PriceBookError::Unnamed);
            }
            if tier.evidence.is_none() {
                return Err(PriceBookError::NoEvidence(tier.id.clone()));
            }
        }
        Ok(Self(fields))
    }

    /// A price book that the build script has checked.
    pub(crate) const fn checked_at_build(fields: PriceBookFields) -> Self {
        Self(fields)
    }

    /// The tier of that id.
    #[must_use]
    pub fn tier(&self, id: &str) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.id.as_str() == id)
    }

    /// The tiers that are compared: all but those that stand aside.
    pub fn compared(&self) -> impl Iterator<Item = &Tier> {
        self.tiers.iter().filter(|tier| tier.aside.is_none())
    }

    /// Every piece of evidence in the book, its own first.
    pub fn all_evidence(&self) -> impl Iterator<Item = &Evidence> {
        let of_tiers = self.tiers.iter().filter_map(|tier| tier.evidence.as_ref());
        std::iter::once(&self.evidence).chain(of_tiers.flat_map(TierEvidence::all))
    }

    /// The source of each figure and of each rule on who may buy, as often as it is referred to.
    pub fn citations(&self) -> impl Iterator<Item = &Identifier> {
        let of_figures = self.all_evidence().flat_map(|evidence| evidence.sources.iter());
        let rules = self.tiers.iter().flat_map(|tier| tier.eligibility.iter());
        of_figures.chain(rules.flat_map(|rule| rule.sources.iter()))
    }
}

impl Deref for PriceBook {
    type Target = PriceBookFields;

    fn deref(&self) -> &PriceBookFields {
        &self.0
    }
}

/// Which rule the fields of a price book break.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PriceBookError {
    /// An empty list of tiers.
    #[error("tiers is empty: a price book lists at least one tier")]
    NoTiers,
    /// Dates the wrong way round.
    #[error("until is {until}: it can't be before from, {from}")]
    EndsBeforeItStarts {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// Two tiers of one id.
    #[error("the tier id `{0}` stands twice: ids are unique in a price book")]
    TierTwice(Identifier),
    /// A listed tier without an id.
    #[error("a tier has no id: every listed tier has one")]
    Unnamed,
    /// A listed tier that doesn't say where its figures come from.
    #[error("tier `{0}` has no evidence: every listed figure has a source")]
    NoEvidence(Identifier),
}

impl TryFrom<PriceBookFields> for PriceBook {
    type Error = PriceBookError;

    fn try_from(fields: PriceBookFields) -> Result<Self, Self::Error> {
        Self::new(fields)
    }
}

impl From<PriceBook> for PriceBookFields {
    fn from(book: PriceBook) -> Self {
        book.0
    }
}
