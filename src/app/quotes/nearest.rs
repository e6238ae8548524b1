use crate::pricing::{Assessment, Fit, TierAssessment};

/// The tiers in the order in which a quote offers them: those that fit, cheapest first; those that might; the open ones that
/// serve the most of the busiest month; and at last the closed ones.
pub(super) fn nearest_first(assessment: &Assessment) -> Vec<&TierAssessment> {
    let peak = assessment.estimate.peak();
    let distance = |answer: &&TierAssessment| (answer.fit == Fit::NotEligible, peak.beyond(answer.tier.limit()));
    let mut tiers: Vec<_> = assessment.tiers.iter().collect();
    tiers.sort_by_key(distance);
    tiers
}
