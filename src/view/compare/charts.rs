use yew::prelude::*;

use crate::app::compare::{CompareAction, EditAction};
use crate::chart::{CostChart, cost_chart, months_chart, price_history_chart};
use crate::format::tier_name;
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Period, Report, Unpriceable};
use crate::view::element::{Element, element, text};

/// Cost against volume, what the reads have cost over the years, and the months where they differ.
pub(super) fn charts(
    report: &Report,
    style: NumberStyle,
    today: Option<Date>,
    on_action: &Callback<CompareAction>,
) -> Html {
    let assessment = &report.assessment;
    let asked = &assessment.estimate;
    let on_volume = {
        let (on_action, asked) = (on_action.clone(), asked.clone());
        // The chart counts reads, the question posts.
        Callback::from(move |reads| {
            on_action.emit(CompareAction::Edit(EditAction::UseVolume(
                asked.reread_factor().posts_for(reads),
                Period::Month,
            )));
        })
    };
    let cannot =
        |what: &str, error: Unpriceable| element("p", "notice", vec![text(format!("{what} can’t be drawn: {error}."))]);
    let by_volume = match CostChart::new(assessment, report.asked.budget().map(Into::into)) {
        Ok(chart) => cost_chart(&chart, style, &on_volume),
        Err(error) => cannot("Cost against volume", error),
    };
    let catalogue = crate::catalogue();
    let newest = catalogue.last_checked();
    let until = today.filter(|today| *today > newest).unwrap_or(newest);
    let by_epoch = match report.price_history(catalogue) {
        Ok(epochs) => price_history_chart(&epochs, asked, until, style),
        Err(error) => cannot("What these reads have cost", error),
    };
    let priced = assessment.cheapest().and_then(|answer| Some((&answer.tier, answer.cost.as_ref()?)));
    // Its place is kept while it isn't drawn: with another number of children the others would be made anew, and the keyboard
    // would lose the slider.
    let by_month = match priced.filter(|(_, cost)| cost.months.windows(2).any(|pair| pair.first() != pair.last())) {
        Some((tier, cost)) => months_chart(&tier_name(tier), cost, style),
        None => text(""),
    };
    Element::new("section").with(&["aria-labelledby"], ["charts"]).holding(vec![
        Element::new("h2").with(&["id"], ["charts"]).holding(vec![text("The same in pictures")]),
        element("div", "charts", vec![by_volume, by_epoch, by_month]),
    ])
}
