/// One row of a budget, the same in every year and in every outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BudgetRow {
    /// What the schedule's months come to.
    AccessFees,
    /// What expected inflation adds.
    Inflation,
    /// What is put aside for changes of price.
    Contingency,
    /// What rounding up to the funder's modules adds.
    Modules,
    /// All of the above.
    Direct,
    /// The part of the direct costs on which indirect costs are charged. It is no cost of its own.
    Base,
    /// What the institution charges on top.
    Indirect,
    /// Direct and indirect costs.
    Total,
}

impl BudgetRow {
    /// Every row, from top to bottom.
    pub const ALL: [Self; 8] = [
        Self::AccessFees,
        Self::Inflation,
        Self::Contingency,
        Self::Modules,
        Self::Direct,
        Self::Base,
        Self::Indirect,
        Self::Total,
    ];

    /// The name by which exports know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AccessFees => "accessFees",
            Self::Inflation => "inflation",
            Self::Contingency => "contingency",
            Self::Modules => "moduleRounding",
            Self::Direct => "direct",
            Self::Base => "indirectBase",
            Self::Indirect => "indirect",
            Self::Total => "total",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::AccessFees => "Access fees",
            Self::Inflation => "Inflation",
            Self::Contingency => "Contingency for changes of price",
            Self::Modules => "Rounded up to modules",
            Self::Direct => "Direct costs",
            Self::Base => "of which base of indirect costs",
            Self::Indirect => "Indirect costs",
            Self::Total => "Total",
        }
    }
}
