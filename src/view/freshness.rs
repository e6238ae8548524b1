use yew::prelude::*;

use crate::format::freshness_sentence;
use crate::numbers::NumberStyle;
use crate::pricing::{Freshness, FreshnessLevel};

/// How old the prices are: a quiet line while they are young, a warning from when they may well have changed.
pub fn freshness_notice(freshness: &Freshness, style: NumberStyle) -> Html {
    let class = match freshness.level {
        FreshnessLevel::Fresh | FreshnessLevel::Aging => "freshness",
        FreshnessLevel::Old => "notice",
        FreshnessLevel::VeryOld => "notice notice-strong",
    };
    html! { <p {class}>{ freshness_sentence(freshness, style) }</p> }
}
