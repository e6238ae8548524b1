use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Months;

/// The months that one must commit to when buying a tier. In files: a number of months, or `"unknown"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// That many months are paid, whether or not they are used.
    Months(Months),
    /// A contract whose term isn't public. Each estimate assumes one, or none, and says so.
    Unknown,
}

impl Term {
    const UNKNOWN: &str = "unknown";
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Months(months) => months.serialize(serializer),
            Self::Unknown => serializer.serialize_str(Self::UNKNOWN),
        }
    }
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TermVisitor)
    }
}

struct TermVisitor;

impl Visitor<'_> for TermVisitor {
    type Value = Term;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number of months, or \"unknown\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Term, E> {
        if text == Term::UNKNOWN {
            Ok(Term::Unknown)
        } else {
            Err(E::invalid_value(serde::de::Unexpected::Str(text), &self))
        }
    }

    fn visit_i64<E: Error>(self, months: i64) -> Result<Term, E> {
        Months::try_from(i128::from(months)).map(Term::Months).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, months: u64) -> Result<Term, E> {
        Months::try_from(i128::from(months)).map(Term::Months).map_err(E::custom)
    }
}
