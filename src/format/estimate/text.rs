//! A report as plain text, for mail and notes.

use super::assumptions::assumptions_line;
use super::cost::{monthly_phrase, outgrown_phrase, total_span};
use super::epoch::epoch_sentence;
use super::fit::{fit_sentence, misfit_sentences};
use super::usage::{busiest_month, estimate_phrase, given_months_phrase, question_phrase, year_assumption};
use super::ways::{saving_phrase, way_phrase, way_sentence, ways_question};
use crate::format::{access_sentence, cap_phrase, tier_name};
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, Fit, Money, Report, TierAssessment};

/// Everything the Compare page says, line by line, with the address that opens it again.
#[must_use]
pub fn report_text(report: &Report, address: &str, style: NumberStyle) -> String {
    let estimate = &report.asked;
    let mut lines = vec![estimate_phrase(estimate, style)];
    let priced = report.assessment.estimate.usage();
    lines.extend(given_months_phrase(priced, style).map(|months| format!("Posts month by month: {months}")));
    lines.extend([assumptions_line(estimate, style), String::new()]);
    if let Some(budget) = estimate.budget() {
        lines.push(format!("What {} a month buys", style.price(budget)));
        lines.extend(report.bought.iter().map(|answer| {
            let posts = answer.reads.map(|reads| estimate.reread_factor().posts_for(reads)).zip(answer.monthly);
            let buys = posts.map_or_else(
                || "nothing: it costs more".to_owned(),
                |(posts, monthly)| format!("{} posts a month for {}", style.posts(posts), style.money(monthly)),
            );
            format!("- {}: {buys}", tier_name(&answer.tier))
        }));
        lines.extend(
            report.assessment.unpriced().map(|answer| format!("- {}: no public price", tier_name(&answer.tier))),
        );
        lines.push(String::new());
    }
    lines.push(cheapest_line(&report.assessment, style));
    lines.push(free_era_line(&report.assessment, style));
    for (name, scenario) in [("Low", &report.low), ("High", &report.high)] {
        if let Some(assessment) = scenario {
            let question = question_phrase(&assessment.estimate, style);
            lines.push(format!("{name}, {question}: {}", cheapest_line(assessment, style)));
        }
    }
    lines.extend([String::new(), "Every tier, for these reads".to_owned()]);
    lines.extend(report.assessment.tiers.iter().map(|answer| tier_line(answer, &report.assessment, style)));
    let planned = priced.month_count();
    let found = report.ways();
    let ways = found.others.iter().map(|way| {
        let saves = saving_phrase(way, planned, style).map(|saves| format!(", saves {saves}")).unwrap_or_default();
        let (what, terms) = (way_phrase(way, planned, style), way_sentence(way, style));
        format!("- {what}: {}{saves} ({terms})", style.money(way.total))
    });
    if !found.others.is_empty() {
        lines.extend([String::new(), ways_question(&found).to_owned()]);
        lines.extend(ways);
    }
    lines.extend([String::new(), "What these reads have cost".to_owned()]);
    match report.price_history(crate::catalogue()) {
        Ok(epochs) => lines.extend(
            epochs.iter().map(|epoch| format!("- {}", epoch_sentence(epoch, &report.assessment.estimate, style))),
        ),
        Err(error) => lines.push(format!("This can’t be said: {error}.")),
    }
    lines.extend([
        String::new(),
        format!(
            "Independent estimate, not an offer. Prices in US dollars before tax, from the price book {}.",
            estimate.price_book().id
        ),
        address.to_owned(),
    ]);
    lines.join("\n")
}

fn cheapest_line(assessment: &Assessment, style: NumberStyle) -> String {
    if let Some(answer) = assessment.cheapest() {
        return format!("Cheapest tier that fits: {}, {}", tier_name(&answer.tier), costs(answer, assessment, style));
    }
    let (answer, reason) = misfit_sentences(assessment, style);
    format!("{answer}. {reason}")
}

fn free_era_line(assessment: &Assessment, style: NumberStyle) -> String {
    let usage = assessment.estimate.usage_type().label();
    match (&assessment.free_era.covered_by, &assessment.free_era.largest) {
        (Some(answer), _) => {
            let (nothing, cap) = (style.money(Money::ZERO), cap_phrase(answer.tier.cap(), style));
            let access = access_sentence(answer.access, assessment.estimate.usage_type());
            let access = access.map(|access| format!("; {access}")).unwrap_or_default();
            format!("The same reads in the free era: {nothing} with {} access ({cap}{access})", answer.tier.name)
        }
        (None, Some(largest)) => format!(
            "More than the free era gave for {usage}: {} reads a month with {} access",
            style.reads(largest.reads),
            largest.tier.name
        ),
        (None, None) => format!("No free programme was open to {usage}"),
    }
}

fn tier_line(answer: &TierAssessment, assessment: &Assessment, style: NumberStyle) -> String {
    let usage_type = assessment.estimate.usage_type();
    let access = access_sentence(answer.access, usage_type).map(|access| format!(" ({access})")).unwrap_or_default();
    let fit = match answer.fit {
        Fit::Fits => String::new(),
        _ => format!(". {}", fit_sentence(answer, usage_type, style)),
    };
    format!("- {}: {}{access}{fit}", tier_name(&answer.tier), costs(answer, assessment, style))
}

fn costs(answer: &TierAssessment, assessment: &Assessment, style: NumberStyle) -> String {
    let Some(cost) = &answer.cost else { return "no public price".to_owned() };
    let mut parts = vec![format!("{} a month", monthly_phrase(cost, style))];
    let usage = assessment.estimate.usage();
    let annual = cost.annual.map(|annual| format!("{} a year{}", style.money(annual), year_assumption(usage, cost)));
    parts.extend(annual.or_else(|| outgrown_phrase(cost)));
    parts.push(format!("{} {}", style.money(cost.total), total_span(cost, usage.month_count())));
    parts.extend(
        cost.per_thousand.map(|average| format!("{} per {} reads", style.average(average), style.whole(1_000))),
    );
    let used = answer.cap_use.and_then(|cap_use| cap_use.ratio);
    let when = busiest_month(&assessment.estimate);
    parts.extend(used.map(|ratio| format!("{} of its read cap used{when}", style.share(ratio))));
    parts.join(", ")
}
