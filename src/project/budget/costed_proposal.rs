use thiserror::Error;

use super::{Budget, BudgetError, BudgetReport};
use crate::pricing::{Catalogue, Date, Unpriceable};
use crate::project::{FoundPlans, FreeCollection, PlanChoice, Plans, Project, Proposal, Schedule, free_collection};

/// A proposal with all that follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostedProposal {
    /// What is collected: with fewer posts than proposed, where only so many are within the limit.
    pub project: Project,
    /// The schedule of the proposal's choice.
    pub schedule: Schedule,
    /// What the free era would have answered.
    pub free_era: FreeCollection,
    /// What the schedule comes to.
    pub budget: Budget,
}

impl CostedProposal {
    /// Makes a budget of the schedule that a proposal chooses, which it looks for.
    ///
    /// # Errors
    /// [`CostingError`] when there is no such schedule, or an amount can't be stated exactly.
    pub fn new(catalogue: &'static Catalogue, proposal: &Proposal) -> Result<Self, CostingError> {
        let found = FoundPlans::chosen(catalogue, &proposal.project, proposal.choice)?;
        Self::from_plans(catalogue, proposal, &found.book(catalogue, &proposal.project)?)
    }

    /// The same with the plans of the proposal's project, which take a while to find.
    ///
    /// # Errors
    /// [`CostingError`] when there is no such schedule, or an amount can't be stated exactly.
    pub fn from_plans(catalogue: &'static Catalogue, proposal: &Proposal, plans: &Plans) -> Result<Self, CostingError> {
        let schedule = proposal.choice.of(plans).ok_or(CostingError::NoSchedule(proposal.choice))?.clone();
        let project = proposal.choice.collected(&proposal.project, plans);
        Ok(Self {
            budget: Budget::new(&project, &schedule, &proposal.terms)?,
            free_era: free_collection(catalogue, &project),
            project,
            schedule,
        })
    }

    /// What outlets format, on the reader's day.
    #[must_use]
    pub fn report(&self, today: Date) -> BudgetReport<'_> {
        let Self { project, schedule, free_era, budget } = self;
        BudgetReport { project, schedule, free_era, budget, today }
    }
}

/// Why a proposal has no budget.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CostingError {
    /// A schedule whose amounts can't be stated exactly.
    #[error(transparent)]
    Unpriceable(#[from] Unpriceable),
    /// No schedule of that kind.
    #[error("there is no schedule of the kind “{}” for this project", .0.label())]
    NoSchedule(PlanChoice),
    /// A budget whose amounts can't be stated exactly.
    #[error(transparent)]
    Budget(#[from] BudgetError),
}
