use super::column_words::{names_count, names_date, names_other_number};
use super::count_text::read_count;
use super::date_text::read_date;
use super::{Counting, DecimalMark};

/// What the rows of a sample say of one column.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    name: String,
    /// The cells that aren't empty.
    filled: usize,
    dates: usize,
    /// The dates that are digits and nothing else, which counts might be, too.
    digit_dates: usize,
    /// The counts with a decimal point, and with a decimal comma.
    counts: [usize; 2],
}

impl Column {
    /// What `cells` say of the column of that name.
    pub(super) fn new<'a>(name: &str, cells: impl Iterator<Item = &'a str>) -> Self {
        let mut column = Self { name: name.to_owned(), ..Self::default() };
        let styles = DecimalMark::ALL.map(DecimalMark::style);
        for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
            column.filled += 1;
            if read_date(cell).is_ok() {
                column.dates += 1;
                column.digit_dates += usize::from(cell.bytes().all(|byte| byte.is_ascii_digit()));
            }
            for (count, style) in column.counts.iter_mut().zip(styles) {
                *count += usize::from(read_count(cell, style).is_ok());
            }
        }
        column
    }

    const fn is_most(&self, count: usize) -> bool {
        count > 0 && count * 2 >= self.filled
    }

    /// How well it does as the column of dates; `None` where it has none.
    fn rank_of_dates(&self) -> Option<(bool, bool, usize)> {
        let is_named = names_date(&self.name);
        let is_text = self.digit_dates < self.dates;
        let share = (self.dates * 1_000).checked_div(self.filled)?;
        self.is_most(self.dates).then_some((is_named || is_text, is_named, share))
    }

    fn has_counts(&self) -> bool {
        self.counts.iter().any(|count| self.is_most(*count))
    }

    /// How the counts of the column are written: with the mark that more of them can be read with.
    pub(super) const fn mark(&self) -> DecimalMark {
        let [point, comma] = self.counts;
        if comma > point { DecimalMark::Comma } else { DecimalMark::Point }
    }
}

/// The column that has the dates: of equally good ones the first.
pub(super) fn date_column(columns: &[Column]) -> Option<usize> {
    let ranked = columns.iter().enumerate().filter_map(|(place, column)| Some((place, column.rank_of_dates()?)));
    let best = ranked.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(place, _)| place)
}

/// How many cells of its best column of dates are dates, in thousandths.
pub(super) fn date_share(columns: &[Column]) -> usize {
    columns.iter().filter_map(Column::rank_of_dates).map(|(_, _, share)| share).max().unwrap_or_default()
}

/// What is counted beside the dates: the first column with a count that is called so, or else the first that has counts, or
/// else rows.
pub(super) fn counting(columns: &[Column], date_column: Option<usize>) -> Counting {
    let others = || {
        let is_other =
            |(place, column): &(usize, &Column)| Some(*place) != date_column && !names_other_number(&column.name);
        columns.iter().enumerate().filter(is_other)
    };
    let named = others().find(|(_, column)| names_count(&column.name) && column.counts != [0, 0]);
    let best = named.or_else(|| others().find(|(_, column)| column.has_counts()));
    best.map_or(Counting::Rows, |(place, _)| Counting::Column(place))
}
