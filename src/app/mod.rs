//! What each page does: one state, changed by actions through one reducer, and the hooks that keep the browser's address, its
//! storage and its locale in step with it.

pub(crate) mod address;
#[cfg(feature = "whole")]
pub mod budget;
pub mod custom_tiers;
mod describe;
#[cfg(feature = "whole")]
mod download;
mod draft;
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
mod picture;
#[cfg(feature = "whole")]
pub mod quotes;
mod rest;
pub mod saved;
pub mod settings;
pub mod signing;
mod state;
pub mod storage;
mod today;
pub(crate) mod unfinished;

pub use describe::describe;
#[cfg(feature = "whole")]
pub(crate) use download::download;
pub use draft::{Direction, Draft, Field, Problems};
pub(crate) use focus::focus_on;
pub use focus::{Focus, use_focus};
#[cfg(feature = "whole")]
pub use form_field::FormField;
pub use form_problems::FormProblems;
pub(crate) use picture::use_picture;
pub use rest::{Rest, use_rest};
pub use state::{Action, State, Undo};
pub use today::today;
