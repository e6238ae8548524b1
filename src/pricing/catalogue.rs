use std::collections::BTreeSet;

use thiserror::Error;

use super::{Date, Identifier, List, PriceBook, Source};

/// Every price book there is, oldest first, with the sources that they refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    price_books: List<PriceBook>,
    sources: List<Source>,
    free_era: usize,
    default: usize,
}

impl Catalogue {
    /// The id of the price book that the past is compared with.
    pub const FREE_ERA: &str = "free-era";

    /// The id of the price book that a new estimate starts with: the paid launch.
    pub const DEFAULT: &str = "2023-03";

    /// Puts price books and sources together; the books are sorted by their first day.
    ///
    /// # Errors
    /// [`CatalogueError`] when an id stands twice, a figure refers to a source that isn't there or to none, or one of the
    /// two books that the calculator always needs is missing.
    pub fn new(mut price_books: Vec<PriceBook>, sources: Vec<Source>) -> Result<Self, CatalogueError> {
        price_books.sort_by_key(|book| book.from);
        let mut known = BTreeSet::new();
        for source in &sources {
            if !known.insert(&source.id) {
                return Err(CatalogueError::SourceTwice(source.id.clone()));
            }
        }
        let mut books = BTreeSet::new();
        for book in &price_books {
            if !books.insert(&book.id) {
                return Err(CatalogueError::PriceBookTwice(book.id.clone()));
            }
            check_sources(book, &known)?;
        }
        let needed = |id: &'static str| {
            price_books.iter().position(|book| book.id.as_str() == id).ok_or(CatalogueError::PriceBookMissing(id))
        };
        let (free_era, default) = (needed(Self::FREE_ERA)?, needed(Self::DEFAULT)?);
        Ok(Self { price_books: price_books.into(), sources: sources.into(), free_era, default })
    }

    /// The published catalogue, which the build script has checked: `free_era` and `default` are places in `price_books`.
    pub(crate) const fn checked_at_build(
        price_books: &'static [PriceBook],
        sources: &'static [Source],
        free_era: usize,
        default: usize,
    ) -> Self {
        Self { price_books: List::Borrowed(price_books), sources: List::Borrowed(sources), free_era, default }
    }

    /// The price books, oldest first.
    #[must_use]
    pub fn price_books(&self) -> &[PriceBook] {
        &self.price_books
    }

    /// The sources, in the order of their file.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The price book of that id.
    #[must_use]
    pub fn price_book(&self, id: &str) -> Option<&PriceBook> {
        self.price_books.iter().find(|book| book.id.as_str() == id)
    }

    /// The price book of the years when reads were free.
    #[must_use]
    pub fn free_era(&self) -> &PriceBook {
        &self.price_books[self.free_era]
    }

    /// The price book that a new estimate starts with.
    #[must_use]
    pub fn default_price_book(&self) -> &PriceBook {
        &self.price_books[self.default]
    }

    /// The price book that applied to new customers on `day`: the newest that had begun and not ended. `None` before the
    /// first, and on days that no price book covers.
    #[must_use]
    pub fn price_book_on(&self, day: Date) -> Option<&PriceBook> {
        let began = self.price_books.iter().rfind(|book| book.from <= day);
        began.filter(|book| book.until.is_none_or(|until| day <= until))
    }

    /// The price book of `day`, or where none is known to apply to it, the newest.
    #[must_use]
    pub fn price_book_of(&self, day: Date) -> &PriceBook {
        self.price_book_on(day).unwrap_or_else(|| self.newest_price_book())
    }

    /// The price book that began last.
    #[must_use]
    pub fn newest_price_book(&self) -> &PriceBook {
        self.price_books.last().unwrap_or_else(|| self.default_price_book())
    }

    /// The last day on which a figure of the newest price book is known to have been seen: the newest date among the sources
    /// of its figures. Where none bears a date, the day the price book began.
    #[must_use]
    pub fn last_checked(&self) -> Date {
        let newest = self.newest_price_book();
        let sources = newest.all_evidence().flat_map(|evidence| evidence.sources.iter());
        sources.filter_map(|id| self.source(id)?.date).max().unwrap_or(newest.from)
    }

    /// How each price book follows on the one before.
    pub fn seams(&self) -> impl Iterator<Item = Seam<'_>> {
        self.price_books.windows(2).map(|pair| {
            let (before, after) = (&pair[0], &pair[1]);
            let days = before.until.map(|until| (after.from - until).num_days() - 1);
            Seam { before, after, days_between: days }
        })
    }

    /// How many figures and rules, of all price books, rest on the source of that id.
    #[must_use]
    pub fn times_cited(&self, id: &Identifier) -> usize {
        self.price_books.iter().flat_map(PriceBook::citations).filter(|cited| *cited == id).count()
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &Identifier) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}

/// Where one price book follows on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seam<'a> {
    /// The older one.
    pub before: &'a PriceBook,
    /// The newer one.
    pub after: &'a PriceBook,
    /// Days that neither covers; negative when both applied side by side for a while, and `None` when the older one's end
    /// isn't known.
    pub days_between: Option<i64>,
}

fn check_sources(book: &PriceBook, known: &BTreeSet<&Identifier>) -> Result<(), CatalogueError> {
    if book.all_evidence().any(|evidence| evidence.sources.is_empty()) {
        return Err(CatalogueError::NoSource { price_book: book.id.clone() });
    }
    match book.citations().find(|id| !known.contains(id)) {
        Some(id) => Err(CatalogueError::SourceUnknown { price_book: book.id.clone(), source_id: id.clone() }),
        None => Ok(()),
    }
}

/// Why price books and sources don't make a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueError {
    /// Two sources of one id.
    #[error("the source id `{0}` stands twice: ids are unique")]
    SourceTwice(Identifier),
    /// Two price books of one id.
    #[error("the price book id `{0}` stands twice: ids are unique")]
    PriceBookTwice(Identifier),
    /// A figure without any source.
    #[error("price book `{price_book}`: a list of sources is empty, but every figure has at least one source")]
    NoSource {
        /// Where it stands.
        price_book: Identifier,
    },
    /// A reference to nothing.
    #[error("price book `{price_book}`: the source `{source_id}` is not in sources.toml")]
    SourceUnknown {
        /// Where it stands.
        price_book: Identifier,
        /// What it refers to.
        source_id: Identifier,
    },
    /// One of the two books that the calculator always needs.
    #[error("the price book `{0}` is missing: the calculator needs it")]
    PriceBookMissing(&'static str),
}
