use std::borrow::Cow;

use yew::prelude::*;

use super::memoized::{Memoized, Part};
use crate::format::{cost_sentence, ratio_sentences};
use crate::numbers::NumberStyle;
use crate::pricing::{PriceBook, TierAssessment, TierEvidence};
use crate::view::element::{Element, element, text};
use crate::view::evidence::{day, evidence_line};

/// Where the figures of the price book come from.
pub(super) fn book_evidence(book: &PriceBook) -> Html {
    let note = |note: &crate::pricing::Text| element("li", "", vec![text(note.to_string())]);
    let all = Element::new("a").with(&["href"], [format!("sources.html#book-{}", book.id)]);
    Element::new("section").with(&["aria-labelledby"], ["evidence"]).holding(vec![
        Element::new("h2").with(&["id"], ["evidence"]).holding(vec![text("Where these figures come from")]),
        element(
            "p",
            "lead",
            vec![
                text(format!("Price book {}: {}. In force from ", book.id, book.title)),
                day(book.from),
                text(" to "),
                book.until.map_or_else(|| text("now"), day),
                text(format!("; {}.", book.deduplication.label())),
            ],
        ),
        element("ul", "notes", book.notes.iter().map(note).collect()),
        element("p", "sources", vec![text("For the dates and the list as a whole: "), evidence_line(&book.evidence)]),
        element("p", "sources", vec![all.holding(vec![text("All its figures and sources")])]),
    ])
}

/// The arithmetic and the sources of a tier's figures, to be opened beside them.
pub(super) fn tier_evidence(answer: &TierAssessment, style: NumberStyle) -> Html {
    let tier = &answer.tier;
    let mut lines = vec![arithmetic(answer, style)];
    lines.extend(tier.note.as_ref().map(|note| element("p", "", vec![text(note.to_string())])));
    let listed = match tier {
        Cow::Borrowed(tier) => tier.evidence.as_ref(),
        Cow::Owned(_) => None,
    };
    lines.push(match listed {
        Some(evidence) => html! { <Memoized part={Part::TierSources(evidence)} /> },
        None => element("p", "", vec![text("Your own tier: its price is what you entered.")]),
    });
    let summary =
        vec![text("Arithmetic and sources"), element("span", "unseen", vec![text(format!(" of {}", tier.name))])];
    element("details", "how", vec![element("summary", "", summary), element("div", "explanation", lines)])
}

/// How the figures of a tier came about.
fn arithmetic(answer: &TierAssessment, style: NumberStyle) -> Html {
    let cost = match &answer.cost {
        None => "There is no public price, so there is nothing to compute.".to_owned(),
        Some(cost) => cost_sentence(&answer.tier, cost, style),
    };
    element("p", "", vec![text(cost), text(ratio_sentences(answer, style))])
}

/// Where each figure of a tier comes from.
pub(super) fn tier_sources(evidence: &TierEvidence) -> Html {
    let cap = evidence.read_cap.as_ref().map(|cap| ("Read cap: ", cap));
    let annual = evidence.annual_price.as_ref().map(|annual| ("Annual price: ", annual));
    let sources = [Some(("Price: ", &evidence.price)), cap, annual].into_iter().flatten();
    let line = |(what, source)| element("p", "", vec![text(what), evidence_line(source)]);
    element("div", "", sources.map(line).collect())
}
