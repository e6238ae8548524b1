/// Whether a character shows nothing itself but can make a text look like another: control characters, and those that
/// steer the writing direction.
pub(crate) const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// Whether a character is often seen as one with those beside it: accents on their own, vowel signs and jamo, joiners, and what
/// emoji are made of. To count what people see takes tables of 12 kB; this is enough to say that fewer may be seen.
pub(super) const fn is_part(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
            | '\u{200c}'..='\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}'..='\u{309a}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

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
