use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

/// A bar that shows how full a cap is: 1 is exactly full; `None` stands for a cap of 0, which is drawn as over.
///
/// It only accompanies the figure beside it, so it is hidden from screen readers.
pub(super) fn meter(ratio: Option<Decimal>) -> Html {
    let over = ratio.is_none_or(|ratio| ratio > Decimal::ONE);
    let thousandths = ratio.map_or(Decimal::ONE, |ratio| ratio.min(Decimal::ONE)) * Decimal::ONE_THOUSAND;
    // Some of the bar is filled as soon as anything is used.
    let width = if thousandths.is_zero() { 0 } else { thousandths.to_u32().unwrap_or(0).max(15) };
    html! {
        <svg class={classes!("meter", over.then_some("meter-over"))} viewBox="0 0 1000 80" preserveAspectRatio="none" aria-hidden="true">
            <rect class="meter-cap" width="1000" height="80" />
            <rect class="meter-use" width={width.to_string()} height="80" />
        </svg>
    }
}
