//! Rendered pages as a reader sees them.
#![allow(dead_code, reason = "not every test needs all of it")]

/// The text of a page: tags taken out, character references resolved, spaces folded.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            _ if in_tag => {}
            _ => text.push(character),
        }
    }
    let words: Vec<_> = text.split_whitespace().collect();
    unescaped(&words.join(" ")).replace(" ,", ",").replace(" .", ".").replace(" )", ")")
}

/// Resolves the character references that a rendered page has.
pub fn unescaped(html: &str) -> String {
    let mut text = html.to_owned();
    for (reference, character) in
        [("&#x27;", "'"), ("&quot;", "\""), ("&#x2F;", "/"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
    {
        text = text.replace(reference, character);
    }
    text
}

/// Asserts that `page` says each of the sentences.
#[track_caller]
pub fn assert_says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "the page lacks\n{sentence}\nIt says\n{page}");
    }
}
