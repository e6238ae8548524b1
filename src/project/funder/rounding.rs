use serde::Deserialize;

/// To what a funder's form states amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// To the smallest unit of the currency: the cent.
    Cents,
    /// To whole dollars, or euros.
    Whole,
}
