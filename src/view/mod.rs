//! What the reader sees, by page.
//!
//! A view is a plain function of what it shows; it is a Yew component only where it keeps state of its own, stands for a
//! whole page or is left alone while the rest changes, because every component adds two kilobytes to the download.

mod badge;
#[cfg(feature = "whole")]
pub mod budget;
mod clipboard;
pub mod compare;
#[cfg(feature = "whole")]
mod copy_text;
mod document_page;
mod element;
mod evidence;
mod file_link;
mod footer;
#[cfg(feature = "whole")]
mod form;
mod freshness;
#[cfg(feature = "whole")]
pub mod history;
mod meter;
mod navigation;
#[cfg(feature = "whole")]
mod print;
#[cfg(feature = "whole")]
pub mod quotes;
pub mod saved;
pub mod settings;
mod slot;
mod sources;
mod table;
mod tools;

pub use document_page::method_page;
pub use freshness::freshness_notice;
pub use sources::sources_page;
