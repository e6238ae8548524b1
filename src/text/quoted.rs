/// What was typed, in quotation marks; of a long text only the beginning.
#[must_use]
pub fn quoted(text: &str) -> String {
    const MOST: usize = 32;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("“{}…”", text.get(..end).unwrap_or_default()),
        None => format!("“{text}”"),
    }
}
