//! The program that finds schedules for the Project budget page.
//!
//! It gets the links of budgets, one after the other, and answers each with what it [found](FoundPlans), or with nothing where
//! it can't read the link or an amount can't be exact. Where the cheapest schedule takes long to find, so do the others: then it
//! is sent before them. To stop the program the page ends the worker.

use wasm_bindgen::JsValue;

use super::Asker;
use crate::project::{FoundPlans, link};

/// How long the cheapest schedule may take for the page to be sent everything at once: the others take about five times as long.
const SOON_MILLISECONDS: f64 = 4.0;

/// Waits for links.
pub fn start() {
    Asker::answer(find);
}

fn find(page: &Asker, message: &JsValue) -> Option<FoundPlans> {
    let catalogue = crate::catalogue();
    let project = link::decode(&message.as_string()?, catalogue).ok()?.project;
    let before = js_sys::Date::now();
    let found = FoundPlans::cheapest(catalogue, &project).ok()?;
    if js_sys::Date::now() - before > SOON_MILLISECONDS {
        page.send(&Some(&found));
    }
    found.with_others(catalogue, &project).ok()
}
