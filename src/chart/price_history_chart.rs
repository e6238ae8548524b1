use chrono::{Datelike, TimeDelta};
use yew::prelude::*;

use super::drawing::{Drawing, Shape};
use super::figure::{Figure, table};
use super::label::{Anchor, Area, Label, Voice, shortened, text_width};
use super::scale::{Scale, even_steps};
use super::size::ChartSize;
use crate::format::{NoTier, paid_span};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Epoch, Estimate, Money, Months, PriceBook};

/// What the estimate's reads have cost, price book by price book: a line over time, with gaps where nothing can be said.
///
/// `epochs` are those of [`price_history`](crate::pricing::price_history), oldest first; `until` is the day to which the last of them is
/// drawn, today as the reader has it. Where the months of the estimate differ, costs are those of all its months.
pub fn price_history_chart(epochs: &[Epoch], estimate: &Estimate, until: Date, style: NumberStyle) -> Html {
    let history = PriceHistory::new(epochs, estimate, until, style);
    let drawing = |size| history.draw(size).svg("img", "What these reads have cost", html! { "" });
    let [wide, narrow] = ChartSize::ALL.map(drawing);
    let headings = ["In force from", "Prices of", "Cheapest tier that fits", "Cost"];
    Figure {
        id: "history-chart",
        title: history.title(),
        summary: history.summary(),
        drawings: html! { <>{ wide }{ narrow }</> },
        notes: html! {
            <ul class="chart-key">
                <li>
                    <svg class="chart-swatch" viewBox="0 0 260 140" aria-hidden="true">
                        { Shape::line("chart-own", &[(0, 70), (260, 70)]).html() }
                    </svg>
                    { format!("the prices of this estimate, {}", estimate.price_book().name) }
                </li>
            </ul>
        },
        tables: table("The same reads by every price book", &headings, &history.rows()),
    }
    .html()
}

pub(super) struct PriceHistory<'a> {
    spans: Vec<Span<'a>>,
    own: &'static PriceBook,
    /// What the reads are for, in words.
    usage: &'static str,
    /// The months of the estimate, where they differ and an amount is for all of them; otherwise it is for one.
    planned: Option<Months>,
    until: Date,
    style: NumberStyle,
}

/// The time of one price book.
struct Span<'a> {
    book: &'static PriceBook,
    from: Date,
    to: Date,
    answer: Answer<'a>,
}

#[derive(Clone, Copy, PartialEq)]
enum Answer<'a> {
    /// What the cheapest tier of this name costs: a month, or all of the months that are paid.
    Costs { amount: Money, tier: &'a str, months_paid: Option<usize> },
    /// Why there is none.
    Nothing(NoTier),
}

impl Answer<'_> {
    fn cents(self) -> Option<u64> {
        match self {
            Self::Costs { amount, .. } => Some(amount.cents()),
            Self::Nothing(_) => None,
        }
    }
}

/// Where days and amounts are in a drawing.
struct Axes {
    /// The day at the left end.
    first: Date,
    /// Days since then, from left to right.
    days: Scale,
    /// Amounts in cents, from the bottom up.
    cents: Scale,
}

impl Axes {
    fn place(&self, day: Date) -> i32 {
        self.days.place(days_between(self.first, day))
    }

    /// From where to where a span reaches.
    fn across(&self, span: &Span<'_>) -> (i32, i32) {
        (self.place(span.from), self.place(span.to))
    }

    /// How high a span's amount is, if it has one.
    fn level(&self, span: &Span<'_>) -> Option<i32> {
        span.answer.cents().map(|cents| self.cents.place(cents))
    }
}

fn days_between(first: Date, day: Date) -> u64 {
    u64::try_from((day - first).num_days()).unwrap_or_default()
}

impl<'a> PriceHistory<'a> {
    /// How long the last price book is drawn at most.
    const LONGEST: TimeDelta = TimeDelta::days(10 * 365);

    pub(super) fn new(epochs: &'a [Epoch], estimate: &Estimate, until: Date, style: NumberStyle) -> Self {
        let planned = (!estimate.is_constant()).then(|| estimate.usage().month_count());
        // A clock that is centuries ahead doesn't make the axis as long.
        let until = epochs.last().map_or(until, |last| until.min(last.from + Self::LONGEST));
        let ends = epochs.iter().skip(1).map(|next| next.from).chain([until]);
        let span = |(epoch, to): (&'a Epoch, Date)| {
            let cheapest = epoch.cheapest.as_ref().and_then(|answer| Some((answer, answer.cost.as_ref()?)));
            let answer = match (cheapest, epoch.otherwise) {
                (Some((answer, cost)), _) => {
                    let (amount, months_paid) =
                        if planned.is_some() { (cost.total, Some(cost.months.len())) } else { (cost.monthly, None) };
                    Answer::Costs { amount, tier: answer.tier.name.as_ref(), months_paid }
                }
                (None, nearest) => Answer::Nothing(NoTier::of(nearest)),
            };
            Span { book: epoch.price_book, from: epoch.from, to: to.max(epoch.from), answer }
        };
        let spans: Vec<Span<'_>> = epochs.iter().zip(ends).map(span).collect();
        let until = spans.last().map_or(until, |last| last.to);
        Self { spans, own: estimate.price_book(), usage: estimate.usage_type().label(), planned, until, style }
    }

    /// What an amount is for: a month, or all that are paid.
    fn unit(&self, months_paid: Option<usize>) -> String {
        let all = self.planned.zip(months_paid);
        all.map_or_else(|| "a month".to_owned(), |(planned, paid)| paid_span(paid, planned))
    }

    fn title(&self) -> String {
        let years = self.spans.first().map(|first| (first.from.year(), self.until.year()));
        years.map_or_else(String::new, |(from, to)| format!("What these reads have cost, {from} to {to}"))
    }

    /// Neighbours with the same answer as one.
    fn steps(&self) -> Vec<Span<'a>> {
        let mut steps: Vec<Span<'_>> = Vec::new();
        for span in &self.spans {
            match steps.last_mut().filter(|last| last.answer == span.answer) {
                Some(last) => last.to = span.to,
                None => steps.push(Span { ..*span }),
            }
        }
        steps
    }

    fn summary(&self) -> String {
        let mut sentence = "These reads".to_owned();
        let mut said_of = None;
        for (place, step) in self.steps().iter().enumerate() {
            let said = match step.answer {
                Answer::Costs { amount, tier, months_paid } => {
                    let is_said = said_of.replace(months_paid) == Some(months_paid);
                    let unit = if is_said { String::new() } else { format!(" {}", self.unit(months_paid)) };
                    format!("cost {}{unit} with {tier}", self.style.money(amount))
                }
                Answer::Nothing(NoTier::NoPublicPrice) => "had no public price".to_owned(),
                Answer::Nothing(NoTier::OverCaps) => "were over every cap".to_owned(),
                Answer::Nothing(NoTier::NotOpen) => format!("had no tier open to {}", self.usage),
            };
            let link = if place == 0 { " " } else { "; they " };
            sentence += &format!("{link}{said} ");
            // What was so at first may have stayed so at the next prices.
            let is_of_one = place == 0 && self.spans.get(1).is_none_or(|next| next.answer != step.answer);
            sentence +=
                &if is_of_one { format!("in {}", step.book.name) } else { format!("from {} on", step.book.name) };
        }
        sentence + "."
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let row = |span: &Span<'_>| {
            let (tier, cost) = match span.answer {
                Answer::Costs { amount, tier, months_paid } => {
                    (tier, format!("{} {}", self.style.money(amount), self.unit(months_paid)))
                }
                Answer::Nothing(why) => (why.phrase(), "–".to_owned()),
            };
            let own = if span.book.id == self.own.id { " (this estimate)" } else { "" };
            vec![span.from.to_string(), format!("{}{own}", span.book.name), tier.to_owned(), cost]
        };
        self.spans.iter().map(row).collect()
    }

    pub(super) fn draw(&self, size: ChartSize) -> Drawing {
        let ticks = self.ticks();
        let widest = ticks.iter().map(|cents| text_width(&self.tick_text(*cents))).max();
        let plot = Area {
            left: widest.unwrap_or_default() + 90,
            top: 160,
            right: size.width() - 20,
            bottom: size.height() - 260,
        };
        let axes = self.axes(plot, &ticks);
        let steps = self.steps();
        let mut drawing = Drawing::new(size, plot);
        self.draw_amounts(&mut drawing, &axes, &ticks);
        self.draw_years(&mut drawing, &axes);
        drawing.under.push(Shape::line("chart-axis", &[(plot.left, plot.bottom), (plot.right, plot.bottom)]));
        draw_steps(&mut drawing, &axes, &steps);
        self.draw_own(&mut drawing, &axes);
        for step in &steps {
            match step.answer {
                Answer::Costs { amount, tier, .. } => self.label_step(&mut drawing, amount, tier, &axes, step),
                Answer::Nothing(why) => label_gap(&mut drawing, why.phrase(), axes.across(step)),
            }
        }
        drawing
    }

    /// The amounts with a line of the grid, in cents. Without any amount there is nothing to measure.
    fn ticks(&self) -> Vec<u64> {
        let dearest = self.spans.iter().filter_map(|span| span.answer.cents()).max();
        // The labels of the highest step need some room above it.
        dearest.map(|dearest| even_steps(dearest.saturating_add(dearest / 7), 5)).unwrap_or_default()
    }

    fn tick_text(&self, cents: u64) -> String {
        self.style.short_money(Money::of_cents(cents))
    }

    fn axes(&self, plot: Area, ticks: &[u64]) -> Axes {
        let first = self.spans.first().map_or(self.until, |first| first.from);
        // Some room after the last day, for its label and to show that nobody knows what comes.
        let days = days_between(first, self.until);
        Axes {
            first,
            days: Scale::linear(0, days + days / 16 + 1, plot.left, plot.right),
            cents: Scale::linear(0, ticks.last().copied().unwrap_or_default(), plot.bottom, plot.top),
        }
    }

    fn draw_amounts(&self, drawing: &mut Drawing, axes: &Axes, ticks: &[u64]) {
        let plot = drawing.plot;
        let mut amounts = Vec::new();
        for cents in ticks {
            let y = axes.cents.place(*cents);
            drawing.under.push(Shape::line("chart-grid", &[(plot.left, y), (plot.right, y)]));
            amounts.push(Label::line(self.tick_text(*cents), Voice::Quiet).at(plot.left - 60, y + 45, Anchor::End));
        }
        drawing.board.put_axis(&amounts);
    }

    /// Years under the axis, each in the middle of its time, with a tick where it begins.
    fn draw_years(&self, drawing: &mut Drawing, axes: &Axes) {
        let plot = drawing.plot;
        let mut years = Vec::new();
        for year in axes.first.year()..=self.until.year() {
            let begins = Date::from_ymd_opt(year, 1, 1).filter(|day| *day > axes.first).map(|day| axes.place(day));
            let ends = Date::from_ymd_opt(year + 1, 1, 1).filter(|day| *day < self.until).map(|day| axes.place(day));
            if let Some(x) = begins {
                drawing.under.push(Shape::line("chart-tick", &[(x, plot.bottom), (x, plot.bottom + 60)]));
            }
            let (from, to) = (begins.unwrap_or(plot.left), ends.unwrap_or(plot.right));
            let text = year.to_string();
            let room = to - from;
            if text_width(&text) < room {
                years.push(Label::line(text, Voice::Quiet).at(
                    i32::midpoint(from, to),
                    plot.bottom + 200,
                    Anchor::Middle,
                ));
            }
        }
        drawing.board.put_axis(&years);
    }

    /// Marks the time of the estimate's own price book.
    fn draw_own(&self, drawing: &mut Drawing, axes: &Axes) {
        let Some(own) = self.spans.iter().find(|span| span.book.id == self.own.id) else { return };
        let (from, to) = axes.across(own);
        let level = axes.level(own).unwrap_or(i32::midpoint(drawing.plot.top, drawing.plot.bottom));
        drawing.over.push(Shape::line("chart-own", &[(from, level), (to, level)]));
        drawing.over.push(Shape::circle("chart-own-start", (from, level), 55));
        drawing.board.take(Area::around((from, level), 60));
    }

    /// Says the amount and the tier of a step above or below its line: beside it they would stand in another time.
    fn label_step(&self, drawing: &mut Drawing, amount: Money, tier: &str, axes: &Axes, step: &Span<'_>) {
        let ((from, to), level) = (axes.across(step), axes.cents.place(amount.cents()));
        let voice = if amount == Money::ZERO { Voice::Then } else { Voice::Strong };
        let amount = Label::line(self.style.money(amount), voice);
        let tier = shortened(tier, 1_500);
        let broken = Label::broken(&tier, Voice::Quiet).unwrap_or_else(|| Label::line(&tier, Voice::Quiet));
        let under_amount = |lines| Label { lines: [&amount.lines[..], lines].concat(), ..amount.clone() };
        let labels = [under_amount(&[(tier, Voice::Quiet)]), under_amount(&broken.lines), amount.clone()];
        let middle = i32::midpoint(from, to);
        let places =
            [(middle, Anchor::Middle), (from + 40, Anchor::Start), (to - 40, Anchor::End), (to, Anchor::Middle)];
        for may_cross in [false, true] {
            for label in &labels {
                for y in [level - 100 - label.depth(), level + 165] {
                    for (x, anchor) in places {
                        let label = label.clone().at(x, y, anchor);
                        let area = label.area();
                        let is_inside = area.left > drawing.plot.left && area.bottom < drawing.plot.bottom;
                        if is_inside && drawing.board.put(label, |_| may_cross) {
                            return;
                        }
                    }
                }
            }
        }
    }
}

/// Draws the steps, with a cliff between neighbours that have an amount.
fn draw_steps(drawing: &mut Drawing, axes: &Axes, steps: &[Span<'_>]) {
    let mut before: Option<i32> = None;
    for step in steps {
        let ((from, to), level) = (axes.across(step), axes.level(step));
        draw_step(drawing, step.answer, (from, to), level);
        if let (Some(before), Some(level)) = (before, level) {
            let cliff = [(from, before), (from, level)];
            drawing.lines.push(Shape::line("chart-cliff", &cliff));
            drawing.board.stroke(&cliff, None);
        }
        before = level;
    }
}

/// Draws a step as a line at its level, or as a gap.
fn draw_step(drawing: &mut Drawing, answer: Answer<'_>, (from, to): (i32, i32), level: Option<i32>) {
    let Area { top, bottom, .. } = drawing.plot;
    let Some(level) = level else {
        let gap = Area { left: from, right: to, top, bottom };
        drawing.under.insert(0, Shape::new("chart-gap-ground", gap.path()));
        let middle = i32::midpoint(top, bottom);
        for line in [[(from, middle), (to, middle)], [(from, top), (from, bottom)], [(to, top), (to, bottom)]] {
            drawing.lines.push(Shape::line("chart-gap", &line));
        }
        drawing.board.stroke(&[(from, middle), (to, middle)], None);
        return;
    };
    let line = [(from, level), (to, level)];
    let class = if answer.cents() == Some(0) { "chart-then" } else { "chart-cheapest" };
    drawing.lines.push(Shape::line(class, &line));
    drawing.board.stroke(&line, None);
}

/// Says in a gap why it is one: in a line, or word by word under each other.
fn label_gap(drawing: &mut Drawing, words: &str, (from, to): (i32, i32)) {
    let one_line = Label::line(words, Voice::Quiet);
    let mut stacked = one_line.clone();
    stacked.lines = words.split(' ').map(|word| (word.to_owned(), Voice::Quiet)).collect();
    let two_lines = Label::broken(words, Voice::Quiet).unwrap_or_else(|| stacked.clone());
    let middle = i32::midpoint(drawing.plot.top, drawing.plot.bottom);
    for label in [one_line, two_lines, stacked].into_iter().filter(|label| label.width() < to - from) {
        for y in [middle - 90 - label.depth(), middle + 180] {
            for x in [4, 6, 2].map(|eighth| from + (to - from) * eighth / 8) {
                let label = label.clone().at(x, y, Anchor::Middle);
                let area = label.area();
                if area.left > from && area.right < to && drawing.board.put(label, |_| false) {
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::UsageType;

    const BOOKS: [&str; 4] = ["free-era", "2023-03", "2023-05", "2026-08"];

    /// Every step that has a price, as its line runs, with its label.
    fn labelled(link: &str, size: ChartSize) -> Vec<((i32, i32), Label)> {
        let estimate = crate::link::decode(link, crate::catalogue()).expect("a link");
        let epochs = crate::pricing::price_history(crate::catalogue(), &estimate).expect("exact amounts");
        let until = Date::from_ymd_opt(2026, 9, 20).expect("a day");
        let history = PriceHistory::new(&epochs, &estimate, until, NumberStyle::ENGLISH);
        let board = history.draw(size).board;
        let lines = board.strokes.iter().filter(|stroke| stroke.from.1 == stroke.to.1);
        let lines = lines.zip(history.steps()).filter(|(_, step)| matches!(step.answer, Answer::Costs { .. }));
        let is_amount = |label: &&Label| matches!(label.lines[0].1, Voice::Strong | Voice::Then);
        let labels: Vec<_> = board.labels.iter().filter(is_amount).cloned().collect();
        let lines: Vec<_> = lines.map(|(line, _)| (line.from.0, line.to.0)).collect();
        assert_eq!(lines.len(), labels.len(), "every step has its label: {link}");
        lines.into_iter().zip(labels).collect()
    }

    /// A label beside its step would say what another time cost.
    #[test]
    fn labels_stand_above_or_below_their_own_step() {
        let given = "v2/given=1000*6,25000/usage=hobby/term=12/prices=2023-03".to_owned();
        let volumes = [500, 12_000, 100_000, 700_000, 3_000_000, 5_000_000, 60_000_000, 150_000_000];
        let constant = UsageType::ALL.iter().flat_map(|usage| {
            let link =
                |(reads, book)| format!("v1/reads={reads}/period=month/usage={}/months=12/prices={book}", usage.id());
            volumes.iter().flat_map(|reads| BOOKS.map(|book| (reads, book))).map(link)
        });
        for link in constant.chain([given]) {
            for size in ChartSize::ALL {
                for ((from, to), label) in labelled(&link, size) {
                    let area = label.area();
                    assert!(area.left <= to && from <= area.right, "{label:?} is beside {from} to {to}: {link}");
                }
            }
        }
    }

    #[test]
    fn a_long_name_is_broken_or_left_out_above_a_short_step() {
        for (reads, size, first, lines) in [
            (3_000_000, ChartSize::Wide, "$0", &["Academic", "Research"][..]),
            (3_000_000, ChartSize::Narrow, "$0", &[]),
            (500, ChartSize::Wide, "$0", &["Essential"]),
            (500, ChartSize::Narrow, "$0", &[]),
        ] {
            let link = format!("v1/reads={reads}/period=month/usage=academic/months=12/prices=2026-08");
            let (_, label) = labelled(&link, size).remove(0);
            let texts: Vec<_> = label.lines.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(texts, [&[first], lines].concat(), "{reads}");
        }
    }
}
