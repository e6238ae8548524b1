//! Prices the use of a metered data API: every tier, month by month, beside what the same reads cost when they were free.
//!
//! [`pricing`] is the engine, [`catalogue`] the price books that come with it, [`link`] the address of an estimate,
//! [`tier_text`] the reading and writing of custom tiers, and [`mod@format`] puts figures into words. Two things are built
//! on these: the page (feature `page`: `app` holds its state, `view` shows it, `chart` draws its charts) and the JavaScript
//! API (feature `javascript`: `js_api`).

pub mod format;
pub mod link;
pub mod pricing;
pub mod tier_text;

#[cfg(feature = "javascript")]
pub mod js_api;

#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "page")]
pub mod chart;
#[cfg(feature = "page")]
pub mod view;

mod published;

#[cfg(feature = "page")]
pub use app::mount;
pub use published::catalogue;
