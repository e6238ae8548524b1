//! Whether tiers serve the reads of an estimate, in words.

use crate::format::counts::plural;
use crate::format::tier_name;
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, AtCap, Fit, TierAssessment, UsageType};

/// Why a tier fits or doesn't, as a sentence: `Stops 1,990,000 reads short of them. …`.
#[must_use]
pub fn fit_sentence(answer: &TierAssessment, usage_type: UsageType, style: NumberStyle) -> String {
    match answer.fit {
        Fit::Fits => "Yes".to_owned(),
        Fit::NoPublicPrice => "Perhaps: it has no public price. Ask the seller.".to_owned(),
        Fit::OverCap { months_needed: None, .. } => "No: it allows no reads.".to_owned(),
        Fit::OverCap { shortfall, months_needed: Some(months) } => {
            let over = style.reads(shortfall);
            let at_cap = match answer.cap_use.map(|cap_use| cap_use.cap.at_cap) {
                Some(AtCap::Contract) => "What more would cost is not public",
                Some(AtCap::TopUp) => "It stops at its cap, or takes top-ups, whose price is not public",
                Some(AtCap::Stop | AtCap::Overage) | None => "It stops at its cap",
            };
            let months = plural(months, "month", style);
            format!("No: {over} short. {at_cap}; one month’s reads would take {months}.")
        }
        Fit::NotEligible => {
            let reason = answer.tier.access_rule(usage_type).and_then(|rule| rule.reason.as_deref());
            format!("No: not for {}. {}", usage_type.label(), reason.unwrap_or_default()).trim_end().to_owned()
        }
    }
}

/// Why no tier fits at a public price, in a few words and in sentences: `No listed tier fits`, `None is open to AI training.`
#[must_use]
pub fn misfit_sentences(assessment: &Assessment, style: NumberStyle) -> (&'static str, String) {
    let unpriced = assessment.tiers.iter().find(|answer| answer.fit == Fit::NoPublicPrice);
    let open = assessment.tiers.iter().filter(|answer| answer.access.is_open());
    let largest = open.filter_map(|answer| Some((answer, answer.tier.read_cap?))).max_by_key(|(_, cap)| *cap);
    let (answer, mut reason) = match (unpriced, largest) {
        (Some(answer), _) => (
            "No public price",
            format!(
                "{} may serve these reads, but what it costs is not public: ask the seller.",
                tier_name(&answer.tier)
            ),
        ),
        (None, Some((answer, cap))) => (
            "No listed tier fits",
            format!(
                "The largest, {}, allows {} reads a month. For more, ask the seller for custom terms.",
                tier_name(&answer.tier),
                style.reads(cap)
            ),
        ),
        (None, None) => {
            ("No listed tier fits", format!("None is open to {}.", assessment.estimate.usage_type().label()))
        }
    };
    if largest.is_some() || unpriced.is_some() {
        reason += " Such contracts are negotiated one by one.";
    }
    (answer, reason)
}
