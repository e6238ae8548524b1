use super::is_hidden;

/// The text without hidden characters. Line breaks and tabs become spaces, so that words stay apart.
#[must_use]
pub fn plain_text(text: &str) -> String {
    let spaced = text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c });
    spaced.filter(|c| !is_hidden(*c)).collect()
}

/// The beginning of a text, for a message or a path.
pub(crate) fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let mut plain = plain_text(text);
    if let Some((end, _)) = plain.char_indices().nth(MOST) {
        plain.truncate(end);
        plain.push('…');
    }
    plain
}
