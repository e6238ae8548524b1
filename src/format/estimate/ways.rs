//! What a way to the same reads is, in words.

use crate::format::counts::plural;
use crate::format::{months_phrase, tier_name};
use crate::pricing::{Assumption, Months, Stretch, Way, Ways};

use crate::numbers::NumberStyle;

/// The heading over other ways to the same reads. Where no tier fits as planned, none is for less.
#[must_use]
pub const fn ways_question(ways: &Ways) -> &'static str {
    if ways.plan.is_some() { "Could you do it for less?" } else { "Other ways to these reads" }
}

/// What to do, in a few words: `Enterprise Small for 1 month, then stop`. `planned` are the months of the estimate.
#[must_use]
pub fn way_phrase(way: &Way, planned: Months, style: NumberStyle) -> String {
    let name = tier_name(&way.tier);
    for assumption in &way.assumptions {
        if let Assumption::PaidInAdvance { years } = assumption {
            return format!("{name} for {}, paid in advance", plural(*years, "year", style));
        }
    }
    let months = duration_phrase(way.months_paid, style);
    if way.months_paid < u64::from(planned.get()) {
        format!("{name} for {months}, then stop")
    } else {
        format!("{name} for {months}")
    }
}

/// The reads of the months in a few words: `24,000,000 of 50,000,000 reads`, `15,000 of 15,000 reads a month, 5,000 in the
/// last`. The second number is the read cap, unless more is read.
#[must_use]
pub fn pace_phrase(way: &Way, style: NumberStyle) -> String {
    let Some(most) = way.spread.iter().map(|stretch| stretch.reads).max() else { return "no reads".to_owned() };
    let cap = way.tier.read_cap.filter(|cap| most <= *cap);
    let cap = cap.map(|cap| format!(" of {}", style.reads(cap))).unwrap_or_default();
    let reads = format!("{}{cap} reads", style.reads(most));
    match way.spread.as_slice() {
        [Stretch { months: 1, .. }] => reads,
        [_] => format!("{reads} a month"),
        [first, Stretch { months: 1, reads: last }] if *last < first.reads => {
            format!("{reads} a month, {} in the last", style.reads(*last))
        }
        _ => format!("up to {reads} a month"),
    }
}

/// What must hold for a way, in a few words: `assumes no minimum term, which is not public`.
#[must_use]
pub fn assumption_phrase(assumption: Assumption, style: NumberStyle) -> String {
    match assumption {
        Assumption::NoMinimumTerm => "assumes no minimum term, which is not public".to_owned(),
        Assumption::AssumedTerm(months) => {
            format!("assumes a minimum term of {}, which is not public", months_phrase(months))
        }
        Assumption::TermPaidUnused { months } => {
            format!("{} paid only for the minimum term", plural(months, "month", style))
        }
        Assumption::AnotherPace => "the reads come in other months than planned".to_owned(),
        Assumption::PaidInAdvance { years } => format!("{} paid in advance", plural(years, "year", style)),
        Assumption::ExistingCustomer => "existing customers only".to_owned(),
    }
}

/// What a way saves: `$462,000`, or `$0.09, by rounding`. `planned` are the months of the estimate; `None` where it saves nothing.
#[must_use]
pub fn saving_phrase(way: &Way, planned: Months, style: NumberStyle) -> Option<String> {
    let saves = style.money(way.saves?);
    Some(if way.saves_by_rounding(planned) { saves + ", by rounding" } else { saves })
}

/// What [`way_phrase`] doesn't say of a way: its pace, and what must hold.
#[must_use]
pub fn way_sentence(way: &Way, style: NumberStyle) -> String {
    let mut sentence = pace_phrase(way, style);
    let is_said = |assumption: &&Assumption| matches!(assumption, Assumption::PaidInAdvance { .. });
    for assumption in way.assumptions.iter().filter(|assumption| !is_said(assumption)) {
        sentence += " · ";
        sentence += &assumption_phrase(*assumption, style);
    }
    sentence
}

/// Months, and as years where they are many: `18 months`, `2,405 months (200 years and 5 months)`.
#[must_use]
pub fn duration_phrase(count: u64, style: NumberStyle) -> String {
    const YEAR: u64 = Months::YEAR.get() as u64;
    let months = plural(count, "month", style);
    if count < 2 * YEAR {
        return months;
    }
    let years = plural(count / YEAR, "year", style);
    match count % YEAR {
        0 => format!("{months} ({years})"),
        rest => format!("{months} ({years} and {})", plural(rest, "month", style)),
    }
}
