//! Prices the use of a metered data API: every tier, month by month, beside what the same reads cost when they were free.
//!
//! [`pricing`] is the engine, [`catalogue`] the price books that come with it, [`link`] the address of an estimate,
//! [`mod@quote`] what is made of one for a customer, [`project`] what researchers plan and budget, [`history`] a record of
//! reads and what it would have cost, [`tier_text`] the reading and writing of custom tiers, and [`mod@format`] puts figures
//! into words. Below these, [`numbers`] and [`text`] read and write what people type, and [`tree`] has JSON and its short form
//! for links.
//!
//! Three things are built on these: the pages (feature `page`: `app` holds their state, `view` shows it, `chart` draws the
//! charts, `pages` runs them), their workers (feature `worker`: `worker`) and the JavaScript API (feature `javascript`:
//! `js_api`).

pub mod format;
pub mod history;
pub mod link;
pub mod numbers;
pub mod pricing;
pub mod project;
pub mod quote;
pub mod text;
pub mod tier_text;
pub mod tree;

#[cfg(feature = "javascript")]
pub mod js_api;

#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "page")]
pub mod chart;
#[cfg(feature = "page")]
pub mod pages;
#[cfg(feature = "page")]
pub mod view;
#[cfg(feature = "worker")]
pub mod worker;

mod percent_encoding;
mod published;

/// Gives every program of the page its memory. That of the standard library is no faster, and adds 2 KB to the first view and
/// 8 KB to a program built for speed.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

/// Whether this is the program of the first view, which leaves out what only some readers ask for, as the feature `whole` says.
/// The start script then loads the whole program in its place.
pub(crate) const IS_FIRST_VIEW: bool = cfg!(all(feature = "page", not(feature = "whole")));

pub use published::{catalogue, funder_profile, funder_profiles, plain_funder};
