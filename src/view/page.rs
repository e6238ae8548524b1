use yew::prelude::*;

use super::compare::compare;
use super::share::Share;
use crate::app::{Action, State};

/// What [`Page`] shows, and where its events go.
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    /// The state to show.
    pub state: State,
    /// Called with what the reader does.
    pub on_action: Callback<Action>,
}

/// The whole page: header, the Compare page, footer.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { state, on_action } = props;
    html! {
        <>
            <header class="header">
                <p class="brand">{ "Quota Calculator" }</p>
                <Share link={state.link().filter(|_| state.is_current())} />
            </header>
            <main>
                <h1 class="unseen">{ "What will your reads cost?" }</h1>
                { compare(state, on_action) }
            </main>
            <footer class="footer">
                <p>
                    { "Independent estimate, not an offer. Prices in US dollars before tax. Every figure has a source, \
                       listed above. Nothing you enter leaves this page." }
                </p>
            </footer>
        </>
    }
}
