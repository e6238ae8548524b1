use crate::pricing::Unpriceable;
use crate::project::{PlanChoice, Plans, Project, ProjectFields, Schedule, plans};

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

    /// The schedule that a choice means; `None` where there is none of that kind.
    #[must_use]
    pub fn schedule(&self, choice: PlanChoice) -> Option<&Schedule> {
        choice.of(self.plans.as_ref().ok()?)
    }

    /// The project that a choice's schedule collects: with fewer posts, where only so many are within the limit.
    #[must_use]
    pub fn collected(&self, choice: PlanChoice) -> Project {
        let most = self.plans.as_ref().ok().and_then(|plans| plans.within_limit.as_ref()?.most_posts.as_ref());
        let Some(most) = most.filter(|_| choice == PlanChoice::WithinLimit) else { return self.project.clone() };
        let mut fields = ProjectFields::from(self.project.clone());
        if let Some(phase) = fields.phases.get_mut(most.phase) {
            phase.posts = most.posts;
        }
        Project::new(fields).unwrap_or_else(|_| self.project.clone())
    }
}
