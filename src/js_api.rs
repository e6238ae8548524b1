//! The JavaScript API: values in, documents out, and errors that name field, value and rule.
//!
//! `javascript/index.d.ts` has its types. Everything is checked by the types of the engine as it is read; nothing is
//! computed here.

use serde::Deserialize;
use serde::de::{DeserializeOwned, Visitor};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::prelude::*;

use crate::catalogue;
use crate::format::{AssessmentDocument, PriceDocument};
use crate::pricing::strict::deserialize_strictly;
use crate::pricing::{
    self, Estimate, Growth, Months, Price, Reads, Report, RereadFactor, Text, Tier, Usage, UsageType, Volume,
};

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
    let estimate = read::<EstimateFields>("estimate", estimate)?.check()?;
    let report = Report::new(catalogue(), &estimate)?;
    write(&AssessmentDocument::new(&report))
}

/// The most reads a month that a budget buys, for each tier that the estimate's usage type may buy.
///
/// # Errors
/// An `Error` that names the field, the value and the rule it breaks.
#[wasm_bindgen(js_name = mostReads)]
pub fn most_reads(estimate: JsValue, budget: JsValue) -> Outcome {
    let estimate = read::<EstimateFields>("estimate", estimate)?.check()?;
    let budget: Price = read("budget", budget)?;
    let answers = pricing::most_reads(&estimate, budget);
    write(&answers.iter().map(crate::format::MostReadsDocument::new).collect::<Vec<_>>())
}

/// An estimate as a program writes it.
#[derive(Deserialize)]
#[serde(
    remote = "Self",
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an estimate: an object with reads"
)]
struct EstimateFields {
    #[serde(default)]
    price_book: Option<Text>,
    reads: MonthlyReads,
    #[serde(default)]
    months: Option<Months>,
    #[serde(default)]
    growth_percent: Option<Growth>,
    #[serde(default)]
    usage_type: Option<UsageType>,
    #[serde(default)]
    reread_factor: Option<RereadFactor>,
    #[serde(default)]
    custom_tiers: Option<Vec<Tier>>,
    #[serde(default)]
    assumed_term_months: Option<Months>,
}

deserialize_strictly!(EstimateFields);

impl EstimateFields {
    fn check(self) -> Result<Estimate, JsError> {
        let price_book = match &self.price_book {
            None => catalogue().default_price_book(),
            Some(id) => catalogue().price_book(id).ok_or_else(|| {
                let ids: Vec<_> = catalogue().price_books().iter().map(|book| book.id.as_str()).collect();
                JsError::new(&format!("priceBook: `{id}` is not a price book: use one of {}", ids.join(", ")))
            })?,
        };
        let usage = match self.reads {
            MonthlyReads::Every(reads) => {
                let growth = self.growth_percent.unwrap_or_default();
                Usage::growing(Volume::monthly(reads), growth, self.months.unwrap_or(Months::YEAR))?
            }
            MonthlyReads::Each(reads) => {
                if self.growth_percent.is_some_and(|growth| growth != Growth::NONE) {
                    return Err(JsError::new(
                        "growthPercent is given, but months that are given one by one don't grow",
                    ));
                }
                if let Some(months) = self.months
                    && usize::from(months.get()) != reads.len()
                {
                    let count = reads.len();
                    return Err(JsError::new(&format!(
                        "months is {months}, but reads has {count} months: leave months out"
                    )));
                }
                Usage::given(reads).map_err(|error| JsError::new(&format!("reads: {error}")))?
            }
        };
        // Without a usage type nothing should be closed that anyone may buy; academic research may buy it all.
        let estimate = Estimate::new(usage, self.usage_type.unwrap_or(UsageType::Academic), price_book);
        let estimate = estimate.with_assumed_term(self.assumed_term_months);
        let estimate = estimate.with_reread_factor(self.reread_factor.unwrap_or_default())?;
        let custom_tiers = self.custom_tiers.unwrap_or_default();
        estimate.with_custom_tiers(custom_tiers).map_err(|error| JsError::new(&format!("customTiers: {error}")))
    }
}

/// Reads a month: one number for every month, or a number for each.
enum MonthlyReads {
    Every(Reads),
    Each(Vec<Reads>),
}

impl<'de> Deserialize<'de> for MonthlyReads {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MonthlyReadsVisitor)
    }
}

struct MonthlyReadsVisitor;

impl<'de> Visitor<'de> for MonthlyReadsVisitor {
    type Value = MonthlyReads;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a whole number, or a list of whole numbers")
    }

    fn visit_i64<E: serde::de::Error>(self, count: i64) -> Result<MonthlyReads, E> {
        Reads::try_from(i128::from(count)).map(MonthlyReads::Every).map_err(E::custom)
    }

    fn visit_u64<E: serde::de::Error>(self, count: u64) -> Result<MonthlyReads, E> {
        Reads::try_from(i128::from(count)).map(MonthlyReads::Every).map_err(E::custom)
    }

    fn visit_f64<E: serde::de::Error>(self, count: f64) -> Result<MonthlyReads, E> {
        Reads::deserialize(serde::de::value::F64Deserializer::new(count)).map(MonthlyReads::Every)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<MonthlyReads, A::Error> {
        let mut months = Vec::new();
        while let Some(reads) = list.next_element()? {
            months.push(reads);
            if months.len() > usize::from(Months::MAX.get()) {
                break;
            }
        }
        Ok(MonthlyReads::Each(months))
    }
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
