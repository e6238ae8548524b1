use yew::prelude::*;

use super::freshness::freshness_notice;
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Freshness};

/// What holds for every figure of a page, and how old its prices are where the reader's date is known.
pub(super) fn footer(today: Option<Date>, style: NumberStyle) -> Html {
    let age = today.map(|today| freshness_notice(&Freshness::on(crate::catalogue(), today), style));
    html! {
        <footer class="footer">
            <div>{ for age }</div>
            <p>
                { "Independent estimate, not an offer. Prices in US dollars before tax. Every figure has a " }
                <a href="sources.html">{ "source" }</a>{ ". Nothing you enter leaves this page." }
            </p>
        </footer>
    }
}
