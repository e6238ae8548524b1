use super::{Amount, BudgetRow, ExchangeRate, PriceLevel};
use crate::pricing::{Money, Price};
use crate::project::funder::Percent;

/// One stated amount of a budget year with its arithmetic. Each is computed from stated amounts and rounded once, so that
/// rows and columns add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BudgetLine {
    /// What the year's months come to.
    AccessFees {
        /// The stated amount of each month in which something is paid, in order.
        months: Vec<Money>,
        /// These together.
        dollars: Money,
        /// What one dollar buys; `None` in dollars.
        rate: Option<ExchangeRate>,
        /// The result, rounded.
        amount: Amount,
    },
    /// What prices are expected to rise.
    Inflation {
        /// A year.
        percent: Percent,
        /// What it makes of prices by this year.
        level: PriceLevel,
        /// The year's access fees.
        fees: Amount,
        /// What the level adds to them, rounded.
        amount: Amount,
    },
    /// What is put aside.
    Contingency {
        /// The percentage.
        percent: Percent,
        /// The access fees with their inflation.
        of: Amount,
        /// The result, rounded.
        amount: Amount,
    },
    /// What rounding up to modules adds.
    Modules {
        /// How many modules, each of which amount; `None` where the funder has none.
        modules: Option<(u64, Price)>,
        /// What is rounded up.
        of: Amount,
        /// The other direct costs that are rounded up with it.
        others: Amount,
        /// What that adds.
        amount: Amount,
    },
    /// The direct costs: all lines above.
    Direct {
        /// Their sum.
        amount: Amount,
    },
    /// The part of the direct costs on which indirect costs are charged.
    Base {
        /// The direct costs.
        direct: Amount,
        /// The contingency, where the base leaves it out.
        contingency: Amount,
        /// What a subcontract doesn't count, where access is one; never more than access fees with their inflation.
        subcontract: Amount,
        /// What is left.
        amount: Amount,
    },
    /// The indirect costs.
    Indirect {
        /// The rate.
        percent: Percent,
        /// The base.
        of: Amount,
        /// The result, rounded.
        amount: Amount,
    },
    /// Everything.
    Total {
        /// The direct costs.
        direct: Amount,
        /// The indirect costs.
        indirect: Amount,
        /// Their sum.
        amount: Amount,
    },
}

impl BudgetLine {
    /// The row in which it stands.
    #[must_use]
    pub const fn row(&self) -> BudgetRow {
        match self {
            Self::AccessFees { .. } => BudgetRow::AccessFees,
            Self::Inflation { .. } => BudgetRow::Inflation,
            Self::Contingency { .. } => BudgetRow::Contingency,
            Self::Modules { .. } => BudgetRow::Modules,
            Self::Direct { .. } => BudgetRow::Direct,
            Self::Base { .. } => BudgetRow::Base,
            Self::Indirect { .. } => BudgetRow::Indirect,
            Self::Total { .. } => BudgetRow::Total,
        }
    }

    /// The stated amount.
    #[must_use]
    pub const fn amount(&self) -> Amount {
        match self {
            Self::AccessFees { amount, .. }
            | Self::Inflation { amount, .. }
            | Self::Contingency { amount, .. }
            | Self::Modules { amount, .. }
            | Self::Direct { amount }
            | Self::Base { amount, .. }
            | Self::Indirect { amount, .. }
            | Self::Total { amount, .. } => *amount,
        }
    }
}
