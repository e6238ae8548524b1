use super::{AmountTooLarge, Discount, Money, PackageSize, Price, Reads};

/// One explained amount of a bill. The bill is the sum of its lines, so the explanation can't disagree with the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A month's flat fee.
    FlatFee {
        /// Dollars a month.
        fee: Price,
    },
    /// Reads that cost nothing because the charge includes them.
    Included {
        /// How many.
        reads: Reads,
    },
    /// Reads at a unit price.
    Reads {
        /// How many.
        reads: Reads,
        /// Dollars a read.
        unit_price: Price,
        /// Their product.
        amount: Money,
    },
    /// Started packages.
    Packages {
        /// How many.
        packages: u64,
        /// Reads in each.
        size: PackageSize,
        /// Dollars for each.
        package_price: Price,
        /// Their product.
        amount: Money,
    },
    /// The fee for entering a band.
    BandFee {
        /// Where the band ends; `None` for the last.
        up_to: Option<Reads>,
        /// Dollars, once a month.
        fee: Price,
    },
    /// The reads beyond the cap, which the lines behind this one charge for.
    Overage {
        /// How many.
        reads: Reads,
    },
    /// The discount on everything above.
    Discount {
        /// The percentage.
        percent: Discount,
        /// What it is taken off.
        of: Money,
        /// What it comes to: not positive.
        amount: Money,
    },
    /// What is missing to the monthly minimum.
    MonthlyMinimum {
        /// The least that a month costs.
        minimum: Price,
        /// What it adds.
        amount: Money,
    },
    /// What exceeds the monthly maximum.
    MonthlyMaximum {
        /// The most that a month costs.
        maximum: Price,
        /// What it takes off: not positive.
        amount: Money,
    },
    /// What exceeds the annual maximum, given what the year's earlier months came to.
    AnnualMaximum {
        /// The most that twelve months cost.
        maximum: Price,
        /// What it takes off: not positive.
        amount: Money,
    },
}

impl Line {
    pub(super) fn reads(reads: Reads, unit_price: Price) -> Result<Self, AmountTooLarge> {
        let amount = Money::from(unit_price).times(reads.get())?;
        Ok(Self::Reads { reads, unit_price, amount })
    }

    pub(super) fn packages(reads: Reads, size: PackageSize, package_price: Price) -> Result<Self, AmountTooLarge> {
        let packages = size.packages_for(reads);
        let amount = Money::from(package_price).times(packages)?;
        Ok(Self::Packages { packages, size, package_price, amount })
    }

    pub(super) fn discount(percent: Discount, of: Money) -> Result<Self, AmountTooLarge> {
        let amount = Money::ZERO.minus(of.percent(percent)?)?;
        Ok(Self::Discount { percent, of, amount })
    }

    /// Whether it is a minimum or a maximum that makes the line.
    pub(super) const fn is_bound(&self) -> bool {
        matches!(self, Self::MonthlyMinimum { .. } | Self::MonthlyMaximum { .. } | Self::AnnualMaximum { .. })
    }

    /// What the line adds to the bill; negative when it lowers it.
    #[must_use]
    pub fn amount(&self) -> Money {
        match self {
            Self::FlatFee { fee } | Self::BandFee { fee, .. } => (*fee).into(),
            Self::Included { .. } | Self::Overage { .. } => Money::ZERO,
            Self::Reads { amount, .. }
            | Self::Packages { amount, .. }
            | Self::Discount { amount, .. }
            | Self::MonthlyMinimum { amount, .. }
            | Self::MonthlyMaximum { amount, .. }
            | Self::AnnualMaximum { amount, .. } => *amount,
        }
    }
}
