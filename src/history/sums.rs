use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::CalendarMonth;
use crate::pricing::Reads;

/// The reads of months that have any row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums(BTreeMap<CalendarMonth, u64>);

impl Sums {
    /// What stands for more reads than can be priced.
    const TOO_MANY: u64 = Reads::MAX.get() + 1;

    pub(super) fn add(&mut self, month: CalendarMonth, reads: u64) {
        let sum = self.0.entry(month).or_default();
        *sum = sum.saturating_add(reads).min(Self::TOO_MANY);
    }

    pub(super) fn add_all(&mut self, others: &Self) {
        for (month, reads) in &others.0 {
            self.add(*month, *reads);
        }
    }

    /// The months with their reads, the earliest first; more than [`Reads::MAX`] where a month has too many.
    pub(super) fn months(&self) -> impl DoubleEndedIterator<Item = (CalendarMonth, u64)> {
        self.0.iter().map(|(month, reads)| (*month, *reads))
    }

    pub(super) fn reads(&self, month: CalendarMonth) -> Option<u64> {
        self.0.get(&month).copied()
    }
}
