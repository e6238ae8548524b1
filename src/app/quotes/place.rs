use super::{Editing, Reading};
use crate::app::library::Seen;

/// What is open on the Quotes page.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// The quotes on this device.
    Library,
    /// A draft, and where it lies once it is kept.
    Editing(Box<Editing>, Option<Seen>),
    /// A quote that is only read.
    Reading(Reading),
    /// A link that can't be opened.
    Damaged {
        /// The fragment; empty where it wasn't a link.
        link: String,
        /// Why not.
        reason: String,
    },
}
