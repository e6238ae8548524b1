use super::quotation::answer_of;
use super::{Quotation, Quote, QuoteFigure, QuotedOption};
use crate::pricing::{Catalogue, Date, Money, PriceBook, Unpriceable, assess};

/// A quote as it was quoted, beside what it would come to at today's prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    quoted: Quotation,
    today: Option<&'static PriceBook>,
    /// What today's prices make of each option of `quoted`.
    options_today: Vec<Today>,
}

/// An option as it was quoted, beside what today's prices make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedOption<'a> {
    /// As it was quoted.
    pub quoted: &'a QuotedOption,
    /// What today's prices make of it.
    pub today: &'a Today,
}

/// What today's prices make of one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Today {
    /// The price book is the same.
    Same,
    /// The tier is the quote's own, which price books don't change.
    Own,
    /// The tier isn't listed any more.
    Gone,
    /// It is listed.
    Listed(Box<QuotedOption>),
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
        let today = Some(catalogue.price_book_of(day)).filter(|book| book.id != quoted.price_book.id);
        let answers = today.map(|book| assess(catalogue, &quote.estimate.at_prices_of(book))).transpose()?;
        let option_today = |option: &QuotedOption| {
            let option = &option.option;
            if quote.is_own(option) {
                return Ok(Today::Own);
            }
            let Some(answers) = &answers else { return Ok(Today::Same) };
            let Some(answer) = answer_of(option, &answers.tiers) else { return Ok(Today::Gone) };
            QuotedOption::new(quote, option, answer, quoted.one_off).map(|option| Today::Listed(Box::new(option)))
        };
        let options_today = quoted.options.iter().map(option_today).collect::<Result<_, _>>()?;
        Ok(Self { quoted, today, options_today })
    }

    /// The quote as it was quoted.
    #[must_use]
    pub const fn quoted(&self) -> &Quotation {
        &self.quoted
    }

    /// The price book in force on the reader's day; `None` when it is the same one.
    #[must_use]
    pub const fn today(&self) -> Option<&'static PriceBook> {
        self.today
    }

    /// Its options, in the order of the quote.
    pub fn options(&self) -> impl Iterator<Item = ComparedOption<'_>> {
        self.quoted.options.iter().zip(&self.options_today).map(|(quoted, today)| ComparedOption { quoted, today })
    }

    /// How many figures would be others at today's prices. What had no price has none that could change.
    #[must_use]
    pub fn change_count(&self) -> usize {
        self.options().map(ComparedOption::change_count).sum()
    }
}

impl ComparedOption<'_> {
    /// Whether it had a price and has none today, so that there is nothing to compare.
    #[must_use]
    pub fn has_lost_its_price(self) -> bool {
        let has_one_today = match self.today {
            Today::Same | Today::Own => true,
            Today::Gone => false,
            Today::Listed(today) => today.totals.is_some(),
        };
        self.quoted.totals.is_some() && !has_one_today
    }

    /// How many of its figures would be others at today's prices; none where it had no price.
    #[must_use]
    pub fn change_count(self) -> usize {
        let figures = self.quoted.figures.iter().filter(|_| self.quoted.totals.is_some());
        figures.filter(|figure| self.change(**figure) != Change::None).count()
    }

    /// How one of its figures reads today.
    #[must_use]
    pub fn change(&self, figure: QuoteFigure) -> Change {
        let today = match self.today {
            Today::Same | Today::Own => return Change::None,
            _ if !figure.is_of_tier() => return Change::None,
            Today::Gone => None,
            Today::Listed(today) => today.amount(figure),
        };
        if today == self.quoted.amount(figure) { Change::None } else { Change::To(today) }
    }
}
