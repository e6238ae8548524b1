//! Reads the price books' TOML files.

use std::path::Path;

use serde::Deserialize;

use crate::data_files::{DataFileError, check_name, parse, read_toml_files};
use crate::pricing::{Catalogue, PriceBook, Source};

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
/// [`DataFileError`] for the first file that can't be read or breaks a rule.
pub(crate) fn read_catalogue(folder: &Path) -> Result<Catalogue, DataFileError> {
    let mut price_books = Vec::new();
    let mut sources = Vec::new();
    for (file, text) in read_toml_files(folder)? {
        if file.ends_with(SOURCES) {
            sources = parse::<SourcesFile>(&file, &text)?.sources;
        } else {
            price_books.push(parse_price_book(&file, &text)?);
        }
    }
    Catalogue::new(price_books, sources)
        .map_err(|reason| DataFileError::Inconsistent { folder: folder.to_owned(), reason: reason.to_string() })
}

/// Reads one price book from the `text` of `file`.
///
/// # Errors
/// [`DataFileError`] when the text breaks a rule, or the file isn't named after the book's id.
pub(crate) fn parse_price_book(file: &Path, text: &str) -> Result<PriceBook, DataFileError> {
    let book: PriceBook = parse(file, text)?;
    check_name(file, text, book.id.as_str(), "a price book")?;
    Ok(book)
}
