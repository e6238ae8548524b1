//! Text and lists that either stand in the program's data or were made while it runs.

use std::borrow::Cow;

/// A text.
pub type Text = Cow<'static, str>;

/// A list.
pub type List<T> = Cow<'static, [T]>;
