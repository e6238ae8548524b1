//! Objects that refuse keys they don't know, whatever format they come in.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

/// Reads a struct as whatever the format holds, so that every key is seen.
///
/// A format may look up only the keys that a struct has and never notice the others, as serde-wasm-bindgen does. Derived
/// code with `deny_unknown_fields` refuses unknown keys only if it is shown them.
pub(crate) struct StructAsMap<D>(pub(crate) D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for StructAsMap<D> {
    type Error = D::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Gives structs that derive `Deserialize` and are marked `#[serde(remote = "Self")]` a strict `Deserialize`.
macro_rules! deserialize_strictly {
    ($($type:ident),+) => {
        $(impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize($crate::pricing::strict::StructAsMap(deserializer))
            }
        })+
    };
}

/// The same for structs that derive `Serialize` too, which the mark takes away from them as well.
macro_rules! strict_objects {
    ($($type:ident),+) => {
        $crate::pricing::strict::deserialize_strictly!($($type),+);
        $(impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        })+
    };
}

pub(crate) use deserialize_strictly;
pub(super) use strict_objects;
