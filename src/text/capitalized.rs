/// A text with a capital first letter, to begin a sentence with. Letters beyond ASCII stay as they are.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut sentence = text.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        for (text, sentence) in [("proven: no", "Proven: no"), ("10 posts", "10 posts"), ("über", "über"), ("", "")] {
            assert_eq!(capitalized(text), sentence);
        }
    }
}
