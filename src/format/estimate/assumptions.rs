use super::usage::growth_phrase;
use crate::format::months_phrase;
use crate::numbers::NumberStyle;
use crate::pricing::{Estimate, Pattern, RereadFactor};

/// What an estimate takes for granted, in one line.
#[must_use]
pub fn assumptions_line(estimate: &Estimate, style: NumberStyle) -> String {
    let factor = estimate.reread_factor();
    let reads = if factor == RereadFactor::NONE {
        "Each returned post counts as one read".to_owned()
    } else {
        format!("Each wanted post counts as {} reads", style.plain_decimal(factor.decimal()))
    };
    // What a budget buys is bought every month.
    let by_volume = estimate.budget().is_none();
    let over_time = match estimate.usage().pattern() {
        Pattern::Growing { growth, .. } if by_volume => growth_phrase(*growth, style),
        Pattern::Given if by_volume => "every month by itself".to_owned(),
        Pattern::Constant { .. } | Pattern::Growing { .. } | Pattern::Given => "the same every month".to_owned(),
    };
    let term = match estimate.assumed_term() {
        None => "no minimum term where none is public".to_owned(),
        Some(months) => format!("a minimum term of {} where none is public", months_phrase(months)),
    };
    format!("{reads} · {over_time} · {term} · a month is a twelfth of 365 days.")
}
