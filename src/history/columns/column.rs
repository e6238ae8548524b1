use std::collections::HashSet;

use super::cell_kinds::{is_month, is_post_id, is_serial, is_text, is_year, is_zone};
use super::cell_numbers::CellNumbers;
use super::column_words::{names_bound, names_id, names_month, names_other_number, names_year};
use super::count_name::CountName;
use super::count_unit::CountUnit;
use super::date_name::{DateName, names_date_for_sure};
use super::date_rank::DateRank;
use super::running_total::{only_rises, sums_up};
use crate::history::rows::is_total_name;
use crate::history::{DateTextError, DecimalMark, read_count, read_date};
use crate::pricing::Reads;

/// What the rows of a sample say of one column.
#[derive(Clone, Debug, Default)]
pub(in crate::history) struct Column {
    name: String,
    cells: usize,
    /// The cells that aren't empty.
    filled: usize,
    /// The names of totals.
    totals: usize,
    dates: usize,
    /// The dates that are digits and nothing else, which counts might be, too.
    digit_dates: usize,
    /// The weeks, quarters and ranges of days, which are no dates that can be read.
    spans: usize,
    /// The days as spreadsheets count them, which can't be read either.
    serials: usize,
    /// The years without a month, and the months without a year.
    years: usize,
    months: usize,
    /// The time zones, by their hours from UTC.
    zones: usize,
    /// Its numbers with a decimal point, and with a decimal comma.
    numbers: [CellNumbers; 2],
    /// The cells that may be numbers of posts, and how many different ones they are.
    post_ids: usize,
    different_post_ids: usize,
    /// How many different texts it has that are no dates.
    different_texts: usize,
    /// The cells as counts, where they are.
    cell_counts: Vec<Option<u64>>,
}

impl Column {
    /// What `cells` say of the column of that name.
    pub(in crate::history) fn new<'a>(name: &str, cells: impl Iterator<Item = &'a str>) -> Self {
        let mut column = Self { name: name.to_owned(), ..Self::default() };
        let styles = DecimalMark::ALL.map(DecimalMark::style);
        let cells: Vec<_> = cells.map(str::trim).collect();
        let mut texts = HashSet::new();
        column.cells = cells.len();
        for cell in cells.iter().copied().filter(|cell| !cell.is_empty()) {
            column.filled += 1;
            column.totals += usize::from(is_total_name(cell.as_bytes()));
            match read_date(cell) {
                Ok(_) => {
                    column.dates += 1;
                    column.digit_dates += usize::from(cell.bytes().all(|byte| byte.is_ascii_digit()));
                }
                // A word alone may be anything: KW is Kuwait, too.
                Err(DateTextError::Week | DateTextError::Quarter | DateTextError::Range) => {
                    column.spans += usize::from(cell.contains(|c: char| c.is_ascii_digit()));
                }
                Err(DateTextError::SpreadsheetNumber) => column.serials += usize::from(is_serial(cell)),
                Err(_) => texts.extend(is_text(cell).then_some(cell)),
            }
            column.years += usize::from(is_year(cell));
            column.months += usize::from(is_month(cell));
            column.zones += usize::from(is_zone(cell));
            for (numbers, style) in column.numbers.iter_mut().zip(styles) {
                numbers.add(cell, style);
            }
        }
        let post_ids: Vec<_> = cells.iter().filter(|cell| is_post_id(cell)).collect();
        column.post_ids = post_ids.len();
        column.different_post_ids = post_ids.into_iter().collect::<HashSet<_>>().len();
        column.different_texts = texts.len();
        if column.has_any_count() {
            let style = column.mark().style();
            column.cell_counts = cells.iter().map(|cell| read_count(cell, style).ok().map(Reads::get)).collect();
        }
        column
    }

    const fn is_most(&self, count: usize) -> bool {
        count > 0 && count * 2 >= self.filled
    }

    /// How well it does as the column of dates; `None` where it has none.
    pub(super) fn rank_of_dates(&self) -> Option<DateRank> {
        let is_sure = names_date_for_sure(&self.name) || self.digit_dates < self.dates;
        // A few rows may say when they were read, but all have a date.
        let is_nearly_full = self.is_nearly_full();
        let name = match DateName::of(&self.name) {
            DateName::Read if !is_sure || !is_nearly_full => DateName::Open,
            name => name,
        };
        // The digits of some ids are those of a time, too.
        let are_ids = self.digit_dates == self.dates && names_id(&self.name);
        (self.is_most(self.dates) && !are_ids).then_some(DateRank { is_sure, name, share: self.share(self.dates) })
    }

    const fn is_nearly_full(&self) -> bool {
        self.filled * 10 >= self.cells * 9
    }

    /// Whether it has the dates on which rows end, by its name.
    pub(super) fn has_ends(&self) -> bool {
        self.is_nearly_full() && self.rank_of_dates().is_some_and(|rank| rank.is_sure && rank.name == DateName::End)
    }

    /// Of its cells, so many in thousandths.
    fn share(&self, count: usize) -> usize {
        (count * 1_000).checked_div(self.filled).unwrap_or_default()
    }

    /// Of its cells, so many thousandths are weeks, quarters or ranges; `None` where few are.
    pub(super) fn share_of_spans(&self) -> Option<usize> {
        self.is_most(self.spans).then(|| self.share(self.spans))
    }

    /// Of its cells, so many thousandths are years alone, or days as spreadsheets count them; `None` where few are, or where they
    /// may be numbers of something else: only what is called so, or `is_first`, has them for sure.
    pub(super) fn share_of_half_dates(&self, is_first: bool) -> Option<usize> {
        let is_named = self.names_year() || names_date_for_sure(&self.name);
        let may_be = is_named || (is_first && CountName::of(&self.name).is_none());
        let count = self.years.max(self.serials);
        (may_be && self.is_most(count)).then(|| self.share(count))
    }

    pub(super) fn has_years(&self) -> bool {
        self.is_most(self.years)
    }

    pub(super) fn has_months(&self) -> bool {
        self.is_most(self.months)
    }

    pub(super) fn share_of_years(&self) -> usize {
        self.share(self.years)
    }

    pub(super) fn share_of_months(&self) -> usize {
        self.share(self.months)
    }

    pub(super) fn names_year(&self) -> bool {
        names_year(&self.name)
    }

    pub(super) fn names_month(&self) -> bool {
        names_month(&self.name)
    }

    /// Whether its name says that it has numbers of something else than months.
    pub(super) fn names_other_than_month(&self) -> bool {
        CountName::of(&self.name).is_some() || names_other_number(&self.name)
    }

    /// Whether the name of a total in it says that its row sums others up. Where nearly all rows have such a name, those that they
    /// sum up stand elsewhere, and they are the reads.
    pub(super) const fn may_name_totals(&self) -> bool {
        self.totals * 4 <= self.cells * 3
    }

    /// Whether it is called as a column of reads is, and has counts.
    pub(super) fn is_sure_of_reads(&self) -> bool {
        self.has_counts() && CountName::of(&self.name).is_some_and(|name| name != CountName::Doubtful)
    }

    /// Whether it is called after what was read or asked for, not only after counts of anything.
    pub(in crate::history) fn is_named_for_reads(&self) -> bool {
        self.is_sure_of_reads() && CountName::of(&self.name) != Some(CountName::Open)
    }

    /// Whether it has dates that can be nothing else.
    pub(in crate::history) fn is_date_for_sure(&self) -> bool {
        self.rank_of_dates().is_some_and(|rank| rank.is_sure)
    }

    /// The name, as far as it is known.
    pub(in crate::history) fn name(&self) -> &str {
        &self.name
    }

    /// Whether most of its cells are counts.
    pub(super) fn has_counts(&self) -> bool {
        self.numbers.iter().any(|numbers| self.is_most(numbers.counts))
    }

    /// Whether any of its cells is a count.
    pub(super) fn has_any_count(&self) -> bool {
        self.numbers.iter().any(|numbers| numbers.counts > 0)
    }

    /// Whether its cells sum up those of another column from row to row.
    pub(super) fn is_running_total_of(&self, other: &Self) -> bool {
        sums_up(&self.cell_counts, &other.cell_counts)
    }

    /// Whether its counts never fall and often rise, from the last row to the first if the dates do so.
    pub(in crate::history) fn only_rises(&self, is_from_last: bool) -> bool {
        let numbers = self.cell_counts.iter().copied().flatten();
        if is_from_last { only_rises(numbers.rev()) } else { only_rises(numbers) }
    }

    /// Whether nearly all its cells are numbers of posts, another one in each row. A single one may be anything.
    pub(super) fn has_post_ids(&self) -> bool {
        are_nearly_all(self.post_ids, self.cells)
            && are_nearly_all(self.different_post_ids, self.post_ids)
            && !names_date_for_sure(&self.name)
            && !names_bound(&self.name)
            && CountName::of(&self.name).is_none()
    }

    /// Whether most of its cells are time zones, which would do as counts, and it isn't called after these.
    pub(super) fn has_zones(&self) -> bool {
        self.is_most(self.zones) && CountName::of(&self.name).is_none()
    }

    /// Whether nearly all its cells are texts, another one in each row.
    pub(super) fn has_texts(&self) -> bool {
        are_nearly_all(self.different_texts, self.cells)
    }

    /// Whether it has the same count in each of several rows, as a size of pages or a status would be.
    pub(super) fn is_constant(&self) -> bool {
        self.cell_counts.len() > 2 && self.cell_counts.windows(2).all(|pair| pair[0].is_some() && pair[0] == pair[1])
    }

    /// Whether it is called after dates and has them, though they may be numbers, too.
    pub(super) fn is_named_date(&self) -> bool {
        names_date_for_sure(&self.name) && self.is_most(self.dates)
    }

    /// How the counts of the column are written: with the mark that more of its cells are numbers with, and then more of them whole.
    /// In a unit as many may have decimal places, so what may be either speaks for both.
    pub(in crate::history) fn mark(&self) -> DecimalMark {
        let is_in_unit = CountUnit::of(&self.name).is_some();
        let [point, comma] = self.numbers.each_ref().map(|numbers| {
            let either = if is_in_unit { numbers.ambiguous } else { 0 };
            (numbers.all() + either, numbers.all(), numbers.counts)
        });
        if comma > point { DecimalMark::Comma } else { DecimalMark::Point }
    }

    /// Whether most of its cells are numbers, and too few of these whole to be counts.
    pub(super) fn is_of_fractions(&self) -> bool {
        let has_fractions = |numbers: &CellNumbers| numbers.fractions > 0 && self.is_most(numbers.all());
        !self.has_counts() && self.numbers.iter().any(has_fractions)
    }

    /// The first of its numbers, as they are written, that isn't whole.
    pub(in crate::history) fn fraction(&self) -> Option<&str> {
        self.numbers_with(self.mark()).0.first_fraction.as_deref()
    }

    /// Whether some of its numbers are whole and others aren't, read with that decimal mark.
    pub(in crate::history) const fn has_whole_and_fractions(&self, mark: DecimalMark) -> bool {
        let (numbers, _) = self.numbers_with(mark);
        numbers.counts > 0 && numbers.fractions > 0
    }

    /// Whether what sets thousands apart in its numbers, read with that decimal mark, may as well be the decimal mark: none of them
    /// can be read with this one only.
    pub(in crate::history) const fn may_have_other_mark(&self, mark: DecimalMark) -> bool {
        let (numbers, others) = self.numbers_with(mark);
        others.ambiguous > 0 && !numbers.has_groups && numbers.all() <= others.all() + others.ambiguous
    }

    /// Its numbers with that decimal mark, and with the other one.
    const fn numbers_with(&self, mark: DecimalMark) -> (&CellNumbers, &CellNumbers) {
        let [point, comma] = &self.numbers;
        match mark {
            DecimalMark::Point => (point, comma),
            DecimalMark::Comma => (comma, point),
        }
    }
}

/// Whether so many cells, more than a single one, are nearly all.
const fn are_nearly_all(count: usize, of: usize) -> bool {
    count > 1 && count * 10 >= of * 9
}
