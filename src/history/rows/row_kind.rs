//! Rows that stand in a file but say nothing of reads.

use super::ignored_rows::IgnoredKind;

/// How rows that sum others up, or average them, are called, in lower case: only the letters of ASCII are read in either case.
const TOTALS: [&str; 32] = [
    "total",
    "grand total",
    "sum",
    "subtotal",
    "sub-total",
    "sub total",
    "summe",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "zwischensumme",
    "insgesamt",
    "somme",
    "sous-total",
    "total général",
    "suma",
    "total general",
    "soma",
    "total geral",
    "totale",
    "totale complessivo",
    "合計",
    "Σ",
    "average",
    "avg",
    "mean",
    "durchschnitt",
    "mittelwert",
    "moyenne",
    "promedio",
    "ø",
    "Ø",
];

/// What such a row is called, too, where its date should be. In other columns it may be a value like any other.
const ALL: &str = "all";

/// The bytes of the longest of [`TOTALS`], with what may stand behind it.
const LONGEST: usize = 20;

/// Whether a row of that name sums others up: `Total`, `Total 2023`, `2023 Total`.
pub(crate) fn names_total(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    let name = name.trim_end_matches([':', 's']);
    let begins = |total: &str| name.strip_prefix(total).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let ends = |total: &str| name.strip_suffix(total).is_some_and(|rest| rest.ends_with(' '));
    name == ALL || TOTALS.iter().any(|total| begins(total) || ends(total))
}

/// Whether a cell is such a name and nothing else. It is asked of every row, so it takes nothing apart.
pub(in crate::history) fn is_total_name(cell: &[u8]) -> bool {
    let mut cell = cell.trim_ascii();
    if cell.len() > LONGEST || cell.first().is_none_or(u8::is_ascii_digit) {
        return false;
    }
    while let [name @ .., b':' | b's' | b'S'] = cell {
        cell = name;
    }
    TOTALS.iter().any(|total| cell.eq_ignore_ascii_case(total.as_bytes()))
}

/// By what a row is known that says nothing of reads.
pub(in crate::history) struct RowKinds<'a> {
    /// The names of the columns, where a row gives them.
    pub(in crate::history) header: Option<&'a [String]>,
    /// The place of the column with the dates.
    pub(in crate::history) date_column: usize,
    /// The places of the columns that may name totals.
    pub(in crate::history) label_columns: &'a [usize],
}

impl RowKinds<'_> {
    /// Why the row with these cells says nothing of reads; `None` for a row of the table.
    pub(in crate::history) fn ignored<'a>(&self, cell: impl Fn(usize) -> Option<&'a [u8]>) -> Option<IgnoredKind> {
        let date = cell(self.date_column).unwrap_or_default().trim_ascii();
        // What has a date is a row of the table unless it is called a total, which is soon seen of nearly all.
        if date.first().is_some_and(u8::is_ascii_digit) {
            let is_total = ends_with_total(date) || self.has_total_label(cell);
            return is_total.then_some(IgnoredKind::Total);
        }
        let is_filled = |cell: &&[u8]| !cell.trim_ascii().is_empty();
        let first = (0..).map_while(&cell).find(is_filled);
        let Some(first) = first else { return Some(IgnoredKind::Blank) };
        let name = if date.is_empty() { first } else { date };
        if self.header.is_some_and(|header| repeats(&cell, header)) {
            Some(IgnoredKind::Header)
        } else if names_total(&String::from_utf8_lossy(name)) || self.has_total_label(cell) {
            Some(IgnoredKind::Total)
        } else {
            None
        }
    }

    fn has_total_label<'a>(&self, cell: impl Fn(usize) -> Option<&'a [u8]>) -> bool {
        self.label_columns.iter().any(|place| cell(*place).is_some_and(is_total_name))
    }
}

/// Whether the last of several words is a name of totals: `2023 Total`.
fn ends_with_total(date: &[u8]) -> bool {
    let last = date.iter().rposition(|byte| *byte == b' ').and_then(|space| date.get(space..));
    last.is_some_and(is_total_name)
}

/// Whether it names the columns once more, as where files were put together.
fn repeats<'a>(cell: impl Fn(usize) -> Option<&'a [u8]>, header: &[String]) -> bool {
    let is_name = |(place, name): (usize, &String)| {
        cell(place).is_some_and(|it| String::from_utf8_lossy(it).trim() == name.as_str())
    };
    header.iter().enumerate().all(is_name) && cell(header.len()).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_known_by_their_names() {
        // Where a date should be, and where any other word may stand.
        for (name, in_dates, elsewhere) in [
            ("Total", true, true),
            (" TOTALS: ", true, true),
            ("Grand total", true, true),
            ("Sub-total", true, true),
            ("Gesamtsumme", true, true),
            ("Zwischensumme", true, true),
            ("Total général", true, true),
            ("合計", true, true),
            ("Average", true, true),
            ("Mittelwert", true, true),
            ("Ø", true, true),
            ("Ø:", true, true),
            ("Total 2023", true, false),
            ("2023 Total", true, false),
            ("Average per day", true, false),
            ("All", true, false),
            ("all days off", false, false),
            ("Totally", false, false),
            ("subtotaled", false, false),
            ("TotalEnergies", false, false),
            ("January", false, false),
            ("s", false, false),
            ("", false, false),
        ] {
            assert_eq!((names_total(name), is_total_name(name.as_bytes())), (in_dates, elsewhere), "{name}");
        }
    }

    #[test]
    fn no_name_is_longer_than_what_is_looked_at() {
        assert!(TOTALS.iter().all(|total| total.len() + ":".len() <= LONGEST));
    }
}
