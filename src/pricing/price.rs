use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// A price that somebody lists, in US dollars before tax: a fee, or the price of one read.
///
/// 0 to [`Price::MAX`], with at most [`Price::MAX_DECIMAL_PLACES`] decimal places, kept exactly. In files and in the
/// JavaScript API a price is text (`"0.005"`) or a whole number; a binary fraction such as `0.005` is refused, because
/// it isn't the number that it looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price(Decimal);

impl Price {
    /// Free of charge.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The highest price: 10^12 dollars.
    pub const MAX: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

    /// The most digits after the decimal point.
    pub const MAX_DECIMAL_PLACES: u32 = 12;

    /// A price of the price books, which the build script has checked: `mantissa / 10^scale` dollars.
    pub(crate) const fn checked_at_build(low: u32, middle: u32, high: u32, scale: u32) -> Self {
        Self(Decimal::from_parts(low, middle, high, false, scale))
    }

    /// The price as a decimal number of dollars.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

/// Why a text is no [`Price`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PriceError {
    /// Not digits with at most one decimal point.
    #[error("`{0}` is not a price: write dollars in digits, like 100 or 0.005")]
    NotANumber(String),
    /// Below zero.
    #[error("`{0}` is negative: a price is 0 or more")]
    Negative(String),
    /// Above [`Price::MAX`].
    #[error("`{0}` is too high: a price is at most {max} (10^12)", max = Price::MAX)]
    TooHigh(String),
    /// More decimal places than [`Price::MAX_DECIMAL_PLACES`].
    #[error("`{0}` is too fine: a price has at most {max} decimal places", max = Price::MAX_DECIMAL_PLACES)]
    TooFine(String),
}

impl FromStr for Price {
    type Err = PriceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (whole, fraction) =
            text.trim_start_matches('-').split_once('.').unwrap_or((text.trim_start_matches('-'), "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return Err(PriceError::NotANumber(text.to_owned()));
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > Self::MAX_DECIMAL_PLACES as usize {
            return Err(PriceError::TooFine(text.to_owned()));
        }
        let plain = format!("{whole}.{fraction}0");
        let price = Decimal::from_str_exact(&plain).map_err(|_| PriceError::TooHigh(text.to_owned()))?.normalize();
        if price > Self::MAX {
            Err(PriceError::TooHigh(text.to_owned()))
        } else if text.starts_with('-') && !price.is_zero() {
            Err(PriceError::Negative(text.to_owned()))
        } else {
            Ok(Self(price))
        }
    }
}

impl fmt::Display for Price {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Serialize for Price {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PriceVisitor)
    }
}

struct PriceVisitor;

impl Visitor<'_> for PriceVisitor {
    type Value = Price;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a price as text, like \"0.005\", or a whole number")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Price, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: serde::de::Error>(self, whole: i64) -> Result<Price, E> {
        self.visit_str(&whole.to_string())
    }

    fn visit_u64<E: serde::de::Error>(self, whole: u64) -> Result<Price, E> {
        self.visit_str(&whole.to_string())
    }
}
