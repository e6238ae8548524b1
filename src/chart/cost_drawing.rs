use super::cost_chart::CostChart;
use super::drawing::{Drawing, Shape};
use super::label::{Anchor, Area, Label, Owner, Stroke, Voice, shortened, text_width};
use super::scale::{Scale, power_of_ten_around, power_of_ten_within};
use super::size::ChartSize;
use crate::format::YOURS;
use crate::numbers::NumberStyle;
use crate::pricing::{AtCap, Curve, Money, Reads, Segment, SegmentKind};

/// A [`CostChart`] in one of its layouts.
pub(super) struct CostDrawing {
    pub(super) drawing: Drawing,
    /// The axis of volumes.
    pub(super) axis: Scale,
    /// Where the present volume is marked.
    pub(super) mark: Point,
}

type Point = (i32, i32);

/// A part of a curve on one side of its cap, as the points of its line.
type Run = (SegmentKind, Vec<Point>);

impl CostDrawing {
    pub(super) fn new(chart: &CostChart<'_>, size: ChartSize, style: NumberStyle) -> Self {
        let plotter = Plotter::new(chart, size, style);
        let mark = plotter.mark();
        let (axis, drawing) = (plotter.x, plotter.draw(mark));
        Self { drawing, axis, mark }
    }
}

/// How far apart the powers of ten and the line of $0 are.
const ZERO_GAP: i32 = 300;

struct Plotter<'a> {
    chart: &'a CostChart<'a>,
    size: ChartSize,
    style: NumberStyle,
    x: Scale,
    /// Of cents.
    y: Scale,
    /// The amounts that the axis names, in cents.
    ticks: Vec<u64>,
    /// The line of $0, which has no place among powers of ten.
    zero: Option<i32>,
    plot: Area,
    /// The line of each curve, in their order.
    lines: Vec<Vec<Run>>,
    /// The parts of these lines that are the cheapest, from left to right, with the place of the curve; none where nothing fits.
    cheapest: Vec<(Option<usize>, Vec<Run>)>,
}

impl<'a> Plotter<'a> {
    fn new(chart: &'a CostChart<'a>, size: ChartSize, style: NumberStyle) -> Self {
        let amounts = amounts(chart);
        // Without any amount the axis has only $0, and some height.
        let (low, high) = amounts.unwrap_or((1, 10));
        let ticks = amounts.map(|_| Scale::logarithmic(low, high, 0, 1).powers_of_ten().collect()).unwrap_or_default();
        let texts =
            |cents: &Vec<u64>| cents.iter().map(|cents| text_width(&style.short_money(Money::of_cents(*cents)))).max();
        let slider = &chart.slider;
        let last_tick = text_width(&style.short_whole(slider.highest.get()));
        let plot = Area {
            left: texts(&ticks).unwrap_or_else(|| text_width(&style.short_money(Money::ZERO))) + 90,
            top: 260,
            right: size.width() - last_tick / 2 - 20,
            bottom: size.height() - 440,
        };
        let segments = || chart.curves.list.iter().flat_map(|curve| &curve.segments);
        let is_free = chart.answer.as_ref().is_some_and(|(_, month)| month.cents() == 0);
        let has_zero = is_free || chart.free_era.is_some() || segments().any(|segment| segment.from.cents() == 0);
        let upper = if has_zero { plot.bottom - ZERO_GAP } else { plot.bottom };
        let mut plotter = Self {
            chart,
            size,
            style,
            x: Scale::logarithmic(slider.lowest.get(), slider.highest.get(), plot.left, plot.right),
            y: Scale::logarithmic(low, high, upper, plot.top),
            ticks,
            zero: has_zero.then_some(plot.bottom),
            plot,
            lines: Vec::new(),
            cheapest: Vec::new(),
        };
        let curves = &chart.curves;
        plotter.lines = curves.list.iter().map(|curve| plotter.runs(curve, slider.lowest, slider.highest)).collect();
        let cheapest = curves.cheapest.iter().map(|stretch| match chart.cheapest(stretch) {
            Some((cheapest, curve)) => (Some(cheapest.place), plotter.runs(curve, stretch.start, stretch.end)),
            None => (None, Vec::new()),
        });
        plotter.cheapest = cheapest.collect();
        plotter
    }

    fn draw(&self, mark: Point) -> Drawing {
        let mut drawing = Drawing::new(self.size, self.plot);
        self.draw_axes(&mut drawing);
        self.draw_free_era(&mut drawing);
        self.draw_tiers(&mut drawing);
        self.draw_budget(&mut drawing);
        let (x, _) = mark;
        let upright = [(x, self.plot.top), (x, self.plot.bottom)];
        drawing.over.push(Shape::line("chart-here", &upright));
        drawing.board.stroke(&upright, Some(Owner::Mark));
        drawing.board.take(Area::around(mark, 90));
        self.label_mark(&mut drawing, mark);
        self.label_budget(&mut drawing);
        self.label_free_era(&mut drawing);
        self.label_tiers(&mut drawing);
        self.label_nothing(&mut drawing);
        drawing
    }

    /// The place of reads; what is left of the axis is at its start.
    fn across(&self, reads: Reads) -> i32 {
        self.x.place(reads.get()).max(self.plot.left)
    }

    /// The place of an amount; what is below the axis of powers of ten is between it and the line of $0.
    fn down(&self, cents: u64) -> i32 {
        let lowest = self.zero.map_or(self.plot.bottom, |zero| zero - ZERO_GAP / 2);
        match self.zero {
            Some(zero) if cents == 0 => zero,
            _ => self.y.place(cents).min(lowest),
        }
    }

    fn mark(&self) -> Point {
        let middle = i32::midpoint(self.plot.top, self.plot.bottom);
        let y = self.chart.answer.as_ref().map_or(middle, |(_, month)| self.down(month.cents()));
        (self.across(self.chart.slider.volume), y)
    }

    fn draw_axes(&self, drawing: &mut Drawing) {
        let Area { left, top, right, bottom } = self.plot;
        let mut amounts = Vec::new();
        for cents in self.zero.map(|_| 0).into_iter().chain(self.ticks.iter().copied()) {
            let y = self.down(cents);
            drawing.under.push(Shape::line("chart-grid", &[(left, y), (right, y)]));
            let text = self.style.short_money(Money::of_cents(cents));
            amounts.push(Label::line(text, Voice::Quiet).at(left - 60, y + 45, Anchor::End));
        }
        drawing.board.put_axis(&amounts);
        let mut volumes = Vec::new();
        for reads in self.x.powers_of_ten() {
            let x = self.x.place(reads);
            drawing.under.push(Shape::line("chart-tick", &[(x, bottom), (x, bottom + 40)]));
            let text = self.style.short_whole(reads);
            volumes.push(Label::line(text, Voice::Quiet).at(x, bottom + 200, Anchor::Middle));
        }
        drawing.board.put_axis(&volumes);
        drawing.under.push(Shape::line("chart-axis", &[(left, bottom), (right, bottom)]));
        let middle = i32::midpoint(left, right);
        for label in [
            Label::line("reads a month", Voice::Quiet).at(middle, bottom + 375, Anchor::Middle),
            Label::line("cost a month", Voice::Quiet).at(10, top - 130, Anchor::Start),
        ] {
            drawing.board.put(label, |_| true);
        }
    }

    fn draw_free_era(&self, drawing: &mut Drawing) {
        let (Some((_, reads)), Some(zero)) = (self.chart.free_era, self.zero) else { return };
        let end = self.across(reads);
        let ground = Area { right: end, ..self.plot };
        drawing.under.insert(0, Shape::new("chart-then-ground", ground.path()));
        let line = [(self.plot.left, zero), (end, zero)];
        drawing.lines.push(Shape::line("chart-then", &line));
        drawing.over.push(Shape::line("chart-then", &[(end, zero - 60), (end, zero + 60)]));
        drawing.board.stroke(&line, None);
    }

    fn draw_tiers(&self, drawing: &mut Drawing) {
        let curves = &self.chart.curves.list;
        for (place, (curve, runs)) in curves.iter().zip(&self.lines).enumerate() {
            for (kind, points) in runs {
                drawing.lines.push(Shape::line(classes("chart-line", curve, *kind), points));
                drawing.board.stroke(points, Some(Owner::Curve(place)));
            }
        }
        let mut before: Option<Point> = None;
        for (place, runs) in &self.cheapest {
            let Some(curve) = place.and_then(|place| curves.get(place)) else {
                before = None;
                continue;
            };
            for (kind, points) in runs {
                // The cliff from one tier to the next.
                if let (Some(before), Some(first)) = (before, points.first()) {
                    let cliff = [before, *first];
                    drawing.lines.push(Shape::line("chart-cheapest", &cliff));
                    drawing.board.stroke(&cliff, None);
                }
                drawing.lines.push(Shape::line(classes("chart-cheapest", curve, *kind), points));
                drawing.board.stroke(points, None);
                before = points.last().copied().or(before);
            }
        }
        for curve in curves {
            self.draw_end(drawing, curve);
        }
    }

    /// Marks the cap at which a curve ends.
    fn draw_end(&self, drawing: &mut Drawing, curve: &Curve<'_>) {
        let (Some(cap), Some(last)) = (curve.end, curve.segments.last()) else { return };
        let (x, y) = (self.across(last.end), self.down(last.to.cents()));
        if y < self.plot.top {
            return;
        }
        drawing.over.push(if cap.at_cap == AtCap::Stop {
            Shape::line("chart-end", &[(x, y - 60), (x, y + 60)])
        } else {
            Shape::circle("chart-open-end", (x, y), 45)
        });
        drawing.board.take(Area::around((x, y), 60));
    }

    fn draw_budget(&self, drawing: &mut Drawing) {
        let Some(budget) = self.chart.budget else { return };
        let y = self.down(budget.cents());
        let line = [(self.plot.left, y), (self.plot.right, y)];
        drawing.lines.push(Shape::line("chart-budget", &line));
        drawing.board.stroke(&line, None);
    }

    fn label_mark(&self, drawing: &mut Drawing, (x, y): Point) {
        let reads = self.style.short_whole(self.chart.slider.volume.get());
        let month = self.chart.month;
        let cost = match &self.chart.answer {
            Some((_, month)) => self.style.money(*month),
            None => self.chart.nothing_fits().to_owned(),
        };
        let one_line = Label::line(format!("{month}{reads} reads · {cost}"), Voice::Here);
        // Where an amount has so many digits that nothing else has room.
        let reads_only = Label::line(format!("{reads} reads"), Voice::Here);
        let mut two_lines = Label::line(format!("{month}{reads} reads"), Voice::Here);
        two_lines.lines.push((cost, Voice::Here));
        let distances = || (0..14).map(|step| 90 + step * 110).flat_map(|distance| [-distance, distance + 100]);
        let sides = [(x + 90, Anchor::Start), (x - 90, Anchor::End)];
        for (labels, may_cross) in
            [(&[&one_line, &two_lines][..], false), (&[&one_line, &two_lines], true), (&[&reads_only], true)]
        {
            for (distance, label) in distances().flat_map(|distance| labels.iter().map(move |label| (distance, *label)))
            {
                // Above the mark it is the last line that is near.
                let y = if distance < 0 { y + distance - label.depth() } else { y + distance };
                if y < self.plot.top || y + label.depth() > self.plot.bottom - 60 {
                    continue;
                }
                if sides.iter().any(|(x, anchor)| drawing.board.put(label.clone().at(*x, y, *anchor), |_| may_cross)) {
                    return;
                }
            }
        }
    }

    fn label_budget(&self, drawing: &mut Drawing) {
        let Some(budget) = self.chart.budget else { return };
        let y = self.down(budget.cents());
        let label = Label::line(format!("Budget {}", self.style.money(budget)), Voice::Strong);
        let (left, right) = (self.plot.left + 50, self.plot.right - 50);
        put_somewhere(
            drawing,
            &label,
            &[
                (right, y - 60, Anchor::End),
                (left, y - 60, Anchor::Start),
                (right, y + 150, Anchor::End),
                (left, y + 150, Anchor::Start),
                (i32::midpoint(left, right), y - 60, Anchor::Middle),
            ],
        );
    }

    fn label_free_era(&self, drawing: &mut Drawing) {
        let (Some((name, reads)), Some(zero)) = (self.chart.free_era, self.zero) else { return };
        let allowed = self.style.short_whole(reads.get());
        let nothing = self.style.money(Money::ZERO);
        let (left, right) = (self.plot.left + 50, self.across(reads) - 50);
        for text in [
            format!("Free era: {nothing} up to {allowed} reads ({name})"),
            format!("Free era: {nothing} up to {allowed} reads"),
            format!("Free era: up to {allowed}"),
            "Free era".to_owned(),
        ] {
            let label = Label::line(text, Voice::Then);
            if left + label.width() > right {
                continue;
            }
            let places = [
                (left, zero - 65, Anchor::Start),
                (right, zero - 65, Anchor::End),
                (left, self.plot.top + 140, Anchor::Start),
            ];
            if put_somewhere(drawing, &label, &places) {
                return;
            }
        }
    }

    /// Names the tiers beside their lines: those that are the cheapest somewhere first.
    fn label_tiers(&self, drawing: &mut Drawing) {
        let curves = &self.chart.curves;
        let mut order: Vec<usize> = Vec::new();
        let cheapest = self.cheapest.iter().filter_map(|(place, _)| *place);
        for place in cheapest.chain(0..curves.list.len()) {
            if !order.contains(&place) {
                order.push(place);
            }
        }
        // Among many lines a name that lies on others says nothing.
        let may_cross = if self.is_crowded() { &[false][..] } else { &[false, true] };
        for may_cross in may_cross {
            order.retain(|place| !self.label_tier(drawing, *place, *may_cross));
        }
    }

    /// Whether a tier's line is hidden at a point by that of another one, which is the cheapest there.
    fn is_covered(&self, place: usize, (x, level): Point) -> bool {
        self.cheapest.iter().filter(|(other, _)| *other != Some(place)).any(|(_, runs)| {
            let points = points_of(runs);
            let (Some((first, _)), Some((last, _))) = (points.first(), points.last()) else { return false };
            (*first..=*last).contains(&x) && (height_at(&points, x) - level).abs() < 40
        })
    }

    fn is_crowded(&self) -> bool {
        self.chart.curves.list.len() > 8
    }

    /// Names a tier where there is room near its line, or on it where it isn't the cheapest. Whether it found room.
    fn label_tier(&self, drawing: &mut Drawing, place: usize, may_cross: bool) -> bool {
        let Some(curve) = self.chart.curves.list.get(place) else { return true };
        let room = match self.size {
            ChartSize::Wide => 1_800,
            ChartSize::Narrow => 1_500,
        };
        let yours = if curve.is_custom && !self.is_crowded() { YOURS } else { "" };
        let text = shortened(&curve.tier.name, room - text_width(yours)) + yours;
        let broken = Label::broken(&text, Voice::Plain);
        let labels = [Some(Label::line(text, Voice::Plain)), broken];
        let own = self.cheapest.iter().filter(|(cheapest, _)| *cheapest == Some(place)).map(|(_, runs)| runs);
        let parts: Vec<_> = own.chain(self.lines.get(place)).map(|runs| points_of(runs)).collect();
        let mut tries = labels.iter().flatten().flat_map(|label| parts.iter().map(move |points| (label, points)));
        tries.any(|(label, points)| self.label_line(drawing, label, points, place, may_cross))
    }

    /// Puts the name of a tier above, below, beside or on a part of its line.
    fn label_line(
        &self,
        drawing: &mut Drawing,
        label: &Label,
        points: &[Point],
        place: usize,
        may_cross: bool,
    ) -> bool {
        let (Some((first, _)), Some((last, last_y))) = (points.first(), points.last()) else { return false };
        for x in [4, 2, 6, 3, 5, 1, 7, 8, 0].map(|eighth| first + (last - first) * eighth / 8) {
            let level = height_at(points, x);
            if level < self.plot.top || self.is_covered(place, (x, level)) {
                continue;
            }
            let (above, on, below) = (level - 60 - label.depth(), level + 45, level + 155);
            let places = [
                (x, above, Anchor::Middle),
                (x, on, Anchor::Middle),
                (x, below, Anchor::Middle),
                (x - 40, above, Anchor::End),
                (x + 40, below, Anchor::Start),
                (x + 40, above, Anchor::Start),
                (x - 40, below, Anchor::End),
            ];
            for (x, y, anchor) in places {
                let label = label.clone().at(x, y, anchor);
                let is_inside = label.area().left > self.plot.left && label.area().bottom < self.plot.bottom;
                let lies_on_line = y == on && label.depth() == 0;
                let crosses = |stroke: &Stroke| match stroke.owner {
                    Some(Owner::Curve(owner)) if owner == place => lies_on_line,
                    other => may_cross && other.is_some(),
                };
                if is_inside && drawing.board.put(label, crosses) {
                    return true;
                }
            }
        }
        let beside = label.clone().at(last + 100, last_y + 45, Anchor::Start);
        *last_y >= self.plot.top && drawing.board.put(beside, |_| false)
    }

    /// Says beyond the last tier that there is none.
    fn label_nothing(&self, drawing: &mut Drawing) {
        let last = self.chart.curves.cheapest.last().filter(|last| last.cheapest.is_none());
        // Where nothing fits the present volume, the mark says so already.
        let Some(last) = last.filter(|_| self.chart.answer.is_some()) else { return };
        let (from, to) = (self.across(last.start), self.plot.right);
        let words = self.chart.nothing_fits();
        let height = self.plot.bottom - self.plot.top;
        for label in [Some(Label::line(words, Voice::Quiet)), Label::broken(words, Voice::Quiet)].into_iter().flatten()
        {
            let places = [4, 3, 5, 2, 6].map(|eighth| self.plot.top + height * eighth / 8);
            let places = places.map(|y| (i32::midpoint(from, to), y, Anchor::Middle));
            if label.width() < to - from && put_somewhere(drawing, &label, &places) {
                return;
            }
        }
    }

    /// The line of a curve between two numbers of reads.
    fn runs(&self, curve: &Curve<'_>, from: Reads, to: Reads) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let within = |segment: &&Segment| segment.start <= to && from <= segment.end;
        for segment in curve.segments.iter().filter(within) {
            let points = self.points(segment, segment.start.max(from), segment.end.min(to));
            match runs.last_mut() {
                Some((kind, run)) if *kind == segment.kind => run.extend(points),
                last => {
                    let before = last.and_then(|(_, run)| run.last().copied());
                    runs.push((segment.kind, before.into_iter().chain(points).collect()));
                }
            }
        }
        runs
    }

    /// The points of a segment between two of its reads. An even rise is a curve between logarithmic axes, so that it gets
    /// more points than its ends.
    fn points(&self, segment: &Segment, from: Reads, to: Reads) -> Vec<Point> {
        let (low, high) = (i128::from(segment.from.cents()), i128::from(segment.to.cents()));
        let span = i128::from((segment.end.get() - segment.start.get()).max(1));
        let cents = |reads: u64| {
            let risen = (high - low) * i128::from(reads - segment.start.get()) / span;
            u64::try_from(low + risen).unwrap_or_default()
        };
        let step = |reads: &u64| Some(reads + (reads / 4).max(1)).filter(|next| *next < to.get() && low != high);
        let inner = std::iter::successors(Some(from.get()), step);
        let mut points: Vec<Point> = Vec::new();
        for reads in inner.chain([to.get()]) {
            let point = (self.x.place(reads).max(self.plot.left), self.down(cents(reads)));
            if points.last() != Some(&point) {
                points.push(point);
            }
        }
        points
    }
}

/// All points of a line.
fn points_of(runs: &[Run]) -> Vec<Point> {
    runs.iter().flat_map(|(_, points)| points.iter().copied()).collect()
}

/// The classes of a part of a curve.
fn classes(class: &str, curve: &Curve<'_>, kind: SegmentKind) -> String {
    let yours = if curve.is_custom { " chart-yours" } else { "" };
    let overage = if kind == SegmentKind::Overage { " chart-overage" } else { "" };
    format!("{class}{yours}{overage}")
}

/// Puts a label at the first place that has room, if one has.
fn put_somewhere(drawing: &mut Drawing, label: &Label, places: &[(i32, i32, Anchor)]) -> bool {
    places.iter().any(|(x, y, anchor)| drawing.board.put(label.clone().at(*x, *y, *anchor), |_| false))
}

/// How far down a line is at `x`.
fn height_at(points: &[Point], x: i32) -> i32 {
    let mut pairs = points.iter().zip(points.iter().skip(1));
    let around = pairs.find(|((left, _), (right, _))| left <= &x && x <= *right && left < right);
    match around {
        Some(((left, from), (right, to))) => from + (to - from) * (x - left) / (right - left),
        None => points.last().map_or(0, |(_, y)| *y),
    }
}

/// The lowest and the highest power of ten, in cents, between which the amounts lie that matter: those of the cheapest
/// tiers, the present one and the budget; and of other tiers those that are not more than a hundred times away. `None` when all are 0 or there are none.
fn amounts(chart: &CostChart<'_>) -> Option<(u64, u64)> {
    const MOST_RATIO: u64 = 100_000_000;
    let cheapest = chart.curves.cheapest.iter().filter_map(|stretch| stretch.cheapest);
    let present = chart.answer.as_ref().map(|(_, month)| *month);
    let amounts = cheapest.flat_map(|cheapest| [cheapest.from, cheapest.to]).chain(present).chain(chart.budget);
    let mut ends: Option<(u64, u64)> = None;
    for cents in amounts.map(Money::cents).filter(|cents| *cents > 0) {
        let (low, high) = ends.unwrap_or((cents, cents));
        ends = Some((low.min(cents), high.max(cents)));
    }
    let (lowest, highest) = ends?;
    let (mut low, mut high) = (lowest, highest);
    let segments = chart.curves.list.iter().flat_map(|curve| &curve.segments);
    for cents in segments.flat_map(|segment| [segment.from.cents(), segment.to.cents()]) {
        if (lowest / 100..=highest.saturating_mul(100)).contains(&cents) && cents > 0 {
            (low, high) = (low.min(cents), high.max(cents));
        }
    }
    let high = power_of_ten_around(high.saturating_add(1));
    Some((power_of_ten_within(low).max(high / MOST_RATIO).max(1), high))
}
