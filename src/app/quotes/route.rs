use std::fmt;

use crate::app::library::Seen;

/// What a fragment of the Quotes page's address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The quotes on this device.
    Library,
    /// A new draft.
    New,
    /// A new draft for an estimate, by its link.
    Estimate(String),
    /// A draft on this device, by the number in its key.
    Draft(u64),
    /// A quote to read, by its link; what is none is refused when it is opened.
    Quote(String),
}

impl Route {
    /// What `fragment`, without the `#`, asks for.
    #[must_use]
    pub fn read(fragment: &str) -> Self {
        let is_version = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        match fragment {
            "" => Self::Library,
            "new" => Self::New,
            _ => match fragment.strip_prefix("draft=").and_then(|number| number.parse().ok()) {
                Some(number) => Self::Draft(number),
                None if fragment.strip_prefix('v').is_some_and(is_version) => Self::Estimate(fragment.to_owned()),
                None => Self::Quote(fragment.to_owned()),
            },
        }
    }
}

impl Route {
    /// The draft that lies in the library as it was last seen there. A key that this program wouldn't give counts as 0.
    #[must_use]
    pub fn of_draft(seen: &Seen) -> Self {
        let number = seen.key.rsplit('/').next().and_then(|number| number.parse().ok());
        Self::Draft(number.unwrap_or(0))
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Library => Ok(()),
            Self::New => formatter.write_str("new"),
            Self::Draft(number) => write!(formatter, "draft={number}"),
            Self::Estimate(link) | Self::Quote(link) => formatter.write_str(link),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_lead_where_they_say() {
        for (fragment, route) in [
            ("", Route::Library),
            ("new", Route::New),
            ("draft=12", Route::Draft(12)),
            ("v1/reads=5", Route::Estimate("v1/reads=5".to_owned())),
            ("q1/AAAA", Route::Quote("q1/AAAA".to_owned())),
            ("draft=x", Route::Quote("draft=x".to_owned())),
            ("very", Route::Quote("very".to_owned())),
        ] {
            assert_eq!(Route::read(fragment), route, "{fragment}");
            assert_eq!(route.to_string(), fragment);
        }
    }
}
