//! An estimate as values, in the schema that the JavaScript API reads.

use crate::pricing::{Estimate, Pattern, RereadFactor, Volume};
use crate::tier_text::tiers_to_value;
use crate::tree::Value;

/// Everything that the user entered. What is as usual is left out, but for what every estimate has.
pub(crate) fn estimate_value(estimate: &Estimate) -> Value {
    let usage = estimate.usage();
    let months = || usage.months().iter().map(|posts| Value::whole(posts.get())).collect();
    let volume = usage.volume();
    let posts = |volume: Volume| Value::whole(volume.posts().get());
    let growth = match usage.pattern() {
        Pattern::Growing { growth, .. } => Some(*growth),
        Pattern::Constant { .. } | Pattern::Given => None,
    };
    let factor = Some(estimate.reread_factor()).filter(|factor| *factor != RereadFactor::NONE);
    let own = Some(estimate.custom_tiers()).filter(|tiers| !tiers.is_empty());
    Value::object([
        ("priceBook", Some(Value::text(estimate.price_book().id.as_str()))),
        ("reads", Some(volume.map_or_else(|| Value::List(months()), posts))),
        ("period", volume.map(|volume| Value::text(volume.period().id()))),
        ("months", volume.map(|_| Value::whole(usage.month_count().get().into()))),
        ("growthPercent", growth.map(|growth| Value::Text(growth.to_string()))),
        ("usageType", Some(Value::text(estimate.usage_type().id()))),
        ("rereadFactor", factor.map(|factor| Value::Text(factor.to_string()))),
        ("assumedTermMonths", estimate.assumed_term().map(|term| Value::whole(term.get().into()))),
        ("low", estimate.low().map(posts)),
        ("high", estimate.high().map(posts)),
        ("budget", estimate.budget().map(|budget| Value::Text(budget.to_string()))),
        ("customTiers", own.map(tiers_to_value)),
    ])
}
