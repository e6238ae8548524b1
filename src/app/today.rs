use crate::pricing::Date;

/// The reader's day, as the device's clock and time zone say.
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(0);
    // A clock that is set to a year without four digits is wrong anyway.
    Date::from_ymd_opt(year.min(9999), now.get_month() + 1, now.get_date()).unwrap_or_default()
}
