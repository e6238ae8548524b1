use yew::prelude::*;

use super::slots::{Blank, problem};
use crate::app::budget::{BudgetAction, BudgetField, BudgetState};
use crate::format::{months_phrase, terms_phrase};
use crate::pricing::{RereadFactor, Tier};
use crate::view::slot::hidden_problem;

/// What the plan takes for granted, in one line; opened, every part of it can be changed.
pub(super) fn assumptions(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    html! {
        <>
            <details class="assumptions">
                <summary>{ line(state) }{ " " }<span class="change">{ "Change assumptions" }</span></summary>
                <div class="assumed">
                    <fieldset>
                        <legend>{ "What counts" }</legend>
                        <p><label>
                            { "Each wanted post costs " }
                            { Blank::labelled(BudgetField::RereadFactor, 3).html(state, on_action) }
                            { " reads (more than 1 where posts are read again)" }
                        </label></p>
                        { problem(state, BudgetField::RereadFactor) }
                        <p><label>
                            { "Contracts whose minimum term is not public run for " }
                            { Blank::labelled(BudgetField::AssumedTerm, 3).html(state, on_action) }
                            { " months (empty: no minimum)" }
                        </label></p>
                        { problem(state, BudgetField::AssumedTerm) }
                    </fieldset>
                    { own_tiers(state, on_action) }
                </div>
            </details>
            { hidden_problems(state) }
        </>
    }
}

fn line(state: &BudgetState) -> String {
    let project = &state.proposal.project;
    let factor = project.reread_factor;
    let reads = if factor == RereadFactor::NONE {
        "Every post is read once".to_owned()
    } else {
        format!("Every post costs {} reads", state.style.plain_decimal(factor.decimal()))
    };
    let term = match project.assumed_term {
        None => "no minimum term where it is not public".to_owned(),
        Some(months) => format!("a minimum term of {} where it is not public", months_phrase(months)),
    };
    let own = match project.custom_tiers.len() {
        0 => String::new(),
        1 => "; with a tier of your own".to_owned(),
        count => format!("; with {count} tiers of your own"),
    };
    format!("{reads}; {term}{own}.")
}

/// Problems of fields in the panel, which may be closed.
fn hidden_problems(state: &BudgetState) -> Html {
    let fields = [BudgetField::RereadFactor, BudgetField::AssumedTerm];
    let mut hidden = fields.into_iter().filter_map(|field| state.problems.of(field));
    hidden_problem(hidden.next(), hidden.next().is_none())
}

/// The researcher's own tiers, which come from the Compare page.
fn own_tiers(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let tiers = &state.draft.own_tiers;
    let words = if tiers.is_empty() {
        "An offer of your own can be planned with too: describe it on the "
    } else {
        "They are on sale in every month of the project. To change one, edit it on the "
    };
    html! {
        <fieldset>
            <legend>{ "Your own tiers" }</legend>
            <ul class="own-listed">
                for tier in tiers {
                    <li key={tier.id.to_string()}>{ own_tier(state, tier, on_action) }</li>
                }
            </ul>
            <p>{ words }<a href="./">{ "Compare page" }</a>{ " and press “Plan a project budget with this” there." }</p>
        </fieldset>
    }
}

fn own_tier(state: &BudgetState, tier: &Tier, on_action: &Callback<BudgetAction>) -> Html {
    let id = tier.id.clone();
    let terms = terms_phrase(tier, state.proposal.project.assumed_term, state.style);
    html! {
        <>
            <span><b>{ tier.name.to_string() }</b>{ " " }<span class="tier-terms">{ terms }</span></span>
            <button
                class="link"
                type="button"
                aria-label={format!("Remove {}", tier.name)}
                onclick={on_action.reform(move |_: MouseEvent| BudgetAction::RemoveTier(id.clone()))}
            >
                { "Remove" }
            </button>
        </>
    }
}
