use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::memoized::{Memoized, Part};
use crate::format::{fit_sentence, monthly_phrase, terms_for_phrase, tier_name, total_span, year_sentence};
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, Estimate, Fit, Identifier, Reads, Report, Tier, TierAssessment};
use crate::view::badge::badge;
use crate::view::meter::meter;
use crate::view::table::{Heading, Row, Table, cell};

/// What stands for an amount that isn't known.
pub(super) const NO_PRICE: &str = "no public price";

/// A tier's terms in a few words, what the usage type needs before it can buy it, and how sure that is.
pub(super) fn terms(tier: &Tier, estimate: &Estimate, style: NumberStyle) -> Html {
    let terms = terms_for_phrase(tier, estimate.usage_type(), estimate.assumed_term(), style);
    html! { <>{ terms }{ " " }{ badge(tier) }</> }
}

/// The table of every tier. Its arithmetic is that of `deferred`, the same answer or one from shortly before, and so is where
/// each tier stands: moving a row and its mark takes the browser about as long as all else that a digit changes, and the eye
/// follows one move better than two.
pub(super) fn tiers(assessment: &Assessment, deferred: &Rc<Report>, style: NumberStyle) -> Html {
    let answer_of = |id: &Identifier| assessment.tiers.iter().find(|answer| answer.tier.id == *id);
    let has_same_tiers = deferred.assessment.tiers.len() == assessment.tiers.len()
        && deferred.assessment.tiers.iter().all(|answer| answer_of(&answer.tier.id).is_some());
    let ranking = if has_same_tiers { &deferred.assessment } else { assessment };
    let cheapest = ranking.cheapest().map(|answer| &answer.tier.id);
    let rows = ranking.tiers.iter().filter_map(|ranked| {
        let standing =
            if cheapest == Some(&ranked.tier.id) { Standing::Cheapest } else { Standing::beside_cheapest(ranked) };
        Some(row(answer_of(&ranked.tier.id)?, standing, assessment, deferred, style))
    });
    Table {
        id: "tiers",
        title: "Every tier, for these reads".to_owned(),
        lead: "What fits comes first, cheapest first. A tier that can’t serve them says why.".to_owned()
            + year_sentence(assessment),
        columns: &["Tier", "Monthly", "Annual", "Per thousand reads", "Cap used", "Fits"],
        rows: rows.collect(),
    }
    .section()
}

/// Where a tier stands among the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It costs the least of those that can serve the reads.
    Cheapest,
    /// It can serve the reads.
    Fits,
    /// It can't.
    Unfit,
    /// It can't, and they go beyond its cap.
    UnfitOverCap,
    /// Nobody knows: it has no public price.
    Unpriced,
}

impl Standing {
    /// That of a tier which isn't the cheapest.
    fn beside_cheapest(answer: &TierAssessment) -> Self {
        let is_over = answer.cap_use.is_some_and(|cap_use| cap_use.ratio.is_none_or(|ratio| ratio > Decimal::ONE));
        match answer.fit {
            Fit::Fits => Self::Fits,
            Fit::NoPublicPrice => Self::Unpriced,
            _ if is_over => Self::UnfitOverCap,
            _ => Self::Unfit,
        }
    }

    /// How its row looks: one class for all of it, since a class that changes in a cell costs a search through the styles.
    const fn class(self) -> &'static str {
        match self {
            Self::Cheapest => "tier-cheapest",
            Self::Fits => "",
            Self::Unfit => "tier-unfit",
            Self::UnfitOverCap => "tier-unfit tier-over",
            Self::Unpriced => "tier-unfit tier-unpriced",
        }
    }
}

fn row(
    answer: &TierAssessment,
    standing: Standing,
    assessment: &Assessment,
    deferred: &Rc<Report>,
    style: NumberStyle,
) -> Row {
    let usage_type = assessment.estimate.usage_type();
    let evidence = Part::TierEvidence { tier: answer.tier.id.clone(), report: deferred.clone(), style };
    let fits = answer.fit == Fit::Fits;
    let cost = answer.cost.as_ref();
    // What fits stands in the order of these totals, which a month and a year say nothing of where terms are longer.
    let planned = assessment.estimate.usage().month_count();
    let total = cost.filter(|_| assessment.has_longer_terms());
    let total = total.map(|cost| format!(": {} {}", style.money(cost.total), total_span(cost, planned)));
    let no_price = || NO_PRICE.to_owned();
    let average = cost.and_then(|cost| cost.per_thousand).map(|average| style.average(average));
    Row {
        key: answer.tier.id.to_string(),
        class: standing.class(),
        heading: Heading {
            name: tier_name(&answer.tier),
            mark: (standing == Standing::Cheapest).then_some("cheapest that fits"),
            terms: html! {
                <>
                    { terms(&answer.tier, &assessment.estimate, style) }
                    <Memoized part={evidence} />
                </>
            },
        },
        cells: vec![
            cell(Some(cost.map_or_else(no_price, |cost| monthly_phrase(cost, style)))),
            // Fewer than twelve given months say nothing of a year, which is not the same as having no public price.
            cell(cost.map_or_else(|| Some(no_price()), |cost| cost.annual.map(|annual| style.money(annual)))),
            cell(average),
            cap_use(answer, style),
            html! {
                <span class="fit">
                    { fit_sentence(answer, usage_type, style) }{ for total.filter(|_| fits) }
                </span>
            },
        ],
    }
}

fn cap_use(answer: &TierAssessment, style: NumberStyle) -> Html {
    let Some(cap_use) = answer.cap_use else { return cell(None) };
    let used = cap_use.ratio.or_else(|| (cap_use.reads == Reads::ZERO).then_some(Decimal::ZERO));
    let share = cap_use.ratio.map_or_else(|| "–".to_owned(), |ratio| style.share(ratio));
    html! { <span class="cap-use">{ meter(used) }<span class="cap-share">{ share }</span></span> }
}
