use serde::{Deserialize, Serialize};

use super::PassedOver;

/// A column of numbers that isn't counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherColumn {
    /// What it is called.
    pub name: String,
    /// Why it isn't counted.
    pub why: PassedOver,
}
