//! Reads the texts of the editor's fields, and puts what is wrong with them into words.

use rust_decimal::Decimal;

use super::{TierField, TierProblems};
use crate::app::typed::numbers;
use crate::numbers::{NumberStyle, NumberTextError, parse_amount, parse_decimal, parse_whole};
use crate::pricing::{Discount, Months, PackageSize, Price, Reads, Term};
use crate::text::quoted;

/// Reads fields one after the other. A field that can't be read is `None`, and its problem is kept.
pub(super) struct Reader {
    pub(super) style: NumberStyle,
    pub(super) problems: TierProblems,
}

/// What a field holds, for the words about it.
#[derive(Clone, Copy)]
enum Kind {
    Price,
    Reads,
    Percent,
}

impl Reader {
    pub(super) const UNKNOWN_TERM: &str = "unknown";

    pub(super) fn new(style: NumberStyle) -> Self {
        Self { style, problems: TierProblems::default() }
    }

    /// A price that must be there.
    pub(super) fn price(&mut self, field: TierField, what: &str, text: &str) -> Option<Price> {
        let price = self.decimal(field, what, text, Kind::Price, '%')?;
        let Ok(price) = price.to_string().parse() else {
            self.out_of_bounds(field, what, text, price, Kind::Price);
            return None;
        };
        Some(price)
    }

    /// A price that is $0 where nothing stands.
    pub(super) fn price_or_zero(&mut self, field: TierField, what: &str, text: &str) -> Option<Price> {
        if is_blank(text) { Some(Price::ZERO) } else { self.price(field, what, text) }
    }

    /// A price that may be left out.
    pub(super) fn optional_price(&mut self, field: TierField, what: &str, text: &str) -> Option<Price> {
        if is_blank(text) { None } else { self.price(field, what, text) }
    }

    pub(super) fn discount(&mut self, text: &str) -> Option<Discount> {
        let (field, what) = (TierField::Discount, "The discount");
        if is_blank(text) {
            return Some(Discount::NONE);
        }
        let percent = self.decimal(field, what, text, Kind::Percent, '$')?;
        let Ok(discount) = percent.to_string().parse() else {
            self.out_of_bounds(field, what, text, percent, Kind::Percent);
            return None;
        };
        Some(discount)
    }

    /// A number of reads that must be there.
    pub(super) fn reads(&mut self, field: TierField, what: &str, text: &str) -> Option<Reads> {
        let count = parse_whole(text, self.style);
        let reads = count.and_then(|count| Reads::new(count).map_err(|_| NumberTextError::TooLarge));
        reads.map_err(|error| self.no_number(field, what, text, error, Kind::Reads)).ok()
    }

    /// A number of reads that is 0 where nothing stands.
    pub(super) fn reads_or_zero(&mut self, field: TierField, what: &str, text: &str) -> Option<Reads> {
        if is_blank(text) { Some(Reads::ZERO) } else { self.reads(field, what, text) }
    }

    pub(super) fn package_size(&mut self, field: TierField, text: &str) -> Option<PackageSize> {
        let what = "The size of a package";
        let reads = self.reads(field, what, text)?;
        let size = PackageSize::try_from(i128::from(reads.get()));
        size.map_err(|_| self.wrong(field, what, text, "a package holds at least 1 read")).ok()
    }

    /// The end of a band that begins behind `before`.
    pub(super) fn band_end(&mut self, field: TierField, text: &str, before: Reads) -> Option<Reads> {
        let what = "The band’s end";
        let up_to = self.reads(field, what, text)?;
        if up_to > before {
            return Some(up_to);
        }
        let rule = if before == Reads::ZERO {
            "a band holds at least 1 read".to_owned()
        } else {
            format!("it must be more than {}, where the band before it ends", self.style.reads(before))
        };
        self.wrong(field, what, text, &rule);
        None
    }

    pub(super) fn term(&mut self, text: &str) -> Option<Term> {
        if is_blank(text) {
            return None;
        }
        if text.trim().eq_ignore_ascii_case(Self::UNKNOWN_TERM) {
            return Some(Term::Unknown);
        }
        let months = parse_whole(text, self.style).ok().and_then(|count| Months::try_from(i128::from(count)).ok());
        if months.is_none() {
            let rule = format!("write a number of months from 1 to {}, or “{}”", Months::MAX, Self::UNKNOWN_TERM);
            self.wrong(TierField::Term, "The term", text, &rule);
        }
        months.map(Term::Months)
    }

    /// Notes that what stands in `field` breaks `rule`.
    pub(super) fn wrong(&mut self, field: TierField, what: &str, text: &str, rule: &str) {
        self.problems.add(field, false, format!("{what} is {}: {rule}.", quoted(text)));
    }

    /// A decimal number that isn't marked as something else by `foreign`.
    fn decimal(&mut self, field: TierField, what: &str, text: &str, kind: Kind, foreign: char) -> Option<Decimal> {
        let number = match kind {
            _ if text.contains(foreign) => Err(NumberTextError::NotANumber),
            Kind::Price => parse_amount(text, self.style),
            Kind::Reads | Kind::Percent => parse_decimal(text, self.style),
        };
        number.map(|number| number.normalize()).map_err(|error| self.no_number(field, what, text, error, kind)).ok()
    }

    fn no_number(&mut self, field: TierField, what: &str, text: &str, error: NumberTextError, kind: Kind) {
        if error == NumberTextError::Empty {
            self.problems.add(field, true, format!("{what} is missing: {}.", self.form(kind)));
            return;
        }
        let rule = match (error, kind) {
            (NumberTextError::Negative, Kind::Price) => {
                format!("a price is {} or more", self.style.price(Price::ZERO))
            }
            (NumberTextError::Negative, Kind::Reads) => "reads are 0 or more".to_owned(),
            (NumberTextError::Negative, Kind::Percent) => {
                format!("a discount is {} or more", self.style.percent(Decimal::ZERO))
            }
            (NumberTextError::NotWhole, _) => "reads are counted whole".to_owned(),
            (NumberTextError::Ambiguous, Kind::Price) => numbers::one_mark_rule(self.style),
            (NumberTextError::Ambiguous, _) => "leave out the mark for thousands".to_owned(),
            (NumberTextError::ForeignMark, _) => numbers::own_mark_rule(text, self.style),
            (NumberTextError::TooLarge, _) => self.limit(kind),
            _ => self.form(kind),
        };
        self.problems.add(field, false, format!("{what} is {}, which {error}: {rule}.", quoted(text)));
    }

    /// Says which bound `number` breaks.
    fn out_of_bounds(&mut self, field: TierField, what: &str, text: &str, number: Decimal, kind: Kind) {
        if number < Decimal::ZERO {
            self.no_number(field, what, text, NumberTextError::Negative, kind);
        } else if matches!(kind, Kind::Percent) && number <= Decimal::ONE_HUNDRED {
            self.wrong(field, what, text, "write at most 4 decimal places");
        } else {
            self.no_number(field, what, text, NumberTextError::TooLarge, kind);
        }
    }

    /// How to write it.
    fn form(&self, kind: Kind) -> String {
        match kind {
            Kind::Price => {
                format!("write dollars, like 100 or {}", self.style.plain_decimal(Decimal::new(5, 3)))
            }
            Kind::Reads => {
                format!("write a number of reads, like {} or 2{}5M", self.style.whole(10_000), self.style.decimal())
            }
            Kind::Percent => format!("write percent, like 10 or {}", self.style.plain_decimal(Decimal::new(125, 1))),
        }
    }

    fn limit(&self, kind: Kind) -> String {
        match kind {
            Kind::Price => format!("a price is at most {} (10^12)", self.style.price(Price::MAX)),
            Kind::Reads => format!("at most {} reads (10^15) can be priced", self.style.reads(Reads::MAX)),
            Kind::Percent => format!("a discount is at most {}", self.style.percent(Decimal::ONE_HUNDRED)),
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
