use yew::prelude::*;

use super::drawing::{Drawing, Shape};
use super::figure::{Figure, table};
use super::label::{Anchor, Label, Voice, shortened};
use super::months_chart;
use super::scale::Scale;
use super::size::ChartSize;
use crate::numbers::NumberStyle;
use crate::pricing::{Money, MonthCost};
use crate::project::{Project, Schedule, ScheduledMonth};

/// The months of a schedule, as bars: what each costs, and under that its reads; with the tiers that are bought, and marks
/// where phases and price books change.
pub fn schedule_chart(schedule: &Schedule, project: &Project, style: NumberStyle) -> Html {
    let drawing = |size| draw(schedule, project, size, style).svg("img", "The schedule by month", html! { "" });
    let [wide, narrow] = ChartSize::ALL.map(drawing);
    let row = |(number, month): (u64, &ScheduledMonth)| {
        let purchase = month.purchase.and_then(|place| schedule.purchases.get(place));
        let tier = purchase.map_or_else(|| "nothing".to_owned(), |purchase| purchase.tier.name.to_string());
        vec![style.whole(number), month.from.to_string(), tier, style.reads(month.reads), style.money(month.amount)]
    };
    let rows: Vec<_> = (1..).zip(&schedule.months).map(row).collect();
    Figure {
        id: "schedule-chart",
        title: "The schedule by month".to_owned(),
        summary: summary(schedule, style),
        drawings: html! { <>{ wide }{ narrow }</> },
        notes: html! { <p class="chart-hint">{ notes(schedule, project) }</p> },
        tables: table("The schedule, month by month", &["Month", "From", "Tier", "Reads", "Cost"], &rows),
    }
    .html()
}

fn summary(schedule: &Schedule, style: NumberStyle) -> String {
    let count = schedule.months.len() as u64;
    let idle = schedule.months.iter().filter(|month| month.purchase.is_none()).count() as u64;
    let dearest =
        (1_u64..).zip(&schedule.months).max_by_key(|(number, month)| (month.amount, std::cmp::Reverse(*number)));
    let Some((number, dearest)) = dearest.filter(|(_, month)| month.amount > Money::ZERO) else {
        return match count {
            1 => "The one month costs nothing.".to_owned(),
            count => format!("No month of {} costs anything.", style.whole(count)),
        };
    };
    if count == 1 {
        return format!("The one month costs {}.", style.money(dearest.amount));
    }
    let idle = match idle {
        0 => "something is bought in every month".to_owned(),
        1 => "nothing is bought in 1 of them".to_owned(),
        idle => format!("nothing is bought in {} of them", style.whole(idle)),
    };
    let amount = style.money(dearest.amount);
    let most = if schedule.months.iter().all(|month| month.amount == dearest.amount) {
        format!("Each costs {amount}.")
    } else {
        format!("The dearest is month {}, at {amount}.", style.whole(number))
    };
    format!("{} months: {idle}. {most}", style.whole(count))
}

/// What the marks mean, where there are any.
fn notes(schedule: &Schedule, project: &Project) -> String {
    let marks = marks(schedule, project);
    let has = |kind| marks.iter().any(|mark| mark.kind == kind);
    match (has(Kind::Phase), has(Kind::Prices)) {
        (true, true) => "A solid line begins a phase, a dashed one new prices.",
        (true, false) => "A line begins a phase.",
        (false, true) => "A dashed line begins new prices.",
        (false, false) => "",
    }
    .to_owned()
}

/// What changes with a month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Phase,
    Prices,
}

impl Kind {
    const fn class(self) -> &'static str {
        match self {
            Self::Phase => "chart-mark",
            Self::Prices => "chart-mark chart-mark-prices",
        }
    }
}

/// A line before a month.
struct Mark {
    month: usize,
    kind: Kind,
}

fn marks(schedule: &Schedule, project: &Project) -> Vec<Mark> {
    let mut marks = Vec::new();
    for month in 1..schedule.months.len() {
        if project.phase_of(month) != project.phase_of(month - 1) {
            marks.push(Mark { month, kind: Kind::Phase });
        }
        let book = |month| project.price_book(crate::catalogue(), month);
        if book(month).id != book(month - 1).id {
            marks.push(Mark { month, kind: Kind::Prices });
        }
    }
    marks
}

pub(super) fn draw(schedule: &Schedule, project: &Project, size: ChartSize, style: NumberStyle) -> Drawing {
    let months: Vec<_> =
        schedule.months.iter().map(|month| MonthCost { reads: month.reads, amount: month.amount }).collect();
    let mut drawing = months_chart::draw(&months, size, style);
    let plot = drawing.plot;
    let across = Scale::linear(0, months.len() as u64, plot.left, plot.right);
    for mark in marks(schedule, project) {
        let x = across.place(mark.month as u64);
        drawing.under.push(Shape::line(mark.kind.class(), &[(x, plot.top), (x, plot.bottom)]));
    }
    // Where there isn't room for all names, the dearer ones come first.
    let mut purchases: Vec<_> = schedule.purchases.iter().collect();
    purchases.sort_by_key(|purchase| std::cmp::Reverse(purchase.amount));
    for purchase in purchases {
        let (from, to) = (purchase.first_month as u64, (purchase.first_month + purchase.months) as u64);
        let (left, right) = (across.place(from), across.place(to));
        // A name may reach over the months beside its own, as far as no other stands there.
        let name = shortened(&purchase.tier.name, (right - left).max(1_500));
        for (x, anchor) in [(i32::midpoint(left, right), Anchor::Middle), (left, Anchor::Start), (right, Anchor::End)] {
            let label = Label::line(name.clone(), Voice::Quiet).at(x, plot.top - 110, anchor);
            if drawing.board.put(label, |_| true) {
                break;
            }
        }
    }
    drawing
}
