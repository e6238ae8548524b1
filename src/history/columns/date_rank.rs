use super::date_name::DateName;

/// How well a column does as that of the dates: the highest is taken, by each field in its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DateRank {
    /// Whether it is sure to have dates: its name says so, or some of them are more than digits.
    pub(super) is_sure: bool,
    /// Which dates they are, by its name.
    pub(super) name: DateName,
    /// How many of its cells are dates, in thousandths.
    pub(super) share: usize,
}
