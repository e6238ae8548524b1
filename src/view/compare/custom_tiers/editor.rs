use yew::prelude::*;

use super::charges::charges;
use super::form::{Form, button};
use super::price;
use crate::app::custom_tiers::{ChargeList, CustomTiersAction, DraftChange, Editor, TierField};
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, AtCap, Tier};

/// The form of one tier: name, charges and cap first, all other terms folded away, the price of the present volume below.
pub(super) fn editor(
    editor: &Editor,
    tiers: &[Tier],
    assessment: Option<&Assessment>,
    style: NumberStyle,
    on_action: &Callback<CustomTiersAction>,
) -> Html {
    let form = Form { editor, style, on_action };
    let draft = &editor.draft;
    let listed = tiers.iter().find(|tier| tier.id == editor.id);
    let onsubmit = on_action.reform(|event: SubmitEvent| {
        event.prevent_default();
        CustomTiersAction::Done
    });
    html! {
        <form class="own-form own-editor" aria-label={if editor.is_new() { "New tier" } else { "Edit tier" }} {onsubmit}>
            { form.labelled(TierField::Name, "Name", &draft.name, 24) }
            <fieldset>
                <legend>{ "What it costs" }</legend>
                <p class="own-rule">{ price_hint(form) }</p>
                { charges(form, ChargeList::Charges, &draft.charges) }
            </fieldset>
            <fieldset>
                <legend>{ "At the read cap" }</legend>
                { cap(form) }
            </fieldset>
            { more_terms(form) }
            { live_price(editor, listed, assessment, style) }
            <p class="own-end">
                <button class="button" type="submit">{ "Done" }</button>
                { button(on_action, None, "Cancel", None, CustomTiersAction::Cancel) }
            </p>
        </form>
    }
}

/// Something to go by where there is no price.
fn price_hint(form: Form<'_>) -> String {
    let draft = &form.editor.draft;
    match draft.indicative_price() {
        Some(indicative) => {
            format!("Its price is not public; it is said to start at {} a month.", form.style.price(indicative))
        }
        None if draft.charges.is_empty() => {
            "Without a charge it has no price, which is not the same as free.".to_owned()
        }
        None => String::new(),
    }
}

fn cap(form: Form<'_>) -> Html {
    let draft = &form.editor.draft;
    let mut choices = vec![None, Some(AtCap::Stop), Some(AtCap::Overage)];
    // The others are what listed tiers leave open. A copy may keep them, but nobody negotiates for them.
    if !choices.contains(&draft.at_cap_before()) {
        choices.push(draft.at_cap_before());
    }
    let choices = choices.into_iter().map(|at_cap| (at_cap_label(at_cap), DraftChange::ChooseAtCap(at_cap))).collect();
    let reads = form.blank(TierField::ReadCap, "Read cap, reads a month", &draft.read_cap, 6);
    html! {
        <>
            <p class="own-words">
                {
                    form.choice("own-at-cap".to_owned(), "At the cap", choices, at_cap_label(draft.at_cap))
                }
                if draft.at_cap.is_some() {
                    <span>{ " after " }{ reads }{ " reads a month" }</span>
                } else {
                    { "" }
                }
            </p>
            { form.problem(TierField::ReadCap) }
            <div class="own-nested">
                if draft.at_cap == Some(AtCap::Overage) {
                    { charges(form, ChargeList::Overage, &draft.overage) }
                } else {
                    { "" }
                }
            </div>
        </>
    }
}

const fn at_cap_label(at_cap: Option<AtCap>) -> &'static str {
    match at_cap {
        None => "there is no cap",
        Some(AtCap::Stop) => "it stops",
        Some(AtCap::Overage) => "each further read costs extra",
        Some(AtCap::Contract) => "more is for the contract to say",
        Some(AtCap::TopUp) => "it stops or takes top-ups",
    }
}

fn more_terms(form: Form<'_>) -> Html {
    let draft = &form.editor.draft;
    html! {
        <details class="own-more" open={form.editor.shows_more_terms}>
            <summary>{ "More terms" }</summary>
            <div class="own-grid">
                { form.labelled(TierField::Discount, "Discount, %", &draft.discount, 8) }
                { form.labelled(TierField::MonthlyMinimum, "Monthly minimum, $", &draft.monthly_minimum, 8) }
                { form.labelled(TierField::MonthlyMaximum, "Monthly maximum, $", &draft.monthly_maximum, 8) }
                { form.labelled(TierField::AnnualMaximum, "Annual maximum, $", &draft.annual_maximum, 8) }
                { form.labelled(TierField::Term, "Term, months", &draft.term, 8) }
                { form.labelled(TierField::AnnualPrice, "A year in advance, $", &draft.annual_price, 8) }
            </div>
        </details>
    }
}

/// The price of the present volume with its arithmetic, or why there is none.
fn live_price(editor: &Editor, listed: Option<&Tier>, assessment: Option<&Assessment>, style: NumberStyle) -> Html {
    let is_settled = editor.problems.is_empty();
    let unsettled = (!is_settled).then(|| {
        let what = if editor.problems.are_gaps() { "Something is still missing" } else { "Something is not right yet" };
        let then =
            if listed.is_some() { "the last good version stays in the comparison" } else { "it is not compared" };
        format!("{what}. Until then {then}.")
    });
    // The arithmetic is there to be looked up: read aloud at every keystroke it would only be in the way.
    html! {
        <div class={classes!("own-price", (!is_settled).then_some("own-unsettled"))}>
            <div role="status">
                <p>{ for unsettled }</p>
                <div>{ for listed.map(|tier| price_line(tier, assessment, style)) }</div>
            </div>
            <p class="own-rule">{ listed.map(|tier| price::arithmetic(tier, assessment, style)) }</p>
        </div>
    }
}

fn price_line(tier: &Tier, assessment: Option<&Assessment>, style: NumberStyle) -> Html {
    html! {
        <>
            <p>{ "For the present volume: " }{ price::amount(tier, assessment, style) }{ "." }</p>
            <p class="fit-no">{ price::objection(tier, assessment, style) }</p>
        </>
    }
}
