//! What people type into fields, read: numbers with the words beside them, or what to say of a text that is none.

pub(super) mod numbers;
pub(super) mod words;
