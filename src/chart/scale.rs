//! From values to places on an axis and back, in whole numbers: a drawing needs no more than a tenth of a pixel.

/// An axis: the values from `low` to `high` lie between the places `start` and `end`, in tenths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    low: u64,
    high: u64,
    start: i32,
    end: i32,
    is_logarithmic: bool,
}

impl Scale {
    /// Equal steps are equally far apart. `high` is made more than `low`.
    pub(super) fn linear(low: u64, high: u64, start: i32, end: i32) -> Self {
        Self { low, high: high.max(low.saturating_add(1)), start, end, is_logarithmic: false }
    }

    /// Equal ratios are equally far apart. There is no place for 0, so that `low` is made at least 1; `high` is made more.
    pub(super) fn logarithmic(low: u64, high: u64, start: i32, end: i32) -> Self {
        let low = low.max(1);
        Self { low, high: high.max(low.saturating_add(1)), start, end, is_logarithmic: true }
    }

    /// The place of `value`; outside of the axis for values beyond its ends, but never far.
    pub(super) fn place(&self, value: u64) -> i32 {
        let (part, whole) = if self.is_logarithmic {
            let low = log2(self.low);
            (i128::from(log2(value) - low), i128::from(log2(self.high) - low))
        } else {
            let low = i128::from(self.low);
            (i128::from(value) - low, i128::from(self.high) - low)
        };
        let length = i128::from(self.end - self.start);
        let moved = (length * part * 2 + whole).div_euclid(whole * 2);
        let bound = i128::from(Self::FARTHEST);
        self.start + i32::try_from(moved.clamp(-bound, bound)).unwrap_or_default()
    }

    /// How far beyond its start or end a value is placed at most.
    const FARTHEST: i32 = 20_000;

    /// The largest value on the axis whose place is not beyond `place`; the lowest where there is none. The axis must rise.
    pub(super) fn value_at(&self, place: i32) -> u64 {
        let (mut fits, mut beyond) = (self.low, self.high.saturating_add(1));
        while beyond - fits > 1 {
            let middle = fits + (beyond - fits) / 2;
            if self.place(middle) <= place {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        fits
    }

    /// The powers of ten on the axis.
    pub(super) fn powers_of_ten(self) -> impl Iterator<Item = u64> {
        let (low, high) = (self.low, self.high);
        let powers = std::iter::successors(Some(1_u64), |power| power.checked_mul(10));
        powers.skip_while(move |power| *power < low).take_while(move |power| *power <= high)
    }
}

/// Round values from 0 to the first that is not below `high`: at most `most` steps of 1, 2 or 5 times a power of ten.
pub(super) fn even_steps(high: u64, most: u64) -> Vec<u64> {
    let mut step = 1_u64;
    for factor in [2, 5, 10].into_iter().cycle() {
        if high.div_ceil(step) <= most {
            break;
        }
        // From one step to the next: 1, 2, 5, 10, 20, 50 and so on.
        step = if factor == 5 { (step / 2).saturating_mul(5) } else { step.saturating_mul(2) };
    }
    (0..=high.div_ceil(step)).map(|count| count.saturating_mul(step)).collect()
}

/// The largest power of ten that is not above `value`; 1 for 0.
pub(super) fn power_of_ten_within(value: u64) -> u64 {
    10_u64.pow(value.max(1).ilog10())
}

/// The smallest power of ten that is not below `value`; without one that can be kept, the largest value there is.
pub(super) fn power_of_ten_around(value: u64) -> u64 {
    let within = power_of_ten_within(value);
    if within >= value { within } else { within.saturating_mul(10) }
}

/// The binary logarithm in 65,536ths, rounded down; that of 0 is taken for that of 1.
fn log2(value: u64) -> i64 {
    let value = value.max(1);
    let whole = value.ilog2();
    // The value between 1 and 2 with 31 binary places. Its square doubles the logarithm, digit by digit.
    let mut mantissa = if whole >= 31 { value >> (whole - 31) } else { value << (31 - whole) };
    let mut log = i64::from(whole);
    for _ in 0..16 {
        mantissa = (mantissa * mantissa) >> 31;
        log *= 2;
        if mantissa >> 32 > 0 {
            mantissa >>= 1;
            log += 1;
        }
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ratios_are_equally_far_apart() {
        let scale = Scale::logarithmic(1_000, 1_000_000_000, 400, 6_400);
        for (value, place) in [(1_000, 400), (10_000, 1_400), (1_000_000, 3_400), (1_000_000_000, 6_400), (2_000, 701)]
        {
            assert_eq!(scale.place(value), place, "{value}");
        }
        assert!(scale.place(0) < 400 && scale.place(u64::MAX) > 6_400, "beyond the ends");
        let falling = Scale::logarithmic(100, 10_000, 2_000, 0);
        assert_eq!([100, 1_000, 10_000].map(|value| falling.place(value)), [2_000, 1_000, 0]);
    }

    #[test]
    fn equal_steps_are_equally_far_apart() {
        let scale = Scale::linear(0, 40, 1_000, 0);
        assert_eq!([0, 10, 20, 40].map(|value| scale.place(value)), [1_000, 750, 500, 0]);
        assert_eq!(Scale::linear(5, 5, 0, 100).place(5), 0, "an axis without values is made one value long");
        assert_eq!(scale.place(u64::MAX), 1_000 - Scale::FARTHEST);
    }

    #[test]
    fn a_place_leads_back_to_its_value() {
        let scale = Scale::logarithmic(100, 1_000_000_000_000_000, 0, 5_000);
        for place in (0..=5_000).step_by(7) {
            let value = scale.value_at(place);
            assert!(scale.place(value) <= place, "{place}");
            assert!(value == 1_000_000_000_000_000 || scale.place(value + 1) > place, "{place}");
        }
        assert_eq!(scale.value_at(-30), 100, "before the start");
        assert_eq!(scale.value_at(9_000), 1_000_000_000_000_000, "beyond the end");
    }

    #[test]
    fn ticks_stand_at_round_values() {
        let powers: Vec<_> = Scale::logarithmic(20, 10_000, 0, 1).powers_of_ten().collect();
        assert_eq!(powers, [100, 1_000, 10_000]);
        for (high, steps) in [
            (0, vec![0]),
            (5, vec![0, 1, 2, 3, 4, 5]),
            (7, vec![0, 2, 4, 6, 8]),
            (22, vec![0, 5, 10, 15, 20, 25]),
            (42, vec![0, 10, 20, 30, 40, 50]),
            (100, vec![0, 20, 40, 60, 80, 100]),
            (4_200_000, vec![0, 1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000]),
        ] {
            assert_eq!(even_steps(high, 5), steps, "{high}");
        }
        assert_eq!(even_steps(42, 3), [0, 20, 40, 60], "fewer and larger steps");
        assert_eq!(even_steps(u64::MAX, 5).len(), 5);
        for (value, within, around) in [(0, 1, 1), (1, 1, 1), (9, 1, 10), (10, 10, 10), (4_200, 1_000, 10_000)] {
            assert_eq!((power_of_ten_within(value), power_of_ten_around(value)), (within, around), "{value}");
        }
        assert_eq!(power_of_ten_around(u64::MAX), u64::MAX);
    }
}
