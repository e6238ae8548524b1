//! How decimal numbers enter the schema: digits with at most one point, read exactly, within bounds.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};
use thiserror::Error as ThisError;

/// A text that isn't the decimal number it should be: the text, and the rule with its bounds.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[error("`{text}` is not {rule}")]
pub struct DecimalError {
    text: String,
    rule: &'static str,
}

/// What a kind of decimal number may be.
pub(crate) struct Rule {
    /// The lowest value, itself allowed.
    pub(crate) lowest: Decimal,
    /// The highest value, itself allowed.
    pub(crate) highest: Decimal,
    /// The most digits after the point.
    pub(crate) places: u32,
    /// The rule in words, to be read after "is not".
    pub(crate) words: &'static str,
}

impl Rule {
    /// Reads `text` exactly, or says the rule.
    pub(crate) fn parse(&self, text: &str) -> Result<Decimal, DecimalError> {
        let number = plain(text).and_then(|text| Decimal::from_str_exact(text).ok()).map(|number| number.normalize());
        number
            .filter(|number| (self.lowest..=self.highest).contains(number) && number.scale() <= self.places)
            .ok_or_else(|| DecimalError { text: text.to_owned(), rule: self.words })
    }
}

/// The text, if it is digits with at most one point between digits, and a minus in front of them at most.
fn plain(text: &str) -> Option<&str> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(fraction)).then_some(text)
}

/// Deserializes a price: text or a whole number. A binary fraction is refused, because it isn't the number it looks like.
pub(crate) fn deserialize_price<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err = DecimalError>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(DecimalVisitor { takes_fractions: false, value: PhantomData })
}

/// Deserializes a percentage or a factor: text or any number. A binary fraction means its shortest decimal writing.
pub(crate) fn deserialize_factor<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err = DecimalError>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(DecimalVisitor { takes_fractions: true, value: PhantomData })
}

struct DecimalVisitor<T> {
    takes_fractions: bool,
    value: PhantomData<T>,
}

impl<T: FromStr<Err = DecimalError>> Visitor<'_> for DecimalVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.takes_fractions {
            "a number"
        } else {
            "a price as text, like \"0.005\", or a whole number"
        })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, whole: i64) -> Result<T, E> {
        self.visit_str(&whole.to_string())
    }

    fn visit_u64<E: Error>(self, whole: u64) -> Result<T, E> {
        self.visit_str(&whole.to_string())
    }

    fn visit_f64<E: Error>(self, fraction: f64) -> Result<T, E> {
        if self.takes_fractions {
            self.visit_str(&fraction.to_string())
        } else {
            Err(E::invalid_type(Unexpected::Float(fraction), &self))
        }
    }
}

/// Gives a newtype of [`Decimal`] with a `RULE` its text form and its place in the schema.
macro_rules! read_and_write_decimal {
    ($type:ident, $deserialize:ident) => {
        impl std::str::FromStr for $type {
            type Err = $crate::pricing::DecimalError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::RULE.parse(text).map(Self)
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::pricing::decimal::$deserialize(deserializer)
            }
        }
    };
}

pub(crate) use read_and_write_decimal;
