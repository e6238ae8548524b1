use crate::pricing::{Assumption, Bill, Date, Evidence, Money, PriceBook, Reads, Tier};

use super::Proof;

/// Which tier is bought in which month, what is read then, and what that costs: one way to collect a project's posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Each month of the project, then those that are paid only because a purchase goes on beyond it.
    pub months: Vec<ScheduledMonth>,
    /// What is bought, in the order of the months.
    pub purchases: Vec<Purchase>,
    /// What all months come to, each stated to the cent.
    pub total: Money,
    /// The same before any rounding, which is what schedules are compared by.
    pub exact: Money,
    /// How sure it is that no schedule costs less.
    pub proof: Proof,
    /// What must hold for it.
    pub assumptions: Vec<Assumption>,
}

impl Schedule {
    /// The place of the last month in which something is read; `None` when nothing is.
    #[must_use]
    pub fn last_read_month(&self) -> Option<usize> {
        self.months.iter().rposition(|month| month.reads > Reads::ZERO)
    }
}

/// One month of a [`Schedule`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduledMonth {
    /// Its first day.
    pub from: Date,
    /// The place of its phase; `None` after the last one.
    pub phase: Option<usize>,
    /// The place of the purchase that it belongs to; `None` when nothing is bought.
    pub purchase: Option<usize>,
    /// What is read.
    pub reads: Reads,
    /// What is paid in it, to the cent.
    pub amount: Money,
    /// The arithmetic of its amount; `None` when nothing is bought, or when a price for a whole year covers it.
    pub bill: Option<Bill>,
}

/// A tier that is bought for some months on end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// The tier.
    pub tier: Tier,
    /// At whose prices: those of the month in which it is bought, which a term keeps to its end.
    pub price_book: &'static PriceBook,
    /// The place of its first month.
    pub first_month: usize,
    /// The months that are paid.
    pub months: usize,
    /// How they are paid.
    pub payment: PurchasePayment,
    /// What is read in them.
    pub reads: u64,
    /// What they come to, in stated amounts.
    pub amount: Money,
}

impl Purchase {
    /// What the price that is paid rests on; `None` for a tier of the researcher's own.
    #[must_use]
    pub fn price_evidence(&self) -> Option<&Evidence> {
        let evidence = self.tier.evidence.as_ref()?;
        let annual = evidence.annual_price.as_ref().filter(|_| self.payment == PurchasePayment::InAdvance);
        Some(annual.unwrap_or(&evidence.price))
    }
}

/// How a [`Purchase`] is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurchasePayment {
    /// Each month by itself.
    Monthly,
    /// Twelve months in advance, in the first of them.
    InAdvance,
}
