use std::rc::Rc;

use yew::prelude::*;

use super::plans::plans;
use super::schedule::schedule;
use crate::app::budget::{BudgetAction, Planned};
use crate::numbers::NumberStyle;
use crate::project::PlanChoice;

/// What [`Schedules`] shows, and where its events go.
#[derive(Clone, Properties)]
pub struct SchedulesProps {
    /// The project with its schedules.
    pub planned: Rc<Planned>,
    /// Which of them the budget uses.
    pub choice: PlanChoice,
    /// How numbers are written.
    pub style: NumberStyle,
    /// Called with what the reader does.
    pub on_action: Callback<BudgetAction>,
}

impl PartialEq for SchedulesProps {
    /// All schedules are found anew together, and the callback does the same each time.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.planned, &other.planned) && (self.choice, self.style) == (other.choice, other.style)
    }
}

/// The schedules to compare, and the chosen one month by month; nothing while there are no posts to collect.
///
/// It is a component so that it is left alone while the reader types.
#[component]
pub fn Schedules(props: &SchedulesProps) -> Html {
    let SchedulesProps { planned, choice, style, on_action } = props;
    let Some(all) = planned.plans.as_ref().ok().filter(|_| planned.project.posts() > 0) else {
        return html! { <div></div> };
    };
    let chosen = planned.schedule(*choice);
    html! {
        <>
            { plans(planned, all, *choice, *style, on_action) }
            <div>{ for chosen.map(|chosen| schedule(chosen, &choice.collected(&planned.project, all), *choice, *style)) }</div>
        </>
    }
}
