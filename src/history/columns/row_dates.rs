use super::interval::Interval;
use crate::history::dates::{MINUTES_OF_DAY, TimesOfDay, minute_of};
use crate::history::{CalendarDay, Counting, DateOrder, DateText, read_date};

/// What the dates of the rows say of the stretches of time that these stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::history) struct RowDates {
    /// How long each of them is.
    pub(super) interval: Interval,
    /// Whether nearly each hour, day, week or month follows the one before, as in a table by these.
    pub(super) are_in_turn: bool,
}

impl RowDates {
    /// Those of rows with these dates, in which days and months stand in `order`.
    pub(in crate::history) fn of(dates: impl Iterator<Item = impl AsRef<str>>, order: DateOrder) -> Self {
        let (mut times, mut has_moments, mut whole) = (TimesOfDay::default(), false, 0);
        let (mut days, mut minutes) = (Vec::new(), Vec::new());
        for text in dates {
            // A time that all rows share may be how a day is written.
            has_moments |= times.are_moments(text.as_ref(), Counting::Column(0));
            minutes.extend(minute_of(text.as_ref()));
            if let Ok(date) = read_date(text.as_ref()) {
                whole += usize::from(matches!(date, DateText::WholeMonth(_)));
                days.extend(date.first_day(order));
            }
        }
        let steps = || days.windows(2).filter(|pair| pair.first() != pair.last()).count();
        let count = |is: fn(&[CalendarDay]) -> bool| days.windows(2).filter(|pair| is(pair)).count();
        let (month_steps, week_steps) = (count(is_month_step), count(is_week_step));
        let interval = if whole * 2 > days.len() || (month_steps > 0 && month_steps * 2 >= steps()) {
            Interval::Month
        } else if has_moments {
            if are_hours(&minutes) { Interval::Hour } else { Interval::Moment }
        } else if week_steps * 2 > steps() {
            Interval::Week
        } else {
            Interval::Day
        };
        let are_days_in_turn = || days.len() > 2 && count(is_day_step) * 5 >= (days.len() - 1) * 4;
        let are_in_turn = match interval {
            Interval::Moment | Interval::Other => false,
            Interval::Day => are_days_in_turn(),
            Interval::Hour | Interval::Week | Interval::Month => true,
        };
        Self { interval, are_in_turn }
    }
}

/// Whether most of the times of day that differ from the one before are an hour away from it.
fn are_hours(minutes: &[u64]) -> bool {
    let step = |pair: &[u64]| match pair {
        [one, next] => (next + MINUTES_OF_DAY - one) % MINUTES_OF_DAY,
        _ => 0,
    };
    let steps: Vec<_> = minutes.windows(2).map(step).filter(|step| *step > 0).collect();
    let hours = steps.iter().filter(|step| [60, MINUTES_OF_DAY - 60].contains(step)).count();
    hours * 2 > steps.len()
}

/// Whether two days are the same, or both the last, of two months.
fn is_month_step(pair: &[CalendarDay]) -> bool {
    let [one, next] = pair else { return false };
    one.month() != next.month() && (one.day() == next.day() || (one.is_last() && next.is_last()))
}

/// Whether one of two days is the day after the other.
fn is_day_step(pair: &[CalendarDay]) -> bool {
    are_apart(pair, 1)
}

/// Whether one of two days is a week after the other.
fn is_week_step(pair: &[CalendarDay]) -> bool {
    are_apart(pair, 7)
}

fn are_apart(pair: &[CalendarDay], days: u32) -> bool {
    let [one, next] = pair else { return false };
    next.is_later(*one, days) || one.is_later(*next, days)
}
