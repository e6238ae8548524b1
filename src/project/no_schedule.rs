use crate::pricing::{Months, Reads, Tier};

/// Why the posts of a project can't be collected at any schedule: distinct answers, each about the first phase that fails,
/// counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSchedule {
    /// The terms of every tier on sale in the phase's months close it to the usage type.
    NotEligible {
        /// The phase.
        phase: usize,
    },
    /// What is open to the usage type in the phase's months has no public price.
    NoPublicPrice {
        /// The phase.
        phase: usize,
        /// The tiers whose price isn't known.
        tiers: Vec<Tier>,
    },
    /// What is open at a public price in the phase's months is sold to existing customers only, and wasn't on sale before.
    ExistingCustomersOnly {
        /// The phase.
        phase: usize,
        /// The tiers that only existing customers keep.
        tiers: Vec<Tier>,
    },
    /// The phase needs more reads than the tiers serve in its months.
    OverCap {
        /// The phase.
        phase: usize,
        /// The reads that it needs.
        reads: Reads,
        /// The most that could be read in its months, with the tier that serves most in each.
        most: u64,
        /// The tier that serves most in one month; `None` when none serves any.
        largest: Option<Box<Tier>>,
        /// How many months of the phase would be enough, where that is known: what is on sale in its last one goes on,
        /// can be had by anyone month by month, and leaves the project within the months that are priced.
        enough: Option<Months>,
    },
    /// Tiers would serve the phase's reads one by one, but their terms or years in advance leave them no room beside each
    /// other.
    NoRoom {
        /// The phase.
        phase: usize,
    },
}
