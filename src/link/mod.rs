//! The link that stands for an estimate: written and read side by side.
//!
//! A link is a fragment, the part of an address after `#`, which browsers never send to a server. The first version says a
//! plain estimate, and is still written for one:
//!
//! ```text
//! v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03
//! ```
//!
//! The second version says everything an estimate can hold, and leaves out what is as usual:
//!
//! ```text
//! v2/reads=500000/period=month/growth=2.5/usage=academic/months=24/reread=1.2/low=300000/high=900000/prices=2026-08
//! v2/given=1000*6,25000/usage=academic/tiers=!((name:Ours,charges:!((model:flat,fee:100))))/prices=2026-08
//! ```
//!
//! It carries what the user entered and never a result; opening it computes everything anew. The version comes first and
//! the price book's id last. Keys may stand in any order, but each at most once: a link that says less, more or something
//! else than an estimate is refused, never mended, because a mended link would show somebody else's figures.

use thiserror::Error;

use crate::pricing::{
    Catalogue, Estimate, EstimateError, Growth, Months, Pattern, Period, Reads, RereadFactor, Usage, UsageError,
    UsageType, Volume,
};
use crate::tier_text::{tiers_from_compact, tiers_to_compact};

/// The longest fragment that is looked at, in bytes. Some programs cut off addresses much shorter than that; see
/// [`SAFE_LENGTH`].
pub const MAX_LENGTH: usize = 100_000;

/// The longest fragment that mail and chat programs can be trusted with, in bytes.
pub const SAFE_LENGTH: usize = 2_000;

/// The keys of the first version. It needs all of them.
const FIRST: [&str; 5] = ["reads", "period", "usage", "months", "prices"];

/// The keys of the second version. It needs `usage`, `prices` and either `given` or the first version's others.
const SECOND: [&str; 13] = [
    "reads", "period", "growth", "given", "usage", "months", "reread", "term", "low", "high", "budget", "tiers",
    "prices",
];

/// Writes the fragment of an estimate, without the `#`.
#[must_use]
pub fn encode(estimate: &Estimate) -> String {
    let usage = estimate.usage();
    let mut values = [const { None }; SECOND.len()];
    let mut set = |key: &str, value: Option<String>| {
        if let Some(slot) = SECOND.iter().position(|known| *known == key).and_then(|place| values.get_mut(place)) {
            *slot = value;
        }
    };
    match usage.pattern() {
        Pattern::Constant { volume } | Pattern::Growing { volume, .. } => {
            set("reads", Some(volume.reads().to_string()));
            set("period", Some(volume.period().name().to_owned()));
            set("months", Some(usage.month_count().to_string()));
        }
        Pattern::Given => set("given", Some(write_runs(usage.months()))),
    }
    if let Pattern::Growing { growth, .. } = usage.pattern() {
        set("growth", Some(growth.to_string()));
    }
    set("usage", Some(estimate.usage_type().id().to_owned()));
    let reread = Some(estimate.reread_factor()).filter(|factor| *factor != RereadFactor::NONE);
    set("reread", reread.map(|factor| factor.to_string()));
    set("term", estimate.assumed_term().map(|months| months.to_string()));
    set("low", estimate.low().map(|volume| volume.reads().to_string()));
    set("high", estimate.high().map(|volume| volume.reads().to_string()));
    set("budget", estimate.budget().map(|budget| budget.to_string()));
    set(
        "tiers",
        Some(estimate.custom_tiers()).filter(|tiers| !crate::IS_FIRST_VIEW && !tiers.is_empty()).map(tiers_to_compact),
    );
    set("prices", Some(estimate.price_book().id.to_string()));

    let is_plain = SECOND.iter().zip(&values).all(|(key, value)| FIRST.contains(key) == value.is_some());
    let version = if is_plain { "v1" } else { "v2" };
    let pairs = SECOND.iter().zip(values).filter_map(|(key, value)| Some(format!("/{key}={}", value?)));
    pairs.fold(version.to_owned(), |link, pair| link + &pair)
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
    let pairs = match version {
        "v1" => Pairs::collect(&FIRST, parts)?,
        "v2" => Pairs::collect(&SECOND, parts)?,
        _ => {
            let number = version.strip_prefix('v').filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
            return Err(match number.filter(|number| !number.is_empty()) {
                Some(_) => LinkError::UnknownVersion(version.to_owned()),
                None => LinkError::NotALink,
            });
        }
    };
    let needed: &[&'static str] = if pairs.has("given") { &["usage", "prices"] } else { &FIRST };
    let missing: Vec<_> = needed.iter().filter(|key| !pairs.has(key)).copied().collect();
    if !missing.is_empty() {
        return Err(LinkError::Missing(missing));
    }
    let one_of = |names: &[&str]| format!("it must be one of {}", names.join(", "));

    let usage = pairs.usage(one_of)?;
    let usage_type = pairs.needed("usage", |text| {
        let found = UsageType::ALL.into_iter().find(|usage_type| usage_type.id() == text);
        found.ok_or_else(|| one_of(&UsageType::ALL.map(UsageType::id)))
    })?;
    let price_book = pairs.needed("prices", |text| {
        catalogue.price_book(text).ok_or_else(|| {
            let ids: Vec<_> = catalogue.price_books().iter().map(|book| book.id.as_str()).collect();
            one_of(&ids)
        })
    })?;
    let estimate = Estimate::new(usage, usage_type, price_book);

    let factor = pairs.optional("reread", parsed)?.unwrap_or_default();
    let estimate = pairs.fitting("reread", estimate.with_reread_factor(factor))?;
    let estimate = estimate.with_assumed_term(pairs.optional("term", months)?);
    let period = estimate.usage().volume().map_or(Period::Month, Volume::period);
    let volume = |text: &str| Volume::new(whole(text)?, period).map_err(|error| error.to_string());
    let (low, high) = (pairs.optional("low", volume)?, pairs.optional("high", volume)?);
    // The two are checked one after the other, so that the message names the right one.
    let estimate = pairs.fitting("low", estimate.with_range(low, None))?;
    let estimate = pairs.fitting("high", estimate.with_range(low, high))?;
    let estimate = estimate.with_budget(pairs.optional("budget", parsed)?);
    let tiers = pairs.optional("tiers", |text| {
        if crate::IS_FIRST_VIEW {
            // The start script never gives such a link to this program.
            return Err("it needs the whole program".to_owned());
        }
        tiers_from_compact(text).map_err(|error| error.to_string())
    })?;
    pairs.fitting("tiers", estimate.with_custom_tiers(tiers.unwrap_or_default()))
}

/// The parts of a link: known keys, each at most once.
struct Pairs<'a> {
    keys: &'static [&'static str],
    values: Vec<Option<&'a str>>,
}

impl<'a> Pairs<'a> {
    fn collect(keys: &'static [&'static str], parts: impl Iterator<Item = &'a str>) -> Result<Self, LinkError> {
        let mut values = vec![None; keys.len()];
        for part in parts {
            let unknown = || LinkError::UnknownPart(shortened(part));
            let (key, value) = part.split_once('=').ok_or_else(unknown)?;
            let place = keys.iter().position(|known| *known == key);
            let slot = place.and_then(|place| values.get_mut(place)).ok_or_else(unknown)?;
            if slot.replace(value).is_some() {
                return Err(LinkError::Twice(key.to_owned()));
            }
        }
        Ok(Self { keys, values })
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.keys.iter().zip(&self.values).find(|(known, _)| **known == key).and_then(|(_, value)| *value)
    }

    fn has(&self, key: &str) -> bool {
        self.text(key).is_some()
    }

    fn optional<T>(
        &self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>, LinkError> {
        let Some(text) = self.text(key) else { return Ok(None) };
        parse(text).map(Some).map_err(|rule| LinkError::BadValue { key, value: shortened(text), rule })
    }

    fn needed<T>(&self, key: &'static str, parse: impl FnOnce(&str) -> Result<T, String>) -> Result<T, LinkError> {
        self.optional(key, parse)?.ok_or_else(|| LinkError::Missing(vec![key]))
    }

    /// An estimate, or why the value of `key` doesn't fit the others.
    fn fitting(&self, key: &'static str, estimate: Result<Estimate, EstimateError>) -> Result<Estimate, LinkError> {
        let value = || shortened(self.text(key).unwrap_or_default());
        estimate.map_err(|error| LinkError::BadValue { key, value: value(), rule: error.to_string() })
    }

    fn usage(&self, one_of: impl Fn(&[&str]) -> String) -> Result<Usage, LinkError> {
        if self.has("given") {
            let rest = ["reads", "period", "growth", "months"].into_iter().find(|key| self.has(key));
            if let Some(key) = rest {
                return Err(LinkError::BesideGiven(key));
            }
            return self.needed("given", |text| Usage::given(read_runs(text)?).map_err(|error| error.to_string()));
        }
        let reads = self.needed("reads", whole)?;
        let period = self.needed("period", |text| {
            let found = Period::ALL.into_iter().find(|period| period.name() == text);
            found.ok_or_else(|| one_of(&Period::ALL.map(Period::name)))
        })?;
        let volume = self.needed("reads", |_| Volume::new(reads, period).map_err(|error| error.to_string()))?;
        let months = self.needed("months", months)?;
        let growth: Growth = self.optional("growth", parsed)?.unwrap_or_default();
        let grown = Usage::growing(volume, growth, months);
        grown.map_err(|error| {
            let value = shortened(self.text("growth").unwrap_or_default());
            LinkError::BadValue { key: "growth", value, rule: error.to_string() }
        })
    }
}

fn whole(text: &str) -> Result<Reads, String> {
    let count: i128 = text.parse().map_err(|_| "it must be a whole number".to_owned())?;
    Reads::try_from(count).map_err(|error| error.to_string())
}

fn months(text: &str) -> Result<Months, String> {
    let count: i128 = text.parse().map_err(|_| "it must be a whole number".to_owned())?;
    Months::try_from(count).map_err(|error| error.to_string())
}

fn parsed<T: std::str::FromStr<Err: ToString>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

/// Writes months one by one, equal neighbours together: `1000*6,25000`.
fn write_runs(months: &[Reads]) -> String {
    let runs = months.chunk_by(|month, next| month == next).map(|run| {
        let reads = run.first().copied().unwrap_or_default();
        if run.len() == 1 { reads.to_string() } else { format!("{reads}*{}", run.len()) }
    });
    runs.collect::<Vec<_>>().join(",")
}

fn read_runs(text: &str) -> Result<Vec<Reads>, String> {
    let mut all = Vec::new();
    for run in text.split(',') {
        let (reads, count) = match run.split_once('*') {
            Some((reads, count)) => (reads, months(count)?.get()),
            None => (run, 1),
        };
        let reads = whole(reads)?;
        all.extend(std::iter::repeat_n(reads, count.into()));
        if all.len() > usize::from(Months::MAX.get()) {
            return Err(UsageError::MonthCount { count: all.len() }.to_string());
        }
    }
    Ok(all)
}

/// The beginning of a text, for a message.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
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
    #[error("it doesn't begin with a version, like v1")]
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
    /// A part that says of all months what is given for each of them.
    #[error("it has {0} and months one by one, which can't both be meant")]
    BesideGiven(&'static str),
    /// A value that breaks a rule.
    #[error("{key} is “{value}”: {rule}")]
    BadValue {
        /// Which part.
        key: &'static str,
        /// What stands there, or its beginning.
        value: String,
        /// What should.
        rule: String,
    },
}
