//! Reads the price books' TOML files. Every failure says which file, which line where there is one, and why.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::pricing::{Catalogue, CatalogueError, PriceBook, Source};

/// The file of the sources, which stands among the price books.
const SOURCES: &str = "sources.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    sources: Vec<Source>,
}

/// Reads every price book of `folder`, and the sources.
///
/// # Errors
/// [`PriceBookFileError`] for the first file that can't be read or breaks a rule.
pub(crate) fn read_catalogue(folder: &Path) -> Result<Catalogue, PriceBookFileError> {
    let unreadable = |reason| PriceBookFileError::Unreadable { file: folder.to_owned(), reason };
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(unreadable)?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();

    let mut price_books = Vec::new();
    let mut sources = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)
            .map_err(|reason| PriceBookFileError::Unreadable { file: file.clone(), reason })?;
        if file.ends_with(SOURCES) {
            sources = parse::<SourcesFile>(&file, &text)?.sources;
        } else {
            price_books.push(parse_price_book(&file, &text)?);
        }
    }
    Catalogue::new(price_books, sources)
        .map_err(|reason| PriceBookFileError::Inconsistent { folder: folder.to_owned(), reason })
}

/// Reads one price book from the `text` of `file`.
///
/// # Errors
/// [`PriceBookFileError`] when the text breaks a rule, or the file isn't named after the book's id.
pub(crate) fn parse_price_book(file: &Path, text: &str) -> Result<PriceBook, PriceBookFileError> {
    let book: PriceBook = parse(file, text)?;
    if file.file_stem().is_some_and(|stem| stem == book.id.as_str()) {
        Ok(book)
    } else {
        let line = 1 + text.lines().position(|line| line.starts_with("id")).unwrap_or_default();
        let reason = format!("the id is `{}`: a price book's file is named after its id", book.id);
        Err(PriceBookFileError::Invalid { file: file.to_owned(), line, reason })
    }
}

fn parse<T: DeserializeOwned>(file: &Path, text: &str) -> Result<T, PriceBookFileError> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.lines().count().max(1) + usize::from(before.ends_with('\n'));
        PriceBookFileError::Invalid { file: file.to_owned(), line, reason: error.message().to_owned() }
    })
}

/// Why the price books can't be used.
#[derive(Debug, Error)]
pub(crate) enum PriceBookFileError {
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
        reason: CatalogueError,
    },
}
