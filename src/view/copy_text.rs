use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::clipboard::{Outcome, copy_to_clipboard, outcome_message};

/// The properties of [`CopyText`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyTextProps {
    /// The button's id.
    pub id: &'static str,
    /// What the button says.
    pub label: &'static str,
    /// What is said when it is done.
    pub done: &'static str,
    /// The text to copy.
    pub text: AttrValue,
    /// Whether there is nothing right to copy.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it is one act among others, none of them the first.
    #[prop_or_default]
    pub quiet: bool,
}

/// A button that copies a text, and what became of that.
#[component]
pub fn CopyText(props: &CopyTextProps) -> Html {
    let outcome = use_state(|| None::<(AttrValue, Outcome)>);
    let onclick = {
        let (outcome, text, done) = (outcome.clone(), props.text.clone(), props.done);
        move |_: MouseEvent| {
            let (outcome, text) = (outcome.clone(), text.clone());
            spawn_local(async move {
                let copied = copy_to_clipboard(text.to_string(), done).await;
                outcome.set(Some((text, copied)));
            });
        }
    };
    let outcome = outcome.as_ref().filter(|(text, _)| *text == props.text).map(|(_, outcome)| outcome_message(outcome));
    let class = if props.quiet { "button button-quiet" } else { "button" };
    html! {
        <>
            <button {class} type="button" id={props.id} disabled={props.disabled} {onclick}>{ props.label }</button>
            <span class="share-outcome" role="status">{ for outcome }</span>
        </>
    }
}
