//! The link that stands for an estimate: written and read side by side.
//!
//! A link is a fragment, the part of an address after `#`, which browsers never send to a server:
//!
//! ```text
//! v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03
//! ```
//!
//! It carries what the user entered and never a result; opening it computes everything anew. The version comes first and
//! the price book's id last. Keys may stand in any order, but each exactly once: a link that says less, more or something
//! else than an estimate is refused, never mended, because a mended link would show somebody else's figures.

use thiserror::Error;

use crate::pricing::{Catalogue, Estimate, Months, Pattern, Period, Reads, RereadFactor, Usage, UsageType, Volume};

/// The version that is written.
const VERSION: &str = "v1";

/// The longest fragment that is looked at, in bytes.
pub const MAX_LENGTH: usize = 2_000;

const KEYS: [&str; 5] = ["reads", "period", "usage", "months", "prices"];

/// Writes the fragment of an estimate, without the `#`; `None` for what this version of the link has no words for: growth,
/// given months, a re-read factor, an assumed term, custom tiers.
#[must_use]
pub fn encode(estimate: &Estimate) -> Option<String> {
    let Pattern::Constant { volume } = estimate.usage().pattern() else { return None };
    let has_assumptions = estimate.reread_factor() != RereadFactor::NONE || estimate.assumed_term().is_some();
    if has_assumptions || !estimate.custom_tiers().is_empty() {
        return None;
    }
    let values = [
        volume.reads().to_string(),
        volume.period().name().to_owned(),
        estimate.usage_type().id().to_owned(),
        estimate.usage().month_count().to_string(),
        estimate.price_book().id.to_string(),
    ];
    let pairs = KEYS.iter().zip(values).map(|(key, value)| format!("/{key}={value}"));
    Some(pairs.fold(VERSION.to_owned(), |link, pair| link + &pair))
}

/// Reads a fragment, without the `#`.
///
/// # Errors
/// [`LinkError`] says what is wrong with it; no estimate is guessed.
pub fn decode(fragment: &str, catalogue: &'static Catalogue) -> Result<Estimate, LinkError> {
    if fragment.len() > MAX_LENGTH {
        return Err(LinkError::TooLong { length: fragment.len() });
    }
    let mut parts = fragment.split('/');
    let version = parts.next().unwrap_or_default();
    if version != VERSION {
        let number = version.strip_prefix('v').filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        return Err(match number.filter(|number| !number.is_empty()) {
            Some(_) => LinkError::UnknownVersion(version.to_owned()),
            None => LinkError::NotALink,
        });
    }
    let pairs = Pairs::collect(parts)?;
    let reads = pairs.value("reads", |text| {
        let count: i128 = text.parse().map_err(|_| "it must be a whole number".to_owned())?;
        Reads::try_from(count).map_err(|error| error.to_string())
    })?;
    let period = pairs.value("period", |text| {
        Period::ALL.into_iter().find(|period| period.name() == text).ok_or_else(|| {
            let names = Period::ALL.map(Period::name).join(", ");
            format!("it must be one of {names}")
        })
    })?;
    let volume = pairs.value("reads", |_| Volume::new(reads, period).map_err(|error| error.to_string()))?;
    let usage_type = pairs.value("usage", |text| {
        UsageType::ALL.into_iter().find(|usage_type| usage_type.id() == text).ok_or_else(|| {
            let ids = UsageType::ALL.map(UsageType::id).join(", ");
            format!("it must be one of {ids}")
        })
    })?;
    let months = pairs.value("months", |text| {
        let count: i128 = text.parse().map_err(|_| "it must be a whole number".to_owned())?;
        Months::try_from(count).map_err(|error| error.to_string())
    })?;
    let price_book = pairs.value("prices", |text| {
        catalogue.price_book(text).ok_or_else(|| {
            let ids: Vec<_> = catalogue.price_books().iter().map(|book| book.id.as_str()).collect();
            format!("it must be one of {}", ids.join(", "))
        })
    })?;
    Ok(Estimate::new(Usage::constant(volume, months), usage_type, price_book))
}

/// The parts of a link, each known key exactly once.
struct Pairs<'a>([&'a str; KEYS.len()]);

impl<'a> Pairs<'a> {
    fn collect(parts: impl Iterator<Item = &'a str>) -> Result<Self, LinkError> {
        let mut values = [None; KEYS.len()];
        for part in parts {
            let (key, value) = part.split_once('=').ok_or_else(|| LinkError::UnknownPart(part.to_owned()))?;
            let index = KEYS.iter().position(|known| *known == key);
            let slot = index.map(|index| &mut values[index]).ok_or_else(|| LinkError::UnknownPart(part.to_owned()))?;
            if slot.replace(value).is_some() {
                return Err(LinkError::Twice(key.to_owned()));
            }
        }
        let missing = || KEYS.iter().zip(values).filter(|(_, value)| value.is_none()).map(|(key, _)| *key);
        if missing().next().is_some() {
            return Err(LinkError::Missing(missing().collect()));
        }
        Ok(Self(values.map(Option::unwrap_or_default)))
    }

    fn value<T>(&self, key: &'static str, parse: impl FnOnce(&str) -> Result<T, String>) -> Result<T, LinkError> {
        let value = KEYS.iter().position(|known| *known == key).map_or("", |index| self.0[index]);
        parse(value).map_err(|rule| LinkError::BadValue { key, value: value.to_owned(), rule })
    }
}

/// What is wrong with a link.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// More than [`MAX_LENGTH`] bytes.
    #[error("it is {length} characters long, and a link has at most {max}", max = MAX_LENGTH)]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// It doesn't begin with a version.
    #[error("it doesn't begin with a version, like {version}", version = VERSION)]
    NotALink,
    /// A version that this program doesn't know.
    #[error("its version is {0}, which this calculator doesn't know; a newer one may have made it")]
    UnknownVersion(String),
    /// Parts that aren't there, as in a link that was cut off.
    #[error("a part is missing: {}", .0.join(", "))]
    Missing(Vec<&'static str>),
    /// A key that stands there twice.
    #[error("{0} stands there twice")]
    Twice(String),
    /// A part that means nothing in a link.
    #[error("the part “{0}” is unknown")]
    UnknownPart(String),
    /// A value that breaks a rule.
    #[error("{key} is “{value}”: {rule}")]
    BadValue {
        /// Which part.
        key: &'static str,
        /// What stands there.
        value: String,
        /// What should.
        rule: String,
    },
}
