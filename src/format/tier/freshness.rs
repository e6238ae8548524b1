use crate::format::counts::plural;
use crate::numbers::NumberStyle;
use crate::pricing::{Freshness, FreshnessLevel};

/// How old the prices are, as sentences that grow more urgent with age: `Prices were last checked on 2026-08-22, 95 days
/// ago. …`.
#[must_use]
pub fn freshness_sentence(freshness: &Freshness, style: NumberStyle) -> String {
    let checked = format!("Prices were last checked on {}", freshness.checked);
    if freshness.is_clock_behind() {
        return format!(
            "{checked}. By the clock of this device that day is still to come, so their age can’t be told: look at its date."
        );
    }
    let ago = match u64::try_from(freshness.days) {
        Ok(days @ 1..) => format!("{} ago", plural(days, "day", style)),
        _ => "today".to_owned(),
    };
    match freshness.level {
        FreshnessLevel::Fresh => format!("{checked}, {ago}."),
        FreshnessLevel::Aging => format!("{checked}, {ago}. They may have changed since."),
        FreshnessLevel::Old => {
            format!(
                "{checked}, {ago}. They may well have changed since: compare them with the seller’s own before you decide."
            )
        }
        FreshnessLevel::VeryOld => {
            format!(
                "These prices are more than a year old; expect them to have changed. {checked}, {ago}: ask the seller."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::Date;

    #[track_caller]
    fn case(today: &str, level: FreshnessLevel, expected: &str) {
        let today: Date = today.parse().expect("a date");
        let freshness = Freshness::on(crate::catalogue(), today);
        assert_eq!(freshness.level, level, "on {today}");
        assert_eq!(freshness_sentence(&freshness, NumberStyle::ENGLISH), expected, "on {today}");
    }

    #[test]
    fn warnings_grow_with_age() {
        use FreshnessLevel::{Aging, Fresh, Old, VeryOld};

        let behind = "Prices were last checked on 2026-08-22. By the clock of this device that day is still to come, so their \
                      age can’t be told: look at its date.";
        case("1970-01-01", Fresh, behind);
        case("2026-08-20", Fresh, behind);
        case("2026-08-21", Fresh, "Prices were last checked on 2026-08-22, today.");
        case("2026-08-22", Fresh, "Prices were last checked on 2026-08-22, today.");
        case("2026-08-23", Fresh, "Prices were last checked on 2026-08-22, 1 day ago.");
        case("2026-10-21", Fresh, "Prices were last checked on 2026-08-22, 60 days ago.");
        let aging = |days: u32| {
            format!("Prices were last checked on 2026-08-22, {days} days ago. They may have changed since.")
        };
        case("2026-10-22", Aging, &aging(61));
        case("2027-02-18", Aging, &aging(180));
        let old = |days: u32| {
            format!(
                "Prices were last checked on 2026-08-22, {days} days ago. They may well have changed since: compare them with \
                 the seller’s own before you decide."
            )
        };
        case("2027-02-19", Old, &old(181));
        case("2027-08-22", Old, &old(365));
        case("2027-08-23", Old, &old(366));
        let very_old = |days: &str| {
            format!(
                "These prices are more than a year old; expect them to have changed. Prices were last checked on 2026-08-22, \
                 {days} days ago: ask the seller."
            )
        };
        case("2027-08-24", VeryOld, &very_old("367"));
        case("2036-08-22", VeryOld, &very_old("3,653"));
    }
}
