//! What a tier of the user's own costs at the present volume, or why that isn't known.

use yew::prelude::*;

use crate::format::{cost_sentence, fit_sentence, monthly_phrase, outgrown_phrase, year_assumption};
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, Cost, Fit, Tier, TierAssessment};

/// A tier's answer to the present question. `None` while the question has no answer, or its answer is about an older version
/// of the tier.
pub(super) fn answer<'a>(tier: &Tier, assessment: Option<&'a Assessment>) -> Option<&'a TierAssessment> {
    assessment?.tiers.iter().find(|answer| *answer.tier == *tier)
}

/// The price in figures, for a line of the list; words where there is none.
pub(super) fn amount(tier: &Tier, assessment: Option<&Assessment>, style: NumberStyle) -> Html {
    match answer(tier, assessment).map(|answer| answer.cost.as_ref()) {
        Some(Some(cost)) => figures(cost, assessment, style),
        Some(None) => html! { "no price yet" },
        None => html! { "not priced" },
    }
}

fn figures(cost: &Cost, assessment: Option<&Assessment>, style: NumberStyle) -> Html {
    let assumed = assessment.map(|assessment| year_assumption(assessment.estimate.usage(), cost)).unwrap_or_default();
    let annual = cost.annual.map(|annual| format!("{} a year{assumed}", style.money(annual)));
    let annual = annual.or_else(|| outgrown_phrase(cost)).map(|annual| [" · ", &annual].concat());
    html! { <><b>{ monthly_phrase(cost, style) }</b>{ " a month" }{ annual.unwrap_or_default() }</> }
}

/// Why the tier doesn't serve the present reads, or has no price; `None` when it serves them at a known price.
pub(super) fn objection(tier: &Tier, assessment: Option<&Assessment>, style: NumberStyle) -> Option<String> {
    let Some((assessment, answer)) = assessment.zip(answer(tier, assessment)) else {
        return Some(unanswered(tier, assessment));
    };
    match answer.fit {
        Fit::Fits => None,
        Fit::NoPublicPrice => Some("Without a charge it has no price, and is never taken for free.".to_owned()),
        Fit::OverCap { .. } | Fit::NotEligible => Some(fit_sentence(answer, assessment.estimate.usage_type(), style)),
    }
}

fn unanswered(tier: &Tier, assessment: Option<&Assessment>) -> String {
    let reads = assessment.map(|assessment| assessment.estimate.reads()).unwrap_or_default();
    match reads.iter().find_map(|reads| tier.exact(*reads).err()) {
        Some(error) => format!("It can’t be compared: {error}."),
        None => "It is priced as soon as the question above has an answer.".to_owned(),
    }
}

/// The whole arithmetic of the price; empty where there is none.
pub(super) fn arithmetic(tier: &Tier, assessment: Option<&Assessment>, style: NumberStyle) -> String {
    let cost = answer(tier, assessment).and_then(|answer| answer.cost.as_ref());
    cost.map(|cost| cost_sentence(tier, cost, style)).unwrap_or_default()
}
