//! Budgets of such schedules, with what they were made of.

use quota_calculator::project::budget::{Budget, BudgetReport, BudgetTerms, CostClass, OtherCosts};
use quota_calculator::project::{FreeCollection, Project, Schedule};

use super::{day, free_era, percent, project, schedule, terms};

/// A budget with what it was made of, to be lent out as a report.
pub struct Case {
    pub project: Project,
    pub schedule: Schedule,
    pub free_era: FreeCollection,
    pub budget: Budget,
}

impl Case {
    pub fn new(cents: &[u64], terms: &BudgetTerms) -> Self {
        let project = project("2027-03-15", cents.len());
        let schedule = schedule(&project, cents);
        let budget = Budget::new(&project, &schedule, terms).expect("a budget");
        Self { project, schedule, free_era: free_era(cents.len() as u64), budget }
    }

    pub fn report(&self) -> BudgetReport<'_> {
        BudgetReport {
            project: &self.project,
            schedule: &self.schedule,
            free_era: &self.free_era,
            budget: &self.budget,
            today: day("2026-11-24"),
        }
    }
}

/// Eighteen months of Enterprise Small for NSF.
pub fn nsf() -> Case {
    let terms = terms("nsf", |fields| {
        fields.inflation = percent("3");
        fields.contingency = percent("10");
        fields.indirect_rate = percent("55.5");
        fields.cost_class = CostClass::Subcontract;
    });
    Case::new(&[4_200_000; 18], &terms)
}

/// Fourteen months of Enterprise Small for the European Research Council.
pub fn horizon() -> Case {
    Case::new(&[4_200_050; 14], &terms("horizon-europe", |fields| fields.inflation = percent("2.5")))
}

/// The other direct costs of so many dollars a year.
pub fn others(text: &str) -> OtherCosts {
    text.parse().expect("an amount")
}

/// A year of $3,500 a month for NIH, in an application with other direct costs.
pub fn modular() -> Case {
    Case::new(&[350_000; 12], &terms("nih-modular", |fields| fields.other_costs = others("215000")))
}
