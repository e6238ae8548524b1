//! What an estimate asks, in words.

use crate::format::counts::plural;
use crate::format::months_phrase;
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, Cost, Estimate, Growth, Months, Pattern, Usage, Volume};

/// What is read, in a few words: `2,000,000 posts a month`.
#[must_use]
pub fn usage_phrase(usage: &Usage, style: NumberStyle) -> String {
    let posts =
        |volume: Volume| format!("{} {}", plural(volume.posts().get(), "post", style), volume.period().with_article());
    match usage.pattern() {
        Pattern::Constant { volume } => posts(*volume),
        Pattern::Growing { volume, growth } => format!("{}, {}", posts(*volume), growth_phrase(*growth, style)),
        Pattern::Given => match usage.months() {
            [first, others @ ..] if others.iter().all(|month| month == first) => posts(Volume::monthly(*first)),
            _ => format!("{} of different volumes", months_phrase(usage.month_count())),
        },
    }
}

/// How the volume changes: `growing 5% a month`, `shrinking 5% a month`.
pub(super) fn growth_phrase(growth: Growth, style: NumberStyle) -> String {
    let percent = growth.decimal();
    let trend = if percent.is_sign_negative() { "shrinking" } else { "growing" };
    format!("{trend} {} a month", style.percent(percent.abs()))
}

/// What is asked, in a few words: the usage, or the budget.
#[must_use]
pub fn question_phrase(estimate: &Estimate, style: NumberStyle) -> String {
    match estimate.budget() {
        Some(budget) => format!("{} a month", style.price(budget)),
        None => usage_phrase(estimate.usage(), style),
    }
}

/// All that an estimate asks: `2,000,000 posts a month for academic research, over 12 months, at the prices of March 2023`.
#[must_use]
pub fn estimate_phrase(estimate: &Estimate, style: NumberStyle) -> String {
    let range = posts_range(estimate.usage(), style).filter(|_| estimate.budget().is_none());
    // A comma ends what stands between commas.
    let comma = if matches!(estimate.usage().pattern(), Pattern::Growing { .. }) { "," } else { "" };
    format!(
        "{}{comma} for {}, over {}, at the prices of {}",
        range.unwrap_or_else(|| question_phrase(estimate, style)),
        estimate.usage_type().label(),
        months_phrase(estimate.usage().month_count()),
        estimate.price_book().name,
    )
}

/// Between which numbers of posts the months lie, where they were given one by one and differ: `1,000 to 15,000 posts a month`.
fn posts_range(usage: &Usage, style: NumberStyle) -> Option<String> {
    let (least, most) = (usage.months().iter().min()?, usage.months().iter().max()?);
    let differ = usage.volume().is_none() && least != most;
    differ.then(|| format!("{} to {} posts a month", style.posts(*least), style.posts(*most)))
}

/// The posts of every month, where they were given one by one and differ: `months 1 to 3: 1,000 each · month 4: 9,000`.
#[must_use]
pub fn given_months_phrase(usage: &Usage, style: NumberStyle) -> Option<String> {
    posts_range(usage, style)?;
    let mut month = 0;
    let runs = usage.months().chunk_by(|month, next| month == next).map(|run| {
        let first = month + 1;
        month += run.len();
        let posts = run.first().map(|posts| style.posts(*posts)).unwrap_or_default();
        if run.len() == 1 {
            format!("month {first}: {posts}")
        } else {
            format!("months {first} to {month}: {posts} each")
        }
    });
    Some(runs.collect::<Vec<_>>().join(" · "))
}

/// What a share of a cap is of, where the months differ: ` in the busiest month`.
#[must_use]
pub fn busiest_month(estimate: &Estimate) -> &'static str {
    if estimate.is_constant() { "" } else { " in the busiest month" }
}

/// What the amount of a year assumes, to be read behind it: `, if it goes on like this`; nothing where it assumes nothing.
#[must_use]
pub fn year_assumption(usage: &Usage, cost: &Cost) -> &'static str {
    if is_year_assumed(usage, cost) { ", if it goes on like this" } else { "" }
}

/// The same as a sentence, to be read behind another: ` A year is twelve months, if it goes on like this within the cap.`
#[must_use]
pub fn year_sentence(assessment: &Assessment) -> &'static str {
    let mut costs = assessment.tiers.iter().filter_map(|answer| answer.cost.as_ref());
    if costs.any(|cost| is_year_assumed(assessment.estimate.usage(), cost)) {
        " A year is twelve months, if it goes on like this within the cap."
    } else {
        ""
    }
}

/// Whether twelve months take growth or decline that wasn't asked about, or reads that the total beside them goes without.
fn is_year_assumed(usage: &Usage, cost: &Cost) -> bool {
    let grows = matches!(usage.pattern(), Pattern::Growing { .. }) && usage.month_count() < Months::YEAR;
    grows || cost.year_departs_from_term()
}
