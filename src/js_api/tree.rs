//! Documents that are trees of values already, as serde writes them.

use serde::ser::{Error, Serialize, Serializer};

use crate::tree::Value;

/// A document. Its numbers are whole.
pub(super) struct Tree<'a>(pub(super) &'a Value);

impl Serialize for Tree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Null => serializer.serialize_none(),
            Value::Bool(answer) => serializer.serialize_bool(*answer),
            Value::Number(number) => serializer.serialize_u64(number.parse().map_err(S::Error::custom)?),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items.iter().map(Tree)),
            Value::Object(pairs) => serializer.collect_map(pairs.iter().map(|(key, value)| (key, Tree(value)))),
        }
    }
}
