use super::{Budget, LimitWarning, PriceWarning, RateWarning, UnusedEntry};
use crate::pricing::{Assumption, Catalogue, Date};
use crate::project::{Project, Schedule};

/// Something that the researcher should know before a budget is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BudgetWarning {
    /// A limit of the researcher's or the funder's is reached.
    Limit(LimitWarning),
    /// The project began on a day that has passed.
    Begun(Date),
    /// Something that was entered isn't used.
    Unused(UnusedEntry),
    /// A price may not be what will be paid.
    Price(PriceWarning),
    /// What must hold for the schedule.
    Assumption(Assumption),
    /// The exchange rate isn't of these days.
    Rate(RateWarning),
}

impl Budget {
    /// What the researcher should know on `today`, before sending it. The funder's own notes aren't among it.
    #[must_use]
    pub fn warnings(
        &self,
        catalogue: &'static Catalogue,
        project: &Project,
        schedule: &Schedule,
        today: Date,
    ) -> Vec<BudgetWarning> {
        let mut warnings = Vec::new();
        warnings.extend(LimitWarning::of_project(self, project, schedule).map(BudgetWarning::Limit));
        warnings.extend(begun(project, today));
        warnings.extend(LimitWarning::of_funder(self).into_iter().map(BudgetWarning::Limit));
        warnings.extend(UnusedEntry::all(&self.terms).into_iter().map(BudgetWarning::Unused));
        warnings
            .extend(PriceWarning::of_books(catalogue, project, schedule, today).into_iter().map(BudgetWarning::Price));
        warnings.extend(PriceWarning::of_terms(self, project, schedule).into_iter().map(BudgetWarning::Price));
        warnings.extend(schedule.assumptions.iter().copied().map(BudgetWarning::Assumption));
        warnings.extend(self.terms.conversion.and_then(|it| RateWarning::of(it, today)).map(BudgetWarning::Rate));
        warnings
    }
}

/// That a project has begun, if it has. A day may only be another place on Earth.
fn begun(project: &Project, today: Date) -> Option<BudgetWarning> {
    ((today - project.start).num_days() > 1).then_some(BudgetWarning::Begun(project.start))
}
