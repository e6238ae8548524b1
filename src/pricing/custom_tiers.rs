//! What tiers of the user's own must keep to stand beside one another.

use thiserror::Error;

use super::{Identifier, Tier};

/// The most tiers of the user's own that are compared at once.
pub const MOST_CUSTOM_TIERS: usize = 100;

/// Why some tiers of the user's own can't be compared.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CustomTiersError {
    /// More than [`MOST_CUSTOM_TIERS`].
    #[error("{count} custom tiers are too many: at most {MOST_CUSTOM_TIERS} are compared")]
    TooMany {
        /// How many there are.
        count: usize,
    },
    /// An id that another tier has.
    #[error("the tier id `{0}` stands twice: ids are unique among listed and custom tiers")]
    IdTwice(Identifier),
}

/// Checks that there aren't too many, and that no two of them and of the `listed` tiers beside them have the same id.
pub(crate) fn check_custom_tiers(tiers: &[Tier], listed: &[Tier]) -> Result<(), CustomTiersError> {
    if tiers.len() > MOST_CUSTOM_TIERS {
        return Err(CustomTiersError::TooMany { count: tiers.len() });
    }
    let mut ids: Vec<&Identifier> = listed.iter().map(|tier| &tier.id).collect();
    for tier in tiers {
        if ids.contains(&&tier.id) {
            return Err(CustomTiersError::IdTwice(tier.id.clone()));
        }
        ids.push(&tier.id);
    }
    Ok(())
}
