use super::ShortLabel;
use crate::pricing::{Money, Price};

/// Something that is paid once: a set-up fee, a training day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOffItem {
    /// What it is.
    pub label: ShortLabel,
    /// Dollars; stated to the cent.
    pub amount: Price,
}

impl OneOffItem {
    /// The amount as it is stated.
    #[must_use]
    pub fn stated(&self) -> Money {
        Money::from(self.amount).to_the_cent()
    }
}
