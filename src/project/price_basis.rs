use crate::pricing::{Catalogue, Date, PriceBook};

/// At whose prices the months of a project are bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceBasis {
    /// Each month at the prices in force on its first day. What the future brings isn't known, so the newest prices go on; on
    /// days between two price books those of the older one do.
    ByDate,
    /// Every month at the prices of one price book.
    Of(&'static PriceBook),
}

impl PriceBasis {
    /// The price book for a month that begins on `day`: before the first one, that one.
    #[must_use]
    pub fn price_book(self, catalogue: &'static Catalogue, day: Date) -> &'static PriceBook {
        match self {
            Self::Of(price_book) => price_book,
            Self::ByDate => {
                let books = catalogue.price_books();
                let begun = books.iter().rfind(|book| book.from <= day);
                begun.or(books.first()).unwrap_or_else(|| catalogue.default_price_book())
            }
        }
    }
}
