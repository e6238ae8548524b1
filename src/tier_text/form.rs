//! How the parts of a tier stand in the tree: reading and writing side by side, and each key only once.

use super::error::TierTextError;
use super::place::Place;
use crate::pricing::List;
use crate::text::shortened;
use crate::tree::Value;

/// How much is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// What the JavaScript API writes, key for key.
    Full,
    /// As little as says the same.
    Brief,
}

/// Something that the tree can say.
pub(super) trait Form: Sized {
    /// The value that says it.
    fn write(&self, detail: Detail) -> Value;

    /// What `value`, which stands at `place`, says.
    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError>;
}

impl<T: Form> Form for Option<T> {
    fn write(&self, detail: Detail) -> Value {
        self.as_ref().map_or(Value::Null, |it| it.write(detail))
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        if value == Value::Null { Ok(None) } else { T::read(value, place).map(Some) }
    }
}

impl<T: Form + Clone> Form for List<T> {
    fn write(&self, detail: Detail) -> Value {
        Value::List(self.iter().map(|item| item.write(detail)).collect())
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        let Value::List(values) = value else { return Err(place.expected("a list", &value)) };
        let mut items = Vec::new();
        for (index, value) in values.into_iter().enumerate() {
            let outer = place.enter_item(index);
            items.push(T::read(value, place)?);
            place.leave(outer);
        }
        Ok(items.into())
    }
}

/// Something that an object says by its members.
pub(super) trait Record: Clone {
    /// What it is, in words.
    const WORDS: &str;

    /// Keys of the schema whose values are left out.
    const LEFT_OUT: &[&str] = &[];

    /// What an object without keys says. What it holds for the members that are needed is never seen.
    fn blank() -> Self;

    /// All members, in the order in which they are written.
    fn members(&mut self) -> Vec<Member<'_>>;
}

/// A key of an object, with the part of the record that it stands for.
pub(super) struct Member<'a> {
    key: &'static str,
    presence: Presence,
    slot: &'a mut dyn Slot,
}

/// When a key stands in an object.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    /// Always.
    Needed,
    /// It may be missing, but is only left out where brevity counts.
    Shown,
    /// It may be missing, and is left out when it says what its absence says.
    Optional,
}

impl<'a> Member<'a> {
    /// A member that no object can be without.
    pub(super) fn needed(key: &'static str, slot: &'a mut dyn Slot) -> Self {
        Self { key, presence: Presence::Needed, slot }
    }

    /// A member that may be missing, and is written in full detail all the same.
    pub(super) fn shown(key: &'static str, slot: &'a mut dyn Slot) -> Self {
        Self { key, presence: Presence::Shown, slot }
    }

    /// A member that is only written when it differs from the blank record's.
    pub(super) fn optional(key: &'static str, slot: &'a mut dyn Slot) -> Self {
        Self { key, presence: Presence::Optional, slot }
    }
}

/// A part of a record that takes a value of whatever form it has.
pub(super) trait Slot {
    /// See [`Form::write`].
    fn value(&self, detail: Detail) -> Value;

    /// See [`Form::read`].
    fn fill(&mut self, value: Value, place: &mut Place) -> Result<(), TierTextError>;
}

impl<T: Form> Slot for T {
    fn value(&self, detail: Detail) -> Value {
        self.write(detail)
    }

    fn fill(&mut self, value: Value, place: &mut Place) -> Result<(), TierTextError> {
        *self = T::read(value, place)?;
        Ok(())
    }
}

impl<R: Record> Form for R {
    fn write(&self, detail: Detail) -> Value {
        write_members(&self.clone().members(), &R::blank().members(), detail)
    }

    fn read(value: Value, place: &mut Place) -> Result<Self, TierTextError> {
        let Value::Object(pairs) = value else { return Err(place.expected(R::WORDS, &value)) };
        let mut record = R::blank();
        fill_members(&mut record.members(), pairs, R::LEFT_OUT, place)?;
        Ok(record)
    }
}

fn write_members(members: &[Member], blank: &[Member], detail: Detail) -> Value {
    let mut pairs = Vec::new();
    for (member, blank) in members.iter().zip(blank) {
        let value = member.slot.value(detail);
        let is_written = match member.presence {
            Presence::Needed => true,
            Presence::Shown if detail == Detail::Full => true,
            Presence::Shown | Presence::Optional => value != blank.slot.value(detail),
        };
        if is_written {
            pairs.push((member.key.to_owned(), value));
        }
    }
    Value::Object(pairs)
}

fn fill_members(
    members: &mut [Member],
    pairs: Vec<(String, Value)>,
    left_out: &[&str],
    place: &mut Place,
) -> Result<(), TierTextError> {
    let is_missing =
        |member: &&Member| member.presence == Presence::Needed && pairs.iter().all(|(key, _)| key != member.key);
    let missing = members.iter().find(is_missing).map(|member| member.key);
    for (key, value) in pairs {
        let known = members.iter_mut().find(|member| member.key == key);
        // A key that isn't known may be any text.
        let outer = place.enter(&shortened(&key));
        if let Some(member) = known {
            member.slot.fill(value, place)?;
        } else if !left_out.contains(&&*key) {
            let known: Vec<_> = members.iter().map(|member| member.key).collect();
            return Err(place.refuse(format!("there is no such field: use {}", known.join(", "))));
        } else if !value.says_nothing() {
            place.leave_out();
        }
        place.leave(outer);
    }
    match missing {
        Some(key) => Err(place.refuse(format!("{key} is missing"))),
        None => Ok(()),
    }
}
