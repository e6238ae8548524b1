use std::cmp::Reverse;

use super::column::Column;
use super::column_words::{
    names_accounts, names_average, names_daily, names_hour, names_logged, names_made_of_posts, names_other_number,
    names_post, names_posts, names_read, names_views, names_week, names_writing,
};
use super::count_name::CountName;
use super::interval::Interval;
use super::other_column::OtherColumn;
use super::passed_over::PassedOver;
use super::row_dates::RowDates;
use super::row_words::{has_ids_and_texts, is_of_accounts, is_of_posts, is_of_requests};
use crate::history::{Counting, Years};
use crate::text::plain_text;

/// How soon a column that is called after counts is taken for the reads: the lowest is, by each field in its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CountRank {
    /// Whether it has a whole number.
    has_counts: Reverse<bool>,
    /// What its counts are of.
    name: CountName,
    /// Whether it is called after what was read.
    is_read: Reverse<bool>,
    /// Whether it is called after posts.
    is_of_posts: Reverse<bool>,
    /// Whether it is called after what came on each day, rather than after a total of it.
    is_daily: Reverse<bool>,
    /// Where it stands, counted from 0.
    place: usize,
}

impl CountRank {
    /// `None` where the name is none of counts.
    fn of(place: usize, column: &Column) -> Option<Self> {
        let name = column.name();
        Some(Self {
            has_counts: Reverse(column.has_any_count()),
            name: CountName::of(name)?,
            is_read: Reverse(names_read(name)),
            is_of_posts: Reverse(names_posts(name)),
            is_daily: Reverse(names_daily(name)),
            place,
        })
    }
}

/// The columns of a sample, now that it is known where the dates stand: which of them has the reads, and what the others have.
#[derive(Clone, Copy)]
pub(in crate::history) struct Columns<'a> {
    pub(in crate::history) all: &'a [Column],
    pub(in crate::history) date_column: Option<usize>,
    pub(in crate::history) years: Years,
    /// What the dates say of the stretches of time that rows stand for.
    pub(in crate::history) dates: RowDates,
}

impl<'a> Columns<'a> {
    /// The columns that have no dates, with their places.
    fn beside_dates(self) -> impl Iterator<Item = (usize, &'a Column)> {
        let has_dates = move |place| Some(place) == self.date_column || Years::Column(place) == self.years;
        self.all.iter().enumerate().filter(move |(place, _)| !has_dates(*place))
    }

    fn names(self) -> impl Iterator<Item = &'a str> + Clone {
        self.all.iter().map(Column::name)
    }

    /// Whether any column is called so and has counts.
    fn has(self, names: fn(&str) -> bool) -> bool {
        self.all.iter().any(|column| names(column.name()) && column.has_counts())
    }

    /// Whether a column has averages: it is called so, or says how many came in each stretch of time, which isn't the one of a row.
    fn is_average(self, column: &Column) -> bool {
        let has_hours = || self.all.iter().any(|other| names_hour(other.name()));
        let is_of_other_rows =
            |interval| self.dates.interval != interval && !(interval == Interval::Hour && has_hours());
        names_average(column.name()) || Interval::of(column.name()).is_some_and(is_of_other_rows)
    }

    /// Whether each row is a post, in whatever language: it has the id of another one than the rows before, or an id and a text. A
    /// log of requests may have ids, too, and so may a table by day or by month from a database, but there they aren't called after
    /// posts, nor does a text stand beside them.
    pub(in crate::history) fn are_posts(self) -> bool {
        let is_any = |is: fn(&Column) -> bool| self.beside_dates().any(|(_, column)| is(column));
        let is_called_so = |column: &Column| column.has_post_ids() && names_post(column.name());
        let is_sure = || !self.dates.are_in_turn || is_any(Column::has_texts) || is_any(is_called_so);
        let have_ids = || is_any(Column::has_post_ids) && is_sure();
        !self.names().any(names_logged)
            && !is_of_accounts(self.names())
            && (has_ids_and_texts(self.names()) || have_ids())
    }

    /// Whether each row looks like an account.
    pub(in crate::history) fn may_be_accounts(self) -> bool {
        is_of_accounts(self.names()) && !self.may_be_table()
    }

    /// Whether the column of the dates is called so.
    fn has_dates_called(self, names: fn(&str) -> bool) -> bool {
        self.date_column.and_then(|place| self.all.get(place)).is_some_and(|column| names(column.name()))
    }

    /// Whether the dates are those on which something came about.
    pub(in crate::history) fn have_dates_of_writing(self) -> bool {
        self.has_dates_called(names_writing)
    }

    /// Whether rows look like weeks: a week lies between most of their dates, or these are called so and no shorter or longer
    /// stretch lies between them.
    pub(in crate::history) fn may_be_weeks(self) -> bool {
        match self.dates.interval {
            Interval::Week => true,
            Interval::Day => !self.dates.are_in_turn && self.has_dates_called(names_week),
            Interval::Moment | Interval::Hour | Interval::Month | Interval::Other => false,
        }
    }

    /// The place of the column of the dates on which rows end; `None` where there is none.
    pub(in crate::history) fn ends(self) -> Option<usize> {
        self.beside_dates().find(|(_, column)| column.has_ends()).map(|(place, _)| place)
    }

    /// Whether there seems to be one row for each stretch of time, as in a table of counts, and nothing says that it is a post or a
    /// request.
    pub(in crate::history) fn may_be_table(self) -> bool {
        self.dates.has_one_row_each
            && !self.have_dates_of_writing()
            && !self.are_posts()
            && !is_of_posts(self.names())
            && !is_of_requests(self.names())
    }

    /// Whether a column counts posts beside one of followers: then they are those of an account's whole life.
    fn is_of_account(self, column: &Column) -> bool {
        names_posts(column.name()) && !names_read(column.name()) && self.has(names_accounts)
    }

    /// Whether a column sums another up from row to row.
    fn is_running_total(self, column: &Column) -> bool {
        self.beside_dates().any(|(_, other)| column.is_running_total_of(other))
    }

    /// What is counted: of the columns with a count that are called so the first of what is soonest taken as reads, or else the
    /// first that has counts, or else one of what was written or failed, or else rows. Of equals one that says that it was read
    /// wins, then one of posts, then one of what came on each day over a total of it.
    ///
    /// Where other columns count what was made of a post, each row is one, unless a column is called after what it counts; and
    /// where they count followers, a count of posts is that of an account's whole life. Where each row is a post for sure, no number
    /// beside it is a count of reads unless it is called so.
    pub(in crate::history) fn counting(self) -> Counting {
        let are_posts = self.are_posts();
        let has_posts = are_posts || self.has(names_made_of_posts);
        let others = || {
            let has_no_reads = move |column: &Column| {
                let is_of_post = column.has_post_ids() || (are_posts && names_views(column.name()));
                names_other_number(column.name())
                    || column.has_zones()
                    || self.is_average(column)
                    || self.is_running_total(column)
                    || self.is_of_account(column)
                    || is_of_post
            };
            self.beside_dates().filter(move |(_, column)| !has_no_reads(column))
        };
        let (doubtful, named): (Vec<_>, Vec<_>) = others()
            .filter(|(_, column)| column.has_any_count() || column.is_of_fractions())
            .filter_map(|(place, column)| CountRank::of(place, column))
            .partition(|rank| rank.name == CountName::Doubtful);
        // What has no whole number is only taken where its name is sure: then its rows say why they can't be read.
        let doubtful: Vec<_> = doubtful.into_iter().filter(|rank| rank.has_counts.0).collect();
        let best = |ranks: Vec<CountRank>| ranks.into_iter().min().map(|rank| rank.place);
        let is_doubtful = |column: &Column| CountName::of(column.name()) == Some(CountName::Doubtful);
        let has_unnamed = |(_, column): &(usize, &Column)| column.has_counts() && !has_posts && !is_doubtful(column);
        // What is the same in every row, as a status or the size of a page, says little.
        let unnamed = others().filter(has_unnamed).min_by_key(|(place, column)| (column.is_constant(), *place));
        let doubtful = || if has_posts { None } else { best(doubtful) };
        best(named).or(unnamed.map(|(place, _)| place)).or_else(doubtful).map_or(Counting::Rows, Counting::Column)
    }

    /// The places of the columns in which the name of a total says that its row sums others up. Where each row is one read none
    /// does: a post may be called anything.
    pub(in crate::history) fn labels(self, counting: Counting) -> Vec<usize> {
        let may_name =
            |(place, column): &(usize, &Column)| Counting::Column(*place) != counting && column.may_name_totals();
        let labels = self.beside_dates().filter(may_name).map(|(place, _)| place);
        if counting == Counting::Rows { Vec::new() } else { labels.collect() }
    }

    /// The other columns of numbers that might be counts, with why they aren't counted. Those of keys are left out.
    pub(in crate::history) fn others(self, counting: Counting) -> Vec<OtherColumn> {
        let is_other = |(place, column): &(usize, &Column)| {
            let has_numbers = column.has_counts() || column.is_of_fractions();
            has_numbers && !column.has_post_ids() && Counting::Column(*place) != counting && !column.is_named_date()
        };
        let are_posts = counting == Counting::Rows && self.are_posts();
        let why = |column: &Column| match counting {
            _ if column.has_zones() => Some(PassedOver::TimeZones),
            _ if are_posts => PassedOver::beside_posts(column.name()),
            _ if self.is_average(column) => Some(PassedOver::Average),
            _ if self.is_running_total(column) => Some(PassedOver::RunningTotal),
            _ if column.is_of_fractions() && !names_other_number(column.name()) => Some(PassedOver::NotWhole),
            Counting::Rows if self.is_of_account(column) => Some(PassedOver::OfAccounts),
            Counting::Rows => PassedOver::of(column.name()),
            Counting::Column(place) => self.why_beside(column, place),
        };
        let others = self.beside_dates().filter(is_other);
        others
            .filter_map(|(_, column)| Some(OtherColumn { name: plain_text(column.name()), why: why(column)? }))
            .collect()
    }

    /// Why a column isn't counted where the one of that place is.
    fn why_beside(self, column: &Column, counted: usize) -> Option<PassedOver> {
        let is_named = |column: &Column| CountName::of(column.name()).is_some();
        let is_open = self.all.get(counted).is_some_and(|counted| !is_named(counted));
        if is_named(column) || (is_open && !names_other_number(column.name())) {
            return Some(PassedOver::AlsoCounts);
        }
        PassedOver::of(column.name())
    }
}
