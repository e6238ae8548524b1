//! Reads the TOML files of a folder. Every failure says which file, which line where there is one, and why.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use thiserror::Error;

/// The TOML files of `folder` with their texts, in the order of their names.
///
/// # Errors
/// [`DataFileError::Unreadable`] for the first one that the file system refuses.
pub(crate) fn read_toml_files(folder: &Path) -> Result<Vec<(PathBuf, String)>, DataFileError> {
    let unreadable = |reason| DataFileError::Unreadable { file: folder.to_owned(), reason };
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(unreadable)?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let read = |file: PathBuf| match fs::read_to_string(&file) {
        Ok(text) => Ok((file, text)),
        Err(reason) => Err(DataFileError::Unreadable { file, reason }),
    };
    files.into_iter().map(read).collect()
}

/// Reads the `text` of `file` as a `T`.
///
/// # Errors
/// [`DataFileError::Invalid`] when it isn't TOML or breaks a rule.
pub(crate) fn parse<T: DeserializeOwned>(file: &Path, text: &str) -> Result<T, DataFileError> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.lines().count().max(1) + usize::from(before.ends_with('\n'));
        DataFileError::Invalid { file: file.to_owned(), line, reason: error.message().to_owned() }
    })
}

/// Checks that `file` is named after the `id` of what it holds; `kind` says in words whose file it is.
///
/// # Errors
/// [`DataFileError::Invalid`] when it isn't, with the line of the id.
pub(crate) fn check_name(file: &Path, text: &str, id: &str, kind: &str) -> Result<(), DataFileError> {
    if file.file_stem().is_some_and(|stem| stem == id) {
        return Ok(());
    }
    let line = 1 + text.lines().position(|line| line.starts_with("id")).unwrap_or_default();
    let reason = format!("the id is `{id}`: {kind}'s file is named after its id");
    Err(DataFileError::Invalid { file: file.to_owned(), line, reason })
}

/// Why files can't be used.
#[derive(Debug, Error)]
pub(crate) enum DataFileError {
    /// The file system refused.
    #[error("{}: {reason}", file.display())]
    Unreadable {
        /// The file or folder.
        file: PathBuf,
        /// What the file system said.
        reason: io::Error,
    },
    /// A file that isn't TOML, or breaks a rule of the schema.
    #[error("{}:{line}: {reason}", file.display())]
    Invalid {
        /// The file.
        file: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong, with the field, the value and the rule.
        reason: String,
    },
    /// Files that are right by themselves but not together.
    #[error("{}: {reason}", folder.display())]
    Inconsistent {
        /// The folder.
        folder: PathBuf,
        /// What doesn't fit.
        reason: String,
    },
}
