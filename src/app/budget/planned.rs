use crate::pricing::Unpriceable;
use crate::project::{FoundPlans, PlanChoice, Plans, Project, Schedule, book_plans, plans};

/// A project with every schedule for it, which take a while to find.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The project.
    pub project: Project,
    /// Its schedules, or why no amount can be stated.
    pub plans: Result<Plans, Unpriceable>,
}

impl Planned {
    /// Looks for the schedules.
    #[must_use]
    pub fn new(project: Project) -> Self {
        let plans = plans(crate::catalogue(), &project);
        Self { project, plans }
    }

    /// The schedules of what was found for the project.
    #[must_use]
    pub fn of_found(project: Project, found: &FoundPlans) -> Self {
        let plans = book_plans(crate::catalogue(), &project, found);
        Self { project, plans }
    }

    /// The schedule that a choice means; `None` where there is none of that kind.
    #[must_use]
    pub fn schedule(&self, choice: PlanChoice) -> Option<&Schedule> {
        choice.of(self.plans.as_ref().ok()?)
    }
}
