use super::{Plans, Schedule};

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

    /// The schedule that it means; `None` where there is none of that kind.
    #[must_use]
    pub fn of(self, plans: &Plans) -> Option<&Schedule> {
        match self {
            Self::Cheapest => plans.cheapest.as_ref().ok(),
            Self::Fastest => plans.fastest.as_ref(),
            Self::OneTier => plans.single_tiers.schedules.first().map(|single| &single.schedule),
            Self::WithinLimit => plans.within_limit.as_ref()?.most_posts.as_ref().map(|most| &most.schedule),
        }
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
