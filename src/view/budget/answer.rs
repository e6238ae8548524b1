use yew::prelude::*;

use crate::app::budget::{BudgetAction, BudgetState, Planned};
use crate::format::{
    duration_phrase, free_sentence, limit_sentence, no_schedule_sentence, project_phrase, sooner_sentence,
};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Money};
use crate::project::{FreeCollection, LimitStanding, PlanChoice, Plans, Project, Schedule, free_collection};
use crate::view::evidence::day;

/// The answer in short: the chosen schedule on one side, the free era on the other.
pub(super) fn answer(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let is_stale = !state.is_project_current();
    let label = if is_stale { "Last good answer, not updated" } else { "Answer" };
    let not_updated = state.planned.as_ref().filter(|_| is_stale).map(|planned| {
        let question = project_phrase(&planned.project, state.style);
        html! {
            <p class="stale"><strong>{ "Not updated. " }</strong>{ format!("This is still the answer for {question}.") }</p>
        }
    });
    let (now, then) = match &state.planned {
        None => first_to_come(state),
        Some(planned) => match &planned.plans {
            Ok(plans) => {
                let project = state.proposal.choice.collected(&planned.project, plans);
                (now(state, planned, plans, &project, on_action), then_as_many(planned, plans, &project, state.style))
            }
            Err(error) => (
                side("This project", "No amount", false, html! { { format!("It can’t be priced: {error}.") } }),
                html! { "" },
            ),
        },
    };
    html! {
        <section aria-label={label}>
            <div role="status">{ for not_updated }</div>
            <div class="answer" aria-live="polite" aria-atomic="true" aria-busy={state.is_behind().then_some("true")}>
                <div class="now">{ now }</div>
                <div class="then">{ then }</div>
            </div>
        </section>
    }
}

/// One side of the answer: a key, an amount, which stands out unless there is none, and details.
fn side(key: &str, amount: &str, is_amount: bool, details: Html) -> Html {
    html! {
        <>
            <h2 class="key">{ key.to_owned() }</h2>
            <p class={if is_amount { "amount" } else { "amount amount-none" }}>
                { amount.to_owned() }
                if is_amount { <small>{ " in all" }</small> } else { { "" } }
            </p>
            <p class="detail">{ details }</p>
        </>
    }
}

/// Both sides before the first schedules are found: the free era needs none.
fn first_to_come(state: &BudgetState) -> (Html, Html) {
    let project = &state.proposal.project;
    (to_come(state.proposal.choice), then(&free_collection(crate::catalogue(), project), project, state.style))
}

/// A schedule that is still looked for.
fn to_come(choice: PlanChoice) -> Html {
    side(&format!("{} schedule", choice.label()), "Being worked out", false, html! { "" })
}

/// The schedule that the budget uses, which collects `project`, or why there is none.
fn now(
    state: &BudgetState,
    planned: &Planned,
    plans: &Plans,
    project: &Project,
    on_action: &Callback<BudgetAction>,
) -> Html {
    let (choice, style) = (state.proposal.choice, state.style);
    if planned.project.posts() == 0 {
        return side("This project", "Nothing to collect yet", false, html! { "Say how many posts you want." });
    }
    if let Err(reason) = &plans.cheapest {
        let reason = no_schedule_sentence(reason, &planned.project, style);
        return side("Cheapest schedule", "No schedule", false, html! { { reason } });
    }
    let Some(schedule) = planned.schedule(choice) else {
        if !planned.is_whole() {
            return to_come(choice);
        }
        let reason = "There is no such schedule for this project. Choose another one below.";
        return side(choice.label(), "No schedule", false, html! { { reason } });
    };
    let tiers = tier_names(schedule);
    let key = match choice {
        PlanChoice::Cheapest | PlanChoice::Fastest => format!("{} schedule: {tiers}", choice.label()),
        PlanChoice::OneTier | PlanChoice::WithinLimit => format!("{}: {tiers}", choice.label()),
    };
    let (posts, asked) = (project.posts(), planned.project.posts());
    let others = (posts != asked).then(|| {
        let of = if posts < asked { format!(" of {}", style.whole(asked)) } else { String::new() };
        html! { <><b>{ style.whole(posts) }</b>{ of }{ " posts · " }</> }
    });
    let beside =
        (choice == PlanChoice::Cheapest).then(|| beside_the_cheapest(plans, &planned.project, style, on_action));
    let details = html! { <>{ for others }{ figures(schedule, project, style) }{ for beside }</> };
    side(&key, &style.money(schedule.total), true, details)
}

/// How the cheapest schedule stands to the limit, and to the fastest one. What the limit buys instead can be chosen at
/// once.
fn beside_the_cheapest(
    plans: &Plans,
    project: &Project,
    style: NumberStyle,
    on_action: &Callback<BudgetAction>,
) -> Html {
    let limit = limit_sentence(plans, project, style);
    let is_over = plans.limit.as_ref().is_some_and(|limit| matches!(limit.standing, Some(LimitStanding::Over(_))));
    let choose = (is_over && PlanChoice::WithinLimit.of(plans).is_some()).then(|| {
        let onclick = on_action.reform(|_: MouseEvent| BudgetAction::ChoosePlan(PlanChoice::WithinLimit));
        html! {
            <>
                { " " }
                <button class="link" type="button" id="choose-within-limit" {onclick}>
                    { "Budget for these instead" }
                </button>
            </>
        }
    });
    let sooner = sooner_sentence(plans, style).map(|sentence| format!(" {sentence}"));
    html! { <>{ for limit.map(|sentence| format!(" {sentence}")) }{ for choose }{ for sooner }</> }
}

/// The names of the tiers that a schedule buys, each once.
pub(super) fn tier_names(schedule: &Schedule) -> String {
    let mut names: Vec<&str> = Vec::new();
    for purchase in &schedule.purchases {
        if !names.contains(&purchase.tier.name.as_ref()) {
            names.push(&purchase.tier.name);
        }
    }
    if names.is_empty() { "nothing to buy".to_owned() } else { names.join(", ") }
}

/// The months that are bought, what a thousand posts cost, and when all posts are there.
fn figures(schedule: &Schedule, project: &Project, style: NumberStyle) -> Html {
    let average = schedule.total.per_thousand(project.posts());
    html! {
        <>
            <b>{ duration_phrase(months_bought(schedule), style) }</b>{ " bought" }
            { for average.map(|average| html! { <>{ " · " }<b>{ style.average(average) }</b>{ format!(" per {} posts", style.whole(1_000)) }</> }) }
            { for done_by(schedule, project).map(|last| html! { <>{ " · all posts there by " }<b>{ day(last) }</b></> }) }
            { "." }
        </>
    }
}

/// The free era's answer for as many posts as the chosen schedule brings, which collects `project`.
fn then_as_many(planned: &Planned, plans: &Plans, project: &Project, style: NumberStyle) -> Html {
    if project.posts() == planned.project.posts() {
        return then(&plans.free_era, project, style);
    }
    then(&free_collection(crate::catalogue(), project), project, style)
}

/// The free era's answer to the same question.
fn then(free: &FreeCollection, project: &Project, style: NumberStyle) -> Html {
    let (name, is_covered) = match &free.covered_by {
        Some(tier) => (format!("{} access", tier.name), true),
        None => ("not covered month by month".to_owned(), false),
    };
    let amount = if is_covered { style.money(Money::ZERO) } else { "Slower".to_owned() };
    let amount = if free.programmes.is_empty() { "Not covered".to_owned() } else { amount };
    let key = format!("The same posts in the free era: {name}");
    side(&key, &amount, is_covered, html! { { free_sentence(free, project, style) } })
}

/// The last day of the last month in which something is read.
pub(super) fn done_by(schedule: &Schedule, project: &Project) -> Option<Date> {
    project.first_day(schedule.last_read_month()? + 1).pred_opt()
}

/// The months that a schedule buys.
pub(super) fn months_bought(schedule: &Schedule) -> u64 {
    schedule.purchases.iter().map(|purchase| purchase.months as u64).sum()
}
