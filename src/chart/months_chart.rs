use std::cmp::Reverse;

use yew::prelude::*;

use super::drawing::{Drawing, Shape};
use super::figure::{Figure, table};
use super::label::{Anchor, Area, Label, Voice, text_width};
use super::scale::{Scale, even_steps};
use super::size::ChartSize;
use crate::format::all_months_phrase;
#[cfg(feature = "whole")]
use crate::history::CalendarMonth;
use crate::numbers::NumberStyle;
use crate::pricing::{Cost, Money, MonthCost};

/// The months of an estimate at one tier, as bars: what each costs, and under that its reads.
pub fn months_chart(tier: &str, cost: &Cost, style: NumberStyle) -> Html {
    figure(tier, cost, &numbers(&cost.months, style), style)
}

/// The same for months of a calendar, from `first` on.
#[cfg(feature = "whole")]
pub fn calendar_months_chart(tier: &str, cost: &Cost, first: CalendarMonth, style: NumberStyle) -> Html {
    // A term may be paid for longer than the calendar goes.
    let name = |place| first.later(place).map(|month| month.to_string()).unwrap_or_default();
    let names: Vec<_> = (0..cost.months.len()).map(name).collect();
    figure(tier, cost, &names, style)
}

/// Months as they are called without a calendar: 1, 2, 3.
fn numbers(months: &[MonthCost], style: NumberStyle) -> Vec<String> {
    (1..).zip(months).map(|(number, _)| style.whole(number)).collect()
}

fn figure(tier: &str, cost: &Cost, names: &[String], style: NumberStyle) -> Html {
    let drawing = |size| draw_named(&cost.months, names, size, style).svg("img", "Cost by month", html! { "" });
    let [wide, narrow] = ChartSize::ALL.map(drawing);
    let row =
        |(name, month): (&String, &MonthCost)| vec![name.clone(), style.reads(month.reads), style.money(month.amount)];
    let rows: Vec<_> = names.iter().zip(&cost.months).map(row).collect();
    Figure {
        id: "months-chart",
        title: "Cost by month".to_owned(),
        summary: summary(tier, cost, names, style),
        drawings: html! { <>{ wide }{ narrow }</> },
        notes: html! { "" },
        tables: table(&format!("{tier}, month by month"), &["Month", "Reads", "Cost"], &rows),
    }
    .html()
}

fn summary(tier: &str, cost: &Cost, names: &[String], style: NumberStyle) -> String {
    // As in the answer, the range is that of the estimate's months. Those behind them, of a longer term, have no reads.
    let named = || names.iter().zip(&cost.months).take(cost.planned);
    let cheapest = named().min_by_key(|(_, month)| month.amount);
    // Of equally dear months the first, as of equally cheap ones.
    let dearest = named().min_by_key(|(_, month)| Reverse(month.amount));
    let (Some((low, cheapest)), Some((high, dearest))) = (cheapest, dearest) else { return String::new() };
    let count = cost.months.len() as u64;
    let total = style.money(cost.total);
    if count == 1 {
        return format!("With {tier}, the one month costs {total}.");
    }
    if cost.months.iter().all(|month| month.amount == dearest.amount) {
        return format!(
            "With {tier}, each of {} months costs {}: {total} in all.",
            style.whole(count),
            style.money(dearest.amount)
        );
    }
    let most = style.money(dearest.amount);
    let range = if cheapest.amount == dearest.amount {
        most
    } else {
        format!("from {} (month {low}) to {most} (month {high})", style.money(cheapest.amount))
    };
    let (behind, all) = (behind_phrase(cost, style), all_months_phrase(cost.months.len(), style));
    format!("With {tier}, a month costs {range}{behind}: {total} in {all}.")
}

/// What the months of a longer term cost: `, then $100 without reads, to the end of its term`; nothing where it isn't longer.
fn behind_phrase(cost: &Cost, style: NumberStyle) -> String {
    let most = cost.months.iter().skip(cost.planned).map(|month| month.amount).max();
    let up_to = if cost.behind().is_some() { "" } else { "up to " };
    let phrase = |most| format!(", then {up_to}{} without reads, to the end of its term", style.money(most));
    most.map(phrase).unwrap_or_default()
}

/// Bars of one kind in their part of the chart.
struct Bars<'a> {
    values: Vec<u64>,
    /// What they are, as a heading.
    title: &'static str,
    class: &'static str,
    area: Area,
    text: &'a dyn Fn(u64) -> String,
    /// The values on its axis.
    ticks: Vec<u64>,
}

/// The bars of months that are called by their numbers.
#[cfg(feature = "whole")]
pub(super) fn draw(months: &[MonthCost], size: ChartSize, style: NumberStyle) -> Drawing {
    draw_named(months, &numbers(months, style), size, style)
}

/// The bars of months that are called so.
pub(super) fn draw_named(months: &[MonthCost], names: &[String], size: ChartSize, style: NumberStyle) -> Drawing {
    let money = |cents| style.short_money(Money::of_cents(cents));
    let reads = |count| style.short_whole(count);
    let cents: Vec<u64> = months.iter().map(|month| month.amount.cents()).collect();
    let counts: Vec<u64> = months.iter().map(|month| month.reads.get()).collect();
    let (cent_ticks, count_ticks) = (ticks(&cents, 5), ticks(&counts, 3));
    let widest = |values: &[u64], text: &dyn Fn(u64) -> String| {
        values.iter().map(|value| text_width(&text(*value))).max().unwrap_or_default()
    };
    let left = widest(&cent_ticks, &money).max(widest(&count_ticks, &reads)) + 90;
    let plot = Area { left, top: 260, right: size.width() - 20, bottom: size.height() - 440 };
    let mut drawing = Drawing::new(size, plot);
    let divide = plot.top + (plot.bottom - plot.top) * 6 / 10;
    let (upper, lower) = (Area { bottom: divide, ..plot }, Area { top: divide + 380, ..plot });
    for bars in [
        Bars { values: cents, title: "cost", class: "chart-bar", area: upper, text: &money, ticks: cent_ticks },
        Bars {
            values: counts,
            title: "reads",
            class: "chart-bar chart-bar-quiet",
            area: lower,
            text: &reads,
            ticks: count_ticks,
        },
    ] {
        bars.draw(&mut drawing);
    }
    let across = Scale::linear(0, months.len() as u64, plot.left, plot.right);
    let name = |(place, name): (u64, &String)| {
        let middle = i32::midpoint(across.place(place), across.place(place + 1));
        Label::line(name.as_str(), Voice::Quiet).at(middle, plot.bottom + 200, Anchor::Middle)
    };
    let labels: Vec<_> = (0..).zip(names).map(name).collect();
    drawing.board.put_axis(&labels);
    let middle = i32::midpoint(plot.left, plot.right);
    drawing.board.put(Label::line("month", Voice::Quiet).at(middle, plot.bottom + 375, Anchor::Middle), |_| true);
    drawing
}

impl Bars<'_> {
    fn draw(&self, drawing: &mut Drawing) {
        let Area { left, top, right, bottom } = self.area;
        let ticks = &self.ticks;
        let y = Scale::linear(0, ticks.last().copied().unwrap_or_default(), bottom, top);
        let tick = |value: &u64| {
            let y = y.place(*value);
            Label::line((self.text)(*value), Voice::Quiet).at(left - 60, y + 45, Anchor::End)
        };
        drawing.board.put_axis(&ticks.iter().map(tick).collect::<Vec<_>>());
        for value in ticks {
            let y = y.place(*value);
            drawing.under.push(Shape::line("chart-grid", &[(left, y), (right, y)]));
        }
        drawing.board.put(Label::line(self.title, Voice::Quiet).at(10, top - 130, Anchor::Start), |_| true);

        let count = self.values.len() as u64;
        let x = Scale::linear(0, count, left, right);
        // Narrow bars stand side by side without gaps.
        let gap = Some((right - left) / i32::try_from(count).unwrap_or(1).max(1) / 8)
            .filter(|gap| *gap >= 10)
            .unwrap_or_default();
        let mut path = String::new();
        let mut tops = Vec::new();
        for (place, value) in (0..).zip(&self.values) {
            let (from, to, level) = (x.place(place) + gap, x.place(place + 1) - gap, y.place(*value));
            path += &Area { left: from, top: level, right: to, bottom }.path();
            drawing.board.stroke(&[(from, bottom), (from, level), (to, level), (to, bottom)], None);
            tops.push((i32::midpoint(from, to), level));
        }
        drawing.lines.push(Shape::new(self.class, path));
        drawing.lines.push(Shape::line("chart-axis", &[(left, bottom), (right, bottom)]));
        self.label_bars(drawing, &tops);
    }

    /// Says the highest value, the first and the last where there is room.
    fn label_bars(&self, drawing: &mut Drawing, tops: &[(i32, i32)]) {
        let values = || self.values.iter().zip(tops);
        let highest = values().min_by_key(|(value, _)| Reverse(*value));
        let (left, right) = (self.area.left + 40, self.area.right - 40);
        for (value, (middle, level)) in highest.into_iter().chain(values().take(1)).chain(values().next_back()) {
            for (x, anchor) in [(*middle, Anchor::Middle), (left, Anchor::Start), (right, Anchor::End)] {
                let label = Label::line((self.text)(*value), Voice::Strong).at(x, level - 60, anchor);
                let area = label.area();
                if (area.left..=area.right).contains(middle) && drawing.board.put(label, |_| false) {
                    break;
                }
            }
        }
    }
}

/// Round values from 0 to what leaves room above the highest: at most `most` steps.
fn ticks(values: &[u64], most: u64) -> Vec<u64> {
    let highest = values.iter().copied().max().unwrap_or_default();
    even_steps(highest.saturating_add(highest / 8), most)
}
