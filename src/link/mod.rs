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
//! else than an estimate is refused, never mended, because a mended link would show somebody else's figures. Only the full stop
//! that programs take along from the end of a sentence is no part of it.

mod link_error;
mod pairs;
pub(crate) mod values;

pub use link_error::LinkError;
pub(crate) use pairs::Pairs;
use values::{one_of, parsed, whole};

use crate::pricing::{
    Catalogue, Estimate, EstimateError, Growth, Months, Pattern, Period, Posts, RereadFactor, Usage, UsageError, Volume,
};
use crate::text::shortened;
use crate::tier_text::tiers_to_compact;

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
            set("reads", Some(volume.posts().to_string()));
            set("period", Some(volume.period().id().to_owned()));
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
    set("low", estimate.low().map(|volume| volume.posts().to_string()));
    set("high", estimate.high().map(|volume| volume.posts().to_string()));
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
    let mut parts = fragment.strip_suffix('.').unwrap_or(fragment).split('/');
    let version = parts.next().unwrap_or_default();
    let pairs = match version {
        "v1" => Pairs::collect(&FIRST, parts)?,
        "v2" => Pairs::collect(&SECOND, parts)?,
        _ if values::version(fragment, 'v').is_some() => return Err(LinkError::UnknownVersion(shortened(version))),
        _ => return Err(LinkError::NotALink),
    };
    let needed: &[&'static str] = if pairs.has("given") { &["usage", "prices"] } else { &FIRST };
    pairs.need(needed)?;
    let usage = pairs.usage()?;
    let usage_type = pairs.needed("usage", values::usage_type)?;
    let price_book = pairs.needed("prices", |text| values::price_book(text, catalogue))?;
    let estimate = Estimate::new(usage, usage_type, price_book);

    let factor = pairs.optional("reread", parsed)?.unwrap_or_default();
    let estimate = pairs.fitting("reread", estimate.with_reread_factor(factor))?;
    let estimate = estimate.with_assumed_term(pairs.optional("term", whole)?);
    let period = estimate.usage().volume().map_or(Period::Month, Volume::period);
    let volume = |text: &str| Volume::new(whole(text)?, period).map_err(|error| error.to_string());
    let (low, high) = (pairs.optional("low", volume)?, pairs.optional("high", volume)?);
    // The two are checked one after the other, so that the message names the right one.
    let estimate = pairs.fitting("low", estimate.with_range(low, None))?;
    let estimate = pairs.fitting("high", estimate.with_range(low, high))?;
    let estimate = estimate.with_budget(pairs.optional("budget", parsed)?);
    let tiers = pairs.optional("tiers", values::tiers)?;
    pairs.fitting("tiers", estimate.with_custom_tiers(tiers.unwrap_or_default()))
}

impl Pairs<'_> {
    /// An estimate, or why the value of `key` doesn't fit the others.
    fn fitting(&self, key: &'static str, estimate: Result<Estimate, EstimateError>) -> Result<Estimate, LinkError> {
        estimate.map_err(|error| self.broken(key, error.to_string()))
    }

    fn usage(&self) -> Result<Usage, LinkError> {
        if self.has("given") {
            let rest = ["reads", "period", "growth", "months"].into_iter().find(|key| self.has(key));
            if let Some(key) = rest {
                return Err(LinkError::BesideGiven(key));
            }
            return self.needed("given", |text| Usage::given(read_runs(text)?).map_err(|error| error.to_string()));
        }
        let posts = self.needed("reads", whole)?;
        let period =
            self.needed("period", |text| Period::by_id(text).ok_or_else(|| one_of(&Period::ALL.map(Period::id))))?;
        let volume = self.needed("reads", |_| Volume::new(posts, period).map_err(|error| error.to_string()))?;
        let months = self.needed("months", whole)?;
        let growth: Growth = self.optional("growth", parsed)?.unwrap_or_default();
        let grown = Usage::growing(volume, growth, months);
        grown.map_err(|error| self.broken("growth", error.to_string()))
    }
}

/// Writes months one by one, equal neighbours together: `1000*6,25000`.
fn write_runs(months: &[Posts]) -> String {
    let runs = months.chunk_by(|month, next| month == next).map(|run| {
        let posts = run.first().copied().unwrap_or_default();
        if run.len() == 1 { posts.to_string() } else { format!("{posts}*{}", run.len()) }
    });
    runs.collect::<Vec<_>>().join(",")
}

fn read_runs(text: &str) -> Result<Vec<Posts>, String> {
    let mut all = Vec::new();
    for run in text.split(',') {
        let (posts, count) = match run.split_once('*') {
            Some((posts, count)) => (posts, whole::<Months>(count)?.get()),
            None => (run, 1),
        };
        let posts: Posts = whole(posts)?;
        all.extend(std::iter::repeat_n(posts, count.into()));
        if all.len() > usize::from(Months::MAX.get()) {
            return Err(UsageError::MonthCount { count: all.len() }.to_string());
        }
    }
    Ok(all)
}
