//! Stands in for the reading and writing of tiers as JSON until the real one takes its place. To be deleted.
//!
//! It knows ids, names and one flat fee, written exactly as it writes them itself.

use thiserror::Error;

use crate::pricing::{Charge, Tier, TierFields};

/// What a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The tiers.
    pub tiers: Vec<Tier>,
    /// What was left out, a sentence for each.
    pub left_out: Vec<String>,
}

/// Why a text holds no tiers.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("it is not JSON")]
pub struct TierTextError;

/// Reads tiers.
///
/// # Errors
/// [`TierTextError`] when the text isn't JSON.
pub fn tiers_from_json(text: &str) -> Result<Imported, TierTextError> {
    let text = text.trim().strip_prefix('[').and_then(|text| text.strip_suffix(']')).ok_or(TierTextError)?;
    let mut tiers = Vec::new();
    for object in text.split('{').skip(1) {
        let part = |key: &str| {
            let (_, value) = object.split_once(&format!("\"{key}\":\""))?;
            value.split_once('"').map(|(value, _)| value.to_owned())
        };
        let tier = || {
            let fields = TierFields {
                id: crate::pricing::Identifier::new(part("id")?).ok()?,
                name: part("name")?.into(),
                charges: Some(vec![Charge::Flat { fee: part("fee")?.parse().ok()? }].into()),
                discount_percent: crate::pricing::Discount::NONE,
                monthly_minimum: None,
                monthly_maximum: None,
                annual_maximum: None,
                annual_price: None,
                term_months: None,
                read_cap: None,
                at_cap: None,
                overage: None,
                eligibility: (&[]).into(),
                existing_customers_only: false,
                indicative_price: None,
                aside: None,
                evidence: None,
                note: None,
            };
            Tier::new(fields).ok()
        };
        tiers.push(tier().ok_or(TierTextError)?);
    }
    Ok(Imported { tiers, left_out: Vec::new() })
}

/// Writes tiers.
#[must_use]
pub fn tiers_to_json(tiers: &[Tier]) -> String {
    let mut text = String::from("[");
    for (place, tier) in tiers.iter().enumerate() {
        let fee = match tier.charges.as_deref() {
            Some([Charge::Flat { fee }, ..]) => *fee,
            _ => crate::pricing::Price::ZERO,
        };
        let comma = if place > 0 { "," } else { "" };
        text += &format!("{comma}{{\"id\":\"{}\",\"name\":\"{}\",\"fee\":\"{fee}\"}}", tier.id, tier.name);
    }
    text + "]"
}
