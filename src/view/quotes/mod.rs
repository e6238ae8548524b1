//! The Quotes page: the quotes kept on this device, the form for a draft, and the sheet that a customer reads and prints.

mod editor;
mod library;
mod page;
mod qr_code;
mod reading;
mod sheet;

pub use page::{QuotesPage, QuotesPageProps};
