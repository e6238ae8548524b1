use serde::{Deserialize, Serialize};

use super::passed_over::PassedOver;

/// A column of numbers that isn't counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherColumn {
    /// What it is called: plain text in one line.
    pub name: String,
    /// Why it isn't counted.
    pub why: PassedOver,
}

impl OtherColumn {
    /// The names of those of `others` that aren't counted for that reason.
    #[must_use]
    pub fn names_of(others: &[Self], reason: PassedOver) -> Vec<&str> {
        others.iter().filter(|other| other.why == reason).map(|other| other.name.as_str()).collect()
    }
}
