use super::{Plans, Project, ProjectFields, Schedule};

/// Which of a project's schedules its budget uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PlanChoice {
    /// The cheapest of all.
    #[default]
    Cheapest,
    /// The one that has all posts first.
    Fastest,
    /// The cheapest that stays at one tier.
    OneTier,
    /// The one with the most posts that the budget limit pays.
    WithinLimit,
}

impl PlanChoice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Cheapest, Self::Fastest, Self::OneTier, Self::WithinLimit];

    /// The member of this [`PlanChoice::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.id() == id)
    }

    /// The id by which links and documents know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cheapest => "cheapest",
            Self::Fastest => "fastest",
            Self::OneTier => "one-tier",
            Self::WithinLimit => "within-limit",
        }
    }

    /// The schedule that it means; `None` where there is none of that kind, or none yet.
    #[must_use]
    pub fn of(self, plans: &Plans) -> Option<&Schedule> {
        match self {
            Self::Cheapest => plans.cheapest.as_ref().ok(),
            Self::Fastest => plans.others.as_ref()?.fastest.as_ref(),
            Self::OneTier => plans.others.as_ref()?.single_tiers.schedules.first().map(|single| &single.schedule),
            Self::WithinLimit => plans.others.as_ref()?.most_posts.as_ref().map(|most| &most.schedule),
        }
    }

    /// The project that its schedule collects: with fewer posts than `project`, whose plans these are, where only so many are
    /// within the limit.
    #[must_use]
    pub fn collected(self, project: &Project, plans: &Plans) -> Project {
        let most = plans.others.as_ref().and_then(|others| others.most_posts.as_ref());
        let most = most.filter(|_| self == Self::WithinLimit);
        let mut fields = ProjectFields::from(project.clone());
        for (phase, posts) in fields.phases.iter_mut().zip(most.iter().flat_map(|most| &most.posts)) {
            phase.posts = *posts;
        }
        // The schedule was found for a project with these posts.
        Project::new(fields).unwrap_or_else(|_| project.clone())
    }

    /// What it is called in a list.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Cheapest => "Cheapest",
            Self::Fastest => "Fastest",
            Self::OneTier => "Cheapest at one tier",
            Self::WithinLimit => "Most posts within the limit",
        }
    }
}
