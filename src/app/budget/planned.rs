use crate::pricing::Unpriceable;
use crate::project::{FoundPlans, PlanChoice, Plans, Project, Schedule, plans};

/// A project with the schedules for it, which take a while to find: first the cheapest, then the others.
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
        let plans = found.book(crate::catalogue(), &project);
        Self { project, plans }
    }

    /// Whether there is nothing more to be found.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.plans.as_ref().map_or(true, |plans| plans.others.is_some())
    }

    /// The schedule that a choice means; `None` where there is none of that kind, or none yet.
    #[must_use]
    pub fn schedule(&self, choice: PlanChoice) -> Option<&Schedule> {
        choice.of(self.plans.as_ref().ok()?)
    }
}
