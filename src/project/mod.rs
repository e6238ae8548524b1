//! Research projects: posts to collect in phases, the months in which tiers are bought for them, and what that costs.
//!
//! A [`Project`] is what the researcher entered and nothing computed. A [`Schedule`] says which tier is bought in which month
//! and what is read then; [`budget`] makes of it what a funder wants to see, by the rules of a [`funder`]. Every amount comes
//! from the engine in [`crate::pricing`].
//!
//! Like the engine, nothing here knows of a browser.

pub mod budget;
pub mod funder;
pub mod link;
mod no_schedule;
mod phase;
mod plan_choice;
mod planner;
mod plans;
mod price_basis;
#[allow(clippy::module_inception, reason = "the module is named after its main type")]
mod project;
mod proof;
mod proposal;
mod reason;
mod schedule;

pub use no_schedule::NoSchedule;
pub use phase::{Phase, PhaseName};
pub use plan_choice::PlanChoice;
pub use planner::{FoundPlans, cheapest_schedule, free_collection, plans};
pub use plans::{
    FreeCollection, FreeProgramme, Limit, LimitStanding, MostPosts, OtherPlans, Plans, SingleTier, SingleTiers,
    UnfitTier,
};
pub use price_basis::PriceBasis;
pub use project::{Project, ProjectError, ProjectFields};
pub use proof::Proof;
pub use proposal::Proposal;
pub use reason::Reason;
pub use schedule::{Purchase, PurchasePayment, Schedule, ScheduledMonth};
