//! The link that stands for a budget: written and read side by side.
//!
//! Like an estimate's link it is a fragment, says in readable keys what the researcher entered, and never a result:
//!
//! ```text
//! b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date
//! b1/start=2026-12-01/phases=Pilot*100000*1,Collection*9900000*7/usage=academic/reread=1.2/limit=50000/funder=horizon-europe/rate=EUR*0.92*2026-11-20/prices=2026-08
//! ```
//!
//! A phase is its posts and its months, behind its name if it has one. Names are percent-encoded, with `+` for a space. What is
//! as usual is left out; keys may stand in any order, but each at most once, and what says less, more or something else than a
//! budget is refused, never mended.

use crate::link::values::{decode_text, encode_text, one_of, parsed, price_book, tiers, usage_type, version, whole};
use crate::link::{LinkError, MAX_LENGTH, Pairs};
use crate::pricing::{Catalogue, Date, RereadFactor, read_day};
use crate::text::shortened;
use crate::tier_text::tiers_to_compact;

use super::budget::{BudgetTerms, BudgetTermsError, BudgetTermsFields, Conversion, CostClass, IndirectBase, YearCut};
use super::{Phase, PhaseName, PlanChoice, PriceBasis, Project, ProjectError, ProjectFields, Proposal};

/// How the link of a budget begins, in its first and only version so far.
const VERSION: &str = "b1";

/// How those of all versions begin.
const LETTER: char = 'b';

/// The keys. A link needs those in [`NEEDED`].
const KEYS: [&str; 18] = [
    "start",
    "phases",
    "usage",
    "reread",
    "term",
    "limit",
    "plan",
    "funder",
    "years",
    "inflation",
    "contingency",
    "indirect",
    "base",
    "class",
    "other",
    "rate",
    "tiers",
    "prices",
];

const NEEDED: [&str; 4] = ["start", "phases", "usage", "prices"];

/// What the prices are when each month has those of its first day.
const BY_DATE: &str = "by-date";

/// Writes the fragment of a budget, without the `#`.
#[must_use]
pub fn encode(proposal: &Proposal) -> String {
    let Proposal { project, choice, terms } = proposal;
    let usual = BudgetTerms::plain();
    let phases: Vec<_> = project.phases.iter().map(write_phase).collect();
    let own = Some(&project.custom_tiers).filter(|tiers| !tiers.is_empty());
    let values = [
        ("start", Some(project.start.to_string())),
        ("phases", Some(phases.join(","))),
        ("usage", Some(project.usage_type.id().to_owned())),
        ("reread", unusual(project.reread_factor, RereadFactor::NONE)),
        ("term", project.assumed_term.map(|months| months.to_string())),
        ("limit", project.limit.map(|limit| limit.to_string())),
        ("plan", unusual(choice.id(), PlanChoice::default().id())),
        ("funder", unusual(&terms.funder.id, &usual.funder.id)),
        ("years", unusual(terms.year_cut.id(), usual.year_cut.id())),
        ("inflation", unusual(terms.inflation, usual.inflation)),
        ("contingency", unusual(terms.contingency, usual.contingency)),
        ("indirect", unusual(terms.indirect_rate, usual.indirect_rate)),
        ("base", unusual(terms.indirect_base.id(), usual.indirect_base.id())),
        ("class", unusual(terms.cost_class.id(), usual.cost_class.id())),
        ("other", unusual(terms.other_costs, usual.other_costs)),
        ("rate", terms.conversion.map(write_rate)),
        ("tiers", own.map(|tiers| tiers_to_compact(tiers))),
        ("prices", Some(write_prices(project.prices))),
    ];
    let pairs = values.into_iter().filter_map(|(key, value)| Some(format!("/{key}={}", value?)));
    pairs.fold(VERSION.to_owned(), |link, pair| link + &pair)
}

/// Whether a fragment means to be a budget's, of any version.
#[must_use]
pub fn is_budget(fragment: &str) -> bool {
    version(fragment, LETTER).is_some()
}

/// Reads a fragment, without the `#`.
///
/// # Errors
/// [`LinkError`] says what is wrong with it; no budget is guessed.
pub fn decode(fragment: &str, catalogue: &'static Catalogue) -> Result<Proposal, LinkError> {
    if fragment.len() > MAX_LENGTH {
        return Err(LinkError::TooLong { length: fragment.len() });
    }
    let version = version(fragment, LETTER).ok_or(LinkError::NotABudget)?;
    if version != VERSION {
        return Err(LinkError::UnknownVersion(shortened(version)));
    }
    let pairs = Pairs::collect(&KEYS, fragment.split('/').skip(1))?;
    pairs.need(&NEEDED)?;
    let fields = ProjectFields {
        start: pairs.needed("start", day)?,
        phases: pairs.needed("phases", |text| text.split(',').map(read_phase).collect())?,
        usage_type: pairs.needed("usage", usage_type)?,
        reread_factor: pairs.optional("reread", parsed)?.unwrap_or_default(),
        assumed_term: pairs.optional("term", whole)?,
        limit: pairs.optional("limit", parsed)?,
        custom_tiers: pairs.optional("tiers", tiers)?.unwrap_or_default(),
        prices: pairs.needed("prices", |text| match text {
            BY_DATE => Ok(PriceBasis::ByDate),
            id => price_book(id, catalogue).map(PriceBasis::Of).map_err(|rule| format!("{rule}, {BY_DATE}")),
        })?,
    };
    let choice = pairs.optional("plan", named(PlanChoice::by_id, PlanChoice::ALL.map(PlanChoice::id)))?;
    let project = Project::new(fields).map_err(|error| pairs.broken(key_of(&error), error.to_string()))?;
    Ok(Proposal { project, choice: choice.unwrap_or_default(), terms: read_terms(&pairs)? })
}

fn read_terms(pairs: &Pairs<'_>) -> Result<BudgetTerms, LinkError> {
    let funder = pairs.optional("funder", |text| {
        let ids = || crate::funder_profiles().iter().map(|funder| funder.id.as_str()).collect::<Vec<_>>();
        crate::funder_profile(text).ok_or_else(|| one_of(&ids()))
    })?;
    let fields = BudgetTermsFields {
        funder: funder.unwrap_or_else(|| crate::plain_funder()),
        year_cut: pairs.optional("years", named(YearCut::by_id, YearCut::ALL.map(YearCut::id)))?.unwrap_or_default(),
        inflation: pairs.optional("inflation", parsed)?.unwrap_or_default(),
        contingency: pairs.optional("contingency", parsed)?.unwrap_or_default(),
        indirect_rate: pairs.optional("indirect", parsed)?.unwrap_or_default(),
        indirect_base: pairs
            .optional("base", named(IndirectBase::by_id, IndirectBase::ALL.map(IndirectBase::id)))?
            .unwrap_or_default(),
        cost_class: pairs
            .optional("class", named(CostClass::by_id, CostClass::ALL.map(CostClass::id)))?
            .unwrap_or_default(),
        other_costs: pairs.optional("other", parsed)?.unwrap_or_default(),
        conversion: pairs.optional("rate", read_rate)?,
    };
    BudgetTerms::new(fields).map_err(|error| {
        let key = if matches!(error, BudgetTermsError::Currency { .. }) { "funder" } else { "rate" };
        pairs.broken(key, error.to_string())
    })
}

/// A value, unless it is the usual one.
fn unusual<T: ToString + PartialEq>(value: T, usual: T) -> Option<String> {
    (value != usual).then(|| value.to_string())
}

/// Reads one of a closed set of `ids`.
fn named<T, const COUNT: usize>(
    by_id: fn(&str) -> Option<T>,
    ids: [&'static str; COUNT],
) -> impl FnOnce(&str) -> Result<T, String> {
    move |text| by_id(text).ok_or_else(|| one_of(&ids))
}

fn write_rate(conversion: Conversion) -> String {
    let Conversion { currency, rate, day } = conversion;
    format!("{currency}*{rate}*{day}")
}

fn read_rate(text: &str) -> Result<Conversion, String> {
    let mut parts = text.split('*');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(currency), Some(rate), Some(on), None) => {
            Ok(Conversion { currency: parsed(currency)?, rate: parsed(rate)?, day: day(on)? })
        }
        _ => Err("a rate is a currency*what a dollar buys of it*the day, like EUR*0.92*2026-11-20".to_owned()),
    }
}

/// The part that a broken rule belongs to.
const fn key_of(error: &ProjectError) -> &'static str {
    match error {
        ProjectError::Start(_) => "start",
        ProjectError::PhaseCount { .. } | ProjectError::MonthCount { .. } => "phases",
        ProjectError::TooManyReads { .. } => "reread",
        ProjectError::CustomTiers(_) => "tiers",
    }
}

fn write_prices(prices: PriceBasis) -> String {
    match prices {
        PriceBasis::ByDate => BY_DATE.to_owned(),
        PriceBasis::Of(price_book) => price_book.id.to_string(),
    }
}

fn write_phase(phase: &Phase) -> String {
    let Phase { name, posts, months } = phase;
    let name = if name.is_empty() { String::new() } else { encode_text(name.as_str()) + "*" };
    format!("{name}{posts}*{months}")
}

fn read_phase(text: &str) -> Result<Phase, String> {
    let (rest, count) = text.rsplit_once('*').ok_or("a phase is its posts*its months, like 10000000*8")?;
    let (name, posts) = rest.rsplit_once('*').map_or(("", rest), |(name, posts)| (name, posts));
    Ok(Phase { name: read_name(name)?, posts: whole(posts)?, months: whole(count)? })
}

fn read_name(text: &str) -> Result<PhaseName, String> {
    let text = decode_text(text)?;
    let name = PhaseName::new(&text).map_err(|error| format!("a phase’s name is too long: {error}"))?;
    // A name that would be cleaned isn't one that this program wrote.
    if name.as_str() == text { Ok(name) } else { Err("a phase’s name has characters that no name keeps".to_owned()) }
}

/// Reads a day as it is written: `2026-12-01`.
fn day(text: &str) -> Result<Date, String> {
    read_day(text).ok_or_else(|| "it must be a day, like 2026-12-01".to_owned())
}
