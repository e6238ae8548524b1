use yew::prelude::*;

use super::cost_drawing::CostDrawing;
use super::drawing::Shape;
use super::figure::{Figure, table};
use super::scale::{power_of_ten_around, power_of_ten_within};
use super::size::ChartSize;
use super::slider::VolumeSlider;
use crate::format::{cap_phrase, fit_sentence, tier_name};
use crate::numbers::NumberStyle;
use crate::pricing::{
    Assessment, AtCap, CheapestStretch, Curve, Curves, Money, Reads, Segment, SegmentKind, Unpriceable, cheapest_month,
    curves,
};
use crate::text::capitalized;

/// What the chart of cost against volume shows: an assessment's tiers over many volumes, with the present one marked.
///
/// It is about one month by itself: the first of the estimate. Its reads are what is counted and paid for, so that a
/// re-read factor is already in them.
#[derive(Clone, Debug)]
pub struct CostChart<'a> {
    assessment: &'a Assessment,
    pub(super) curves: Curves<'a>,
    pub(super) slider: VolumeSlider,
    /// The name of the cheapest tier for the present volume, with the stated month.
    pub(super) answer: Option<(String, Money)>,
    /// The largest free programme that was open to the usage type; `None` also where its own price book is shown.
    pub(super) free_era: Option<(&'a str, Reads)>,
    pub(super) budget: Option<Money>,
    /// Which month the present volume is of, where they differ.
    pub(super) month: &'static str,
    /// Whether a tier without a public price might do where no other does.
    has_unpriced: bool,
    /// Whether a tier's term is longer than the planned months, of which the lines say nothing.
    has_longer_terms: bool,
}

impl<'a> CostChart<'a> {
    /// The chart of an assessment, with a line at `budget` dollars a month if there is one.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount on one of the lines has too many digits to be exact.
    pub fn new(assessment: &'a Assessment, budget: Option<Money>) -> Result<Self, Unpriceable> {
        let estimate = &assessment.estimate;
        let volume = estimate.reads().first().copied().unwrap_or_default();
        let largest = assessment.free_era.largest.as_ref();
        let (lowest, highest) = axis(assessment, volume);
        let curves = curves(estimate, lowest, highest)?;
        let answer = cheapest_month(estimate, volume)?;
        let answer = answer.map(|(tier, month)| (tier_name(tier), month.to_the_cent()));
        let inner_ends = curves.cheapest.iter().map(|stretch| stretch.end).filter(|end| *end < highest);
        let stops = inner_ends.flat_map(|end| [end, after(end)]).collect();
        let free_era = largest.filter(|_| estimate.price_book().id != crate::catalogue().free_era().id);
        Ok(Self {
            assessment,
            curves,
            slider: VolumeSlider { volume, lowest, highest, stops },
            answer,
            free_era: free_era.map(|largest| (largest.tier.name.as_ref(), largest.reads)),
            budget,
            month: if estimate.is_constant() { "" } else { "Month 1: " },
            has_unpriced: assessment.unpriced().next().is_some(),
            has_longer_terms: assessment.has_longer_terms(),
        })
    }

    /// The present volume with what it costs, for those who don't see the mark.
    fn words(&self, style: NumberStyle) -> String {
        let reads = format!("{}{} reads a month", self.month, style.reads(self.slider.volume));
        match &self.answer {
            Some((name, month)) => format!("{reads}: {} with {name}", style.money(*month)),
            None => format!("{reads}: {}", self.nothing_fits()),
        }
    }

    /// Which tier is the cheapest where, as a sentence.
    fn summary(&self, style: NumberStyle) -> String {
        const MOST: usize = 4;
        let stretches = &self.curves.cheapest;
        let mut sentence = String::new();
        for (place, stretch) in stretches.iter().enumerate() {
            let is_first = place == 0;
            let is_last = place + 1 == stretches.len();
            if place == MOST && !is_last {
                sentence += &format!(", and so on; the table has all {}", style.whole(stretches.len() as u64));
                break;
            }
            let tier = self.tier_phrase(stretch, is_last, style);
            sentence += &match (is_first, is_last && stretch.cheapest.is_none()) {
                (true, _) if stretch.cheapest.is_none() => tier,
                (true, _) => format!("{tier} is cheapest"),
                (false, true) => format!("; beyond that {tier}"),
                (false, false) => format!(", then {tier}"),
            };
            if !is_last {
                let unit = if is_first { " reads a month" } else { "" };
                sentence += &format!(" up to {}{unit}", style.reads(stretch.end));
            } else if is_first {
                sentence += " at any of these volumes";
            }
        }
        if !self.curves.is_exact {
            sentence += " (roughly: a price has more steps than can be drawn)";
        }
        let has_annual_maximum = self.curves.list.iter().any(|curve| curve.tier.annual_maximum.is_some());
        let left_out = if self.has_longer_terms || has_annual_maximum {
            " A month stands by itself here: what a longer term adds, or an annual maximum takes off, is left out."
        } else {
            ""
        };
        capitalized(&sentence) + "." + left_out
    }

    /// The cheapest tier of a stretch with its months: `Basic at $100`.
    fn tier_phrase(&self, stretch: &CheapestStretch, is_open: bool, style: NumberStyle) -> String {
        let Some((cheapest, curve)) = self.cheapest(stretch) else { return self.nothing_clause() };
        let (from, to) = (style.money(cheapest.from), style.money(cheapest.to));
        let months = match (from == to, is_open) {
            (true, _) => from,
            (false, false) => format!("{from} to {to}"),
            (false, true) => format!("{from} and more"),
        };
        format!("{} at {months}", tier_name(curve.tier))
    }

    fn nothing_clause(&self) -> String {
        let intro = if self.has_unpriced { "there is " } else { "" };
        format!("{intro}{}", self.nothing_fits())
    }

    /// Why nothing fits where nothing fits.
    pub(super) const fn nothing_fits(&self) -> &'static str {
        if self.has_unpriced { "no public price" } else { "no listed tier fits" }
    }

    pub(super) fn cheapest(&self, stretch: &CheapestStretch) -> Option<(crate::pricing::Cheapest, &Curve<'a>)> {
        stretch.cheapest.and_then(|cheapest| Some((cheapest, self.curves.list.get(cheapest.place)?)))
    }

    /// The cheapest tiers, volume by volume.
    fn cheapest_rows(&self, style: NumberStyle) -> Vec<Vec<String>> {
        let row = |stretch: &CheapestStretch| {
            let volumes = range(&style.reads(stretch.start), &style.reads(stretch.end));
            let (tier, months) = match self.cheapest(stretch) {
                Some((cheapest, curve)) => {
                    (tier_name(curve.tier), range(&style.money(cheapest.from), &style.money(cheapest.to)))
                }
                None => (self.nothing_fits().to_owned(), "–".to_owned()),
            };
            vec![volumes, tier, months]
        };
        self.curves.cheapest.iter().map(row).collect()
    }

    /// Every tier, segment by segment, and then those that have no line, with the reason. Of a curve with very many segments
    /// only some are named, with their first reads.
    fn tier_rows(&self, style: NumberStyle) -> Vec<Vec<String>> {
        const MOST: usize = 12;
        let mut rows = Vec::new();
        for curve in &self.curves.list {
            let count = curve.segments.len();
            let last_end = curve.segments.last().map(|segment| segment.end);
            for segment in curve.segments.iter().step_by(count.div_ceil(MOST)) {
                let is_part = count > MOST;
                let mut volumes = if is_part {
                    style.reads(segment.start)
                } else {
                    range(&style.reads(segment.start), &style.reads(segment.end))
                };
                if segment.kind == SegmentKind::Overage {
                    volumes += ", overage";
                }
                if Some(segment.end) == last_end && !is_part {
                    volumes += match curve.end.map(|cap| cap.at_cap) {
                        Some(AtCap::Contract) => ", more by contract",
                        Some(AtCap::TopUp) => ", more by top-up",
                        Some(AtCap::Stop | AtCap::Overage) => ", then it stops",
                        None => "",
                    };
                }
                let to = if is_part { segment.from } else { segment.to };
                rows.push(vec![tier_name(curve.tier), volumes, range(&style.money(segment.from), &style.money(to))]);
            }
        }
        let estimate = &self.assessment.estimate;
        for answer in &self.assessment.tiers {
            let tier = answer.tier.as_ref();
            if self.curves.list.iter().any(|curve| curve.tier.id == tier.id) {
                continue;
            }
            let reason = if !answer.access.is_open() {
                fit_sentence(answer, estimate.usage_type(), style)
            } else if tier.charges.is_none() {
                "no public price".to_owned()
            } else {
                cap_phrase(tier.cap(), style)
            };
            rows.push(vec![tier_name(tier), "–".to_owned(), reason]);
        }
        rows
    }

    /// What the kinds of lines and marks mean, as far as they occur.
    fn key(&self) -> Html {
        let curves = &self.curves.list;
        let has_overage = |curve: &Curve| curve.segments.iter().any(|part: &Segment| part.kind == SegmentKind::Overage);
        let ends =
            |stops: bool| curves.iter().filter_map(|curve| curve.end).any(|cap| (cap.at_cap == AtCap::Stop) == stops);
        let line = |class: &str| Shape::line(class, &[(0, 70), (260, 70)]);
        let entries = [
            (!curves.is_empty(), line("chart-cheapest"), "cheapest that fits"),
            (curves.len() > 1, line("chart-line"), "another tier"),
            (curves.iter().any(|curve| curve.is_custom), line("chart-line chart-yours"), "yours"),
            (curves.iter().any(has_overage), line("chart-line chart-overage"), "overage"),
            (ends(true), Shape::line("chart-end", &[(130, 10), (130, 130)]), "stops at its cap"),
            (ends(false), Shape::circle("chart-open-end", (130, 70), 45), "its cap, and no public price beyond"),
        ];
        html! {
            <ul class="chart-key">
                for (_, shape, words) in entries.into_iter().filter(|(occurs, ..)| *occurs) {
                    <li><svg class="chart-swatch" viewBox="0 0 260 140" aria-hidden="true">{ shape.html() }</svg>{ words }</li>
                }
            </ul>
        }
    }
}

/// Cost against volume: every tier as a line over reads a month, both on logarithmic axes, with a slider at the present
/// volume. `on_volume` is called with the reads a month that the reader moves it to.
pub fn cost_chart(chart: &CostChart<'_>, style: NumberStyle, on_volume: &Callback<Reads>) -> Html {
    let words = chart.words(style);
    let drawing = |size: ChartSize| {
        let CostDrawing { drawing, axis, mark } = CostDrawing::new(chart, size, style);
        let slider = chart.slider.html(size, axis, &drawing.plot, mark, words.clone(), on_volume);
        drawing.svg("group", "Cost against volume", slider)
    };
    let [wide, narrow] = ChartSize::ALL.map(drawing);
    Figure {
        id: "cost-chart",
        title: "Cost against volume".to_owned(),
        summary: chart.summary(style),
        drawings: html! { <>{ wide }{ narrow }</> },
        notes: html! {
            <>
                { chart.key() }
                <p class="chart-hint">
                    { "Drag the dot or point at a volume. By keyboard: arrows, Page Up and Page Down; with Shift, the arrows \
                       go to the next cliff." }
                </p>
            </>
        },
        tables: html! {
            <>
                { table("The cheapest tier that fits", &["Reads a month", "Tier", "Cost a month"], &chart.cheapest_rows(style)) }
                { table("Every tier", &["Tier", "Reads a month", "Cost a month"], &chart.tier_rows(style)) }
            </>
        },
    }
    .html()
}

/// `from to to`, or only one of them where they are the same.
fn range(from: &str, to: &str) -> String {
    if from == to { from.to_owned() } else { format!("{from} to {to}") }
}

/// The ends of the axis of volumes: powers of ten around every cap and the free era's allowance, and a little more; and
/// around the present volume. Where that is moved within them, the axis stays.
fn axis(assessment: &Assessment, volume: Reads) -> (Reads, Reads) {
    const MOST_LOWEST: u64 = 1_000;
    const LEAST_HIGHEST: u64 = 10_000_000;
    let tiers = assessment.tiers.iter().filter(|answer| answer.access.is_open() && answer.tier.charges.is_some());
    let caps = tiers.filter_map(|answer| answer.tier.read_cap);
    let allowance = assessment.free_era.largest.as_ref().map(|largest| largest.reads);
    let (mut lowest, mut highest) = (MOST_LOWEST, LEAST_HIGHEST);
    for cap in caps.chain(allowance).map(Reads::get).filter(|cap| *cap > 0) {
        lowest = lowest.min(power_of_ten_within(cap) / 10);
        highest = highest.max(power_of_ten_around(cap.saturating_add(1)));
    }
    if volume > Reads::ZERO {
        lowest = lowest.min(power_of_ten_within(volume.get()));
        highest = highest.max(power_of_ten_around(volume.get()));
    }
    let reads = |count| Reads::new(count).unwrap_or(Reads::MAX);
    (reads(lowest.max(1)), reads(highest))
}

fn after(reads: Reads) -> Reads {
    Reads::new(reads.get() + 1).unwrap_or(Reads::MAX)
}
