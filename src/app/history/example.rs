use std::fmt::Write;
use std::ops::Range;

use chrono::Datelike;

use crate::pricing::Date;

/// What the example is called where a file's name stands.
pub const EXAMPLE_NAME: &str = "Made-up example";

/// The first day of the example.
const FIRST_DAY: Date = match Date::from_ymd_opt(2022, 1, 1) {
    Some(day) => day,
    None => panic!("the day exists"),
};

/// The days of all of 2022 and of the first three months of 2023.
const DAYS: u64 = 455;

/// The places of the days on which much was collected: 17 to 20 October 2022.
const COLLECTED: Range<u64> = 289..293;

/// A made-up record of posts read, a row for each day of 2022 and the first three months of 2023: fewer on any day of a weekend than
/// on any other, slowly more in the course of time, and on four days in October much more. Each month has more than was free with
/// Essential access, and October 2022, alone, more than with Elevated access.
#[must_use]
pub fn example() -> String {
    let mut rows = "date,posts read\n".to_owned();
    for (place, day) in (0..DAYS).zip(FIRST_DAY.iter_days()) {
        let usual = if is_weekend(day) { 9_000 + 20 * place } else { 31_000 + 70 * place };
        // What people do is never quite regular.
        let chance = place * 7_919 % 4_001;
        let collected = if COLLECTED.contains(&place) { 260_000 } else { 0 };
        let _never_fails = writeln!(rows, "{day},{}", usual + chance + collected);
    }
    rows
}

fn is_weekend(day: Date) -> bool {
    day.weekday().number_from_monday() > 5
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::pricing::Reads;

    /// The days of the example with their reads.
    fn days() -> Vec<(Date, u64)> {
        let rows = example();
        let mut rows = rows.lines();
        assert_eq!(rows.next(), Some("date,posts read"));
        let cells = rows.map(|row| row.split_once(',').expect("two cells"));
        cells.map(|(day, reads)| (day.parse().expect("a day"), reads.parse().expect("reads"))).collect()
    }

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn the_example_has_a_row_for_each_of_its_days() {
        let days = days();
        assert_eq!((days[0].0, days[days.len() - 1].0), (day("2022-01-01"), day("2023-03-31")));
        assert!(days.windows(2).all(|pair| pair[0].0.succ_opt() == Some(pair[1].0)));
    }

    #[test]
    fn fewer_are_read_at_weekends_and_much_is_collected_on_four_days() {
        let (weekends, others): (Vec<_>, Vec<_>) = days().into_iter().partition(|(day, _)| is_weekend(*day));
        let most = weekends.iter().map(|(_, reads)| reads).max();
        assert!(most < others.iter().map(|(_, reads)| reads).min());
        let much = others.iter().filter(|(_, reads)| *reads > 260_000).map(|(day, _)| *day);
        let collected = ["2022-10-17", "2022-10-18", "2022-10-19", "2022-10-20"].map(day);
        assert!(much.eq(collected));
    }

    #[test]
    fn each_month_goes_beyond_essential_access_and_one_beyond_elevated() {
        let mut months: BTreeMap<String, u64> = BTreeMap::new();
        for (day, reads) in days() {
            *months.entry(day.format("%Y-%m").to_string()).or_default() += reads;
        }
        let cap = |id: &str| crate::catalogue().free_era().tier(id).and_then(|tier| tier.read_cap).map(Reads::get);
        let beyond = |cap: Option<u64>| -> Vec<&str> {
            months.iter().filter(|(_, reads)| Some(**reads) > cap).map(|(month, _)| month.as_str()).collect()
        };
        assert_eq!((months.len(), beyond(cap("essential")).len()), (15, 15));
        assert_eq!(beyond(cap("elevated")), ["2022-10"]);
        assert_eq!(beyond(cap("academic")), [""; 0]);
        months.remove("2022-10");
        let busiest = months.iter().max_by_key(|(_, reads)| **reads).map(|(month, _)| month.as_str());
        assert_eq!(busiest, Some("2023-03"), "the last, as they rise in the course of time");
    }
}
