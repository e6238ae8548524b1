use yew::html::IntoPropValue;
use yew::prelude::*;

/// A list of facts, each a term with what there is to say on it.
#[derive(Default)]
pub(super) struct Facts(Vec<Html>);

impl Facts {
    /// Adds a fact.
    pub(super) fn add(&mut self, term: &str, fact: impl IntoPropValue<Html>) {
        let fact = fact.into_prop_value();
        self.0.push(html! { <div class="fact"><dt>{ term }</dt><dd>{ fact }</dd></div> });
    }

    /// The list.
    pub(super) fn list(self) -> Html {
        html! { <dl class="facts">{ for self.0 }</dl> }
    }
}
