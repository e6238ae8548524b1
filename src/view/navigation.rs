use yew::prelude::*;

use super::element::{Element, text};

/// A page of the calculator.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// The Compare page, with the link of its estimate.
    Compare(&'a str),
    /// The Project budget page, with the link of its budget.
    #[cfg_attr(not(feature = "whole"), expect(dead_code, reason = "it has a program of its own"))]
    Budget(&'a str),
    /// Quotes for customers.
    Quotes,
    /// What one's own record of reads would have cost.
    History,
    /// Where every figure comes from.
    Sources,
    /// How everything is computed.
    Method,
}

/// The pages of the calculator, with the open one marked. All but the Compare page are documents of their own.
pub(super) fn navigation(open: Place<'_>) -> Html {
    let compare = match open {
        Place::Compare(link) => format!("#{link}"),
        _ => "./".to_owned(),
    };
    let budget = match open {
        Place::Budget(link) => format!("#{link}"),
        _ => "budget.html".to_owned(),
    };
    let page = |label: &'static str, address: String, is_open: bool| {
        let link = Element::new("a");
        let link = if is_open {
            link.with(&["href", "aria-current"], [address, "page".to_owned()])
        } else {
            link.with(&["href"], [address])
        };
        link.holding(vec![text(label)])
    };
    Element::new("nav").with(&["class", "aria-label"], ["navigation", "Pages"]).holding(vec![
        page("Compare", compare, matches!(open, Place::Compare(_))),
        page("Budget", budget, matches!(open, Place::Budget(_))),
        page("Quotes", "quotes.html".to_owned(), open == Place::Quotes),
        page("History", "history.html".to_owned(), open == Place::History),
        page("Sources", "sources.html".to_owned(), open == Place::Sources),
        page("Method", "method.html".to_owned(), open == Place::Method),
    ])
}
