use yew::prelude::*;

use super::answer::{done_by, months_bought, tier_names};
use crate::app::budget::{BudgetAction, BudgetState, Planned};
use crate::format::{duration_phrase, unfit_phrase};
use crate::numbers::NumberStyle;
use crate::project::{PlanChoice, Plans, Project, SingleTiers};
use crate::view::evidence::day;
use crate::view::table::{Heading, Row, Table, cell};

/// The schedules to compare, of which one is the budget's; no table where there is none to choose.
pub(super) fn plans(
    planned: &Planned,
    plans: &Plans,
    chosen: PlanChoice,
    style: NumberStyle,
    on_action: &Callback<BudgetAction>,
) -> Html {
    let has_limit = plans.limit.is_some();
    let offered: Vec<_> =
        PlanChoice::ALL.into_iter().filter(|choice| *choice != PlanChoice::WithinLimit || has_limit).collect();
    let has_choice = offered.iter().any(|choice| choice.of(plans).is_some());
    let table = Table {
        id: "plans",
        title: "Ways to collect them".to_owned(),
        lead: "The one that you choose is the one in the budget below.".to_owned(),
        columns: &["Schedule", "In all", "Months bought", "All posts there by", "Per thousand posts", "In the budget"],
        rows: offered
            .into_iter()
            .map(|choice| row(&planned.project, plans, choice, choice == chosen, style, on_action))
            .collect(),
    };
    html! {
        <>
            if has_choice {
                { table.section() }
            } else {
                { "" }
            }
            <div>{ for plans.others.as_ref().map(|others| single_tiers(&others.single_tiers, &planned.project, style)) }</div>
        </>
    }
}

fn row(
    project: &Project,
    plans: &Plans,
    choice: PlanChoice,
    is_chosen: bool,
    style: NumberStyle,
    on_action: &Callback<BudgetAction>,
) -> Row {
    let schedule = choice.of(plans);
    let project = choice.collected(project, plans);
    let average = schedule.and_then(|schedule| schedule.total.per_thousand(project.posts()));
    let select = on_action.reform(move |_: Event| BudgetAction::ChoosePlan(choice));
    let is_disabled = schedule.is_none() && !is_chosen;
    let radio = html! {
        <label class="check">
            <input
                type="radio"
                name="plan"
                id={BudgetState::plan_radio(choice)}
                checked={is_chosen}
                disabled={is_disabled}
                onchange={select}
            />
            <span>{ "Use" }<span class="unseen">{ format!(" the schedule: {}", choice.label()) }</span></span>
        </label>
    };
    let is_limited = choice == PlanChoice::WithinLimit && schedule.is_some();
    let posts = is_limited.then(|| format!("{} posts", style.whole(project.posts())));
    let cheapest = PlanChoice::Cheapest.of(plans);
    let detail = match schedule {
        None if plans.others.is_none() => "being worked out".to_owned(),
        None => "there is none".to_owned(),
        Some(_) if choice != PlanChoice::Cheapest && schedule == cheapest => "the same as the cheapest".to_owned(),
        Some(schedule) if choice == PlanChoice::Fastest && project.phases.len() > 1 => {
            format!("{} · each phase as soon as the one before it is done", tier_names(schedule))
        }
        Some(schedule) => tier_names(schedule),
    };
    Row {
        key: choice.id().to_owned(),
        class: match (is_chosen, schedule) {
            (true, Some(_)) => "tier-cheapest",
            (false, Some(_)) => "",
            (_, None) => "tier-unfit",
        },
        heading: Heading {
            name: choice.label().to_owned(),
            mark: schedule.filter(|_| is_chosen).map(|_| "in the budget"),
            terms: html! { { posts.into_iter().chain([detail]).collect::<Vec<_>>().join(" · ") } },
        },
        cells: vec![
            cell(schedule.map(|schedule| style.money(schedule.total))),
            cell(schedule.map(|schedule| duration_phrase(months_bought(schedule), style))),
            schedule.and_then(|schedule| done_by(schedule, &project)).map_or_else(|| cell(None), day),
            cell(average.map(|average| style.average(average))),
            radio,
        ],
    }
}

/// Every tier by itself.
fn single_tiers(single: &SingleTiers, project: &Project, style: NumberStyle) -> Html {
    html! {
        <details class="singles">
            <summary>{ "Every tier by itself" }</summary>
            <ul>
                for single in &single.schedules {
                    <li key={single.id.to_string()}>
                        <b>{ single.tier.name.to_string() }</b>
                        { format!(
                            ": {} for {}",
                            style.money(single.schedule.total),
                            duration_phrase(months_bought(&single.schedule), style)
                        ) }
                    </li>
                }
                for unfit in &single.others {
                    <li key={format!("unfit-{}", unfit.tier.id)}>
                        <b>{ unfit.tier.name.to_string() }</b>
                        { format!(": {}", unfit_phrase(&unfit.reason, project, style)) }
                    </li>
                }
            </ul>
        </details>
    }
}
