use serde::{Deserialize, Serialize};

use super::Reads;

/// What happens to reads beyond a tier's cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtCap {
    /// Service stops until the next month: a hard cap.
    Stop,
    /// Service goes on, and the tier's overage charges price every read beyond the cap.
    Overage,
    /// The contract says; its terms aren't public, so nothing beyond the cap is priced.
    Contract,
    /// More could be bought at a price that isn't public; without it, service stops.
    TopUp,
}

/// The reads that a tier allows in a month, and what happens then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadCap {
    /// Reads a month, the last one included.
    pub reads: Reads,
    /// What happens beyond them.
    pub at_cap: AtCap,
}
