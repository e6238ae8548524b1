use serde::Deserialize;

use crate::pricing::{Date, Text};

/// A document that states a funder's rules, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunderSource {
    /// What it is.
    pub title: Text,
    /// Where it can be read.
    pub url: Text,
    /// The day it was published or took effect; `None` when it bears no date.
    pub date: Option<Date>,
    /// What it says that matters here, in our words.
    pub says: Text,
}
