//! What the texts that are kept have in common: a first line that says kind and version, then lines of a key and a value.

/// The version that the first line says after `kind`, and the other lines; `None` when it is another kind of text.
pub(in crate::app) fn version<'a>(text: &'a str, kind: &str) -> Option<(&'a str, &'a str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let version = first.strip_prefix(kind)?.strip_prefix(' ')?;
    let is_number = (1..=9).contains(&version.len()) && version.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((version, rest))
}

/// What follows `key` on the first line of a text, and the other lines. What is missing is the key.
pub(in crate::app) fn line<'a>(text: &'a str, key: &'static str) -> Result<(&'a str, &'a str), &'static str> {
    let value = text.strip_prefix(key).and_then(|text| text.strip_prefix(' ')?.split_once('\n'));
    value.ok_or(key)
}

/// What follows `key` to the end of a text, so that any value can be kept as the last.
pub(in crate::app) fn last<'a>(text: &'a str, key: &'static str) -> Result<&'a str, &'static str> {
    text.strip_prefix(key).and_then(|text| text.strip_prefix(' ')).ok_or(key)
}
