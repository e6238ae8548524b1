//! The JavaScript API: values in, documents out, and errors that name field, value and rule.
//!
//! `javascript/index.d.ts` has its types. Everything is checked by the types of the engine as it is read; nothing is
//! computed here.

mod estimate_fields;
mod links;
mod quote_fields;
mod tree;

use serde::de::DeserializeOwned;
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::prelude::*;

use crate::catalogue;
use crate::format::{AssessmentDocument, PriceDocument};
use crate::pricing::{self, Estimate, Price, Reads, Report, Tier};
use estimate_fields::EstimateFields;
pub use links::{from_link, link_for};

type Outcome = Result<JsValue, JsError>;

/// Every price book, oldest first.
///
/// # Errors
/// None that a caller can cause.
#[wasm_bindgen(js_name = priceBooks)]
pub fn price_books() -> Outcome {
    write(&catalogue().price_books())
}

/// The documents that the price books' figures come from.
///
/// # Errors
/// None that a caller can cause.
#[wasm_bindgen]
pub fn sources() -> Outcome {
    write(&catalogue().sources())
}

/// Prices one month of a tier.
///
/// # Errors
/// An `Error` that names the field, the value and the rule it breaks, or an amount that can't be exact.
#[wasm_bindgen(js_name = priceTier)]
pub fn price_tier(tier: JsValue, reads: JsValue) -> Outcome {
    let tier: Tier = read("tier", tier)?;
    let reads: Reads = read("reads", reads)?;
    write(&PriceDocument::new(tier.bill(reads)?.as_ref()))
}

/// Answers an estimate.
///
/// # Errors
/// An `Error` that names the field, the value and the rule it breaks, or an amount that can't be exact.
#[wasm_bindgen]
pub fn assess(estimate: JsValue) -> Outcome {
    let estimate = read_estimate(estimate)?;
    let report = Report::new(catalogue(), &estimate)?;
    write(&AssessmentDocument::new(&report, &report.price_history(catalogue())?, &report.outlook()?))
}

/// The most reads a month that a budget buys, for each tier that the estimate's usage type may buy.
///
/// # Errors
/// An `Error` that names the field, the value and the rule it breaks.
#[wasm_bindgen(js_name = mostReads)]
pub fn most_reads(estimate: JsValue, budget: JsValue) -> Outcome {
    let estimate = read_estimate(estimate)?;
    let budget: Price = read("budget", budget)?;
    let answers = pricing::most_reads(&estimate, budget);
    write(&answers.iter().map(crate::format::MostReadsDocument::new).collect::<Vec<_>>())
}

fn read_estimate(estimate: JsValue) -> Result<Estimate, JsError> {
    read::<EstimateFields>("estimate", estimate)?.check().map_err(|error| JsError::new(&error))
}

/// Reads a value; what is wrong with it is said behind the path to it.
fn read<T: DeserializeOwned>(name: &str, value: JsValue) -> Result<T, JsError> {
    serde_path_to_error::deserialize(Deserializer::from(value)).map_err(|error| {
        let path = error.path().to_string();
        let place = if path == "." { name } else { &path };
        // A JavaScript error prints its class in front of its message.
        let reason = error.inner().to_string();
        let reason = reason.strip_prefix("Error: ").unwrap_or(&reason);
        JsError::new(&format!("{place}: {reason}"))
    })
}

fn write<T: serde::Serialize + ?Sized>(document: &T) -> Outcome {
    Ok(document.serialize(&Serializer::json_compatible())?)
}
