use crate::app::FormField;
use crate::quote::{QuoteError, QuoteProblem};

/// A field of the form for a quote. Options and items are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteField {
    /// The quote's number.
    Number,
    /// Who it is for.
    Customer,
    /// Who made it.
    PreparedBy,
    /// How to reach them.
    Contact,
    /// Its last day.
    ValidUntil,
    /// The posts to read in a period.
    Volume,
    /// The term, in months.
    Months,
    /// The tier of an option, as an id.
    Tier(usize),
    /// How often an option is paid, as an id.
    Billing(usize),
    /// The discount of an option, in percent.
    Discount(usize),
    /// Why an option has a discount.
    Reason(usize),
    /// What a one-off item is.
    ItemLabel(usize),
    /// What it costs, in dollars.
    ItemAmount(usize),
    /// The notes.
    Notes,
    /// The terms.
    Terms,
}

impl QuoteField {
    /// The field to mend before a quote can be issued; `None` where it isn't one alone.
    #[must_use]
    pub const fn to_mend(problem: &QuoteProblem) -> Option<Self> {
        match problem {
            QuoteProblem::NoCustomer => Some(Self::Customer),
            QuoteProblem::NoPreparer => Some(Self::PreparedBy),
            QuoteProblem::NumberTaken => Some(Self::Number),
            QuoteProblem::ReasonWithoutDiscount { place, .. } => Some(Self::Reason(*place)),
            QuoteProblem::Invalid(QuoteError::EndsBeforeItBegins { .. }) => Some(Self::ValidUntil),
            QuoteProblem::NoPrice(_)
            | QuoteProblem::OverCap(_)
            | QuoteProblem::NotEligible(_)
            | QuoteProblem::SameOptions(..)
            | QuoteProblem::Renumbered { .. }
            | QuoteProblem::Invalid(_) => None,
        }
    }
}

impl FormField for QuoteField {
    fn id(self) -> String {
        let numbered = |name: &str, place: usize| format!("{name}-{}", place + 1);
        match self {
            Self::Number => "number".to_owned(),
            Self::Customer => "customer".to_owned(),
            Self::PreparedBy => "prepared-by".to_owned(),
            Self::Contact => "contact".to_owned(),
            Self::ValidUntil => "valid-until".to_owned(),
            Self::Volume => "volume".to_owned(),
            Self::Months => "months".to_owned(),
            Self::Tier(place) => numbered("tier", place),
            Self::Billing(place) => numbered("billing", place),
            Self::Discount(place) => numbered("discount", place),
            Self::Reason(place) => numbered("reason", place),
            Self::ItemLabel(place) => numbered("item", place),
            Self::ItemAmount(place) => numbered("amount", place),
            Self::Notes => "notes".to_owned(),
            Self::Terms => "terms".to_owned(),
        }
    }
}
