use yew::prelude::*;

use crate::chart::schedule_chart;
use crate::format::{month_arithmetic, phase_label, proof_phrase, purchase_sentence};
use crate::numbers::NumberStyle;
use crate::pricing::Reads;
use crate::project::{PlanChoice, Project, Proof, Purchase, Schedule, ScheduledMonth};
use crate::text::capitalized;
use crate::view::badge::status_badge;
use crate::view::element::text;
use crate::view::evidence::day;
use crate::view::table::{Heading, Row, Table};

/// The months of the schedule, as a picture and as a table with reasons.
pub(super) fn schedule(schedule: &Schedule, project: &Project, choice: PlanChoice, style: NumberStyle) -> Html {
    let runs: Vec<_> = runs(schedule).collect();
    let table = Table {
        id: "months",
        title: "Month by month".to_owned(),
        lead: "Months that are alike stand together.".to_owned(),
        columns: &["Months", "Phase", "Tier", "Reads a month", "Cost a month"],
        rows: runs.iter().map(|run| row(run, schedule, project, style)).collect(),
    };
    html! {
        <>
            <section aria-labelledby="schedule">
                <h2 id="schedule">{ "What is bought, and why" }</h2>
                <div class="charts">
                    <div class="purchases">
                        { purchases(schedule, project, style) }
                        <p class="proof">{ proof(schedule, project, choice, style) }</p>
                    </div>
                    { schedule_chart(schedule, project, style) }
                </div>
            </section>
            { table.section() }
        </>
    }
}

/// Each purchase with its reasons.
fn purchases(schedule: &Schedule, project: &Project, style: NumberStyle) -> Html {
    html! {
        <ol>
            for (place, purchase) in schedule.purchases.iter().enumerate() {
                <li key={place}>
                    { purchase_sentence(schedule, project, place, style) }
                    <span class="tier-terms">
                        { format!("{} reads, {}, {} ", style.whole(purchase.reads), style.money(purchase.amount), whose_prices(purchase, "at the prices of")) }
                        { for purchase.price_evidence().map(|evidence| status_badge(evidence.status)) }
                    </span>
                </li>
            }
        </ol>
    }
}

/// Where the prices of a purchase come from: `words` and the price book, or the reader, whose tiers stand in none.
fn whose_prices(purchase: &Purchase, words: &str) -> String {
    match purchase.price_evidence() {
        Some(_) => format!("{words} {}", purchase.price_book.name),
        None => "entered by you".to_owned(),
    }
}

/// How sure it is that nothing costs less. Other choices than the cheapest are so among their like only.
fn proof(schedule: &Schedule, project: &Project, choice: PlanChoice, style: NumberStyle) -> String {
    let like = match choice {
        PlanChoice::Cheapest => {
            return capitalized(&format!("{}.", proof_phrase(schedule.proof, project.phases.len(), style)));
        }
        PlanChoice::Fastest => "that is as fast",
        PlanChoice::OneTier => "that buys this tier alone",
        PlanChoice::WithinLimit => "with as many posts",
    };
    match schedule.proof {
        Proof::Cheapest => format!("Proven: no other schedule {like} costs less."),
        Proof::Within(gap) => format!("Another schedule {like} may cost up to {} less.", style.exact(gap)),
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
    Row {
        key: first.to_string(),
        class: if purchase.is_some() { "" } else { "tier-unfit" },
        heading: Heading {
            name: if first == last { format!("Month {first}") } else { format!("Months {first} to {last}") },
            mark: None,
            terms: html! { <>{ day(from) }{ " to " }{ day(until) }</> },
        },
        cells: vec![
            text(month.map(|month| phase_label(month, project)).unwrap_or_default()),
            match purchase {
                Some(purchase) => html! {
                    <>
                        { purchase.tier.name.to_string() }
                        <span class="tier-terms">{ whose_prices(purchase, "prices of") }</span>
                    </>
                },
                None => text("none"),
            },
            html! {
                <>
                    { month.map(|month| style.reads(month.reads)).unwrap_or_default() }
                    <span class="tier-terms">{ unused(month) }</span>
                </>
            },
            html! {
                <>
                    { month.map(|month| style.money(month.amount)).unwrap_or_default() }
                    <span class="tier-terms">{ month.map(|month| month_arithmetic(month, style)).unwrap_or_default() }</span>
                </>
            },
        ],
    }
}

/// Says of a month that it is paid for nothing.
fn unused(month: Option<&ScheduledMonth>) -> &'static str {
    let is_unused = month.is_some_and(|month| month.purchase.is_some() && month.reads == Reads::ZERO);
    if is_unused { "paid, not used" } else { "" }
}
