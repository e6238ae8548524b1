//! Characters of which less is seen than one would think, each kind listed once.

/// Whether a character only steers the writing direction.
pub(crate) const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character shows nothing itself but can make a text look like another: control characters, and those that
/// steer the writing direction.
pub(crate) const fn is_hidden(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}') || is_direction_mark(c)
}

/// Whether a character shows nothing at all where it stands, neither itself nor in what is around it: soft hyphens, spaces
/// without width, and marks for programs.
#[cfg(feature = "page")]
pub(crate) const fn is_without_width(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
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
