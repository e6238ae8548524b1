use yew::prelude::*;

use super::facts::Facts;
use crate::pricing::{Confidence, Status};

/// The words of its heading.
pub(super) const TITLE: &str = "How to read this";

/// The id of the heading.
pub(super) const HEADING: &str = "how-to-read";

/// What the words beside the figures mean, and what holds for all of them.
pub(super) fn legend() -> Html {
    let mut facts = Facts::default();
    for (status, meaning) in [
        (Status::Official, "the seller’s own documentation, terms or changelog"),
        (Status::Reported, "press that saw or quotes the seller"),
        (Status::Derived, "computed from other figures"),
        (Status::ThirdParty, "somebody without first-hand knowledge"),
    ] {
        facts.add(status.label(), meaning);
    }
    for (confidence, meaning) in [
        (Confidence::High, "read in the seller’s own words"),
        (Confidence::Medium, "consistent, but read second-hand or in part"),
        (Confidence::Low, "disputed or thin"),
    ] {
        facts.add(&format!("{} confidence", confidence.label()), meaning);
    }
    html! {
        <section aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1">{ TITLE }</h2>
            <p>
                { "What could be bought, and for how much, is kept in dated price books, newest first below. Each figure says who \
                   it comes from and how far it can be trusted; a number such as S01 leads to the document." }
            </p>
            { facts.list() }
            <p>
                { "Prices are in US dollars before tax. Only posts read are priced: not posts written, and no other calls. A \
                   price that isn’t public is never taken to be $0. A tier for which no minimum term is named may be left at the \
                   end of any month." }
            </p>
        </section>
    }
}
