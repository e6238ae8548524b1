/// What a text says, whatever its syntax. Numbers stay as they are written, so that none is ever rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number as JSON writes it.
    Number(String),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Values by their keys, in order. No key stands twice.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A text.
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A whole number.
    pub(crate) fn whole(number: u64) -> Self {
        Self::Number(number.to_string())
    }

    /// An object of what is there.
    pub(crate) fn object<const COUNT: usize>(pairs: [(&str, Option<Self>); COUNT]) -> Self {
        let mut object = Vec::with_capacity(COUNT);
        for (key, value) in pairs {
            object.extend(value.map(|value| (key.to_owned(), value)));
        }
        Self::Object(object)
    }

    /// The object with the pairs of another behind its own; anything else as it is.
    pub(crate) fn and(self, more: Self) -> Self {
        match (self, more) {
            (Self::Object(mut pairs), Self::Object(more)) => {
                pairs.extend(more);
                Self::Object(pairs)
            }
            (value, _) => value,
        }
    }

    /// Whether nothing is lost when the value is left out.
    pub(crate) const fn says_nothing(&self) -> bool {
        match self {
            Self::Null => true,
            Self::List(items) => items.is_empty(),
            _ => false,
        }
    }
}

/// The number that JSON reads at the beginning of `text`, as it is written.
pub(super) fn leading_number(text: &str) -> Option<&str> {
    let digits_at = |at: usize| text.bytes().skip(at).take_while(u8::is_ascii_digit).count();
    let byte_at = |at: usize| text.as_bytes().get(at).copied();
    let mut end = usize::from(byte_at(0) == Some(b'-'));
    // A number that begins with 0 has no further digit before the point.
    end += if byte_at(end) == Some(b'0') { 1 } else { Some(digits_at(end)).filter(|count| *count > 0)? };
    if byte_at(end) == Some(b'.') && digits_at(end + 1) > 0 {
        end += 1 + digits_at(end + 1);
    }
    if matches!(byte_at(end), Some(b'e' | b'E')) {
        let digits = end + 1 + usize::from(matches!(byte_at(end + 1), Some(b'+' | b'-')));
        if digits_at(digits) > 0 {
            end = digits + digits_at(digits);
        }
    }
    text.get(..end)
}

/// Whether `text` is a number, all of it, and has neither a point nor an exponent.
pub(crate) fn is_whole_number(text: &str) -> bool {
    leading_number(text) == Some(text) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Any tree, a few levels deep.
    pub(in crate::tree) fn values() -> impl Strategy<Value = Value> {
        let text = || prop_oneof![any::<String>(), "[ -~]{0,12}", "-?[0-9]{0,3}", "[!'(),:+%/]{0,4}"];
        let number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,8})?([eE][+-]?[0-9]{1,2})?";
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            number.prop_map(Value::Number),
            text().prop_map(Value::Text),
        ];
        leaf.prop_recursive(4, 32, 5, move |inner| {
            let object = prop::collection::btree_map(text(), inner.clone(), 0..5);
            prop_oneof![
                prop::collection::vec(inner, 0..5).prop_map(Value::List),
                object.prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    #[track_caller]
    fn case(text: &str, number: Option<&str>) {
        assert_eq!(leading_number(text), number, "{text}");
    }

    #[test]
    fn numbers_are_what_json_calls_so() {
        case("", None);
        case("-", None);
        case("a1", None);
        case(".5", None);
        case("+5", None);
        case("0", Some("0"));
        case("-0", Some("-0"));
        case("012", Some("0"));
        case("-01", Some("-0"));
        case("120,", Some("120"));
        case("1.", Some("1"));
        case("1.x", Some("1"));
        case("1.50]", Some("1.50"));
        case("1e", Some("1"));
        case("1e+", Some("1"));
        case("1E5e5", Some("1E5"));
        case("0.5e-07.5", Some("0.5e-07"));
        case("1.e5", Some("1"));
        for text in ["0", "-7", "10"] {
            assert!(is_whole_number(text), "{text}");
        }
        for text in ["", "-", "07", "1.0", "1e3", "1 ", "٣", "+1"] {
            assert!(!is_whole_number(text), "{text}");
        }
    }
}
