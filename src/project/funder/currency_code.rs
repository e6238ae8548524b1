use std::fmt;
use std::str::{self, FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// A currency by its ISO 4217 code: three capital letters, `EUR`.
///
/// Any three letters will do, because currencies come and go; only the number of decimal places is looked up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CurrencyCode([u8; 3]);

impl CurrencyCode {
    /// US dollars, in which access is priced.
    pub const USD: Self = Self(*b"USD");

    /// Euros.
    pub const EUR: Self = Self(*b"EUR");

    /// Currencies whose amounts have no decimal places (ISO 4217, list one).
    const WHOLE: [[u8; 3]; 16] = [
        *b"BIF", *b"CLP", *b"DJF", *b"GNF", *b"ISK", *b"JPY", *b"KMF", *b"KRW", *b"PYG", *b"RWF", *b"UGX", *b"VND",
        *b"VUV", *b"XAF", *b"XOF", *b"XPF",
    ];

    /// Currencies whose amounts have three.
    const THOUSANDTHS: [[u8; 3]; 7] = [*b"BHD", *b"IQD", *b"JOD", *b"KWD", *b"LYD", *b"OMR", *b"TND"];

    /// A code of the funder profiles, which the build script has checked.
    pub(crate) const fn checked_at_build(code: [u8; 3]) -> Self {
        Self(code)
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The decimal places that its amounts have.
    #[must_use]
    pub fn places(self) -> u32 {
        if Self::WHOLE.contains(&self.0) {
            0
        } else if Self::THOUSANDTHS.contains(&self.0) {
            3
        } else {
            2
        }
    }
}

/// A text that is no [`CurrencyCode`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` is not a currency: write its three capital letters, like EUR")]
pub struct CurrencyCodeError {
    text: String,
}

impl FromStr for CurrencyCode {
    type Err = CurrencyCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = <[u8; 3]>::try_from(text.as_bytes()).ok().filter(|code| code.iter().all(u8::is_ascii_uppercase));
        code.map(Self).ok_or_else(|| CurrencyCodeError { text: text.to_owned() })
    }
}

impl fmt::Display for CurrencyCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for CurrencyCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for CurrencyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CurrencyCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_three_capital_letters() {
        for (code, places) in [("EUR", 2), ("JPY", 0), ("KWD", 3), ("USD", 2)] {
            let currency: CurrencyCode = code.parse().expect("a code");
            assert_eq!((currency.to_string().as_str(), currency.places()), (code, places));
        }
        for text in ["", "EU", "eur", "EURO", "€€", "€", "E R"] {
            let error = text.parse::<CurrencyCode>().expect_err("no code").to_string();
            assert_eq!(error, format!("`{text}` is not a currency: write its three capital letters, like EUR"));
        }
    }
}
