use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Text;

/// The name by which files, links and programs refer to a price book, a tier or a source: `2023-03`, `enterprise-small`.
///
/// 1 to [`Identifier::MAX_LENGTH`] ASCII letters, digits and single hyphens; it neither starts nor ends with a hyphen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Text", into = "Text")]
pub struct Identifier(Text);

impl Identifier {
    /// The most characters an identifier may have.
    pub const MAX_LENGTH: usize = 48;

    /// Checks `text` and wraps it.
    ///
    /// # Errors
    /// [`IdentifierError`] when `text` is not written as an identifier.
    pub fn new(text: impl Into<Text>) -> Result<Self, IdentifierError> {
        let text = text.into();
        let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
        if text.len() <= Self::MAX_LENGTH && text.split('-').all(word) {
            Ok(Self(text))
        } else {
            Err(IdentifierError { text })
        }
    }

    /// An identifier of the price books, which the build script has checked.
    pub(crate) const fn checked_at_build(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The same with a number behind it, and so much shorter that it still is an identifier; `None` where no room is left.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Option<Self> {
        let number = format!("-{number}");
        let room = Self::MAX_LENGTH.checked_sub(number.len())?;
        let base = self.0.get(..room).unwrap_or(&self.0).trim_end_matches('-');
        Self::new(base.to_owned() + &number).ok()
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is no [`Identifier`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{text}` is not an identifier: use 1 to {max} letters, digits and single hyphens, like enterprise-small",
    max = Identifier::MAX_LENGTH
)]
pub struct IdentifierError {
    text: Text,
}

impl TryFrom<Text> for Identifier {
    type Error = IdentifierError;

    fn try_from(text: Text) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl From<Identifier> for Text {
    fn from(identifier: Identifier) -> Self {
        identifier.0
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
