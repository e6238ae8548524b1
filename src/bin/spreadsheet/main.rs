//! Writes the spreadsheet of a budget: a program of its own, which the page loads only when somebody asks for one.

mod xlsx;

use quota_calculator::catalogue;
use quota_calculator::format::budget_workbook;
use quota_calculator::pricing::Date;
use quota_calculator::project::budget::CostedProposal;
use quota_calculator::project::link;
use wasm_bindgen::prelude::*;

fn main() {}

/// The bytes of the spreadsheet for a budget's link: `fragment` without its `#`, the reader's day as `2026-11-24`, and the
/// address that opens the budget.
///
/// # Errors
/// A sentence, when the link isn't one, or there is no budget for it.
#[wasm_bindgen]
pub fn spreadsheet(fragment: &str, today: &str, address: &str) -> Result<Vec<u8>, JsError> {
    let proposal = link::decode(fragment, catalogue())?;
    let today: Date = today.parse()?;
    let costed = CostedProposal::new(catalogue(), &proposal)?;
    Ok(xlsx::write(&budget_workbook(catalogue(), &costed.report(today), address))?)
}
