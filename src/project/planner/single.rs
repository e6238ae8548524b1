//! The cheapest schedule of each tier by itself.

use super::found::FoundSchedule;
use super::market::Market;
use super::refusal::why_none;
use super::solve::{Effort, cheapest};
use crate::pricing::{Tier, Unpriceable};
use crate::project::{SingleTier, SingleTiers, UnfitTier};

/// For each tier that is asked, the cheapest schedule that buys only this one.
pub(super) fn find(market: &Market<'_>) -> Vec<Option<FoundSchedule>> {
    asked(market).into_iter().map(|asked| cheapest(&asked.alone(market), Effort::SMALL)).collect()
}

/// The tiers with what was found for them: the cheapest first, then those that can't do it.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn book(market: &Market<'_>, found: &[Option<FoundSchedule>]) -> Result<SingleTiers, Unpriceable> {
    let mut booked = SingleTiers { schedules: Vec::new(), others: Vec::new() };
    for (asked, found) in asked(market).into_iter().zip(found) {
        let (alone, tier) = (asked.alone(market), asked.tier);
        if let Some(found) = found {
            let schedule = found.book(&alone)?;
            let tier = schedule.purchases.first().map_or(tier, |purchase| &purchase.tier).clone();
            let place = booked.schedules.partition_point(|before| before.schedule.exact <= schedule.exact);
            booked.schedules.insert(place, SingleTier { id: tier.id.clone(), tier, schedule });
        } else {
            let reason = why_none(&alone, |other| other.id == tier.id);
            booked.others.push(UnfitTier { tier: tier.clone(), reason });
        }
    }
    Ok(booked)
}

/// A tier that is asked whether it can do it by itself.
struct Asked<'m> {
    is_custom: bool,
    tier: &'m Tier,
}

impl Asked<'_> {
    /// The market with only this tier.
    fn alone<'a>(&self, market: &Market<'a>) -> Market<'a> {
        let is_it = |is_custom: bool, tier: &Tier| is_custom == self.is_custom && tier.id == self.tier.id;
        let priced = market.tiers.iter().find(|priced| is_it(priced.is_custom, priced.tier));
        // A kind that isn't there leaves a market without tiers.
        market.only(priced.map_or(usize::MAX, |priced| priced.kind))
    }
}

/// Every tier of the project's price books and of the researcher's own, each once.
fn asked<'m>(market: &'m Market<'_>) -> Vec<Asked<'m>> {
    let listed = market.seasons.iter().flat_map(|season| season.price_book.compared()).map(|tier| (false, tier));
    let own = market.project.custom_tiers.iter().map(|tier| (true, tier));
    let mut asked: Vec<Asked<'m>> = Vec::new();
    for (is_custom, tier) in listed.chain(own) {
        if !asked.iter().any(|known| known.is_custom == is_custom && known.tier.id == tier.id) {
            asked.push(Asked { is_custom, tier });
        }
    }
    asked
}
