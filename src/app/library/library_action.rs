use super::{LibraryOrder, LibraryOutcome};

/// What changes the panel of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryAction {
    /// The reader opens or closes the panel, which forgets what was said.
    Look,
    /// Types what to look for.
    Search(String),
    /// Chooses an order.
    Order(LibraryOrder),
    /// A command was performed.
    Done(LibraryOutcome),
}
