//! How whole numbers enter the schema: one visitor, so that every field refuses fractions and text in the same words.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Deserializes a whole number and lets `T` judge its size.
///
/// Numbers that don't fit 64 bits, fractions and other types are refused with the value and what was expected.
pub(crate) fn deserialize_whole<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: TryFrom<i128>,
    T::Error: fmt::Display,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(WholeVisitor(PhantomData))
}

struct WholeVisitor<T>(PhantomData<T>);

impl<T> Visitor<'_> for WholeVisitor<T>
where
    T: TryFrom<i128>,
    T::Error: fmt::Display,
{
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.visit_i128(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.visit_i128(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        if value.fract() == 0.0 {
            Err(E::custom(format!("{value} is beyond the whole numbers that a floating-point number keeps exactly")))
        } else {
            Err(E::custom(format!("{value} is not a whole number")))
        }
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<T, E> {
        T::try_from(value).map_err(E::custom)
    }
}
