//! A quote as Markdown, for documents and issue trackers.

use super::NumberStyle;
use super::QUOTE_FIGURES;
use super::quote_outline::QuoteOutline;
use crate::quote::{Quotation, Quote};

/// Everything that a quote says, its figures as a table, with the address that opens it.
///
/// Texts stay texts: what would be markup is escaped.
#[must_use]
pub fn quote_markdown(quote: &Quote, quotation: &Quotation, address: &str, style: NumberStyle) -> String {
    let outline = QuoteOutline::new(quote, quotation, style);
    let mut lines = vec![format!("# {}", escaped(&outline.title)), String::new(), escaped(&outline.question)];
    lines.push(String::new());
    lines.extend(outline.details.iter().map(|(label, text)| item(label, escaped(text))));

    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let headings = outline.options.iter().map(|option| escaped(&option.heading));
    let mut rule = vec!["---".to_owned()];
    rule.resize(outline.options.len() + 1, "---:".to_owned());
    lines.extend([String::new(), row(std::iter::once(String::new()).chain(headings).collect()), row(rule)]);
    for (place, figure) in QUOTE_FIGURES.iter().enumerate() {
        let mut labels = outline.options.iter().filter_map(|option| Some(option.figures.get(place)?.0));
        // Where options differ in what a figure is, their row has the name that fits all of them.
        let first = labels.next().unwrap_or(figure.label);
        let label = if labels.all(|label| label == first) { first } else { figure.label };
        let amounts = outline
            .options
            .iter()
            .filter_map(|option| option.figures.get(place))
            .map(|(_, amount)| amount.map_or_else(str::to_owned, |amount| style.money(amount)));
        lines.push(row(std::iter::once(label.to_owned()).chain(amounts).collect()));
    }

    for option in &outline.options {
        lines.extend([String::new(), format!("## {}", escaped(&option.heading)), String::new()]);
        lines.extend(option.facts.iter().map(|(label, text)| item(label, escaped(text))));
        lines.extend(option.payments_in_short().iter().map(|it| item(&it.label(), style.money(it.amount))));
    }
    if !outline.items.is_empty() {
        lines.extend([String::new(), "## One-off items".to_owned(), String::new()]);
        lines.extend(outline.items.iter().map(|(label, amount)| item(label, style.money(*amount))));
    }
    for (label, text) in &outline.texts {
        lines.extend([String::new(), format!("## {label}"), String::new(), paragraphs(text)]);
    }
    // Spaces and angle brackets, which would end a link, are never written as such in an address.
    let address = address.replace('<', "%3C").replace('>', "%3E").replace(' ', "%20");
    lines.extend([String::new(), outline.standing.to_owned(), String::new(), format!("<{address}>"), String::new()]);
    lines.join("\n")
}

/// An item of a list, of a text and Markdown.
fn item(label: &str, markdown: String) -> String {
    format!("- **{}:** {markdown}", escaped(label))
}

/// Several lines, each of which stays a line, and empty ones between paragraphs.
fn paragraphs(text: &str) -> String {
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
fn escaped(text: &str) -> String {
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
