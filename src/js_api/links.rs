//! Links: written for an estimate or a quote, and read back.

use serde::Deserialize;
use serde::de::IgnoredAny;
use wasm_bindgen::prelude::*;

use super::quote_fields::WrittenQuote;
use super::tree::Tree;
use super::{Outcome, read, read_estimate, write};
use crate::catalogue;
use crate::format::{estimate_value, quote_value};
use crate::link;
use crate::pricing::Text;
use crate::quote::{self, Quotation};
use crate::tree::Value;

/// The fragment that stands for an estimate or a quote, without the `#`. It opens: what could be written but not read is
/// refused.
///
/// # Errors
/// An `Error` that names the field, the value and the rule it breaks.
#[wasm_bindgen(js_name = linkFor)]
pub fn link_for(estimate_or_quote: JsValue) -> Result<String, JsError> {
    let catalogue = catalogue();
    let refused = |error: String| JsError::new(&format!("its link would not open: {error}"));
    if has_options(&estimate_or_quote) {
        let written =
            read::<WrittenQuote>("quote", estimate_or_quote)?.check().map_err(|error| JsError::new(&error))?;
        let opened = quote::link::decode(&quote::link::encode(&written, None), catalogue);
        let opened = opened.map_err(|error| refused(error.to_string()))?;
        return Ok(quote::link::encode(&opened.quote, None));
    }
    let written = read_estimate(estimate_or_quote)?;
    let opened = link::decode(&link::encode(&written), catalogue).map_err(|error| refused(error.to_string()))?;
    Ok(link::encode(&opened))
}

/// The estimate or the quote that a fragment or a whole address stands for.
///
/// # Errors
/// An `Error` that says what is wrong with the link, or an amount that can't be exact.
#[wasm_bindgen(js_name = fromLink)]
pub fn from_link(link: JsValue) -> Outcome {
    let text: Text = read("link", link)?;
    let fragment = text.split_once('#').map_or(&*text, |(_, fragment)| fragment).trim();
    let refused = |error: String| JsError::new(&format!("link: {error}"));
    if !quote::link::is_quote(fragment) {
        let estimate = link::decode(fragment, catalogue()).map_err(|error| refused(error.to_string()))?;
        let kind = Value::object([("kind", Some(Value::text("estimate")))]);
        return write(&Tree(&kind.and(estimate_value(&estimate))));
    }
    let opened = quote::link::decode(fragment, catalogue()).map_err(|error| refused(error.to_string()))?;
    let quotation = Quotation::as_quoted(catalogue(), &opened.quote)?;
    let said_by_link = Value::object([
        ("isSigned", Some(Value::Bool(opened.seal.is_some()))),
        ("isPriceBookSame", Some(Value::Bool(opened.is_price_book_same))),
    ]);
    write(&Tree(&quote_value(&opened.quote, &quotation).and(said_by_link)))
}

/// What tells a quote from an estimate.
#[derive(Deserialize)]
struct Telling {
    #[serde(default)]
    options: Option<IgnoredAny>,
}

fn has_options(value: &JsValue) -> bool {
    let told: Result<Telling, _> = serde_wasm_bindgen::from_value(value.clone());
    told.is_ok_and(|telling| telling.options.is_some())
}
