use crate::format::project_phrase;
use crate::link::LinkError;
use crate::numbers::NumberStyle;
use crate::project::link;

/// Says in a few words what the link of a budget asks, or why it can't be opened.
///
/// # Errors
/// What is wrong with the link.
pub fn describe(link: &str) -> Result<String, LinkError> {
    let proposal = link::decode(link, crate::catalogue())?;
    Ok(project_phrase(&proposal.project, NumberStyle::ENGLISH))
}
