use yew::prelude::*;

use crate::app::Action;
use crate::chart::{CostChart, cost_chart, history_chart, months_chart};
use crate::format::NumberStyle;
use crate::pricing::{Date, Period, Report};
use crate::view::element::{Element, element, text};

/// Cost against volume, what the reads have cost over the years, and the months where they differ.
pub(super) fn charts(report: &Report, style: NumberStyle, today: Option<Date>, on_action: &Callback<Action>) -> Html {
    let assessment = &report.assessment;
    let asked = &assessment.estimate;
    let on_volume = {
        let (on_action, asked) = (on_action.clone(), asked.clone());
        // The chart counts reads, the question posts.
        Callback::from(move |reads| on_action.emit(Action::UseVolume(asked.posts_for(reads), Period::Month)))
    };
    let mut drawn = Vec::new();
    match CostChart::new(assessment, report.estimate.budget().map(Into::into)) {
        Ok(chart) => drawn.push(cost_chart(&chart, style, &on_volume)),
        Err(error) => {
            let why = format!("Cost against volume can’t be drawn: {error}.");
            drawn.push(element("p", "notice", vec![text(why)]));
        }
    }
    let newest = crate::catalogue().last_checked();
    let until = today.filter(|today| *today > newest).unwrap_or(newest);
    drawn.push(history_chart(&report.history, asked, until, style));
    let by_month = assessment.cheapest().and_then(|answer| Some((&answer.tier.name, answer.cost.as_ref()?)));
    if let Some((name, cost)) = by_month
        && cost.months.windows(2).any(|pair| pair.first() != pair.last())
    {
        drawn.push(months_chart(name, cost, style));
    }
    Element::new("section").with(&["aria-labelledby"], ["charts"]).holding(vec![
        Element::new("h2").with(&["id"], ["charts"]).holding(vec![text("The same in pictures")]),
        element("div", "charts", drawn),
    ])
}
