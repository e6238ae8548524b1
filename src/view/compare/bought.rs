use yew::prelude::*;

use super::tiers::{NO_PRICE, terms};
use crate::app::compare::{CompareAction, Direction, EditAction};
use crate::app::focus_on;
use crate::format::tier_name;
use crate::numbers::NumberStyle;
use crate::pricing::{MostReads, Period, Posts, Report, Tier};
use crate::view::table::{Heading, Row, Table, cell};

/// What a budget buys at every tier that may be bought. Those without a public price are last.
pub(super) fn bought(report: &Report, style: NumberStyle, on_action: &Callback<CompareAction>) -> Html {
    let Some(budget) = report.asked.budget() else { return html! { "" } };
    let rows =
        report.bought.iter().enumerate().map(|(place, answer)| row(answer, place == 0, report, style, on_action));
    let unpriced = report.assessment.unpriced().map(|answer| unpriced(&answer.tier, report, style));
    Table {
        id: "bought",
        title: format!("What {} a month buys", style.price(budget)),
        lead: "The most posts in a month whose price stays within the budget, most first.".to_owned(),
        columns: &["Tier", "Most posts a month", "Which cost", "Per thousand posts", "As volume"],
        rows: rows.chain(unpriced).collect(),
    }
    .section()
}

fn row(
    answer: &MostReads,
    is_first: bool,
    report: &Report,
    style: NumberStyle,
    on_action: &Callback<CompareAction>,
) -> Row {
    let posts = answer.reads.map(|reads| report.asked.reread_factor().posts_for(reads));
    let is_best = is_first && posts.is_some_and(|posts| posts > Posts::ZERO);
    let per_thousand = posts.zip(answer.monthly).and_then(|(posts, monthly)| monthly.per_thousand(posts.get()));
    let amount = posts.map_or_else(|| "nothing: it costs more".to_owned(), |posts| style.posts(posts));
    let use_it = posts.filter(|posts| *posts > Posts::ZERO).map(|posts| {
        let onclick = on_action.reform(move |_| {
            // The button goes with the budget, and the question is asked the other way round from here on.
            focus_on(Direction::FIELD);
            CompareAction::Edit(EditAction::UseVolume(posts, Period::Month))
        });
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
        heading: heading(&answer.tier, is_best.then_some("most posts"), report, style),
        cells: vec![
            cell(Some(amount)),
            cell(answer.monthly.map(|monthly| style.money(monthly))),
            cell(per_thousand.map(|average| style.average(average))),
            html! { <span>{ for use_it }</span> },
        ],
    }
}

fn heading(tier: &Tier, mark: Option<&'static str>, report: &Report, style: NumberStyle) -> Heading {
    Heading { name: tier_name(tier), mark, terms: terms(tier, &report.asked, style) }
}

fn unpriced(tier: &Tier, report: &Report, style: NumberStyle) -> Row {
    Row {
        key: tier.id.to_string(),
        class: "tier-unfit",
        heading: heading(tier, None, report, style),
        cells: vec![cell(Some(NO_PRICE.to_owned())), cell(None), cell(None), html! { <span></span> }],
    }
}
