use std::fmt;

use crate::app::library::KEYS;
use crate::link::values::{decode_text, encode_text, version};

/// What the address of a draft begins with.
const DRAFT: &str = "draft=";

/// What a fragment of the Quotes page's address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The quotes on this device.
    Library,
    /// A new draft.
    New,
    /// A new draft for an estimate, by its link.
    Estimate(String),
    /// A draft on this device, by the name of its key: a number, where this program gave it.
    Draft(String),
    /// A quote to read, by its link; what is none is refused when it is opened.
    Quote(String),
}

impl Route {
    /// What `fragment`, without the `#`, asks for.
    #[must_use]
    pub fn read(fragment: &str) -> Self {
        match fragment {
            "" => Self::Library,
            "new" => Self::New,
            _ => match fragment.strip_prefix(DRAFT).and_then(|name| decode_text(name).ok()) {
                Some(name) => Self::Draft(name),
                None if version(fragment, 'v').is_some() => Self::Estimate(fragment.to_owned()),
                None => Self::Quote(fragment.to_owned()),
            },
        }
    }
}

impl Route {
    /// The draft that lies in the library under this key.
    #[must_use]
    pub fn of_draft(key: &str) -> Self {
        Self::Draft(KEYS.name(key).to_owned())
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Library => Ok(()),
            Self::New => formatter.write_str("new"),
            Self::Draft(name) => write!(formatter, "{DRAFT}{}", encode_text(name)),
            Self::Estimate(link) | Self::Quote(link) => formatter.write_str(link),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_draft_has_an_address_of_its_own() {
        let route = |key: &str| {
            let route = Route::of_draft(&format!("quota-calculator/quote/{key}"));
            let address = route.to_string();
            assert_eq!(Route::read(&address), route, "{address}");
            address
        };
        let keys = ["5", "05", "x/5", "by hand", "by+hand", "ü", "", "99999999999999999999"];
        let routes: std::collections::BTreeSet<_> = keys.iter().map(|key| route(key)).collect();
        assert_eq!(routes.len(), keys.len(), "{routes:?}");
    }

    #[test]
    fn fragments_lead_where_they_say() {
        for (fragment, route) in [
            ("", Route::Library),
            ("new", Route::New),
            ("draft=12", Route::Draft("12".to_owned())),
            ("draft=by+hand%2F1", Route::Draft("by hand/1".to_owned())),
            ("v1/reads=5", Route::Estimate("v1/reads=5".to_owned())),
            ("q1/AAAA", Route::Quote("q1/AAAA".to_owned())),
            ("draft=%", Route::Quote("draft=%".to_owned())),
            ("very", Route::Quote("very".to_owned())),
        ] {
            assert_eq!(Route::read(fragment), route, "{fragment}");
            assert_eq!(route.to_string(), fragment);
        }
    }
}
