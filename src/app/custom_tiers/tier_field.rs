/// What tells one row of the editor from all others, for as long as the editor is open.
pub type Key = u32;

/// Which of a tier's two lists of charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChargeList {
    /// What a month costs.
    Charges,
    /// What each read beyond the cap costs.
    Overage,
}

/// A field of the editor. Charges and bands are known by their keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierField {
    /// The name.
    Name,
    /// A whole list of charges, where it is the list that is wrong.
    Charges(ChargeList),
    /// The price of a charge, in dollars: a month's fee, the price of a read or of a package.
    Price(Key),
    /// The reads in a package.
    PackageSize(Key),
    /// The reads that a charge includes.
    IncludedReads(Key),
    /// The last read of a band.
    UpTo(Key),
    /// The price of a read in a band.
    UnitPrice(Key),
    /// The fee for entering a band.
    FlatFee(Key),
    /// The reads allowed in a month.
    ReadCap,
    /// Percent off.
    Discount,
    /// The least that a month costs.
    MonthlyMinimum,
    /// The most that a month costs.
    MonthlyMaximum,
    /// The most that twelve months cost.
    AnnualMaximum,
    /// The months that one commits to.
    Term,
    /// Twelve months paid in advance.
    AnnualPrice,
}

impl TierField {
    /// The id of the field's element.
    #[must_use]
    pub fn element_id(self) -> String {
        let (name, key) = match self {
            Self::Charges(ChargeList::Charges) => ("charges", None),
            Self::Charges(ChargeList::Overage) => ("overage", None),
            Self::Name => ("name", None),
            Self::Price(key) => ("price", Some(key)),
            Self::PackageSize(key) => ("package-size", Some(key)),
            Self::IncludedReads(key) => ("included", Some(key)),
            Self::UpTo(key) => ("up-to", Some(key)),
            Self::UnitPrice(key) => ("unit-price", Some(key)),
            Self::FlatFee(key) => ("flat-fee", Some(key)),
            Self::ReadCap => ("read-cap", None),
            Self::Discount => ("discount", None),
            Self::MonthlyMinimum => ("monthly-minimum", None),
            Self::MonthlyMaximum => ("monthly-maximum", None),
            Self::AnnualMaximum => ("annual-maximum", None),
            Self::Term => ("term", None),
            Self::AnnualPrice => ("annual-price", None),
        };
        match key {
            Some(key) => format!("own-{name}-{key}"),
            None => format!("own-{name}"),
        }
    }
}
