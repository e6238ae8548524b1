use std::ops::Deref;

use thiserror::Error;

use super::{
    Billing, Contact, Notes, OneOffItem, PartyName, QuoteNumber, QuoteOption, QuoteProblem, Revision, Terms, link,
};
use crate::pricing::{Date, Estimate, EstimateError, Identifier, Months, Tier};

/// Everything that the salesperson entered, and nothing computed. [`Quote`] is the checked form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteFields {
    /// Its number.
    pub number: QuoteNumber,
    /// Which version of that number it is.
    pub revision: Revision,
    /// The earlier revision that it replaces.
    pub replaces: Option<Revision>,
    /// Who it is for.
    pub customer: PartyName,
    /// Who made it.
    pub prepared_by: PartyName,
    /// How to reach them.
    pub contact: Contact,
    /// The day from which it holds; `None` for a draft. What is issued is never changed again, only revised.
    pub issued: Option<Date>,
    /// The last day on which it holds.
    pub valid_until: Date,
    /// The usage, what it is for, at whose prices, and the tiers that are the quote's own. Its months are the term.
    pub estimate: Estimate,
    /// The tiers that are offered side by side, 1 to [`Quote::MOST_OPTIONS`].
    pub options: Vec<QuoteOption>,
    /// The place of the recommended option, counted from 0.
    pub recommended: Option<usize>,
    /// What is paid once, whichever option is chosen; at most [`Quote::MOST_ITEMS`].
    pub items: Vec<OneOffItem>,
    /// What else the customer should know.
    pub notes: Notes,
    /// On what terms it is made.
    pub terms: Terms,
    /// Whether the salesperson means it as an offer; an estimate otherwise.
    pub is_offer: bool,
}

/// A quote whose fields, read through [`Deref`], agree with each other and fit into a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote(QuoteFields);

impl Quote {
    /// The most options side by side.
    pub const MOST_OPTIONS: usize = 3;

    /// The most one-off items.
    pub const MOST_ITEMS: usize = 4;

    /// How long a new quote holds unless the salesperson says otherwise.
    pub const USUAL_VALIDITY: chrono::Days = chrono::Days::new(30);

    /// The first day that a quote can say.
    pub const FIRST_DAY: Date = match Date::from_ymd_opt(2020, 1, 1) {
        Some(day) => day,
        None => panic!("the day exists"),
    };

    /// The last day that a quote can say.
    pub const LAST_DAY: Date = match Date::from_ymd_opt(2199, 12, 31) {
        Some(day) => day,
        None => panic!("the day exists"),
    };

    /// Checks `fields` and wraps them. The estimate's range and budget, which a quote has no place for, fall away; and once it
    /// is issued, custom tiers that no option offers.
    ///
    /// # Errors
    /// [`QuoteError`] names the field and the rule that it breaks.
    pub fn new(mut fields: QuoteFields) -> Result<Self, QuoteError> {
        let count = fields.options.len();
        if !(1..=Self::MOST_OPTIONS).contains(&count) {
            return Err(QuoteError::OptionCount { count });
        }
        if fields.items.len() > Self::MOST_ITEMS {
            return Err(QuoteError::ItemCount { count: fields.items.len() });
        }
        if let Some(place) = fields.items.iter().position(|item| item.label.is_empty()) {
            return Err(QuoteError::ItemUnnamed { number: place + 1 });
        }
        if fields.recommended.is_some_and(|place| place >= count) {
            return Err(QuoteError::NoSuchOption);
        }
        if fields.replaces.is_some_and(|replaced| replaced >= fields.revision) {
            return Err(QuoteError::ReplacesLater);
        }
        for day in fields.issued.into_iter().chain([fields.valid_until]) {
            if !(Self::FIRST_DAY..=Self::LAST_DAY).contains(&day) {
                return Err(QuoteError::Day(day));
            }
        }
        if let Some(issued) = fields.issued.filter(|issued| *issued > fields.valid_until) {
            return Err(QuoteError::EndsBeforeItBegins { issued, last: fields.valid_until });
        }
        let is_draft = fields.issued.is_none();
        let is_kept = |tier: &&Tier| is_draft || fields.options.iter().any(|option| option.tier == tier.id);
        let own = fields.estimate.custom_tiers().iter().filter(is_kept).cloned().collect();
        fields.estimate = fields.estimate.with_range(None, None)?.with_budget(None).with_custom_tiers(own)?;
        for option in &fields.options {
            if find_tier(&fields.estimate, &option.tier).is_none() {
                return Err(QuoteError::UnknownTier(option.tier.clone()));
            }
            let months = fields.estimate.usage().month_count();
            if option.billing == Billing::Annual && usize::from(months.get()) % Billing::Annual.months() != 0 {
                return Err(QuoteError::PartOfAYear { months });
            }
        }
        let quote = Self(fields);
        let length = link::encode(&quote, None).len();
        if length > link::MOST_UNSIGNED {
            // Four characters of a link hold three bytes.
            let bytes = (length - link::MOST_UNSIGNED) * 3 / 4 + 1;
            return Err(QuoteError::TooLong { characters: quote.characters_of(bytes) });
        }
        Ok(quote)
    }

    /// How many characters of its notes, terms and names come to so many bytes, also if those go that take the fewest.
    fn characters_of(&self, mut bytes: usize) -> usize {
        let texts = [self.customer.as_str(), self.prepared_by.as_str(), self.notes.as_str(), self.terms.as_str()];
        let labels = self.items.iter().map(|item| item.label.as_str());
        let mut lengths: Vec<_> = texts.into_iter().chain(labels).flat_map(str::chars).map(char::len_utf8).collect();
        lengths.sort_unstable();
        let mut characters = 0;
        for length in lengths {
            if bytes == 0 {
                break;
            }
            bytes = bytes.saturating_sub(length);
            characters += 1;
        }
        // What other texts have to give isn't known.
        characters + bytes
    }

    /// The options, each with the tier that it offers.
    pub(super) fn offers(&self) -> impl Iterator<Item = (&QuoteOption, &Tier)> {
        // A quote isn't made with a tier that isn't there.
        self.options.iter().filter_map(|option| Some((option, find_tier(&self.estimate, &option.tier)?)))
    }

    /// Whether an option offers a tier of the quote's own.
    #[must_use]
    pub fn is_own(&self, option: &QuoteOption) -> bool {
        self.estimate.is_custom(&option.tier)
    }

    /// The number with the revision, from the second on: `2026-014, revision 2`.
    #[must_use]
    pub fn title(&self) -> String {
        if self.revision == Revision::FIRST {
            self.number.to_string()
        } else {
            format!("{}, revision {}", self.number, self.revision)
        }
    }

    /// What keeps a draft from being issued.
    #[must_use]
    pub fn problems(&self) -> Vec<QuoteProblem> {
        QuoteProblem::all_of(self)
    }

    /// The quote as it is issued on `day`.
    ///
    /// # Errors
    /// Everything that keeps it from being issued.
    pub fn issue(&self, day: Date) -> Result<Self, Vec<QuoteProblem>> {
        let mut problems = self.problems();
        let issued = Self::new(QuoteFields { issued: Some(day), ..self.0.clone() });
        match issued {
            Ok(quote) if problems.is_empty() => Ok(quote),
            Ok(_) => Err(problems),
            Err(error) => {
                problems.push(QuoteProblem::Invalid(error));
                Err(problems)
            }
        }
    }

    /// A draft of `revision` that says the same and replaces revision `replaced`.
    ///
    /// # Errors
    /// [`QuoteError`] when `revision` doesn't come after the replaced one.
    pub fn revise(&self, revision: Revision, replaced: Revision) -> Result<Self, QuoteError> {
        Self::new(QuoteFields { revision, replaces: Some(replaced), issued: None, ..self.0.clone() })
    }

    /// A draft that says the same under another number.
    ///
    /// # Errors
    /// [`QuoteError`] when a longer number makes it too long.
    pub fn duplicate(&self, number: QuoteNumber) -> Result<Self, QuoteError> {
        let fields = self.0.clone();
        Self::new(QuoteFields { number, revision: Revision::FIRST, replaces: None, issued: None, ..fields })
    }
}

/// The tier of an estimate by its id: one of the price book that is compared, or one of the user's own.
fn find_tier<'a>(estimate: &'a Estimate, id: &Identifier) -> Option<&'a Tier> {
    estimate.price_book().compared().chain(estimate.custom_tiers()).find(|tier| tier.id == *id)
}

impl Deref for Quote {
    type Target = QuoteFields;

    fn deref(&self) -> &QuoteFields {
        &self.0
    }
}

impl From<Quote> for QuoteFields {
    fn from(quote: Quote) -> Self {
        quote.0
    }
}

/// Which rule the fields of a quote break.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QuoteError {
    /// No option, or too many.
    #[error("options: {count} are given, and a quote has 1 to {}", Quote::MOST_OPTIONS)]
    OptionCount {
        /// How many there are.
        count: usize,
    },
    /// Too many one-off items.
    #[error("one-off items: {count} are given, and a quote has at most {}", Quote::MOST_ITEMS)]
    ItemCount {
        /// How many there are.
        count: usize,
    },
    /// An item that doesn't say what it is.
    #[error("one-off item {number} has no name: say what is paid for")]
    ItemUnnamed {
        /// Its place, counted from 1.
        number: usize,
    },
    /// A recommendation of nothing.
    #[error("the recommended option is none of the options")]
    NoSuchOption,
    /// A revision that replaces itself or a later one.
    #[error("a revision replaces an earlier one")]
    ReplacesLater,
    /// A day that a quote can't say.
    #[error("the day {0} is out of bounds: use {first} to {last}", first = Quote::FIRST_DAY, last = Quote::LAST_DAY)]
    Day(Date),
    /// A validity that ends before it begins.
    #[error("it is valid until {last}, but issued only on {issued}: choose a later last day")]
    EndsBeforeItBegins {
        /// The first day.
        issued: Date,
        /// The last day.
        last: Date,
    },
    /// An option for a tier that isn't there.
    #[error("the tier `{0}` is neither in the price book nor one of the quote’s own")]
    UnknownTier(Identifier),
    /// Annual billing of a term that isn't whole years.
    #[error(
        "annual billing needs a term in whole years, and the term is {months} month{}: use 12, 24, 36 and so on",
        if months.get() == 1 { "" } else { "s" }
    )]
    PartOfAYear {
        /// The term.
        months: Months,
    },
    /// An estimate that doesn't agree with itself.
    #[error(transparent)]
    Estimate(#[from] EstimateError),
    /// More than a link can hold.
    #[error(
        "the quote is too long for a link that mail programs keep whole: shorten notes, terms or names by about \
         {characters} characters"
    )]
    TooLong {
        /// How many characters of these texts are too many, also if those go that take the fewest bytes.
        characters: usize,
    },
}
