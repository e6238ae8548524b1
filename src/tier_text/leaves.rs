//! The parts of a tier that are one text, one number or one of a few words.

use std::str::FromStr;

use super::error::TierTextError;
use super::form::{Detail, Form};
use super::place::Place;
use crate::pricing::{
    Access, AtCap, ChargeModel, Discount, Identifier, Months, PackageSize, Price, Reads, Term, Text, UsageType,
};
use crate::text::plain_text;
use crate::tree::{Value, is_whole_number};

/// The longest text that an error about an identifier or a number repeats, in bytes.
const MOST_REPEATED: usize = 60;

impl Form for bool {
    fn write(&self, _: Detail) -> Value {
        Value::Bool(*self)
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        match value {
            Value::Bool(answer) => Ok(answer),
            value => Err(place.expected("true or false", &value)),
        }
    }
}

impl Form for Text {
    fn write(&self, _: Detail) -> Value {
        Value::Text(self.to_string())
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        match value {
            Value::Text(text) => Ok(plain_text(&text).into()),
            value => Err(place.expected("a text", &value)),
        }
    }
}

impl Form for Identifier {
    fn write(&self, _: Detail) -> Value {
        Value::Text(self.to_string())
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        match value {
            Value::Text(text) if text.len() <= MOST_REPEATED => Self::new(text).map_err(|error| place.refuse(error)),
            value => Err(place.expected("an identifier: letters, digits and single hyphens", &value)),
        }
    }
}

impl Form for Price {
    fn write(&self, detail: Detail) -> Value {
        write_decimal(self.to_string(), detail)
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        let expected = "a price as text, like \"0.005\", or a whole number";
        match &value {
            // A number with a fraction is a binary one to most programs, and not the price that it looks like.
            Value::Number(number) if !is_whole_number(number) => Err(place.expected(expected, &value)),
            _ => read_decimal(&value, expected, place),
        }
    }
}

impl Form for Discount {
    fn write(&self, detail: Detail) -> Value {
        write_decimal(self.to_string(), detail)
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        read_decimal(&value, "a number of percent", place)
    }
}

fn write_decimal(decimal: String, detail: Detail) -> Value {
    if detail == Detail::Brief && is_whole_number(&decimal) { Value::Number(decimal) } else { Value::Text(decimal) }
}

fn read_decimal<T: FromStr<Err: ToString>>(value: &Value, expected: &str, place: &Place) -> Result<T, TierTextError> {
    match value {
        Value::Text(decimal) | Value::Number(decimal) if decimal.len() <= MOST_REPEATED => {
            decimal.parse().map_err(|error| place.refuse(error))
        }
        value => Err(place.expected(expected, value)),
    }
}

impl Form for Reads {
    fn write(&self, _: Detail) -> Value {
        Value::Number(self.to_string())
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        read_whole(&value, "a whole number", place)
    }
}

impl Form for PackageSize {
    fn write(&self, detail: Detail) -> Value {
        self.reads().write(detail)
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        read_whole(&value, "a whole number", place)
    }
}

impl Form for Term {
    fn write(&self, _: Detail) -> Value {
        match self {
            Self::Months(months) => Value::Number(months.to_string()),
            Self::Unknown => Value::Text(UNKNOWN.to_owned()),
        }
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        match &value {
            Value::Text(text) if text == UNKNOWN => Ok(Self::Unknown),
            _ => read_whole::<Months>(&value, "a number of months, or \"unknown\"", place).map(Self::Months),
        }
    }
}

/// The word for a term that isn't public.
const UNKNOWN: &str = "unknown";

fn read_whole<T: TryFrom<i128, Error: ToString>>(
    value: &Value,
    expected: &str,
    place: &Place,
) -> Result<T, TierTextError> {
    let number: Option<i128> = match value {
        Value::Number(number) if is_whole_number(number) => number.parse().ok(),
        _ => None,
    };
    let number = number.ok_or_else(|| place.expected(expected, value))?;
    T::try_from(number).map_err(|error| place.refuse(error))
}

/// Gives a type of few values its words.
macro_rules! choices {
    ($type:ty, $choices:expr) => {
        impl Form for $type {
            fn write(&self, _: Detail) -> Value {
                let word = $choices.into_iter().find(|(_, choice)| choice == self).map(|(word, _)| word);
                Value::Text(word.unwrap_or_default().to_owned())
            }

            fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
                let word = if let Value::Text(word) = &value { &**word } else { "" };
                let found = $choices.into_iter().find(|(known, _)| *known == word);
                found.map(|(_, choice)| choice).ok_or_else(|| {
                    let words: Vec<_> = $choices.into_iter().map(|(known, _)| known).collect();
                    place.expected(&format!("one of {}", words.join(", ")), &value)
                })
            }
        }
    };
}

choices!(ChargeModel, ChargeModel::ALL.map(|model| (model.id(), model)));
choices!(UsageType, UsageType::ALL.map(|usage_type| (usage_type.id(), usage_type)));
choices!(
    AtCap,
    [("stop", AtCap::Stop), ("overage", AtCap::Overage), ("contract", AtCap::Contract), ("top-up", AtCap::TopUp)]
);
choices!(
    Access,
    [
        ("yes", Access::Yes),
        ("apply", Access::Apply),
        ("contract", Access::Contract),
        ("poor-fit", Access::PoorFit),
        ("no", Access::No),
        ("unknown", Access::Unknown),
    ]
);
