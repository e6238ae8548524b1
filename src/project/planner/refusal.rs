//! Why there is no schedule.

use std::ops::Range;

use super::market::{Market, Season};
use crate::pricing::{Months, Tier};
use crate::project::NoSchedule;

/// Why a market without a schedule has none. `is_asked` says which tiers the answer is about.
pub(super) fn why_none(market: &Market<'_>, is_asked: impl Fn(&Tier) -> bool) -> NoSchedule {
    let project = market.project;
    let mut first = 0;
    for (phase, (wanted, reads)) in project.phases.iter().zip(project.reads()).enumerate() {
        let months = first..first + usize::from(wanted.months.get());
        first = months.end;
        if reads.get() == 0 {
            continue;
        }
        let on_sale = || {
            market.tiers.iter().filter(|priced| priced.months.start < months.end && months.start < priced.months.end)
        };
        let sold_before = |kind: usize| {
            market.tiers.iter().any(|priced| priced.kind == kind && priced.is_sold && priced.months.start < months.end)
        };
        let can_be_had = || on_sale().filter(|priced| priced.is_sold || sold_before(priced.kind));
        if on_sale().next().is_none() {
            let seasons = market
                .seasons
                .iter()
                .filter(|season| season.months.start < months.end && months.start < season.months.end);
            let unpriced = without_price(market, seasons, &is_asked);
            return if unpriced.is_empty() {
                NoSchedule::NotEligible { phase }
            } else {
                NoSchedule::NoPublicPrice { phase, tiers: unpriced }
            };
        }
        if can_be_had().next().is_none() {
            let mut tiers: Vec<Tier> = Vec::new();
            for priced in on_sale() {
                if !tiers_have(&tiers, priced.tier) {
                    tiers.push(Tier::clone(priced.tier));
                }
            }
            return NoSchedule::ExistingCustomersOnly { phase, tiers };
        }
        let most = months.clone().map(|month| {
            let serving = can_be_had().filter(|priced| priced.months.contains(&month));
            serving.map(|priced| priced.most_reads().min(reads.get())).max().unwrap_or(0)
        });
        let most = most.sum::<u64>();
        if most < reads.get() {
            let largest =
                can_be_had().max_by_key(|priced| (priced.most_reads(), std::cmp::Reverse(priced.months.start)));
            let largest =
                largest.filter(|priced| priced.most_reads() > 0).map(|priced| Box::new(Tier::clone(priced.tier)));
            let enough = enough(market, &months, reads.get());
            return NoSchedule::OverCap { phase, reads: *reads, most, largest, enough };
        }
    }
    // Each phase by itself could be done.
    let last = project.reads().iter().rposition(|reads| reads.get() > 0).unwrap_or(0);
    NoSchedule::NoRoom { phase: last }
}

/// How many months are enough for so many reads, which are too many for `months`. `None` where that is more than are
/// priced, where other prices begin on the way, or where a term or a year in advance would have to fit.
fn enough(market: &Market<'_>, months: &Range<usize>, reads: u64) -> Option<Months> {
    let most = |month: usize| {
        market
            .on_sale(month)
            .filter(|(_, priced)| priced.is_sold_monthly())
            .map(|(_, priced)| priced.most_reads())
            .max()
            .unwrap_or(0)
    };
    let last = months.end.checked_sub(1)?;
    let served: u64 = months.clone().map(most).sum();
    let each = Some(most(last)).filter(|each| *each > 0)?;
    let more = usize::try_from(reads.checked_sub(served)?.div_ceil(each)).ok()?;
    let most_more = usize::from(Months::MAX.get()).checked_sub(market.project.month_count())?;
    let go_on = |month: usize| market.price_book(month).id == market.price_book(last).id;
    if more > most_more || !(months.end..months.end + more).all(go_on) {
        return None;
    }
    Months::try_from(i128::try_from(months.len() + more).ok()?).ok()
}

/// The tiers open to the usage type whose price isn't known, each once.
fn without_price<'a>(
    market: &Market<'_>,
    seasons: impl Iterator<Item = &'a Season>,
    is_asked: impl Fn(&Tier) -> bool,
) -> Vec<Tier> {
    let usage_type = market.project.usage_type;
    let listed = seasons.flat_map(|season| season.price_book.compared());
    let mut found: Vec<Tier> = Vec::new();
    for tier in listed.chain(&market.project.custom_tiers) {
        if tier.charges.is_none() && tier.access(usage_type).is_open() && is_asked(tier) && !tiers_have(&found, tier) {
            found.push(tier.clone());
        }
    }
    found
}

fn tiers_have(tiers: &[Tier], tier: &Tier) -> bool {
    tiers.iter().any(|known| known.id == tier.id)
}
