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
            let Ok(date) = read_date(text.as_ref()) else { continue };
            // A time that all rows share may be how a day is written.
            has_moments |= times.are_moments(text.as_ref(), Counting::Column(0));
            whole += usize::from(matches!(date, DateText::WholeMonth(_)));
            minutes.extend(minute_of(text.as_ref()));
            days.extend(date.first_day(order));
        }
        let months = Steps::of(&days, is_month_step);
        let (hours, weeks) = (Steps::of(&minutes, is_hour_step), Steps::of(&days, is_week_step));
        let (interval, steps) = if whole * 2 > days.len() || (months.right > 0 && months.right * 2 >= months.changes) {
            (Interval::Month, months)
        } else if has_moments && hours.are_most() {
            (Interval::Hour, hours)
        } else if has_moments {
            (Interval::Moment, Steps::default())
        } else if weeks.are_most() {
            (Interval::Week, weeks)
        } else {
            (Interval::Day, Steps::of(&days, is_day_step))
        };
        Self { interval, are_in_turn: steps.are_in_turn(), has_one_row_each: steps.have_one_row_each() }
    }
}

/// What the steps from each row to the next are, by days or by minutes.
#[derive(Clone, Copy, Debug, Default)]
struct Steps {
    /// How many rows there are.
    rows: usize,
    /// How many of them are of another day or minute than the one before.
    changes: usize,
    /// How many of them are of the hour, day, week or month beside the one before.
    right: usize,
}

impl Steps {
    fn of<T: PartialEq>(values: &[T], is_right: fn(&[T]) -> bool) -> Self {
        let count = |is: fn(&[T]) -> bool| values.windows(2).filter(|pair| is(pair)).count();
        Self { rows: values.len(), changes: count(|pair| pair.first() != pair.last()), right: count(is_right) }
    }

    /// Whether most rows that are of another day or minute are of the one beside the one before.
    const fn are_most(self) -> bool {
        self.right * 2 > self.changes
    }

    const fn are_in_turn(self) -> bool {
        self.right > 0 && self.right * 5 >= (self.rows - 1) * 4
    }

    const fn have_one_row_each(self) -> bool {
        self.right > 0 && self.right * 2 >= self.rows && self.changes * 10 >= (self.rows - 1) * 9
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(dates: &[&str], interval: Interval, are_in_turn: bool, has_one_row_each: bool) {
        let expected = RowDates { interval, are_in_turn, has_one_row_each };
        assert_eq!(RowDates::of(dates.iter(), DateOrder::DayFirst), expected, "{dates:?}");
    }

    #[test]
    fn rows_of_each_stretch_follow_the_one_before() {
        case(&["2022-01-03 10:00", "2022-01-03 11:00", "2022-01-03 12:00"], Interval::Hour, true, true);
        case(&["2022-01-03", "2022-01-04", "2022-01-05"], Interval::Day, true, true);
        case(&["2022-01-17", "2022-01-10", "2022-01-03"], Interval::Week, true, true);
        case(&["2022-01", "2022-02", "2022-03"], Interval::Month, true, true);
        case(&["2022-01", "2022-02"], Interval::Month, true, true);
    }

    #[test]
    fn rows_that_share_stretches_are_not_in_turn() {
        case(&["2022-01-03 10:00", "2022-01-03 10:00", "2022-01-03 11:00"], Interval::Hour, false, false);
        case(&["2022-01-03", "2022-01-03", "2022-01-04"], Interval::Day, false, false);
        case(&["2022-01-03", "2022-01-03", "2022-01-10"], Interval::Week, false, false);
        case(&["2022-01", "2022-01", "2022-01", "2022-02"], Interval::Month, false, false);
    }

    #[test]
    fn times_without_a_day_are_no_dates() {
        case(&["10:05", "11:05", "12:05"], Interval::Day, false, false);
        case(&["2022-01-03", "11:05", "12:05"], Interval::Day, false, false);
        case(&[], Interval::Day, false, false);
    }
}
