//! What tells whether something is still what it was: the SHA-256 of a text, cut to what is needed.

use std::fmt;

use sha2::{Digest, Sha256};

use super::PublicKey;
use crate::pricing::PriceBook;
use crate::tier_text::tiers_to_compact;

/// A digest of everything that a price book charges. Its sources, notes and titles take no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceBookDigest([u8; Self::LENGTH]);

impl PriceBookDigest {
    /// Its length in bytes. It tells corrections apart and needn't withstand an attack: whoever can alter a price book can
    /// alter the calculator.
    pub const LENGTH: usize = 6;

    /// The digest of a price book.
    #[must_use]
    pub fn of(book: &PriceBook) -> Self {
        let hash = sha256(format!("{}\n{}", book.id, tiers_to_compact(&book.tiers)).as_bytes());
        Self(std::array::from_fn(|place| hash.get(place).copied().unwrap_or_default()))
    }

    /// A digest that was written down.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}

impl fmt::Display for PriceBookDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

/// What people compare to recognise a key: the first 8 bytes of its SHA-256, as four groups of four digits.
#[must_use]
pub fn fingerprint(key: &PublicKey) -> String {
    let digits: Vec<_> = sha256(key.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    digits.chunks(2).map(<[String]>::concat).collect::<Vec<_>>().join(" ")
}

/// The SHA-256 of some bytes.
pub(super) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
