use crate::app::FormField;

/// A field of the form for a budget that is typed into. Phases are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetField {
    /// The first day.
    Start,
    /// What a phase is called.
    Name(usize),
    /// The posts of a phase.
    Posts(usize),
    /// The months of a phase.
    Months(usize),
    /// How many reads a wanted post costs.
    RereadFactor,
    /// The minimum term of contracts whose term isn't public, in months.
    AssumedTerm,
    /// The dollars that the collection may cost in all.
    Limit,
    /// The inflation, in percent a year.
    Inflation,
    /// The contingency, in percent.
    Contingency,
    /// The rate of indirect costs, in percent.
    IndirectRate,
    /// The other direct costs of a year.
    OtherCosts,
    /// The currency.
    Currency,
    /// The exchange rate.
    Rate,
    /// The day of the exchange rate.
    RateDay,
}

impl BudgetField {
    /// Whether it belongs to the part for the funder, on which no schedule depends.
    pub(super) const fn is_for_funder(self) -> bool {
        match self {
            Self::Start
            | Self::Name(_)
            | Self::Posts(_)
            | Self::Months(_)
            | Self::RereadFactor
            | Self::AssumedTerm
            | Self::Limit => false,
            Self::Inflation
            | Self::Contingency
            | Self::IndirectRate
            | Self::OtherCosts
            | Self::Currency
            | Self::Rate
            | Self::RateDay => true,
        }
    }
}

impl FormField for BudgetField {
    fn id(self) -> String {
        let numbered = |name: &str, place: usize| format!("{name}-{}", place + 1);
        match self {
            Self::Start => "start".to_owned(),
            Self::Name(place) => numbered("name", place),
            Self::Posts(place) => numbered("posts", place),
            Self::Months(place) => numbered("months", place),
            Self::RereadFactor => "reread".to_owned(),
            Self::AssumedTerm => "term".to_owned(),
            Self::Limit => "limit".to_owned(),
            Self::Inflation => "inflation".to_owned(),
            Self::Contingency => "contingency".to_owned(),
            Self::IndirectRate => "indirect".to_owned(),
            Self::OtherCosts => "other".to_owned(),
            Self::Currency => "currency".to_owned(),
            Self::Rate => "rate".to_owned(),
            Self::RateDay => "rate-day".to_owned(),
        }
    }
}
