use super::Date;

/// Reads a day as ISO 8601 writes it, with all its digits: `2026-08-14`. `None` for anything else, and for a day that
/// doesn't exist.
///
/// ```
/// use quota_calculator::pricing::read_day;
///
/// assert_eq!(read_day("2024-02-29").map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
/// for text in ["2026-02-29", "2026-8-14", "+2026-08-14", "2026-08-14 ", "14.08.2026", ""] {
///     assert_eq!(read_day(text), None);
/// }
/// ```
#[must_use]
pub fn read_day(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let number = |text: &str, length: usize| -> Option<u16> {
        let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse().ok()).flatten()
    };
    Date::from_ymd_opt(number(year, 4)?.into(), number(month, 2)?.into(), number(day, 2)?.into())
}
