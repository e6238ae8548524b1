use std::borrow::Cow;

use super::{Money, Months, Stretch, Tier};

/// One way to get the reads that an estimate needs in all: a tier, the months in which it is read and paid, and what that
/// comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The tier.
    pub tier: Cow<'static, Tier>,
    /// How the reads are spread over months. They add up to the reads needed, and the last month has some.
    pub spread: Vec<Stretch>,
    /// The months until all reads are there; 0 when none are needed.
    pub months: u64,
    /// The months that are paid, which may be more: to the end of the plan, of the tier's term or of a year in advance.
    pub months_paid: u64,
    /// What all of them come to, in stated months or in years paid in advance.
    pub total: Money,
    /// How much less that is than the plan; `None` when it is no less, or when there is no plan.
    pub saves: Option<Money>,
    /// What must hold for it.
    pub assumptions: Vec<Assumption>,
}

impl Way {
    /// The longest way that is looked for, in months: as long as the longest estimate.
    pub const MOST_MONTHS: u64 = Months::MAX.get() as u64;

    /// Whether what it saves is no more than the rounding of its months and of the `planned` ones to the cent could make.
    #[must_use]
    pub fn saves_by_rounding(&self, planned: Months) -> bool {
        // Half a cent at the most for each month of either.
        self.saves.is_some_and(|saves| saves.cents() * 2 <= self.months_paid + u64::from(planned.get()))
    }
}

/// Something that must hold for a [`Way`] to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// One may leave after any month, although the tier has a minimum term that isn't public.
    NoMinimumTerm,
    /// The tier's minimum term, which isn't public, is so many months.
    AssumedTerm(Months),
    /// These months are paid only because of the tier's minimum term.
    TermPaidUnused {
        /// How many.
        months: u64,
    },
    /// The reads may come in other months than planned.
    AnotherPace,
    /// Whole years are paid in advance.
    PaidInAdvance {
        /// How many.
        years: u64,
    },
    /// One had the tier already, since it isn't sold to others.
    ExistingCustomer,
}
