//! What the searches found for a project: enough to book every schedule, and no price.
//!
//! Finding takes long, booking doesn't. So a worker may find, and the page books what it is sent at its own prices.

use serde::{Deserialize, Serialize};

use super::booking::book;
use super::choice::Choice;
use super::line::Amount;
use super::market::Market;
use super::refusal::why_none;
use super::{fastest, free_collection, limit, single, solve};
use crate::pricing::{Catalogue, Money, Months, Unpriceable};
use crate::project::{OtherPlans, PlanChoice, Plans, Project, Proof, Schedule};

/// What the searches found for a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPlans {
    /// `None` when there is no schedule.
    pub(super) cheapest: Option<FoundSchedule>,
    /// `None` while they are still to be looked for.
    pub(super) others: Option<FoundOthers>,
}

/// What the searches found to compare the cheapest schedule with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FoundOthers {
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
    /// Those of each phase.
    pub(super) posts: Vec<u64>,
    pub(super) schedule: FoundSchedule,
}

impl FoundPlans {
    /// Searches for the cheapest schedule, and for no others yet.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn cheapest(catalogue: &'static Catalogue, project: &Project) -> Result<Self, Unpriceable> {
        let market = Market::new(catalogue, project)?;
        Ok(Self { cheapest: solve::cheapest(&market, solve::Effort::FULL), others: None })
    }

    /// Searches for the others of the same project.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn with_others(self, catalogue: &'static Catalogue, project: &Project) -> Result<Self, Unpriceable> {
        let others = FoundOthers {
            fastest: if self.cheapest.is_some() { fastest::find(catalogue, project)? } else { None },
            single_tiers: single::find(&Market::new(catalogue, project)?),
            most_posts: limit::find(catalogue, project)?,
        };
        Ok(Self { others: Some(others), ..self })
    }

    /// Searches for what a choice means, and for others only where it is one of them.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn chosen(catalogue: &'static Catalogue, project: &Project, choice: PlanChoice) -> Result<Self, Unpriceable> {
        let found = Self::cheapest(catalogue, project)?;
        match choice {
            PlanChoice::Cheapest => Ok(found),
            PlanChoice::Fastest | PlanChoice::OneTier | PlanChoice::WithinLimit => {
                found.with_others(catalogue, project)
            }
        }
    }

    /// Whether the others were looked for.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.others.is_some()
    }

    /// The answers of what was found for a project, priced by the engine.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn book(&self, catalogue: &'static Catalogue, project: &Project) -> Result<Plans, Unpriceable> {
        let market = Market::new(catalogue, project)?;
        let booked = self.cheapest.as_ref().map(|found| found.book(&market)).transpose()?;
        let cheapest = booked.ok_or_else(|| why_none(&market, |_| true));
        Ok(Plans {
            limit: limit::limit(project, &cheapest),
            cheapest,
            free_era: free_collection(catalogue, project),
            others: self.others.as_ref().map(|others| others.book(catalogue, &market)).transpose()?,
        })
    }
}

impl FoundOthers {
    fn book(&self, catalogue: &'static Catalogue, market: &Market<'_>) -> Result<OtherPlans, Unpriceable> {
        let project = market.project;
        let fastest = self.fastest.as_ref().map(|found| fastest::book(catalogue, project, found)).transpose()?;
        let most_posts = self.most_posts.as_ref().map(|found| limit::book(catalogue, project, found)).transpose()?;
        Ok(OtherPlans {
            fastest: fastest.flatten(),
            single_tiers: single::book(market, &self.single_tiers)?,
            most_posts: most_posts.flatten(),
        })
    }
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
