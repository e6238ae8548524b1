//! Where in a file its dates stand: in one column, or with their years in another.

use super::column::Column;
use super::date_rank::DateRank;
use crate::history::Years;

/// Where dates stand.
#[derive(Clone, Copy)]
pub(in crate::history) struct DatePlace {
    /// The column of the dates, or of the months.
    pub(in crate::history) column: usize,
    /// Where their years are.
    pub(in crate::history) years: Years,
    /// How many of the cells are what they should be, in thousandths.
    pub(in crate::history) share: usize,
}

impl DatePlace {
    /// Where the dates of a sample with these columns stand; `None` where there are none.
    ///
    /// A year and a month that are called so win over a column of digits that might be anything.
    pub(in crate::history) fn find(columns: &[Column]) -> Option<Self> {
        let has_counts = columns.iter().any(Column::is_sure_of_reads);
        let rank = |column: &Column| {
            let rank = column.rank_of_dates()?;
            Some(if has_counts { DateRank { name: rank.name.beside_counts(), ..rank } } else { rank })
        };
        let whole = columns.iter().enumerate().filter_map(|(place, column)| Some((place, rank(column)?)));
        let whole = whole.reduce(|best, next| if next.1 > best.1 { next } else { best });
        let in_one = whole.map(|(column, rank)| Self { column, years: Years::InDates, share: rank.share });
        let is_sure = whole.is_some_and(|(_, rank)| rank.is_sure);
        let named = (!is_sure).then(|| Self::apart(columns, true)).flatten();
        named.or(in_one).or_else(|| Self::apart(columns, false)).or_else(|| Self::of_spans(columns))
    }

    /// The first column of years without months, or of days as spreadsheets count them, which may do where nothing else is found:
    /// none of them can be read, but then the rows say why.
    pub(in crate::history) fn of_half_dates(columns: &[Column]) -> Option<Self> {
        let mut shares = columns.iter().enumerate();
        shares.find_map(|(column, it)| {
            let share = it.share_of_half_dates(column == 0)?;
            Some(Self { column, years: Years::InDates, share })
        })
    }

    /// The first column of weeks, quarters or ranges of days. None of them can be read, but then the rows say why, and what to do.
    fn of_spans(columns: &[Column]) -> Option<Self> {
        let mut shares = columns.iter().map(Column::share_of_spans).enumerate();
        shares.find_map(|(column, share)| Some(Self { column, years: Years::InDates, share: share? }))
    }

    /// The first columns of years and months beside each other; only such as are called so if `is_named`.
    fn apart(columns: &[Column], is_named: bool) -> Option<Self> {
        let has_years = |column: &Column| column.has_years() && (column.names_year() || !is_named);
        let mut years = columns.iter().enumerate().filter(|(_, column)| has_years(column));
        years.find_map(|(years, _)| Self::of_months(columns, years, is_named))
    }

    /// The months whose years stand in the column of that place: they are in one that is called so, or else, unless `is_named`,
    /// in the one beside it.
    pub(in crate::history) fn of_months(columns: &[Column], years: usize, is_named: bool) -> Option<Self> {
        let months = |place: usize| columns.get(place).filter(|column| place != years && column.has_months());
        let named = (0..columns.len()).find(|place| months(*place).is_some_and(Column::names_month));
        let may_have = |place: &usize| months(*place).is_some_and(|column| !column.names_other_than_month());
        let beside = || [Some(years + 1), years.checked_sub(1)].into_iter().flatten().find(may_have);
        let column = named.or_else(|| if is_named { None } else { beside() })?;
        let shares = [columns.get(years)?.share_of_years(), columns.get(column)?.share_of_months()];
        Some(Self { column, years: Years::Column(years), share: shares.into_iter().min()? })
    }
}
