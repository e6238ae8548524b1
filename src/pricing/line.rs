use super::{AmountTooLarge, Money, PackageSize, Price, Reads};

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

    /// What the line adds to the bill.
    #[must_use]
    pub fn amount(&self) -> Money {
        match self {
            Self::FlatFee { fee } | Self::BandFee { fee, .. } => (*fee).into(),
            Self::Included { .. } => Money::ZERO,
            Self::Reads { amount, .. } | Self::Packages { amount, .. } => *amount,
        }
    }
}
