use std::rc::Rc;

use yew::prelude::*;

use super::lasting::{Lasting, Part};
use crate::format::{NumberStyle, access_sentence, fit_sentence, monthly_phrase, terms_phrase};
use crate::pricing::{Assessment, Fit, Identifier, Money, Report, TierAssessment};
use crate::view::badge::badge;
use crate::view::meter::meter;
use crate::view::table::{Heading, Row, Table, cell};

/// What stands for an amount that isn't known.
const NO_PRICE: &str = "no public price";

/// The table of every tier. Its arithmetic and the order of its rows are those of `pictured`, the same answer or one from shortly
/// before: moving a row takes the browser about as long as all else that a digit changes.
pub(super) fn tiers(assessment: &Assessment, pictured: &Rc<Report>, style: NumberStyle) -> Html {
    let cheapest = assessment.cheapest().map(|answer| &answer.tier.id);
    let answers = in_order_of(&pictured.assessment, assessment).unwrap_or_else(|| assessment.tiers.iter().collect());
    let row = |answer: &TierAssessment| row(answer, cheapest == Some(&answer.tier.id), assessment, pictured, style);
    Table {
        id: "tiers",
        title: "Every tier, for these reads".to_owned(),
        lead: "What fits comes first, cheapest first. A tier that can’t serve them says why.".to_owned(),
        columns: &["Tier", "Monthly", "Annual", "Per 1,000 reads", "Cap used", "Fits"],
        rows: answers.into_iter().map(row).collect(),
    }
    .section()
}

/// The tiers of an answer in the order of another's; `None` when they aren't the same ones.
fn in_order_of<'a>(other: &Assessment, assessment: &'a Assessment) -> Option<Vec<&'a TierAssessment>> {
    let answer_of = |id: &Identifier| assessment.tiers.iter().find(|answer| answer.tier.id == *id);
    let tiers: Option<Vec<_>> = other.tiers.iter().map(|answer| answer_of(&answer.tier.id)).collect();
    tiers.filter(|tiers| tiers.len() == assessment.tiers.len())
}

fn row(
    answer: &TierAssessment,
    is_cheapest: bool,
    assessment: &Assessment,
    pictured: &Rc<Report>,
    style: NumberStyle,
) -> Row {
    let usage_type = assessment.estimate.usage_type();
    let evidence = Part::TierEvidence { tier: answer.tier.id.clone(), report: pictured.clone(), style };
    let fits = answer.fit == Fit::Fits;
    let cost = answer.cost.as_ref();
    let money = |money: Option<Option<Money>>| match money {
        None => cell(Some(NO_PRICE.to_owned())),
        Some(money) => cell(money.map(|money| style.money(money))),
    };
    let average = cost.and_then(|cost| cost.per_thousand).map(|average| style.average(average));
    let access = access_sentence(answer.access, usage_type).map(|access| format!(" · {access}")).unwrap_or_default();
    Row {
        key: answer.tier.id.to_string(),
        class: if is_cheapest {
            "tier-cheapest"
        } else if fits {
            ""
        } else {
            "tier-unfit"
        },
        heading: Heading {
            name: answer.tier.name.to_string(),
            mark: is_cheapest.then_some("cheapest that fits"),
            terms: html! {
                <>
                    { terms_phrase(&answer.tier, assessment.estimate.assumed_term(), style) }{ access }{ " " }{ badge(&answer.tier) }
                    <Lasting part={evidence} />
                </>
            },
        },
        cells: vec![
            cell(Some(cost.map_or_else(|| NO_PRICE.to_owned(), |cost| monthly_phrase(cost, style)))),
            // Fewer than twelve given months say nothing of a year, which is not the same as having no public price.
            money(cost.map(|cost| cost.annual)),
            cell(average),
            cap_use(answer, style),
            html! { <span class={if fits { "fit fit-yes" } else { "fit fit-no" }}>{ fit_sentence(answer, usage_type, style) }</span> },
        ],
    }
}

fn cap_use(answer: &TierAssessment, style: NumberStyle) -> Html {
    let Some(cap_use) = answer.cap_use else { return cell(None) };
    let share = cap_use.ratio.map_or_else(|| "–".to_owned(), |ratio| style.share(ratio));
    html! { <span class="cap-use">{ meter(cap_use.ratio) }<span class="cap-share">{ share }</span></span> }
}
