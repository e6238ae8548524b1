use super::{Project, PurchasePayment, Schedule};
use crate::pricing::{Months, PriceBook, Reads, Term};

/// Something that explains a purchase of a schedule, or that must hold for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The months bring all the reads that their phase needs, and then nothing is bought: so many months of the phase are left.
    ThenStop {
        /// The months of the phase without a purchase behind it.
        idle: usize,
    },
    /// One may leave after any month, although the tier has a minimum term that isn't public.
    NoMinimumTerm,
    /// The tier's minimum term, which isn't public, is so many months.
    AssumedTerm(Months),
    /// These months are paid without reading anything.
    PaidUnused {
        /// How many.
        months: usize,
        /// Whether they are its last.
        are_last: bool,
        /// How many of them come after the project.
        beyond: usize,
    },
    /// Whole years are paid in advance.
    PaidInAdvance {
        /// How many.
        years: usize,
    },
    /// The same tier goes on at the prices of another price book.
    OtherPrices(&'static PriceBook),
    /// It isn't sold to new customers any more, but was bought when it was.
    KeptFromBefore,
    /// The researcher has it already, since it isn't sold to others.
    ExistingCustomer,
    /// The months of a year come to the annual maximum.
    AnnualMaximum,
    /// More is read than the phase needs, because fewer reads would cost more.
    MoreReads {
        /// How many more.
        reads: u64,
    },
}

impl Schedule {
    /// What explains the purchase at a place of [`Schedule::purchases`], and what must hold for it.
    #[must_use]
    pub fn reasons(&self, project: &Project, place: usize) -> Vec<Reason> {
        let Some(purchase) = self.purchases.get(place) else { return Vec::new() };
        let tier = &purchase.tier;
        let end = purchase.first_month + purchase.months;
        let own = self.months.get(purchase.first_month..end).unwrap_or_default();
        let before = place.checked_sub(1).and_then(|before| self.purchases.get(before));
        let before = before.filter(|before| before.first_month + before.months == purchase.first_month);
        let goes_on = before.filter(|before| before.tier.id == tier.id);
        let mut reasons = Vec::new();
        if let Some(idle) = self.idle_behind(project, end) {
            reasons.push(Reason::ThenStop { idle });
        }
        match (tier.term_months, project.assumed_term) {
            (Some(Term::Unknown), None) => reasons.push(Reason::NoMinimumTerm),
            (Some(Term::Unknown), Some(months)) => reasons.push(Reason::AssumedTerm(months)),
            (Some(Term::Months(_)) | None, _) => {}
        }
        let is_unused = |month: &&super::ScheduledMonth| month.reads == Reads::ZERO;
        let months = own.iter().filter(is_unused).count();
        if months > 0 {
            let are_last = own.iter().rev().take_while(is_unused).count() == months;
            // The fastest schedule may be done long before the project's own months are.
            let beyond = end.saturating_sub(project.month_count().max(purchase.first_month));
            reasons.push(Reason::PaidUnused { months, are_last, beyond });
        }
        if purchase.payment == PurchasePayment::InAdvance {
            reasons.push(Reason::PaidInAdvance { years: purchase.months.div_ceil(Months::YEAR.get().into()) });
        }
        if goes_on.is_some_and(|before| before.price_book.id != purchase.price_book.id) {
            reasons.push(Reason::OtherPrices(purchase.price_book));
        }
        if tier.existing_customers_only {
            reasons.push(if goes_on.is_some() { Reason::KeptFromBefore } else { Reason::ExistingCustomer });
        }
        let is_limited = |month: &super::ScheduledMonth| {
            let lines = month.bill.as_ref().map(crate::pricing::Bill::lines).unwrap_or_default();
            lines.iter().any(|line| matches!(line, crate::pricing::Line::AnnualMaximum { .. }))
        };
        if own.iter().any(is_limited) {
            reasons.push(Reason::AnnualMaximum);
        }
        let last_phase = own.iter().rev().find_map(|month| month.phase);
        let reads = last_phase.map_or(0, |phase| self.reads_beyond(project, phase));
        let ends_it = |phase: usize| {
            !self.months.iter().skip(end).any(|month| month.phase == Some(phase) && month.reads > Reads::ZERO)
        };
        if reads > 0 && last_phase.is_some_and(ends_it) {
            reasons.push(Reason::MoreReads { reads });
        }
        reasons
    }

    /// The reads of a phase beyond those that it needs.
    #[must_use]
    pub fn reads_beyond(&self, project: &Project, phase: usize) -> u64 {
        let own = self.months.iter().filter(|month| month.phase == Some(phase));
        let reads: u64 = own.map(|month| month.reads.get()).sum();
        reads.saturating_sub(project.reads().get(phase).map_or(0, |needed| needed.get()))
    }

    /// The months without a purchase from `month` to the end of the phase before it; `None` when there are none, or when
    /// something is bought among them.
    fn idle_behind(&self, project: &Project, month: usize) -> Option<usize> {
        let phase = project.phase_of(month.checked_sub(1)?)?;
        let rest: Vec<_> = self.months.iter().skip(month).take_while(|it| it.phase == Some(phase)).collect();
        (!rest.is_empty() && rest.iter().all(|it| it.purchase.is_none())).then_some(rest.len())
    }
}
