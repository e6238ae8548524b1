use crate::format::question_phrase;
use crate::link::{self, LinkError};
use crate::numbers::NumberStyle;

/// Says in a few words what the link of an estimate asks, or why it can't be opened.
///
/// # Errors
/// What is wrong with the link.
pub fn describe(link: &str) -> Result<String, LinkError> {
    let estimate = link::decode(link, crate::catalogue())?;
    let (question, usage) = (question_phrase(&estimate, NumberStyle::ENGLISH), estimate.usage_type().label());
    Ok(format!("{question}, {usage}, {}", estimate.price_book().name))
}
