//! What the names of the columns say of the rows: whether each is a post, or a request.

use super::column_words::{has_any, words};
use super::word_lists::REQUESTS;

/// Words of what stands in a post, or says of what kind it is.
const TEXT: [&str; 7] = ["text", "content", "body", "lang", "language", "hashtags", "mentions"];

/// The things that have an id in an export of posts.
const THINGS: [&str; 7] = ["tweet", "tweets", "post", "status", "author", "conversation", "user"];

/// Words of what a log of requests has beside its times.
const LOGGED: [&str; 8] = ["endpoint", "endpoints", "method", "path", "route", "http", "response", "request"];

/// Words of when a post was written.
const WRITTEN: [&str; 9] =
    ["created", "posted", "published", "written", "tweeted", "erstellt", "veröffentlicht", "publié", "creado"];

/// Whether each row is a post, as the columns are called.
pub(super) fn is_of_posts(columns: &[String]) -> bool {
    let is_id = |name: &str| {
        let words = words(name);
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        words == ["id"] || matches!(words[..], [thing, "id"] if THINGS.contains(&thing))
    };
    columns.iter().any(|name| has_any(name, &TEXT) || is_id(name)) && !is_of_requests(columns)
}

/// Whether each row is a request, as the columns are called.
pub(super) fn is_of_requests(columns: &[String]) -> bool {
    columns.iter().any(|name| has_any(name, &LOGGED) || has_any(name, &REQUESTS))
}

/// Whether a column of dates has those on which posts were written.
pub(super) fn names_writing(name: &str) -> bool {
    has_any(name, &WRITTEN)
}
