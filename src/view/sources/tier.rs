use yew::prelude::*;

use super::citation::citation_line;
use super::facts::Facts;
use crate::format::{cap_phrase, months_phrase, price_phrase};
use crate::numbers::NumberStyle;
use crate::pricing::{Term, Tier, TierEvidence};

/// What is known of a tier, but for who may buy it.
pub(super) fn tier(tier: &Tier, style: NumberStyle) -> Html {
    let mut facts = Facts::default();
    facts.add("Read cap", cap_phrase(tier.cap(), style));
    if let Some(annual) = tier.annual_price {
        facts.add("Paid in advance", format!("{} for twelve months", style.price(annual)));
    }
    if let Some(indicative) = tier.indicative_price {
        facts.add("Indication", format!("said to start at {} a month; never computed with", style.price(indicative)));
    }
    match tier.term_months {
        Some(Term::Months(months)) => facts.add("Minimum term", months_phrase(months)),
        Some(Term::Unknown) => facts.add("Minimum term", "not public; none is assumed"),
        None => {}
    }
    if tier.existing_customers_only {
        facts.add("Customers", "existing ones only");
    }
    if let Some(aside) = &tier.aside {
        facts.add("Not compared", aside.as_ref());
    }
    if let Some(note) = &tier.note {
        facts.add("Note", note.as_ref());
    }
    if let Some(evidence) = &tier.evidence {
        add_evidence(evidence, &mut facts);
    }
    html! {
        <section key={tier.id.as_str()} class="book-tier">
            <header>
                <h3>{ tier.name.as_ref() }</h3>
                <p class="book-price">{ price_phrase(tier, style) }</p>
            </header>
            { facts.list() }
        </section>
    }
}

/// Says where each figure comes from; a price and a cap that rest on the same say it once.
fn add_evidence(evidence: &TierEvidence, facts: &mut Facts) {
    let price = &evidence.price;
    match &evidence.read_cap {
        Some(read_cap) if read_cap == price => facts.add("Price and cap from", citation_line(price)),
        Some(read_cap) => {
            facts.add("Price from", citation_line(price));
            facts.add("Cap from", citation_line(read_cap));
        }
        None => facts.add("Price from", citation_line(price)),
    }
    if let Some(annual) = &evidence.annual_price {
        facts.add("Advance from", citation_line(annual));
    }
}
