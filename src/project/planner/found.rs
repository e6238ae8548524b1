//! What the searches found for a project: enough to book every schedule, and no price.
//!
//! Finding takes long, booking doesn't. So a worker may find, and the page books what it is sent at its own prices.

use serde::{Deserialize, Serialize};

use super::booking::book;
use super::choice::Choice;
use super::line::Amount;
use super::market::Market;
use crate::pricing::{Money, Months, Unpriceable};
use crate::project::{Proof, Schedule};

/// What the searches found for a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPlans {
    /// `None` when there is no schedule.
    pub(super) cheapest: Option<FoundSchedule>,
    pub(super) fastest: Option<FoundFastest>,
    /// In the order in which the tiers are asked.
    pub(super) single_tiers: Vec<Option<FoundSchedule>>,
    pub(super) most_posts: Option<FoundMostPosts>,
}

/// A schedule of a market, by what is bought in each month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FoundSchedule {
    pub(super) months: Vec<Choice>,
    /// No schedule costs less.
    pub(super) least: Amount,
}

/// The fastest schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FoundFastest {
    /// The months of each phase.
    pub(super) months: Vec<Months>,
    pub(super) schedule: FoundSchedule,
}

/// The most posts within a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FoundMostPosts {
    /// The place of their phase.
    pub(super) phase: usize,
    pub(super) posts: u64,
    pub(super) schedule: FoundSchedule,
}

impl FoundSchedule {
    /// The schedule at the prices of the market that it was found in.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount can't be exact.
    pub(super) fn book(&self, market: &Market<'_>) -> Result<Schedule, Unpriceable> {
        let mut schedule = book(market, &self.months, Proof::Cheapest)?;
        let gap = market.units.money(self.least).and_then(|least| schedule.exact.minus(least).ok());
        schedule.proof = match gap {
            Some(gap) if gap <= Money::ZERO => Proof::Cheapest,
            gap => Proof::Within(gap.unwrap_or(schedule.exact)),
        };
        Ok(schedule)
    }
}
