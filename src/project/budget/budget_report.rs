use super::Budget;
use crate::pricing::Date;
use crate::project::{FreeCollection, Project, Schedule};

/// A budget with what it was made of: all that its outlets need. Each outlet formats the same report.
#[derive(Clone, Copy, Debug)]
pub struct BudgetReport<'a> {
    /// What is collected.
    pub project: &'a Project,
    /// The schedule that is paid for.
    pub schedule: &'a Schedule,
    /// What the free era would have answered.
    pub free_era: &'a FreeCollection,
    /// What the schedule comes to.
    pub budget: &'a Budget,
    /// The reader's day, by which prices and exchange rates have an age.
    pub today: Date,
}
