use crate::pricing::{Identifier, Money, Posts, Reads, Tier};

use super::{NoSchedule, Schedule};

/// The answers to a project: the cheapest schedule and those to compare it with. Each outlet formats the same plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plans {
    /// The schedule that costs least before rounding. Of equals: that which pays fewer months, then that which is done
    /// earlier.
    pub cheapest: Result<Schedule, NoSchedule>,
    /// How that stands to the project's limit; `None` when it has none.
    pub limit: Option<Limit>,
    /// What the free era would have answered.
    pub free_era: FreeCollection,
    /// The schedules to compare it with; `None` while they are still looked for.
    pub others: Option<OtherPlans>,
}

/// The schedules to compare the cheapest with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherPlans {
    /// Each phase in the fewest months that the tiers allow, the next one moved up behind it, and the cheapest of that kind;
    /// `None` when there is no schedule at all.
    pub fastest: Option<Schedule>,
    /// For each tier, the cheapest schedule that buys only this one.
    pub single_tiers: SingleTiers,
    /// The most posts that were found to stay within the project's limit; `None` when it has none, or when no post does.
    pub most_posts: Option<MostPosts>,
}

/// The schedules that buy one tier only, with pauses where it isn't needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleTiers {
    /// Those that can do it, cheapest first.
    pub schedules: Vec<SingleTier>,
    /// Those that can't, with the reason, in the order of the price books.
    pub others: Vec<UnfitTier>,
}

/// A tier that collects a project's posts by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleTier {
    /// The tier's id, the same in every price book.
    pub id: Identifier,
    /// What it is called where it is bought first.
    pub tier: Tier,
    /// The cheapest schedule.
    pub schedule: Schedule,
}

/// A tier that can't collect a project's posts by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfitTier {
    /// The tier, as the first of the project's price books that lists it has it.
    pub tier: Tier,
    /// Why not.
    pub reason: NoSchedule,
}

/// A limit on the cost of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The limit.
    pub amount: Money,
    /// How the cheapest schedule stands to it; `None` when there is no schedule.
    pub standing: Option<LimitStanding>,
}

/// How a schedule stands to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitStanding {
    /// Within it, with so much to spare.
    Within(Money),
    /// Over it by so much.
    Over(Money),
}

/// The most posts that were found for which there is a schedule within a limit: as planned or more where it pays the whole project,
/// otherwise fewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MostPosts {
    /// The posts of each phase.
    pub posts: Vec<Posts>,
    /// The schedule that collects them.
    pub schedule: Schedule,
}

/// What the free era would have answered to a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeCollection {
    /// The reads of the busiest month, when each phase is spread evenly over its months.
    pub busiest_month: Reads,
    /// The smallest programme open to the usage type that would have covered the busiest month.
    pub covered_by: Option<Tier>,
    /// Every programme that was open to the usage type, smallest first.
    pub programmes: Vec<FreeProgramme>,
}

/// A free programme, and how long it would have taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeProgramme {
    /// The programme.
    pub tier: Tier,
    /// The months in which it would have brought the posts at $0, each phase in months of its own; `None` when it never
    /// would have.
    pub months: Option<u64>,
    /// Whether each phase would have been done within its months.
    pub in_time: bool,
}
