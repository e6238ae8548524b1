use crate::app::saved::{self, SavedKind};
use crate::app::storage::Shelf;
use crate::link;
use crate::pricing::{Estimate, Tier, UsageType};

/// What the last estimate on this device says of its author: it goes for the history, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// What the reads are for.
    pub usage_type: UsageType,
    /// The reader's own tiers.
    pub tiers: Vec<Tier>,
}

impl Own {
    /// What the device remembers; that of the starting estimate where it can't say, or what it says can't be opened.
    #[must_use]
    pub fn last(shelf: &impl Shelf) -> Self {
        let kept = saved::last(shelf, SavedKind::ESTIMATE).ok().flatten();
        let estimate = kept.and_then(|kept| link::decode(&kept, crate::catalogue()).ok());
        let estimate = estimate.unwrap_or_else(|| Estimate::starting(crate::catalogue()));
        Self { usage_type: estimate.usage_type(), tiers: estimate.custom_tiers().to_vec() }
    }
}
