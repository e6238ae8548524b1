use yew::prelude::*;

use crate::format::{NumberStyle, access_sentence, fit_sentence, terms_phrase};
use crate::pricing::{Assessment, Estimate, Fit, Money, TierAssessment};
use crate::view::badge::badge;
use crate::view::meter::meter;

/// The table of every tier. Roles are spelled out, because on a narrow screen the rows are laid out as cards.
pub(super) fn tiers(assessment: &Assessment, style: NumberStyle) -> Html {
    let cheapest = assessment.cheapest().map(|answer| &answer.tier.id);
    html! {
        <section aria-labelledby="tiers">
            <h2 id="tiers">{ "Every tier, for these reads" }</h2>
            <p class="lead">{ "What fits comes first, cheapest first. A tier that can’t serve them says why." }</p>
            <table class="tiers" role="table" aria-labelledby="tiers">
                <thead role="rowgroup">
                    <tr role="row">
                        for heading in ["Tier", "Monthly", "Annual", "Per 1,000 reads", "Cap used", "Fits"] {
                            <th key={heading.to_owned()} role="columnheader" scope="col">{ heading }</th>
                        }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for answer in assessment.tiers.iter() {
                        { tier_row(answer, cheapest == Some(&answer.tier.id), &assessment.estimate, style) }
                    }
                </tbody>
            </table>
        </section>
    }
}

fn tier_row(answer: &TierAssessment, is_cheapest: bool, estimate: &Estimate, style: NumberStyle) -> Html {
    let usage_type = estimate.usage_type();
    let fits = answer.fit == Fit::Fits;
    let row = classes!("tier", is_cheapest.then_some("tier-cheapest"), (!fits).then_some("tier-unfit"));
    let cost = answer.cost.as_ref();
    let money = |money: Option<Money>| money.map_or_else(|| "no public price".to_owned(), |money| style.money(money));
    let average =
        cost.and_then(|cost| cost.per_thousand).map_or_else(|| "–".to_owned(), |average| style.average(average));
    let mark = is_cheapest.then(|| html! { <span class="mark">{ "cheapest that fits" }</span> });
    let access = access_sentence(answer.access, usage_type).map(|access| format!(" · {access}"));
    html! {
        <tr key={answer.tier.id.as_str()} class={row} role="row">
            <th role="rowheader" scope="row">
                <span class="tier-name">{ answer.tier.name.as_ref() }</span>{ " " }<span>{ for mark }</span>
                <span class="tier-terms">
                    { terms_phrase(&answer.tier, estimate.assumed_term(), style) }<span>{ for access }</span>{ " " }{ badge(&answer.tier) }
                </span>
            </th>
            <td role="cell" data-label="Monthly">{ money(cost.map(|cost| cost.monthly)) }</td>
            <td role="cell" data-label="Annual">{ money(cost.and_then(|cost| cost.annual)) }</td>
            <td role="cell" data-label="Per 1,000 reads">{ average }</td>
            <td role="cell" data-label="Cap used">{ cap_use(answer, style) }</td>
            <td role="cell" data-label="Fits" class={if fits { "fit fit-yes" } else { "fit fit-no" }}>
                { fit_sentence(answer, usage_type, style) }
            </td>
        </tr>
    }
}

fn cap_use(answer: &TierAssessment, style: NumberStyle) -> Html {
    let Some(cap_use) = answer.cap_use else { return html! { "–" } };
    let share = cap_use.ratio.map_or_else(|| "–".to_owned(), |ratio| style.share(ratio));
    html! { <span class="cap-use">{ meter(cap_use.ratio) }<span class="cap-share">{ share }</span></span> }
}
