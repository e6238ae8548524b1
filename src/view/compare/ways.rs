use yew::prelude::*;

use crate::format::{duration_phrase, saving_phrase, way_phrase, way_sentence, ways_question};
use crate::numbers::NumberStyle;
use crate::pricing::{Months, Report, Way};
use crate::view::table::{Heading, Row, Table, cell};

/// The most ways that are shown: what comes after them is hardly worth reading.
const MOST: usize = 8;

/// Cheaper or faster ways to the same number of reads.
pub(super) fn ways(report: &Report, style: NumberStyle) -> Html {
    let found = report.ways();
    if found.others.is_empty() {
        return html! { "" };
    }
    let planned = report.assessment.estimate.usage().month_count();
    let mut rows: Vec<Row> = Vec::new();
    let mut place = 0;
    // The plan stands among the others where its total puts it.
    let mut plan = found.plan.as_ref();
    for way in found.others.iter().take(MOST) {
        if let Some(before) = plan.filter(|plan| plan.total <= way.total) {
            rows.push(row(place, before, true, planned, style));
            (plan, place) = (None, place + 1);
        }
        rows.push(row(place, way, false, planned, style));
        place += 1;
    }
    rows.extend(plan.map(|plan| row(place, plan, true, planned, style)));
    Table {
        id: "ways",
        title: ways_question(&found).to_owned(),
        lead: format!(
            "You need {} reads in all. Other ways to collect them at these prices, cheapest first.",
            style.whole(found.reads_needed)
        ),
        columns: &["Way", "Done in", "Total", "Saves"],
        rows,
    }
    .section()
}

fn row(place: usize, way: &Way, is_plan: bool, planned: Months, style: NumberStyle) -> Row {
    Row {
        key: place.to_string(),
        class: if place == 0 && !is_plan && !way.saves_by_rounding(planned) { "tier-cheapest" } else { "" },
        heading: Heading {
            name: way_phrase(way, planned, style),
            mark: is_plan.then_some("as asked"),
            terms: cell(Some(way_sentence(way, style))),
        },
        cells: vec![
            cell(Some(duration_phrase(way.months, style))),
            cell(Some(style.money(way.total))),
            cell(saving_phrase(way, planned, style)),
        ],
    }
}
