use super::{Quotation, Quote, QuoteFigure, QuotedOption};
use crate::pricing::{Catalogue, Date, Money, Unpriceable};

/// A quote as it was quoted, beside what it would come to at today's prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// As it was quoted.
    pub quoted: Quotation,
    /// At the prices of the price book in force on the reader's day; `None` when it is the same one.
    pub today: Option<Quotation>,
}

/// What today's prices make of one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Today<'a> {
    /// The price book is the same, or the tier is the quote's own.
    Same,
    /// The tier isn't listed any more.
    Gone,
    /// It is listed.
    Listed(&'a QuotedOption),
}

/// How a line of a quote reads at today's prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is as quoted.
    None,
    /// It is another amount today; `None` where there is no price any more.
    To(Option<Money>),
}

impl Comparison {
    /// Compares `quote` with the prices in force on `day`, or the newest ones after the last price book's end.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn new(catalogue: &'static Catalogue, quote: &Quote, day: Date) -> Result<Self, Unpriceable> {
        let quoted = Quotation::as_quoted(catalogue, quote)?;
        let book = catalogue.price_book_of(day);
        let differs = book.id != quoted.price_book.id;
        let today = differs.then(|| Quotation::at(catalogue, quote, book)).transpose()?;
        Ok(Self { quoted, today })
    }

    /// What today's prices make of the option at `place`.
    #[must_use]
    pub fn today(&self, quote: &Quote, place: usize) -> Today<'_> {
        let is_own = quote.options.get(place).is_some_and(|option| quote.is_own(option));
        match &self.today {
            Some(today) if !is_own => {
                today.options.get(place).and_then(Option::as_ref).map_or(Today::Gone, Today::Listed)
            }
            _ => Today::Same,
        }
    }

    /// How one figure of the option at `place` reads today.
    #[must_use]
    pub fn change(&self, quote: &Quote, place: usize, figure: QuoteFigure) -> Change {
        if !figure.is_of_tier() {
            return Change::None;
        }
        let of = |option: &QuotedOption| option.totals.as_ref().and_then(|totals| figure.amount(totals));
        let quoted = self.quoted.options.get(place).and_then(Option::as_ref).and_then(of);
        let today = match self.today(quote, place) {
            Today::Same => quoted,
            Today::Gone => None,
            Today::Listed(option) => of(option),
        };
        if today == quoted { Change::None } else { Change::To(today) }
    }
}
