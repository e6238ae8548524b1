use yew::prelude::*;

use crate::format::{misfit_sentences, monthly_phrase, tier_name, total_span, usage_phrase, year_sentence};
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, Cost, Months, Report};
use crate::view::table::{Heading, Row, Table, cell};

/// The low, the expected and the high volume side by side.
pub(super) fn scenarios(report: &Report, style: NumberStyle) -> Html {
    if report.low.is_none() && report.high.is_none() {
        return html! { "" };
    }
    let named = [("Low", report.low.as_ref()), ("Expected", Some(&report.assessment)), ("High", report.high.as_ref())];
    // One of them is enough for the sentence.
    let assumed = named.iter().filter_map(|(_, assessment)| *assessment).map(year_sentence).max().unwrap_or_default();
    let rows = named.into_iter().filter_map(|(name, assessment)| Some(row(name, assessment?, style)));
    Table {
        id: "scenarios",
        title: "If it turns out otherwise".to_owned(),
        lead: "The same question with fewer and with more posts: the cheapest tier that fits each.".to_owned()
            + assumed,
        columns: &["Volume", "Cheapest tier that fits", "Monthly", "Annual", "All months", "Free era"],
        rows: rows.collect(),
    }
    .section()
}

fn row(name: &'static str, assessment: &Assessment, style: NumberStyle) -> Row {
    let cheapest = assessment.cheapest();
    let cost = cheapest.and_then(|answer| answer.cost.as_ref());
    let tier =
        cheapest.map_or_else(|| misfit_sentences(assessment, style).0.to_owned(), |answer| tier_name(&answer.tier));
    let free = assessment.free_era.covered_by.as_ref();
    Row {
        key: name.to_owned(),
        class: "",
        heading: Heading {
            name: name.to_owned(),
            mark: None,
            terms: cell(Some(usage_phrase(assessment.estimate.usage(), style))),
        },
        cells: vec![
            cell(Some(tier)),
            cell(cost.map(|cost| monthly_phrase(cost, style))),
            cell(cost.and_then(|cost| cost.annual).map(|annual| style.money(annual))),
            cell(cost.map(|cost| total_phrase(cost, assessment.estimate.usage().month_count(), style))),
            cell(Some(free.map_or_else(|| "not covered".to_owned(), |free| free.tier.name.to_string()))),
        ],
    }
}

/// The total, and what it is for where that isn't the months of the estimate.
fn total_phrase(cost: &Cost, planned: Months, style: NumberStyle) -> String {
    let total = style.money(cost.total);
    if cost.months.len() > usize::from(planned.get()) {
        format!("{total} {}", total_span(cost, planned))
    } else {
        total
    }
}
