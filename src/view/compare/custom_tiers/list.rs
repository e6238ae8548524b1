use yew::prelude::*;

use super::form::button;
use super::{editor, price};
use crate::app::custom_tiers::{CustomTiers, CustomTiersAction, Editor, Notice, Spot};
use crate::format::terms_phrase;
use crate::numbers::NumberStyle;
use crate::pricing::{Assessment, Identifier, Tier};

/// The tiers in their order, the one that is being edited as its editor.
pub(super) fn list(
    custom: &CustomTiers,
    assessment: Option<&Assessment>,
    style: NumberStyle,
    on_action: &Callback<CustomTiersAction>,
) -> Html {
    let last = custom.tiers().len().saturating_sub(1);
    let at_rest = custom.editor().is_none() && custom.import().is_none();
    let row = |(place, tier): (usize, &Tier)| {
        let actions = at_rest.then(|| actions(tier, place > 0, place < last, on_action));
        html! {
            <div class="own-row">
                { description(tier, assessment, style) }
                <div class="own-actions">{ for actions }</div>
            </div>
        }
    };
    let form = |editor: &Editor| editor::editor(editor, custom.tiers(), assessment, style, on_action);
    // One list of keys for all, so that the editor of a new tier stays the same when the tier comes into the list.
    let mut items: Vec<(&Identifier, Html)> = Vec::new();
    for (place, tier) in custom.tiers().iter().enumerate() {
        let editor = custom.editor().filter(|editor| editor.id == tier.id);
        items.push((&tier.id, editor.map_or_else(|| row((place, tier)), form)));
    }
    if let Some(editor) = custom.editor()
        && items.iter().all(|(id, _)| **id != editor.id)
    {
        items.push((&editor.id, form(editor)));
    }
    html! {
        <ul class="own-list">
            for (id, item) in items {
                <li key={id.as_str()} class="own-tier">{ item }</li>
            }
        </ul>
    }
}

fn description(tier: &Tier, assessment: Option<&Assessment>, style: NumberStyle) -> Html {
    html! {
        <>
            <div class="own-terms">
                <span class="tier-name">{ tier.name.as_ref() }</span>
                <span class="tier-terms">{ terms_phrase(tier, assessment.and_then(|assessment| assessment.estimate.assumed_term()), style) }</span>
            </div>
            <div class="own-amount">
                <span>{ price::amount(tier, assessment, style) }</span>
                <span class="tier-terms fit-no">{ price::objection(tier, assessment, style) }</span>
            </div>
        </>
    }
}

fn actions(tier: &Tier, can_rise: bool, can_sink: bool, on_action: &Callback<CustomTiersAction>) -> Html {
    use CustomTiersAction as Action;
    let (id, name) = (|| tier.id.clone(), &tier.name);
    html! {
        <>
            { button(on_action, Some(Spot::Edit(id())), "Edit", Some(format!("Edit {name}")), Action::Edit(id())) }
            { move_button(on_action, Spot::Up(id()), "Up", format!("Move up {name}"), can_rise, Action::MoveUp(id())) }
            {
                move_button(
                    on_action,
                    Spot::Down(id()),
                    "Down",
                    format!("Move down {name}"),
                    can_sink,
                    Action::MoveDown(id()),
                )
            }
            { button(on_action, None, "Delete", Some(format!("Delete {name}")), Action::Delete(id())) }
        </>
    }
}

/// A button that can be in focus even where there is nowhere to move, so that the focus survives the last move.
fn move_button(
    on_action: &Callback<CustomTiersAction>,
    spot: Spot,
    label: &'static str,
    name: String,
    can_move: bool,
    action: CustomTiersAction,
) -> Html {
    let onclick = on_action.reform(move |_: MouseEvent| action.clone());
    html! {
        <button
            class="button button-quiet"
            type="button"
            aria-label={name}
            aria-disabled={(!can_move).then_some("true")}
            id={spot.element_id()}
            {onclick}
        >
            { label }
        </button>
    }
}

/// What happened to the list last, with a way back after a deletion.
pub(super) fn notice(custom: &CustomTiers, on_action: &Callback<CustomTiersAction>) -> Html {
    // While something is open the list rests, and so does its undo.
    let notice = custom.notice().filter(|_| custom.editor().is_none() && custom.import().is_none());
    let undo = matches!(notice, Some(Notice::Deleted { .. }));
    let undo = undo.then(|| button(on_action, Some(Spot::Undo), "Undo", None, CustomTiersAction::Undo));
    let left_out = notice.map(Notice::left_out).unwrap_or_default();
    html! {
        <div class="own-notice">
            <div role="status">
                <span>{ notice.map(Notice::sentence) }</span>
                <ul>
                    for (place, sentence) in left_out.iter().enumerate() {
                        <li key={place}>{ sentence }</li>
                    }
                </ul>
            </div>
            <div>{ for undo }</div>
        </div>
    }
}
