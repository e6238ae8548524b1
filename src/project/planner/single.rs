//! The cheapest schedule of each tier by itself.

use super::market::Market;
use super::refusal::why_none;
use super::solve::cheapest;
use crate::pricing::{Tier, Unpriceable};
use crate::project::{SingleTier, SingleTiers, UnfitTier};

/// For each tier of the project's price books and of the researcher's own, the cheapest schedule that buys only this one.
pub(super) fn single_tiers(market: &Market<'_>) -> Result<SingleTiers, Unpriceable> {
    let mut found = SingleTiers { schedules: Vec::new(), others: Vec::new() };
    let mut asked: Vec<(bool, &Tier)> = Vec::new();
    let listed = market.seasons.iter().flat_map(|season| season.price_book.compared()).map(|tier| (false, tier));
    let own = market.project.custom_tiers.iter().map(|tier| (true, tier));
    for (is_custom, tier) in listed.chain(own) {
        if asked.iter().any(|known| known.0 == is_custom && known.1.id == tier.id) {
            continue;
        }
        asked.push((is_custom, tier));
        let good = market.goods.iter().find(|good| good.is_custom == is_custom && good.tier.id == tier.id);
        // A kind that isn't there leaves a market without goods.
        let alone = market.only(good.map_or(usize::MAX, |good| good.kind));
        if let Some(schedule) = cheapest(&alone)? {
            let tier = schedule.purchases.first().map_or(tier, |purchase| &purchase.tier).clone();
            let place = found.schedules.partition_point(|before| before.schedule.exact <= schedule.exact);
            found.schedules.insert(place, SingleTier { id: tier.id.clone(), tier, schedule });
        } else {
            let reason = why_none(&alone, |other| other.id == tier.id);
            found.others.push(UnfitTier { tier: tier.clone(), reason });
        }
    }
    Ok(found)
}
