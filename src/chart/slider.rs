use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::drawing::Shape;
use super::label::Area;
use super::scale::{Scale, power_of_ten_within};
use super::size::ChartSize;
use crate::pricing::Reads;

/// A volume that the reader moves on an axis: by keys, by dragging its mark, or by pointing anywhere on the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VolumeSlider {
    /// The present volume.
    pub volume: Reads,
    /// The first volume of the axis.
    pub lowest: Reads,
    /// The last volume of the axis.
    pub highest: Reads,
    /// Volumes on both sides of each cliff, rising.
    pub stops: Vec<Reads>,
}

impl VolumeSlider {
    /// Where a key takes the volume `at`, by the name that browsers give the key; `None` when the key is none of the slider's.
    ///
    /// Arrows go to the next round number, with Shift to the next side of a cliff; Page Up and Page Down go to ten times the
    /// volume and a tenth of it, Home and End to the ends of the axis.
    #[must_use]
    pub fn after_key(&self, at: Reads, key: &str, with_shift: bool) -> Option<Reads> {
        let target = match (key, with_shift) {
            ("ArrowRight" | "ArrowUp", true) => self.stops.iter().copied().find(|stop| *stop > at).unwrap_or(at),
            ("ArrowLeft" | "ArrowDown", true) => self.stops.iter().copied().rfind(|stop| *stop < at).unwrap_or(at),
            ("ArrowRight" | "ArrowUp", false) => reads(round_above(at.get())),
            ("ArrowLeft" | "ArrowDown", false) => reads(round_below(at.get())),
            ("PageUp", _) => reads(at.get().saturating_mul(10)),
            ("PageDown", _) => reads(at.get() / 10),
            ("Home", _) => self.lowest,
            ("End", _) => self.highest,
            _ => return None,
        };
        Some(target.max(self.lowest).min(self.highest))
    }

    /// The volume at a place on the axis, with two significant digits.
    #[must_use]
    pub(super) fn at_place(&self, axis: &Scale, place: i32) -> Reads {
        reads(two_digits(axis.value_at(place))).max(self.lowest).min(self.highest)
    }

    /// The mark at `point` and the surface that can be pointed at. `words` say the volume and what it costs.
    pub(super) fn html(
        &self,
        size: ChartSize,
        axis: Scale,
        surface: &Area,
        point: (i32, i32),
        words: String,
        on_volume: &Callback<Reads>,
    ) -> Html {
        let (at, on_volume) = (Cell::new(self.volume), on_volume.clone());
        let hand = Rc::new(Hand { slider: self.clone(), axis, width: size.width(), at, on_volume });
        let (clicked, pressed, moved, typed) = (hand.clone(), hand.clone(), hand.clone(), hand);
        let onclick = move |event: MouseEvent| clicked.click(&event);
        let onpointerdown = move |event: PointerEvent| pressed.press(&event);
        let onpointermove = move |event: PointerEvent| moved.drag(&event);
        let onkeydown = move |event: KeyboardEvent| typed.key(&event);
        html! {
            <g {onclick} {onpointerdown} {onpointermove}>
                { Shape::new("chart-surface", surface.path()).html() }
                <g
                    class="chart-handle"
                    role="slider"
                    tabindex="0"
                    aria-label="Reads a month"
                    aria-orientation="horizontal"
                    aria-valuemin={self.lowest.min(self.volume).to_string()}
                    aria-valuemax={self.highest.to_string()}
                    aria-valuenow={self.volume.to_string()}
                    aria-valuetext={words}
                    {onkeydown}
                >
                    { Shape::circle("chart-reach", point, 260).html() }
                    { Shape::circle("chart-ring", point, 130).html() }
                    { Shape::circle("chart-dot", point, 65).html() }
                </g>
            </g>
        }
    }
}

/// Moves the volume of a drawn slider as its reader types and points.
struct Hand {
    slider: VolumeSlider,
    axis: Scale,
    /// How wide the chart is for itself.
    width: i32,
    /// The volume that was moved to last. Keys and moves come faster than pictures are drawn: each goes on from the one before.
    at: Cell<Reads>,
    on_volume: Callback<Reads>,
}

impl Hand {
    fn key(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(volume) = self.slider.after_key(self.at.get(), &event.key(), event.shift_key()) {
            event.prevent_default();
            self.go_to(volume);
        }
    }

    fn click(&self, event: &MouseEvent) {
        if !is_on_mark(event) {
            self.follow(event);
        }
    }

    /// A finger that scrolls the page goes over the surface, too. It moves the volume only from the mark on, or by a tap.
    fn press(&self, event: &PointerEvent) {
        let on_mark = is_on_mark(event);
        if event.button() != 0 || !(on_mark || is_mouse(event)) {
            return;
        }
        if let Some(target) = target(event) {
            let _gone = target.set_pointer_capture(event.pointer_id());
        }
        if !on_mark {
            self.follow(event);
        }
    }

    fn drag(&self, event: &PointerEvent) {
        if event.buttons() & 1 == 1 && (is_mouse(event) || is_on_mark(event)) {
            self.follow(event);
        }
    }

    fn follow(&self, event: &MouseEvent) {
        if let Some(place) = place_under(event, self.width) {
            self.go_to(self.slider.at_place(&self.axis, place));
        }
    }

    fn go_to(&self, volume: Reads) {
        if self.at.replace(volume) != volume {
            self.on_volume.emit(volume);
        }
    }
}

fn target(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn is_on_mark(event: &MouseEvent) -> bool {
    target(event).is_some_and(|target| target.closest("[role=slider]").is_ok_and(|mark| mark.is_some()))
}

fn is_mouse(event: &PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}

/// How far from the left the event is in its chart, which is `width` wide for itself, however wide it is shown.
fn place_under(event: &MouseEvent, width: i32) -> Option<i32> {
    let chart = target(event)?.closest("svg").ok()??.get_bounding_client_rect();
    let place = (f64::from(event.client_x()) - chart.left()) * f64::from(width) / chart.width();
    #[allow(clippy::cast_possible_truncation, reason = "a place is a whole number, and what is no place becomes 0")]
    Some(place as i32)
}

fn reads(count: u64) -> Reads {
    Reads::new(count).unwrap_or(Reads::MAX)
}

/// 1, 1.5, 2, 3, 5 and 7 times each power of ten, as far as they are whole.
fn round_numbers() -> impl Iterator<Item = u64> {
    let powers = std::iter::successors(Some(1_u64), |power| power.checked_mul(10));
    let numbers = powers.flat_map(|power| [2, 3, 4, 6, 10, 14].map(|halves| u128::from(power) * halves));
    numbers.filter(|halves| halves % 2 == 0).map_while(|halves| u64::try_from(halves / 2).ok())
}

fn round_above(count: u64) -> u64 {
    round_numbers().find(|round| *round > count).unwrap_or(u64::MAX)
}

fn round_below(count: u64) -> u64 {
    round_numbers().take_while(|round| *round < count).last().unwrap_or_default()
}

/// The nearest number with two significant digits.
fn two_digits(count: u64) -> u64 {
    let unit = (power_of_ten_within(count) / 10).max(1);
    count.saturating_add(unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointing_gives_two_digits() {
        for (exact, rounded) in
            [(0, 0), (7, 7), (99, 99), (101, 100), (1_949_211, 1_900_000), (1_950_000, 2_000_000), (9_960, 10_000)]
        {
            assert_eq!(two_digits(exact), rounded);
        }
        let axis = Scale::logarithmic(1_000, 1_000_000, 300, 3_300);
        let slider =
            VolumeSlider { volume: reads(1), lowest: reads(1_000), highest: reads(1_000_000), stops: Vec::new() };
        for (place, volume) in
            [(0, 1_000), (300, 1_000), (1_300, 10_000), (1_600, 20_000), (3_300, 1_000_000), (4_000, 1_000_000)]
        {
            assert_eq!(slider.at_place(&axis, place), reads(volume), "{place}");
        }
    }

    #[test]
    fn round_numbers_are_whole_and_rise() {
        let numbers: Vec<_> = round_numbers().take(12).collect();
        assert_eq!(numbers, [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100]);
        assert!(round_numbers().zip(round_numbers().skip(1)).all(|(one, next)| one < next));
        assert_eq!((round_above(0), round_below(1), round_below(0)), (1, 0, 0));
    }
}
