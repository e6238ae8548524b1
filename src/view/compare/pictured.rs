use std::rc::Rc;

use yew::prelude::*;

use super::{charts::charts, ways::ways};
use crate::app::Action;
use crate::format::NumberStyle;
use crate::pricing::{Date, Report};

/// What [`Pictured`] shows, and where its events go.
#[derive(Clone, Properties)]
pub struct PicturedProps {
    /// The answer to show.
    pub report: Rc<Report>,
    /// How numbers are written.
    pub style: NumberStyle,
    /// The reader's date, where there is a clock.
    pub today: Option<Date>,
    /// Called with what the reader does.
    pub on_action: Callback<Action>,
}

impl PartialEq for PicturedProps {
    /// Every answer is a report of its own, and the callback does the same each time.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report) && self.style == other.style && self.today == other.today
    }
}

/// The answer in pictures, and the cheaper ways: what stands under the table of tiers.
///
/// It is a component so that it is left alone while the rest of the page changes.
#[component]
pub fn Pictured(props: &PicturedProps) -> Html {
    let PicturedProps { report, style, today, on_action } = props;
    html! {
        <>
            { charts(report, *style, *today, on_action) }
            { ways(&report.ways, &report.assessment, *style) }
        </>
    }
}
