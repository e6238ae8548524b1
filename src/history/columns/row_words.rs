//! What the names of the columns say of the rows: whether each is a post, or a request.

use super::column_words::{has_any, words};
use super::word_lists::REQUESTS;

/// Words of what says of what kind a post is.
const KIND: [&str; 4] = ["lang", "language", "hashtags", "mentions"];

/// Words of what stands in a post.
const TEXT: [&str; 12] = [
    "text",
    "content",
    "body",
    "inhalt",
    "texto",
    "contenido",
    "texte",
    "contenu",
    "conteúdo",
    "testo",
    "本文",
    "テキスト",
];

/// The things that have an id in an export of posts.
const THINGS: [&str; 7] = ["tweet", "tweets", "post", "status", "author", "conversation", "user"];

/// Words of what a log of requests has beside its times.
const LOGGED: [&str; 8] = ["endpoint", "endpoints", "method", "path", "route", "http", "response", "request"];

/// Words of when a post was written.
const WRITTEN: [&str; 9] =
    ["created", "posted", "published", "written", "tweeted", "erstellt", "veröffentlicht", "publié", "creado"];

/// Whether each row may be a post, as the columns are called.
pub(in crate::history) fn is_of_posts(columns: &[String]) -> bool {
    let says_so = |name: &String| has_any(name, &TEXT) || has_any(name, &KIND) || is_id(name);
    columns.iter().any(says_so) && !is_of_requests(columns)
}

/// Whether each row is a post for sure, as the columns are called: it has an id and a text.
pub(super) fn has_ids_and_texts<'a>(columns: impl Iterator<Item = &'a str> + Clone) -> bool {
    columns.clone().any(is_id) && columns.clone().any(|name| has_any(name, &TEXT))
}

fn is_id(name: &str) -> bool {
    let words = words(name);
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    words == ["id"] || matches!(words[..], [thing, "id"] if THINGS.contains(&thing))
}

/// Whether a column is one of a log of requests, by its name.
pub(super) fn names_logged(name: &str) -> bool {
    has_any(name, &LOGGED)
}

/// Whether each row is a request, as the columns are called.
pub(super) fn is_of_requests(columns: &[String]) -> bool {
    columns.iter().any(|name| names_logged(name) || has_any(name, &REQUESTS))
}

/// Whether a column of dates has those on which posts were written.
pub(super) fn names_writing(name: &str) -> bool {
    has_any(name, &WRITTEN)
}
