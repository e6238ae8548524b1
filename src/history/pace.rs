use super::date_text::{DateText, read_date};
use super::time_of_day::TimesOfDay;
use super::{CalendarDay, Counting, DateOrder};

/// How long the stretches of time are that the rows of a table stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    Moments,
    Days,
    Months,
}

impl Pace {
    /// That of rows with these dates, in which days and months stand in `order`.
    pub(super) fn of<'a>(dates: impl Iterator<Item = impl AsRef<str> + 'a>, order: DateOrder) -> Self {
        let (mut times, mut has_moments, mut whole) = (TimesOfDay::default(), false, 0);
        let mut days = Vec::new();
        for text in dates {
            // A time that all rows share may be how a day is written.
            has_moments |= times.are_moments(text.as_ref(), Counting::Column(0));
            match read_date(text.as_ref()) {
                Ok(DateText::WholeMonth(_)) => whole += 1,
                Ok(DateText::Clear(day)) => days.push(day),
                Ok(DateText::Ordered(date)) => days.extend(date.day(order)),
                Err(_) => {}
            }
        }
        let steps = days.windows(2).filter(|pair| pair.first() != pair.last()).count();
        let month_steps = days.windows(2).filter(|pair| is_month_step(pair)).count();
        if whole > days.len() || (month_steps > 0 && month_steps * 2 >= steps) {
            Self::Months
        } else if has_moments {
            Self::Moments
        } else {
            Self::Days
        }
    }
}

/// Whether two days are the same, or both the last, of two months.
fn is_month_step(pair: &[CalendarDay]) -> bool {
    let [one, next] = pair else { return false };
    one.month() != next.month() && (one.day() == next.day() || (one.is_last() && next.is_last()))
}
