//! What a project could buy: every tier open to its usage type at a public price, in the months in which it is on sale.

use std::ops::Range;

use super::line::{Amount, Line};
use super::month_prices::MonthPrices;
use super::units::Units;
use crate::pricing::{
    AmountTooLarge, Catalogue, Identifier, Money, Months, Price, PriceBook, Reads, Tier, Unpriceable,
};
use crate::project::Project;

/// The months of a year.
pub(super) const YEAR: usize = Months::YEAR.get() as usize;

/// Consecutive months at the prices of one price book.
#[derive(Clone, Debug)]
pub(super) struct Season {
    pub(super) price_book: &'static PriceBook,
    pub(super) months: Range<usize>,
}

/// A tier at the prices of one price book, or one of the researcher's own.
#[derive(Clone, Debug)]
pub(super) struct PricedTier<'a> {
    pub(super) tier: &'a Tier,
    pub(super) price_book: &'static PriceBook,
    /// Which tier it is: the same number in every price book.
    pub(super) kind: usize,
    /// Whether it is a tier of the researcher's own.
    pub(super) is_custom: bool,
    /// The months in which it can be bought.
    pub(super) months: Range<usize>,
    /// Whether one can buy it who didn't have it in the month before.
    pub(super) is_sold: bool,
    /// The months that buying it commits to, at least 1.
    pub(super) term: usize,
    /// The least that a month with at least so many reads costs, from none on.
    pub(super) lines: Vec<Line>,
    /// A month without reads.
    pub(super) unused: Amount,
    /// The price of a year in advance, and the reads of a month that it pays.
    pub(super) in_advance: Option<Prepaid>,
    /// The most that a year costs, and the reads of a month that it serves.
    pub(super) at_most: Option<Prepaid>,
}

/// A year of months that cost nothing beyond one price.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prepaid {
    /// The price of the year.
    pub(super) price: Amount,
    /// The reads that each month serves, as a line that costs nothing.
    pub(super) served: Line,
}

/// Everything that a project could buy.
#[derive(Clone, Debug)]
pub(super) struct Market<'a> {
    catalogue: &'static Catalogue,
    pub(super) project: &'a Project,
    pub(super) seasons: Vec<Season>,
    pub(super) tiers: Vec<PricedTier<'a>>,
    /// How many different tiers there are, of all price books.
    pub(super) kinds: usize,
    pub(super) units: Units,
}

impl<'a> Market<'a> {
    /// Everything that `project` could buy, with prices of months up to its largest phase.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount can't be exact.
    pub(super) fn new(catalogue: &'static Catalogue, project: &'a Project) -> Result<Self, Unpriceable> {
        let seasons = seasons(catalogue, project);
        let reach = project.reads().iter().copied().max().unwrap_or_default();
        let mut found: Vec<PricedCandidate<'a>> = Vec::new();
        let mut kinds: Vec<(bool, &Identifier)> = Vec::new();
        for candidate in candidates(project, &seasons) {
            if !candidate.tier.access(project.usage_type).is_open() {
                continue;
            }
            let prices =
                MonthPrices::new(candidate.tier, reach).map_err(|reason| Unpriceable::new(candidate.tier, reason))?;
            let Some(prices) = prices else { continue };
            let name = (candidate.is_custom, &candidate.tier.id);
            let kind = kinds.iter().position(|known| *known == name).unwrap_or_else(|| {
                kinds.push(name);
                kinds.len() - 1
            });
            found.push(PricedCandidate { candidate, kind, prices });
        }
        let mut amounts: Vec<Money> = Vec::new();
        for priced in &found {
            amounts.extend(priced.prices.amounts());
            amounts.extend(priced.other_amounts().map_err(|reason| Unpriceable::new(priced.candidate.tier, reason))?);
        }
        let units = Units::for_all(amounts);
        let tier = |priced: &PricedCandidate<'a>| {
            priced.tier(project, reach, units).map_err(|reason| Unpriceable::new(priced.candidate.tier, reason))
        };
        let tiers = found.iter().map(tier).collect::<Result<_, _>>()?;
        Ok(Self { catalogue, project, seasons, tiers, kinds: kinds.len(), units })
    }

    /// The same market with one kind of tier only.
    pub(super) fn only(&self, kind: usize) -> Self {
        let tiers = self.tiers.iter().filter(|priced| priced.kind == kind).cloned().collect();
        Self { tiers, seasons: self.seasons.clone(), ..*self }
    }

    /// For each kind, whether one may go on with it where others can't begin.
    pub(super) fn tracked(&self) -> Vec<bool> {
        let mut tracked = vec![false; self.kinds];
        for priced in &self.tiers {
            tracked[priced.kind] |= priced.term > 1 || !priced.is_sold;
        }
        tracked
    }

    /// The price book of a month.
    pub(super) fn price_book(&self, month: usize) -> &'static PriceBook {
        self.project.price_book(self.catalogue, month)
    }

    /// The months in order, cut where a phase or the prices change: within a stretch they can change places.
    pub(super) fn stretches(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let starts = |month: usize| self.seasons.iter().any(|season| season.months.start == month);
        for month in 0..self.project.month_count() {
            match found.last_mut() {
                Some(last) if !starts(month) && self.project.phase_of(month) == self.project.phase_of(last.start) => {
                    last.end = month + 1;
                }
                _ => found.push(month..month + 1),
            }
        }
        found
    }

    /// The tiers that can be bought in a month, with their places.
    pub(super) fn on_sale(&self, month: usize) -> impl Iterator<Item = (usize, &PricedTier<'a>)> {
        self.tiers.iter().enumerate().filter(move |(_, priced)| priced.months.contains(&month))
    }
}

impl PricedTier<'_> {
    /// Whether anyone can buy it month by month.
    pub(super) const fn is_sold_monthly(&self) -> bool {
        self.is_sold && self.term == 1
    }

    /// The years that are paid at least when it is paid in advance.
    pub(super) const fn years(&self) -> usize {
        self.term.div_ceil(YEAR)
    }

    /// Whether there is no price for a whole year.
    pub(super) const fn is_without_year(&self) -> bool {
        self.in_advance.is_none() && self.at_most.is_none()
    }

    /// Whether buying it takes more than a month, or may.
    pub(super) const fn may_outlast_a_month(&self) -> bool {
        self.term > 1 || !self.is_without_year()
    }

    /// The most reads that it serves in a month, up to the project's largest phase.
    pub(super) fn most_reads(&self) -> u64 {
        let last = self.lines.last().map_or(0, |line| line.end);
        self.in_advance.map_or(last, |year| last.max(year.served.end))
    }
}

/// A tier that may be bought in some months.
struct Candidate<'a> {
    tier: &'a Tier,
    price_book: &'static PriceBook,
    months: Range<usize>,
    is_custom: bool,
}

/// Every tier of the seasons, and then of the researcher's own.
fn candidates<'a>(project: &'a Project, seasons: &[Season]) -> Vec<Candidate<'a>> {
    let mut found: Vec<Candidate<'a>> = Vec::new();
    for season in seasons {
        let listed = season.price_book.compared().map(|tier| Candidate {
            tier,
            price_book: season.price_book,
            months: season.months.clone(),
            is_custom: false,
        });
        found.extend(listed);
    }
    if let Some(first) = seasons.first() {
        let own = project.custom_tiers.iter().map(|tier| Candidate {
            tier,
            price_book: first.price_book,
            months: 0..project.month_count(),
            is_custom: true,
        });
        found.extend(own);
    }
    found
}

/// A candidate with its prices.
struct PricedCandidate<'a> {
    candidate: Candidate<'a>,
    kind: usize,
    prices: MonthPrices,
}

impl<'a> PricedCandidate<'a> {
    /// The amounts beside those of the prices: a month without reads, and years.
    fn other_amounts(&self) -> Result<impl Iterator<Item = Money>, AmountTooLarge> {
        let tier = self.candidate.tier;
        let unused = tier.exact(Reads::ZERO)?;
        Ok(unused.into_iter().chain(tier.annual_price.into_iter().chain(tier.annual_maximum).map(Money::from)))
    }

    fn tier(&self, project: &Project, reach: Reads, units: Units) -> Result<PricedTier<'a>, AmountTooLarge> {
        let Candidate { tier, price_book, ref months, is_custom } = self.candidate;
        let prepaid = |price: Option<Price>, limit: Reads| {
            let Some(price) = price else { return Ok(None) };
            let end = limit.min(reach).get();
            Ok(Some(Prepaid { price: units.amount(price.into())?, served: Line { start: 0, end, cost: 0, slope: 0 } }))
        };
        Ok(PricedTier {
            tier,
            price_book,
            kind: self.kind,
            is_custom,
            months: months.clone(),
            is_sold: is_custom || !tier.existing_customers_only,
            term: tier.term(project.assumed_term).map_or(1, |months| usize::from(months.get())),
            lines: self.prices.lines(units)?,
            unused: units.amount(tier.exact(Reads::ZERO)?.unwrap_or_default())?,
            in_advance: prepaid(tier.annual_price, tier.read_cap.unwrap_or(Reads::MAX))?,
            at_most: prepaid(tier.annual_maximum, tier.limit())?,
        })
    }
}

/// The months of a project by the price books that hold in them.
fn seasons(catalogue: &'static Catalogue, project: &Project) -> Vec<Season> {
    let mut found: Vec<Season> = Vec::new();
    for month in 0..project.month_count() {
        let price_book = project.price_book(catalogue, month);
        match found.last_mut() {
            Some(last) if last.price_book.id == price_book.id => last.months.end = month + 1,
            _ => found.push(Season { price_book, months: month..month + 1 }),
        }
    }
    found
}
