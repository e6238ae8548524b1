use std::borrow::Cow;

use super::Totals;
use crate::pricing::Money;

/// One figure of an option: what it is called, and where it stands in the totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteFigure {
    /// What a month costs.
    Month,
    /// What the first year costs.
    Year,
    /// The whole term before the discount.
    List,
    /// What the discount takes off it.
    Discount,
    /// What is paid once.
    OneOff,
    /// What the quote comes to.
    Total,
}

impl QuoteFigure {
    /// Every figure, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::Month, Self::Year, Self::List, Self::Discount, Self::OneOff, Self::Total];

    /// The id by which documents know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Month => "monthly",
            Self::Year => "annual",
            Self::List => "list",
            Self::Discount => "discount",
            Self::OneOff => "oneOff",
            Self::Total => "total",
        }
    }

    /// What people call it, whatever the option.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Month => "A month",
            Self::Year => "A year",
            Self::List => "Whole term before discount",
            Self::Discount => "Discount",
            Self::OneOff => "One-off items",
            Self::Total => "Whole term",
        }
    }

    /// What people call it, of an option that comes to `totals`: payments may differ, be for several months, have a discount,
    /// or go on behind the quote's own months.
    #[must_use]
    pub fn label_for(self, totals: &Totals) -> Cow<'static, str> {
        let is_average = totals.payments.iter().all(|payment| payment.months > 1);
        let label = match (self, totals.varies()) {
            (Self::List | Self::Total, _) if totals.is_prolonged() => {
                return format!("{}, {} months", self.label(), totals.months()).into();
            }
            (Self::Month, true) if is_average => "A month, on average in the first year",
            (Self::Month, false) if is_average => "A month, on average",
            (Self::Month, true) => "The first month",
            (Self::Year, true) => "The first year",
            _ => self.label(),
        };
        // The discount follows below, which otherwise would seem to be taken off them.
        if matches!(self, Self::Month | Self::Year) && totals.discount != Money::ZERO {
            return format!("{label}, after discount").into();
        }
        label.into()
    }

    /// The amount; `None` where the option has none.
    #[must_use]
    pub fn amount(self, totals: &Totals) -> Option<Money> {
        match self {
            Self::Month => Some(totals.monthly),
            Self::Year => totals.annual,
            Self::List => Some(totals.list),
            Self::Discount => Some(totals.discount),
            Self::OneOff => totals.total.minus(totals.recurring).ok(),
            Self::Total => Some(totals.total),
        }
    }

    /// Whether it depends on the tier's price, which another price book may change.
    #[must_use]
    pub const fn is_of_tier(self) -> bool {
        !matches!(self, Self::OneOff)
    }
}
