//! Cells of CSV files, as RFC 4180 has them, which no spreadsheet takes for formulas.

/// Appends a cell. A text that a spreadsheet would take for a formula begins with an apostrophe.
pub(super) fn push_text(row: &mut String, text: &str) {
    let needs_quotes = text.contains(['"', ',', '\n', '\r']);
    if needs_quotes {
        row.push('"');
    }
    if is_formula(text) {
        row.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            row.push('"');
        }
        row.push(c);
    }
    if needs_quotes {
        row.push('"');
    }
}

/// Whether a spreadsheet might compute the text instead of showing it, even behind spaces.
fn is_formula(text: &str) -> bool {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, cell: &str) {
        let mut row = String::new();
        push_text(&mut row, text);
        assert_eq!(row, cell);
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        case("plain text; of 研究", "plain text; of 研究");
        case("Acme, Inc.", "\"Acme, Inc.\"");
        case("the \"best\"", "\"the \"\"best\"\"\"");
        case("two\nlines", "\"two\nlines\"");
        case("", "");
    }

    #[test]
    fn no_text_is_a_formula() {
        case("=1+1", "'=1+1");
        case("+49 89", "'+49 89");
        case("-5", "'-5");
        case("@SUM(A1)", "'@SUM(A1)");
        case("  =1", "'  =1");
        case("\t=1", "'\t=1");
        case("\r1", "\"'\r1\"");
        case("＝1", "'＝1");
        case("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        case("a=1", "a=1");
        case("'=1", "'=1");
    }
}
