use std::rc::Rc;

use yew::prelude::*;

use super::lasting::{Lasting, Part};
use crate::format::{NumberStyle, access_sentence, fit_sentence, monthly_phrase, terms_phrase};
use crate::pricing::{Assessment, Fit, Money, Report, TierAssessment};
use crate::view::badge::badge;
use crate::view::meter::meter;
use crate::view::table::{Heading, Row, Table, cell};

/// What stands for an amount that isn't known.
const NO_PRICE: &str = "no public price";

/// The table of every tier. Its arithmetic is that of `pictured`, the same answer or one from shortly before.
pub(super) fn tiers(assessment: &Assessment, pictured: &Rc<Report>, style: NumberStyle) -> Html {
    let cheapest = assessment.cheapest().map(|answer| &answer.tier.id);
    let rows = assessment.tiers.iter();
    Table {
        id: "tiers",
        title: "Every tier, for these reads".to_owned(),
        lead: "What fits comes first, cheapest first. A tier that can’t serve them says why.".to_owned(),
        columns: &["Tier", "Monthly", "Annual", "Per 1,000 reads", "Cap used", "Fits"],
        rows: rows.map(|answer| row(answer, cheapest == Some(&answer.tier.id), assessment, pictured, style)).collect(),
    }
    .section()
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
