use std::fmt::Write;

use chrono::Datelike;

use crate::pricing::Date;

/// What the example is called where a file's name stands.
pub const EXAMPLE_NAME: &str = "Made-up example";

/// A made-up record of posts read, a row for each day of 2022 and the first three months of 2023: fewer at weekends, more from
/// month to month, and four days in October on which much was collected. Some of its months need more than was free.
#[must_use]
pub fn example() -> String {
    let mut rows = "date,posts read\n".to_owned();
    let first = Date::from_ymd_opt(2022, 1, 1).unwrap_or_default();
    for (place, day) in (0_u64..455).zip(first.iter_days()) {
        let weekday = day.weekday().number_from_monday();
        let usual = if weekday > 5 { 9_000 + 20 * place } else { 31_000 + 70 * place };
        // What people do is never quite regular.
        let chance = place * 7_919 % 4_001;
        let collected = if (289..293).contains(&place) { 260_000 } else { 0 };
        let _never_fails = writeln!(rows, "{day},{}", usual + chance + collected);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn the_example_has_a_row_for_each_of_its_days() {
        let rows = example();
        let rows: Vec<&str> = rows.lines().collect();
        assert_eq!(rows.len(), 1 + 455);
        assert_eq!(rows[0], "date,posts read");
        assert!(rows[1].starts_with("2022-01-01,"), "{}", rows[1]);
        assert!(rows[455].starts_with("2023-03-31,"), "{}", rows[455]);
    }
}
