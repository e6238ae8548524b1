use yew::prelude::*;

use super::plans::proof_sentence;
use super::words::phase_name;
use crate::chart::schedule_chart;
use crate::format::{NumberStyle, bill_sentence};
use crate::pricing::Money;
use crate::project::{Project, Schedule, ScheduledMonth};
use crate::view::element::text;
use crate::view::evidence::day;
use crate::view::table::{Heading, Row, Table, cell};

/// The months of the schedule, as a picture and as a table with reasons.
pub(super) fn schedule(schedule: &Schedule, project: &Project, style: NumberStyle) -> Html {
    let runs: Vec<_> = runs(schedule).collect();
    let table = Table {
        id: "months",
        title: "Month by month".to_owned(),
        lead: proof_sentence(schedule, style),
        columns: &["Months", "Phase", "Tier", "Reads a month", "Cost a month"],
        rows: runs.iter().map(|run| row(run, schedule, project, style)).collect(),
    };
    html! {
        <>
            { table.section() }
            <div class="charts">{ schedule_chart(schedule, project, style) }</div>
        </>
    }
}

/// Months that follow one another and are alike.
struct Run<'a> {
    first: usize,
    months: &'a [ScheduledMonth],
}

fn runs(schedule: &Schedule) -> impl Iterator<Item = Run<'_>> {
    let is_alike = |one: &ScheduledMonth, next: &ScheduledMonth| {
        (one.phase, one.purchase, one.reads, one.amount) == (next.phase, next.purchase, next.reads, next.amount)
    };
    let mut first = 0;
    schedule.months.chunk_by(is_alike).map(move |months| {
        let run = Run { first, months };
        first += months.len();
        run
    })
}

fn row(run: &Run<'_>, schedule: &Schedule, project: &Project, style: NumberStyle) -> Row {
    let (first, last) = (run.first + 1, run.first + run.months.len());
    let month = run.months.first();
    let purchase = month.and_then(|month| schedule.purchases.get(month.purchase?));
    let from = month.map(|month| month.from).unwrap_or_default();
    let until = project.first_day(last).pred_opt().unwrap_or(from);
    let phase = month.and_then(|month| month.phase).map(|place| phase_name(project, place));
    Row {
        key: first.to_string(),
        class: if purchase.is_some() { "" } else { "tier-unfit" },
        heading: Heading {
            name: if first == last { format!("Month {first}") } else { format!("Months {first} to {last}") },
            mark: None,
            terms: html! { <>{ day(from) }{ " to " }{ day(until) }</> },
        },
        cells: vec![
            text(phase.unwrap_or_else(|| "after the last".to_owned())),
            match purchase {
                Some(purchase) => html! {
                    <>
                        { purchase.tier.name.to_string() }
                        <span class="tier-terms">{ format!("prices of {}", purchase.price_book.name) }</span>
                    </>
                },
                None => text("nothing is bought"),
            },
            cell(month.map(|month| style.reads(month.reads))),
            html! {
                <>
                    { month.map(|month| style.money(month.amount)).unwrap_or_default() }
                    <span class="tier-terms">{ arithmetic(month, style) }</span>
                </>
            },
        ],
    }
}

/// How the amount of a month came about.
fn arithmetic(month: Option<&ScheduledMonth>, style: NumberStyle) -> String {
    let Some(month) = month.filter(|month| month.purchase.is_some()) else { return String::new() };
    match &month.bill {
        Some(bill) => bill_sentence(bill, style),
        None if month.amount == Money::ZERO => "covered by a price for a whole year".to_owned(),
        None => "the price for a whole year".to_owned(),
    }
}
