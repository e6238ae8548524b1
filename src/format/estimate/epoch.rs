//! What the reads of an estimate cost at one time, in words.

use super::cost::total_span;
use super::no_tier::NoTier;
use crate::numbers::NumberStyle;
use crate::pricing::{Epoch, Estimate};

/// What the reads cost at one time: `from 2023-03-29, March 2023: $42,000 a month with Enterprise Small`. Where the months of
/// the estimate differ, the cost is that of all of them.
#[must_use]
pub fn epoch_sentence(epoch: &Epoch, estimate: &Estimate, style: NumberStyle) -> String {
    let is_constant = estimate.is_constant();
    let answer = epoch.cheapest.as_ref().and_then(|answer| Some((answer, answer.cost.as_ref()?)));
    let cost = match (answer, epoch.otherwise) {
        (Some((answer, cost)), _) if is_constant => {
            format!("{} a month with {}", style.money(cost.monthly), answer.tier.name)
        }
        (Some((answer, cost)), _) => format!(
            "{} {} with {}",
            style.money(cost.total),
            total_span(cost, estimate.usage().month_count()),
            answer.tier.name
        ),
        (None, otherwise) => NoTier::of(otherwise).phrase().to_owned(),
    };
    format!("from {}, {}: {cost}", epoch.from, epoch.price_book.name)
}
