//! What the names of all columns together say of the rows: whether each is a post, or a request.

use super::column_words::{has_any, names_logged, words};
use super::word_lists::{HAVING_IDS, KIND_OF_POST, REQUESTS, TEXT_OF_POST};

/// Whether each row may be a post, as the columns are called.
pub(in crate::history) fn is_of_posts<'a>(mut columns: impl Iterator<Item = &'a str> + Clone) -> bool {
    let says_so = |name| has_any(name, &TEXT_OF_POST) || has_any(name, &KIND_OF_POST) || is_id(name);
    !is_of_requests(columns.clone()) && columns.any(says_so)
}

/// Whether each row is a post for sure, as the columns are called: it has an id and a text.
pub(super) fn has_ids_and_texts<'a>(columns: impl Iterator<Item = &'a str> + Clone) -> bool {
    columns.clone().any(is_id) && columns.clone().any(|name| has_any(name, &TEXT_OF_POST))
}

fn is_id(name: &str) -> bool {
    let words = words(name);
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    words == ["id"] || matches!(words[..], [thing, "id"] if HAVING_IDS.contains(&thing))
}

/// Whether each row is a request, as the columns are called.
pub(super) fn is_of_requests<'a>(mut columns: impl Iterator<Item = &'a str>) -> bool {
    columns.any(|name| names_logged(name) || has_any(name, &REQUESTS))
}
