//! Reads the funder profiles' TOML files.

use std::path::Path;

use crate::data_files::{DataFileError, check_name, parse, read_toml_files};
use crate::funder::FunderProfile;

/// The profile that assumes nothing, which there always is and which comes first.
const PLAIN: &str = "plain";

/// Reads every profile of `folder`: the plain one, then the others in the order of their files.
///
/// # Errors
/// [`DataFileError`] for the first file that can't be read or breaks a rule, or when there is no plain one.
pub(crate) fn read_funder_profiles(folder: &Path) -> Result<Vec<FunderProfile>, DataFileError> {
    let files = read_toml_files(folder)?;
    let profiles = files.iter().map(|(file, text)| parse_funder_profile(file, text));
    let mut profiles = profiles.collect::<Result<Vec<_>, _>>()?;
    // Ids are unique, because files are named after them.
    profiles.sort_by_key(|profile| profile.id.as_str() != PLAIN);
    if profiles.first().is_some_and(|profile| profile.id.as_str() == PLAIN) {
        Ok(profiles)
    } else {
        let reason = format!("the profile `{PLAIN}` is missing: the calculator needs it");
        Err(DataFileError::Inconsistent { folder: folder.to_owned(), reason })
    }
}

/// Reads one profile from the `text` of `file`.
///
/// # Errors
/// [`DataFileError`] when the text breaks a rule, or the file isn't named after the profile's id.
pub(crate) fn parse_funder_profile(file: &Path, text: &str) -> Result<FunderProfile, DataFileError> {
    let profile: FunderProfile = parse(file, text)?;
    check_name(file, text, profile.id.as_str(), "a funder profile")?;
    Ok(profile)
}
