//! What the names of all columns together say of the rows: whether each is a post, an account, or a request.

use super::column_words::{has_any, names_accounts, names_author, names_logged, words};
use super::word_lists::{
    AUTHOR, HAVING_IDS, KIND_OF_POST, MADE_OF_POSTS, PROFILE, REQUESTS, SCREEN_NAME, TEXT_OF_POST,
};

/// Whether each row may be a post, as the columns are called.
pub(in crate::history) fn is_of_posts<'a>(mut columns: impl Iterator<Item = &'a str> + Clone) -> bool {
    let says_so = |name| has_any(name, &TEXT_OF_POST) || has_any(name, &KIND_OF_POST) || is_id(name);
    !is_of_requests(columns.clone()) && !is_of_accounts(columns.clone()) && columns.any(says_so)
}

/// Whether each row is a post for sure, as the columns are called: it has an id and a text.
pub(super) fn has_ids_and_texts<'a>(mut columns: impl Iterator<Item = &'a str> + Clone) -> bool {
    columns.clone().any(is_id) && columns.any(|name| has_any(name, &TEXT_OF_POST))
}

/// Whether each row is of an account, as the columns are called: one has a figure of it, one says which it is, and none has what
/// only a post has. Where there are ids of two things, one is that of a post.
pub(super) fn is_of_accounts<'a>(columns: impl Iterator<Item = &'a str> + Clone) -> bool {
    let has = |is: fn(&str) -> bool| columns.clone().any(is);
    let ids = columns.clone().filter(|name| is_id(name)).count();
    has(names_accounts) && (ids == 1 || (ids == 0 && has(identifies_account))) && !has(is_only_of_posts)
}

/// Whether a column of that name says which account it is.
fn identifies_account(name: &str) -> bool {
    names_author(name) || words(name).windows(2).any(|pair| pair == SCREEN_NAME)
}

/// Whether a column of that name has what a post has and an account hasn't.
fn is_only_of_posts(name: &str) -> bool {
    let is_text = || has_any(name, &TEXT_OF_POST) && !has_any(name, &[PROFILE]);
    let is_id_of_post = || is_id(name) && words(name).len() > 1 && !names_author(name);
    is_text() || has_any(name, &MADE_OF_POSTS) || has_any(name, &[AUTHOR]) || is_id_of_post()
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
