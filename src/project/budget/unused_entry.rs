use super::{Amount, BudgetTerms, OtherCosts};
use crate::project::funder::Percent;

/// What was entered for a budget and isn't used, because of the funder's rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnusedEntry {
    /// The funder allows no inflation.
    Inflation(Percent),
    /// Contingency is no cost that the funder pays.
    Contingency(Percent),
    /// The funder has no limit that counts other direct costs.
    OtherCosts(Amount),
    /// The funder's flat rate for indirect costs takes the place of the one that was entered.
    IndirectRate {
        /// The funder's.
        flat: Percent,
        /// The one that was entered.
        entered: Percent,
    },
}

impl UnusedEntry {
    /// All of them in `terms`.
    pub(super) fn all(terms: &BudgetTerms) -> Vec<Self> {
        let funder = terms.funder;
        let mut unused = Vec::new();
        if !funder.allows_inflation && terms.inflation != Percent::ZERO {
            unused.push(Self::Inflation(terms.inflation));
        }
        if !funder.allows_contingency && terms.contingency != Percent::ZERO {
            unused.push(Self::Contingency(terms.contingency));
        }
        if !funder.counts_other_costs() && terms.other_costs != OtherCosts::ZERO {
            unused.push(Self::OtherCosts(terms.other_costs.into()));
        }
        let entered = terms.indirect_rate;
        let other = funder.flat_rate_percent.filter(|flat| entered != Percent::ZERO && entered != *flat);
        unused.extend(other.map(|flat| Self::IndirectRate { flat, entered }));
        unused
    }
}
