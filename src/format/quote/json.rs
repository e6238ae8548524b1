//! A quote as JSON, for programs.

use super::value::quote_value;
use crate::quote::{Quotation, Quote};
use crate::tree::{Value, json};

/// The document that the JavaScript API returns for a quote, with the address that opens it as `link`. The API's `linkFor`
/// takes it back.
#[must_use]
pub fn quote_json(quote: &Quote, quotation: &Quotation, address: &str) -> String {
    let link = Value::object([("link", Some(Value::text(address)))]);
    json::write(&quote_value(quote, quotation).and(link)) + "\n"
}
