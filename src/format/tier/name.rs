use crate::pricing::Tier;

/// What follows the name of a tier that the user made up.
pub const YOURS: &str = " (yours)";

/// The name of a tier among others, to the user who compares them: one of their own says so.
#[must_use]
pub fn tier_name(tier: &Tier) -> String {
    let yours = if !crate::IS_FIRST_VIEW && tier.is_custom() { YOURS } else { "" };
    format!("{}{yours}", tier.name)
}
