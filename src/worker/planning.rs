//! The program that finds schedules for the Project budget page.
//!
//! It gets the links of budgets, one after the other, and answers each with what it [found](FoundPlans), or with nothing where
//! it can't read the link or an amount can't be exact. To stop it the page ends the worker.

use wasm_bindgen::JsValue;

use super::Asker;
use crate::project::{FoundPlans, find_plans, link};

/// Waits for links.
pub fn start() {
    Asker::answer(|_, message| find(message));
}

fn find(message: &JsValue) -> Option<FoundPlans> {
    let proposal = link::decode(&message.as_string()?, crate::catalogue()).ok()?;
    find_plans(crate::catalogue(), &proposal.project).ok()
}
