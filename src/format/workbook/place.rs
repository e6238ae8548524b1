use std::fmt;

/// Where a cell stands, counted from 0. It is written as formulas do: `B7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u16,
}

impl Place {
    /// The cell of that row and column.
    #[must_use]
    pub const fn new(row: u32, column: u16) -> Self {
        Self { row, column }
    }

    /// The same cell for other sheets and for copies of a formula: `Inputs!$B$7`.
    #[must_use]
    pub fn fixed(self, sheet: &str) -> String {
        format!("{sheet}!${}${}", self.letters(), self.row + 1)
    }

    /// The letters of its column: `A` to `Z`, then `AA`.
    fn letters(self) -> String {
        let mut letters = String::new();
        let mut rest = u32::from(self.column) + 1;
        while let Some(place) = rest.checked_sub(1) {
            let letter = char::from_digit(place % 26 + 10, 36).unwrap_or('a').to_ascii_uppercase();
            letters.insert(0, letter);
            rest = place / 26;
        }
        letters
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.letters(), self.row + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_in_formulas() {
        for (row, column, text) in [(0, 0, "A1"), (6, 1, "B7"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1")] {
            assert_eq!(Place::new(row, column).to_string(), text);
        }
        assert_eq!(Place::new(6, 1).fixed("Inputs"), "Inputs!$B$7");
    }
}
