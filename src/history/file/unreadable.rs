use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::history::LARGEST_FILE_LABEL;

/// Why a file isn't a record of reads that can be looked at: a sentence with what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum Unreadable {
    /// Without a byte, or nothing but space.
    #[error("It is empty. Choose a file with a row for each day, month or request.")]
    Empty,
    /// A first row that names columns, and no other.
    #[error("It has headings and no row under them. Choose a file with a row for each day, month or request.")]
    OnlyHeadings,
    /// The same, because the row has a quotation mark that isn't closed.
    #[error(
        "A quotation mark in its first row is never closed, so there are no other rows. Close it, or take it away."
    )]
    UnclosedHeadings,
    /// Larger than is read.
    #[error(
        "It is larger than {LARGEST_FILE_LABEL}, which is the most that is read here. Sum it up by day, or split it."
    )]
    TooLarge,
    /// A workbook.
    #[error("It is a spreadsheet’s own file, not text. Open it there and save the sheet as CSV.")]
    Spreadsheet,
    /// An archive.
    #[error("It is compressed. Unpack it and choose the file inside.")]
    Compressed,
    /// A page to print.
    #[error("It is a PDF, not text. Export the table as CSV where the PDF was made.")]
    Pdf,
    /// A web page.
    #[error("It is a web page, not a table as text. Export the table as CSV.")]
    WebPage,
    /// Data for programs.
    #[error("It is JSON, not a table. Save it as CSV: a row for each day, month or request, with its date.")]
    Json,
    /// No text at all.
    #[error("It isn’t text. Save the table as CSV in UTF-8.")]
    Binary,
}

impl Unreadable {
    /// The same sentence of pasted rows.
    #[must_use]
    pub fn of_pasted(self) -> String {
        match self {
            Self::Empty => "There are none. Paste a row for each day, month or request.".to_owned(),
            Self::OnlyHeadings => {
                "There are headings and no row under them. Paste a row for each day, month or request.".to_owned()
            }
            Self::UnclosedHeadings => {
                "A quotation mark in the first row is never closed, so there are no others. Close it, or take it away."
                    .to_owned()
            }
            other => other.to_string(),
        }
    }

    /// Why the file with this beginning can't be read, if its first bytes say so.
    pub(in crate::history) fn by_beginning(bytes: &[u8]) -> Option<Self> {
        let signatures: [(&[u8], Self); 8] = [
            (b"PK\x03\x04", Self::Spreadsheet),
            (b"\xd0\xcf\x11\xe0", Self::Spreadsheet),
            (b"\x1f\x8b", Self::Compressed),
            (b"7z\xbc\xaf", Self::Compressed),
            (b"Rar!", Self::Compressed),
            (b"BZh", Self::Compressed),
            (b"\x28\xb5\x2f\xfd", Self::Compressed),
            (b"%PDF", Self::Pdf),
        ];
        signatures.into_iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, reason)| reason)
    }

    /// Why a text can't be read, if it is no table.
    pub(in crate::history) fn by_text(text: &[u8]) -> Option<Self> {
        if text.contains(&0) {
            return Some(Self::Binary);
        }
        match text.trim_ascii_start().first() {
            None => Some(Self::Empty),
            Some(b'{' | b'[') => Some(Self::Json),
            Some(b'<') => Some(Self::WebPage),
            Some(_) => None,
        }
    }
}
