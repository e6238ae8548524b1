use super::LinkError;
use crate::text::shortened;

/// The parts of a link: known keys, each at most once.
pub(crate) struct Pairs<'a> {
    keys: &'static [&'static str],
    values: Vec<Option<&'a str>>,
}

impl<'a> Pairs<'a> {
    pub(crate) fn collect(
        keys: &'static [&'static str],
        parts: impl Iterator<Item = &'a str>,
    ) -> Result<Self, LinkError> {
        let mut values = vec![None; keys.len()];
        for part in parts {
            let unknown = || LinkError::UnknownPart(shortened(part));
            let (key, value) = part.split_once('=').ok_or_else(unknown)?;
            let place = keys.iter().position(|known| *known == key);
            let slot = place.and_then(|place| values.get_mut(place)).ok_or_else(unknown)?;
            if slot.replace(value).is_some() {
                return Err(LinkError::Twice(key.to_owned()));
            }
        }
        Ok(Self { keys, values })
    }

    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        self.keys.iter().zip(&self.values).find(|(known, _)| **known == key).and_then(|(_, value)| *value)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.text(key).is_some()
    }

    pub(crate) fn optional<T>(
        &self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>, LinkError> {
        let Some(text) = self.text(key) else { return Ok(None) };
        parse(text).map(Some).map_err(|rule| LinkError::BadValue { key, value: shortened(text), rule })
    }

    pub(crate) fn needed<T>(
        &self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<T, LinkError> {
        self.optional(key, parse)?.ok_or_else(|| LinkError::Missing(vec![key]))
    }

    /// Whether all parts are there that a link can't do without.
    pub(crate) fn need(&self, keys: &[&'static str]) -> Result<(), LinkError> {
        let missing: Vec<_> = keys.iter().filter(|key| !self.has(key)).copied().collect();
        if missing.is_empty() { Ok(()) } else { Err(LinkError::Missing(missing)) }
    }

    /// Says that the value of `key` breaks a rule together with others.
    pub(crate) fn broken(&self, key: &'static str, rule: String) -> LinkError {
        LinkError::BadValue { key, value: shortened(self.text(key).unwrap_or_default()), rule }
    }
}
