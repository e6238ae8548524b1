//! Values as programs read them: in exports as data.

use crate::pricing::{Fit, Money};

/// The name of an answer in the schema.
pub(super) const fn fit_name(fit: Fit) -> &'static str {
    match fit {
        Fit::Fits => "fits",
        Fit::NoPublicPrice => "noPublicPrice",
        Fit::OverCap { .. } => "overCap",
        Fit::NotEligible => "notEligible",
    }
}

/// An amount with exactly two decimal places.
pub(super) fn cents(money: Money) -> String {
    let mut amount = money.to_the_cent().decimal();
    amount.rescale(2);
    amount.to_string()
}
