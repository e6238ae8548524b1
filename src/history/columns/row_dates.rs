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
    /// Whether nearly each row is of another one than the row before, and most are of the one beside it: then there is one row for
    /// each of them.
    pub(super) has_one_row_each: bool,
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
        let count = |is: fn(&[CalendarDay]) -> bool| days.windows(2).filter(|pair| is(pair)).count();
        let (month_steps, week_steps) = (count(is_month_step), count(is_week_step));
        let hour_steps = minutes.windows(2).filter(|pair| is_hour_step(pair)).count();
        let (interval, steps) = if whole * 2 > days.len() || (month_steps > 0 && month_steps * 2 >= changes(&days)) {
            (Interval::Month, month_steps)
        } else if has_moments && hour_steps * 2 > changes(&minutes) {
            (Interval::Hour, hour_steps)
        } else if has_moments {
            (Interval::Moment, 0)
        } else if week_steps * 2 > changes(&days) {
            (Interval::Week, week_steps)
        } else {
            (Interval::Day, count(is_day_step))
        };
        let (rows, times) = (days.len(), if interval == Interval::Hour { changes(&minutes) } else { changes(&days) });
        let has_one_row_each = steps > 0 && steps * 2 >= rows && times * 10 >= (rows - 1) * 9;
        let are_in_turn = match interval {
            Interval::Moment | Interval::Other => false,
            Interval::Day => rows > 2 && steps * 5 >= (rows - 1) * 4,
            Interval::Hour | Interval::Week | Interval::Month => true,
        };
        Self { interval, are_in_turn, has_one_row_each }
    }
}

/// How many of several values differ from the one before.
fn changes(values: &[impl PartialEq]) -> usize {
    values.windows(2).filter(|pair| pair.first() != pair.last()).count()
}

/// Whether one of two times of day is an hour after the other.
fn is_hour_step(pair: &[u64]) -> bool {
    let [one, next] = pair else { return false };
    [60, MINUTES_OF_DAY - 60].contains(&((next + MINUTES_OF_DAY - one) % MINUTES_OF_DAY))
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
