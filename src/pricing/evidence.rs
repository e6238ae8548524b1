use serde::{Deserialize, Serialize};

use super::strict::strict_objects;
use super::{Identifier, List};

/// What a figure rests on. It travels with the figure to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    remote = "Self",
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "evidence: an object with status, confidence and sources"
)]
pub struct Evidence {
    /// Who says so.
    pub status: Status,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Where it is written; each source has its date. At least one, as the catalogue checks.
    pub sources: List<Identifier>,
}

strict_objects!(Evidence);

/// Who a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The seller's own documentation, terms or changelog.
    Official,
    /// Press that saw or quotes the seller.
    Reported,
    /// Computed from other figures.
    Derived,
    /// Somebody without first-hand knowledge.
    ThirdParty,
}

impl Status {
    /// The words for it behind a figure.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Reported => "reported by press",
            Self::Derived => "derived",
            Self::ThirdParty => "third party",
        }
    }
}

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in the seller's own words.
    High,
    /// Consistent, but read second-hand or in part.
    Medium,
    /// Disputed or thin.
    Low,
}

impl Confidence {
    /// The word for it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}
