//! Markdown, in which texts stay texts: what would be markup is escaped.

/// A row of a table, of cells in Markdown.
pub(super) fn row(cells: Vec<String>) -> String {
    format!("| {} |", cells.join(" | "))
}

/// An address as a link.
pub(super) fn link(address: &str) -> String {
    // Spaces and angle brackets, which would end a link, are never written as such in an address.
    let address = address.replace('<', "%3C").replace('>', "%3E").replace(' ', "%20");
    format!("<{address}>")
}

/// An item of a list, of a text and Markdown.
pub(super) fn item(label: &str, markdown: String) -> String {
    format!("- **{}:** {markdown}", escaped(label))
}

/// Several lines, each of which stays a line, and empty ones between paragraphs.
pub(super) fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    for (place, line) in text.lines().map(str::trim).enumerate() {
        if place > 0 {
            // A backslash at the end of a line keeps the line's end.
            out.push_str(if line.is_empty() || out.ends_with('\n') { "\n" } else { "\\\n" });
        }
        let line = escaped(line);
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        match line.as_bytes().get(digits) {
            // What would begin a list, or underline a heading or the head of a table.
            Some(b'-' | b'+' | b'=' | b':') if digits == 0 => out.push('\\'),
            Some(b'.' | b')') if digits > 0 => {
                let (number, rest) = line.split_at(digits);
                out.push_str(number);
                out.push('\\');
                out.push_str(rest);
                continue;
            }
            _ => {}
        }
        out.push_str(&line);
    }
    out
}

/// The text with a backslash before what would be markup within a line.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' => true,
            // Between dollars some programs read formulas; before a digit it is an amount.
            '$' => !after.starts_with(|c: char| c.is_ascii_digit()),
            // What begins like an address would become a link.
            ':' => after.starts_with('/'),
            '.' => before.eq_ignore_ascii_case(&'w'),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, markdown: &str) {
        assert_eq!(paragraphs(text), markdown);
    }

    #[test]
    fn texts_stay_texts() {
        case("plain, 12.5% (a-b)", "plain, 12.5% (a-b)");
        case("*a* _b_ `c` ~d~ |e|", r"\*a\* \_b\_ \`c\` \~d\~ \|e\|");
        case("[x](http://x) <b> &lt; # \\", r"\[x\](http\://x) \<b\> \&lt; \# \\");
        case("www.example.org", r"www\.example.org");
        case("$5, $x$ and US$", r"$5, \$x\$ and US\$");
        case(
            "- a\n+ b\n=\n:-\n1. c\n12) d\n1.5\n# e",
            "\\- a\\\n\\+ b\\\n\\=\\\n\\:-\\\n1\\. c\\\n12\\) d\\\n1\\.5\\\n\\# e",
        );
        case("a\nb\n\n\nc", "a\\\nb\n\n\nc");
    }
}
