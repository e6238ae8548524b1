use yew::prelude::*;

use crate::app::budget::{BudgetAction, BudgetField, BudgetState};
use crate::project::budget::{CostClass, IndirectBase, YearCut};
use crate::project::funder::FunderProfile;
use crate::view::form::{Form, choices_of, choosing, select};

type BudgetForm<'a> = Form<'a, BudgetField, BudgetAction>;

/// The form of the budget's terms, with the funder's rules.
pub(super) fn terms(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let form = Form { problems: &state.problems, on_action, typed: BudgetAction::Type, left: BudgetAction::Leave };
    html! {
        <section aria-labelledby="terms">
            <h2 id="terms">{ "For the funder" }</h2>
            <form class="form" aria-label="Terms of the budget" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                <div class="form-fields">
                    { funder(state, on_action) }
                    { rates(form, state) }
                    { choices(state, on_action) }
                    { currency(form, state) }
                </div>
            </form>
            { rules(state.draft.terms.funder) }
        </section>
    }
}

/// A list to choose from, with its label.
fn chosen(
    id: &'static str,
    label: &'static str,
    choices: &[(String, String)],
    now: &str,
    on_choose: &Callback<String>,
) -> Html {
    html! { <div class="form-field"><label for={id}>{ label }</label>{ select(id, choices, now, on_choose) }</div> }
}

fn funder(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let choices: Vec<_> =
        crate::funder_profiles().iter().map(|funder| (funder.id.to_string(), funder.name.to_string())).collect();
    let on_choose = choosing(on_action, |id| crate::funder_profile(id).map(BudgetAction::ChooseFunder));
    chosen("funder", "Funder", &choices, state.draft.terms.funder.id.as_str(), &on_choose)
}

fn rates(form: BudgetForm<'_>, state: &BudgetState) -> Html {
    let terms = &state.draft.terms;
    let inflation = if terms.funder.allows_inflation { "From the second year on." } else { "This funder allows none." };
    let contingency = if terms.funder.allows_contingency { "For changes of price." } else { "This funder pays none." };
    let flat = terms.funder.flat_rate_percent;
    let flat = flat.map(|flat| format!("This funder’s flat rate is {}.", state.style.percent(flat.decimal())));
    html! {
        <>
            { form.line(BudgetField::Inflation, "Inflation, % a year", &terms.inflation, inflation) }
            { form.line(BudgetField::Contingency, "Contingency, %", &terms.contingency, contingency) }
            { form.line(BudgetField::IndirectRate, "Indirect costs, %", &terms.indirect_rate, &flat.unwrap_or_default()) }
            { other_costs(form, &terms.other_costs, terms.funder) }
        </>
    }
}

/// What the application asks for besides: for funders that count it, and where it was entered for another.
fn other_costs(form: BudgetForm<'_>, typed: &str, funder: &'static FunderProfile) -> Html {
    let hint = match (funder.counts_other_costs(), typed.is_empty()) {
        (true, _) => "For the funder’s limits; no part of this budget.",
        (false, false) => "This funder has no limit that counts them.",
        (false, true) => return html! { "" },
    };
    form.line(BudgetField::OtherCosts, "Other direct costs a year", typed, hint)
}

fn choices(state: &BudgetState, on_action: &Callback<BudgetAction>) -> Html {
    let terms = &state.draft.terms;
    let bases = choices_of(&IndirectBase::ALL, IndirectBase::id, IndirectBase::label);
    let classes = choices_of(&CostClass::ALL, CostClass::id, CostClass::label);
    let cuts = choices_of(&YearCut::ALL, YearCut::id, YearCut::label);
    let on_base = choosing(on_action, |id| IndirectBase::by_id(id).map(BudgetAction::ChooseIndirectBase));
    let on_class = choosing(on_action, |id| CostClass::by_id(id).map(BudgetAction::ChooseCostClass));
    let on_cut = choosing(on_action, |id| YearCut::by_id(id).map(BudgetAction::ChooseYearCut));
    html! {
        <>
            { chosen("base", "Indirect costs on", &bases, terms.indirect_base.id(), &on_base) }
            { chosen("class", "Access is", &classes, terms.cost_class.id(), &on_class) }
            { chosen("years", "Years are", &cuts, terms.year_cut.id(), &on_cut) }
        </>
    }
}

fn currency(form: BudgetForm<'_>, state: &BudgetState) -> Html {
    let currency = &state.draft.terms.currency;
    let own_figure = "Your own figure: the calculator knows no exchange rates.";
    let rate = if currency.is_converted() {
        html! {
            <>
                { form.line(BudgetField::Rate, "One US dollar buys", &currency.rate, own_figure) }
                { form.day(BudgetField::RateDay, "Day of that rate", &currency.rate_day) }
            </>
        }
    } else {
        html! { "" }
    };
    html! {
        <>
            { form.line(BudgetField::Currency, "Currency", &currency.code, "Three letters, like EUR.") }
            { rate }
        </>
    }
}

/// What the funder asks, and where that is written.
fn rules(funder: &'static FunderProfile) -> Html {
    let documents = (!funder.sources.is_empty()).then(|| {
        let address = format!("sources.html#funder-{}", funder.id);
        html! { <a href={address}>{ format!("The documents that say so, for {}", funder.name) }</a> }
    });
    html! {
        <details class="rules">
            <summary>{ funder.title.to_string() }</summary>
            <p>{ funder.placement.to_string() }</p>
            <ul>
                for note in funder.all_notes().chain(funder.unconfirmed.iter()) {
                    <li>{ note.to_string() }</li>
                }
            </ul>
            <p>{ for documents }</p>
        </details>
    }
}
