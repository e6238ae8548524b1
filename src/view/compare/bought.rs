use yew::prelude::*;

use crate::app::Action;
use crate::format::{NumberStyle, cap_phrase};
use crate::pricing::{MostReads, Period, Reads, Report};
use crate::view::badge::badge;
use crate::view::table::{Heading, Row, Table, cell};

/// What a budget buys at every tier that may be bought at a public price.
pub(super) fn bought(report: &Report, style: NumberStyle, on_action: &Callback<Action>) -> Html {
    let Some(budget) = report.estimate.budget() else { return html! { "" } };
    let rows = report.bought.iter().enumerate();
    Table {
        id: "bought",
        title: format!("What {} a month buys", style.price(budget)),
        lead: "The most posts in a month whose price stays within the budget, most first.".to_owned(),
        columns: &["Tier", "Most posts a month", "Which cost", "Per thousand posts", "As volume"],
        rows: rows.map(|(place, answer)| row(answer, place == 0, report, style, on_action)).collect(),
    }
    .section()
}

fn row(answer: &MostReads, is_first: bool, report: &Report, style: NumberStyle, on_action: &Callback<Action>) -> Row {
    let posts = answer.reads.map(|reads| report.estimate.posts_for(reads));
    let is_best = is_first && posts.is_some_and(|posts| posts > Reads::ZERO);
    let per_thousand = posts.zip(answer.monthly).and_then(|(posts, monthly)| monthly.per_thousand(posts.get()));
    let amount = posts.map_or_else(|| "nothing: it costs more".to_owned(), |posts| style.reads(posts));
    let use_it = posts.filter(|posts| *posts > Reads::ZERO).map(|posts| {
        let onclick = on_action.reform(move |_| Action::UseVolume(posts, Period::Month));
        let label = format!("Use the volume of {}", answer.tier.name);
        html! { <button class="button button-quiet" type="button" {onclick} aria-label={label}>{ "Use" }</button> }
    });
    Row {
        key: answer.tier.id.to_string(),
        class: if is_best {
            "tier-cheapest"
        } else if posts.is_none() {
            "tier-unfit"
        } else {
            ""
        },
        heading: Heading {
            name: answer.tier.name.to_string(),
            mark: is_best.then_some("most posts"),
            terms: html! { <>{ cap_phrase(answer.tier.cap(), style) }{ " " }{ badge(&answer.tier) }</> },
        },
        cells: vec![
            cell(Some(amount)),
            cell(answer.monthly.map(|monthly| style.money(monthly))),
            cell(per_thousand.map(|average| style.average(average))),
            html! { <span>{ for use_it }</span> },
        ],
    }
}
