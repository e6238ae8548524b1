use serde::{Deserialize, Serialize};

use super::strict::strict_objects;
use super::{Identifier, List, Text, UsageType};

/// Whether a usage type may buy a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Open to anyone who signs up.
    Yes,
    /// Open after an application is approved.
    Apply,
    /// Open by individual contract.
    Contract,
    /// The terms point this usage to another tier: treated as closed, because buying it may end in a forced change.
    PoorFit,
    /// The terms exclude it.
    No,
    /// Not established: treated as open, and said to be unchecked.
    Unknown,
}

impl Access {
    /// Whether the tier can be counted on for this usage.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::PoorFit | Self::No)
    }
}

/// What a tier's terms say about some usage types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    remote = "Self",
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "a rule: an object with usageTypes and access"
)]
pub struct AccessRule {
    /// The usage types that this rule is about.
    pub usage_types: List<UsageType>,
    /// Whether they may buy the tier.
    pub access: Access,
    /// Why, in words for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// Where that is written.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub sources: List<Identifier>,
}

strict_objects!(AccessRule);
