use serde::{Deserialize, Serialize};

use super::strict::strict_objects;
use super::{Date, Identifier, Text};

/// A document that figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// The name by which figures refer to it.
    pub id: Identifier,
    /// What kind of document it is.
    pub kind: SourceKind,
    /// What it is, and what it says that matters here.
    pub title: Text,
    /// Where it can be read.
    pub url: Text,
    /// The day it was published or seen; `None` when it bears no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

strict_objects!(Source);

/// What kind of document a [`Source`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The seller's documentation, terms or changelog.
    Primary,
    /// A post by the seller's staff in its forum.
    VendorForum,
    /// A press report.
    News,
    /// A copy of a named press report.
    Reprint,
    /// A page by somebody else.
    ThirdParty,
    /// A user of the API, in their own words.
    Developer,
}

impl SourceKind {
    /// The words for it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Primary => "official document",
            Self::VendorForum => "vendor forum",
            Self::News => "news",
            Self::Reprint => "reprint of news",
            Self::ThirdParty => "third party",
            Self::Developer => "developer",
        }
    }
}
