//! What each page does: one state, changed by actions through one reducer, and the hooks that keep the browser's address, its
//! storage and its locale in step with it.

pub(crate) mod address;
#[cfg(feature = "whole")]
pub mod budget;
pub mod compare;
pub mod custom_tiers;
mod debounce;
#[cfg(feature = "whole")]
mod download;
mod focus;
#[cfg(feature = "whole")]
mod form_field;
mod form_problems;
#[cfg(feature = "whole")]
pub mod history;
#[cfg(feature = "whole")]
pub mod library;
pub mod locale;
#[cfg(feature = "whole")]
mod page_worker;
#[cfg(feature = "whole")]
pub mod quotes;
pub mod saved;
pub mod settings;
pub mod signing;
pub mod storage;
mod today;
mod typed;
mod unfinished;

pub use debounce::{Debounce, use_debounce};
#[cfg(feature = "whole")]
pub(crate) use download::download;
pub(crate) use focus::focus_on;
pub use focus::{Focus, use_focus};
#[cfg(feature = "whole")]
pub use form_field::FormField;
pub use form_problems::FormProblems;
pub use today::today;
