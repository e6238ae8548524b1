//! The Compare page: the question as a sentence, the answer beside the free era's, every tier, and where figures come from.

mod answer;
mod assumptions;
mod bought;
mod charts;
mod custom_tiers;
mod evidence;
mod memoized;
mod page;
mod question;
mod scenarios;
mod share;
mod tiers;
mod ways;
mod whole;

pub use custom_tiers::custom_tiers;
pub use page::{ComparePage, ComparePageProps};
