use yew::prelude::*;

use crate::format::{NumberStyle, cost_sentence};
use crate::pricing::{Assessment, TierAssessment};
use crate::view::evidence::{day, evidence_line};

/// How each tier's figures are computed and where they come from.
pub(super) fn evidence_list(assessment: &Assessment, style: NumberStyle) -> Html {
    let book = assessment.estimate.price_book();
    html! {
        <section aria-labelledby="evidence">
            <h2 id="evidence">{ "Where these figures come from" }</h2>
            <p class="lead">
                { format!("Price book {}: {}. In force from ", book.id, book.title) }{ day(book.from) }{ " to " }
                { book.until.map_or_else(|| html! { "now" }, day) }{ format!("; {}.", book.deduplication.label()) }
            </p>
            <ul class="notes">
                for note in book.notes.iter() {
                    <li key={note.as_ref()}>{ note.as_ref() }</li>
                }
            </ul>
            <p class="sources">{ "For the dates and the list as a whole: " }{ evidence_line(&book.evidence) }</p>
            <div class="evidence">
                for answer in assessment.tiers.iter() {
                    <details key={answer.tier.id.as_str()}>
                        <summary>{ &answer.tier.name }{ ": arithmetic and sources" }</summary>
                        { tier_evidence(answer, style) }
                    </details>
                }
            </div>
        </section>
    }
}

fn tier_evidence(answer: &TierAssessment, style: NumberStyle) -> Html {
    let arithmetic = match &answer.cost {
        None => "There is no public price, so there is nothing to compute.".to_owned(),
        Some(cost) => cost_sentence(cost, style),
    };
    let note = answer.tier.note.as_ref().map(|note| html! { <p>{ note.as_ref() }</p> });
    let evidence = answer.tier.evidence.as_ref();
    let price =
        evidence.map(|evidence| html! { <p class="sources">{ "Price: " }{ evidence_line(&evidence.price) }</p> });
    let cap = evidence.and_then(|evidence| evidence.read_cap.as_ref());
    let cap = cap.map(|cap| html! { <p class="sources">{ "Read cap: " }{ evidence_line(cap) }</p> });
    html! { <div class="explanation"><p>{ arithmetic }</p><div>{ for note }</div><div>{ for price }{ for cap }</div></div> }
}
