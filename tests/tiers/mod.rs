//! Tiers from their written fields.
#![allow(dead_code, reason = "not every test needs all of them")]

use quota_calculator::pricing::Tier;
use serde_json::{Value, json};

/// The tier that `fields` say, or the words for why they say none.
pub fn tier(fields: Value) -> Result<Tier, String> {
    serde_json::from_value(fields).map_err(|error| error.to_string())
}

/// The tier that `fields` say.
#[track_caller]
pub fn legal(fields: Value) -> Tier {
    tier(fields).expect("a legal tier")
}

/// The fields of a tier with one charge.
pub fn charge(charge: Value) -> Value {
    json!({ "charges": [charge] })
}
