/// A field of the question that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EstimateField {
    /// The posts in a period.
    Volume,
    /// The number of months.
    Months,
    /// The growth a month, in percent.
    Growth,
    /// The posts of one month, counted from 0, when months are given one by one.
    Month(usize),
    /// The lower volume beside the expected one.
    Low,
    /// The higher volume beside the expected one.
    High,
    /// The reads that a wanted post costs.
    RereadFactor,
    /// The minimum term of contracts whose term isn't public, in months.
    AssumedTerm,
    /// The dollars that can be spent in a month.
    Budget,
    /// The accounts that are watched, in the helper for requests.
    Accounts,
    /// How often each is asked for in a day.
    Polls,
    /// The posts that each answer brings.
    PostsEach,
}

impl EstimateField {
    /// All of them but the months one by one. Each is for a number.
    pub(super) const BUT_MONTHS: [Self; 11] = [
        Self::Volume,
        Self::Months,
        Self::Growth,
        Self::Low,
        Self::High,
        Self::RereadFactor,
        Self::AssumedTerm,
        Self::Budget,
        Self::Accounts,
        Self::Polls,
        Self::PostsEach,
    ];
}
