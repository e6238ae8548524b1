use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

/// A bar that shows how full a cap is: 1 is exactly full, and more looks the same; `None` stands for reads
/// where the cap is 0.
///
/// It only accompanies the figure beside it, so it is hidden from screen readers.
pub(super) fn meter(ratio: Option<Decimal>) -> Html {
    let thousandths = ratio.map_or(Decimal::ONE, |ratio| ratio.min(Decimal::ONE)) * Decimal::ONE_THOUSAND;
    // Some of the bar is filled as soon as anything is used.
    let length = if thousandths.is_zero() { 0 } else { thousandths.to_u32().unwrap_or(0).max(15) };
    // Lines, because the length of one is no property of style, which the browser would have to find anew with every key.
    html! {
        <svg class="meter" viewBox="0 0 1000 80" preserveAspectRatio="none" aria-hidden="true">
            <line class="meter-cap" x2="1000" y1="40" y2="40" />
            <line class="meter-use" x2={length.to_string()} y1="40" y2="40" />
        </svg>
    }
}
