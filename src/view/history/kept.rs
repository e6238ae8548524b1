//! The histories on this device.

use yew::prelude::*;

use crate::app::history::HistoryAction;
use crate::app::history::kept::{Kept, KeptCommand, KeptEntry};
use crate::app::storage::Undo;
use crate::format::history_phrase;
use crate::numbers::NumberStyle;

/// The list, with what became of the last act on it.
pub(super) fn kept(
    kept: &Kept,
    style: NumberStyle,
    on_action: &Callback<HistoryAction>,
    on_command: &Callback<KeptCommand>,
) -> Html {
    let problem = kept.storage_problem.map(|problem| {
        html! {
            <p class="notice">
                <strong>{ "Histories can’t be kept here just now: " }</strong>{ problem.to_string() }
                { ". Everything else on this page works, and “Use this as my estimate” keeps the months in a link." }
            </p>
        }
    });
    let hint = if kept.list.is_empty() {
        "None yet. A history is kept only when you say so: its months and their reads, how many rows were counted, the \
         name of the column, what was taken for granted, and what the reads were for. Nothing else of the file is kept."
    } else {
        ""
    };
    html! {
        <section class="kept" aria-labelledby={Kept::TITLE}>
            <h2 id={Kept::TITLE} tabindex="-1">{ "Kept on this device" }</h2>
            <div role="status">
                { for kept.notice.iter().map(|notice| html! { <p class="notes">{ notice }</p> }) }
                { for kept.undo.iter().map(|undo| taken_back(undo, on_command)) }
            </div>
            <div role="alert">{ for kept.problem.iter().map(|problem| html! { <p class="problem">{ problem }</p> }) }</div>
            <div>{ for problem }</div>
            <p class="hint">{ hint }</p>
            <ul class="kept-list" aria-label="Histories on this device">
                for entry in kept.list.iter() {
                    { item(entry, style, on_action, on_command) }
                }
            </ul>
        </section>
    }
}

fn taken_back(undo: &Undo, on_command: &Callback<KeptCommand>) -> Html {
    let command = KeptCommand::Undo(undo.clone());
    let onclick = on_command.reform(move |_: MouseEvent| command.clone());
    html! {
        <p>
            { &undo.sentence }{ " " }
            <button class="link" type="button" id={Kept::UNDO_BUTTON} aria-label={format!("Undo: {}", undo.sentence)} {onclick}>
                { "Undo" }
            </button>
        </p>
    }
}

fn item(
    entry: &KeptEntry,
    style: NumberStyle,
    on_action: &Callback<HistoryAction>,
    on_command: &Callback<KeptCommand>,
) -> Html {
    let title = entry.title();
    let forget = {
        let command = KeptCommand::Forget(entry.clone());
        on_command.reform(move |_: MouseEvent| command.clone())
    };
    let (words, open) = match &entry.content {
        Ok(kept) => {
            let action = HistoryAction::Open(kept.clone());
            let onclick = on_action.reform(move |_: MouseEvent| action.clone());
            let usage = kept.usage_type.map(|usage_type| format!(" For {}.", usage_type.label())).unwrap_or_default();
            let phrase = history_phrase(&kept.history, style);
            let words = html! {
                <>
                    <p class="tier-name"><bdi>{ kept.name.as_str() }</bdi></p>
                    <p class="hint">{ format!("{phrase}.{usage} Kept on {}.", kept.kept) }</p>
                </>
            };
            let label = format!("Open {title}");
            let open = html! {
                <button class="button button-quiet" type="button" aria-label={label} {onclick}>{ "Open" }</button>
            };
            (words, open)
        }
        Err(why) => {
            (html! { <p class="problem">{ format!("A damaged entry: {why}. It is left as it is.") }</p> }, html! { "" })
        }
    };
    html! {
        <li class="kept-item" key={entry.key.clone()}>
            <div>{ words }</div>
            <div class="history-tools">
                { open }
                <button class="button button-quiet" type="button" aria-label={format!("Forget {title}")} onclick={forget}>{ "Forget" }</button>
            </div>
        </li>
    }
}
