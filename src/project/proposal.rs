use super::budget::BudgetTerms;
use super::{Phase, PhaseName, PlanChoice, PriceBasis, Project, ProjectError, ProjectFields};
use crate::pricing::{Catalogue, Date, Estimate, Months, Posts, RereadFactor};

/// Everything that the researcher entered on the way to a budget, and nothing computed: what a budget's link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What is collected.
    pub project: Project,
    /// Which of its schedules the budget uses.
    pub choice: PlanChoice,
    /// What the budget adds to it.
    pub terms: BudgetTerms,
}

impl Proposal {
    /// What a new visitor sees on `today`.
    #[must_use]
    pub fn starting(today: Date) -> Self {
        Self::of(Project::starting(today))
    }

    /// The proposal that collects all posts of an estimate in as many months, starting with the month after `today`: for the
    /// same use and with the same tiers. Each month is bought at the prices of its day where those of the estimate are in
    /// force on the first one or have ended by then: nobody can buy at prices that have ended. Those that haven't begun yet
    /// stay.
    ///
    /// # Errors
    /// [`ProjectError`] when all months together have too many posts.
    pub fn of_estimate(catalogue: &'static Catalogue, estimate: &Estimate, today: Date) -> Result<Self, ProjectError> {
        let factor = estimate.reread_factor();
        let posts: u64 = estimate.usage().months().iter().map(|posts| posts.get()).sum();
        let posts =
            Posts::new(posts).map_err(|_| ProjectError::TooManyReads { phase: 1, factor: RereadFactor::NONE })?;
        let months: Months = estimate.usage().month_count();
        let starting = Project::starting(today);
        let in_force = PriceBasis::ByDate.price_book(catalogue, starting.start);
        let book = estimate.price_book();
        let project = Project::new(ProjectFields {
            phases: vec![Phase { name: PhaseName::default(), posts, months }],
            usage_type: estimate.usage_type(),
            reread_factor: factor,
            prices: if book.from <= in_force.from { PriceBasis::ByDate } else { PriceBasis::Of(book) },
            custom_tiers: estimate.custom_tiers().to_vec(),
            assumed_term: estimate.assumed_term(),
            ..starting.into()
        })?;
        Ok(Self::of(project))
    }

    fn of(project: Project) -> Self {
        Self { project, choice: PlanChoice::default(), terms: BudgetTerms::plain() }
    }
}
