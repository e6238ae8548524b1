//! Writes a checked catalogue as a Rust expression, for `src/published.rs` to include.
//!
//! The compiler checks the expression against the very types it was read with, so a field that is forgotten here doesn't
//! compile.

use std::fmt::Debug;

use chrono::Datelike;

use crate::pricing::{
    AccessRule, Band, Bands, Catalogue, Charge, Date, Discount, Evidence, Identifier, PackageSize, Price, PriceBook,
    Reads, Source, Term, Text, Tier, TierEvidence,
};

/// A value that can be written as a constant Rust expression.
pub(crate) trait RustSource {
    /// The expression.
    fn rust_source(&self) -> String;
}

impl RustSource for Catalogue {
    fn rust_source(&self) -> String {
        let place =
            |book: &PriceBook| self.price_books().iter().position(|other| other.id == book.id).unwrap_or_default();
        format!(
            "Catalogue::checked_at_build({}, {}, {}, {})",
            slice(self.price_books()),
            slice(self.sources()),
            place(self.free_era()),
            place(self.default_price_book()),
        )
    }
}

impl RustSource for PriceBook {
    fn rust_source(&self) -> String {
        format!(
            "PriceBook::checked_at_build(PriceBookFields {{ id: {}, name: {}, title: {}, from: {}, until: {}, \
             deduplication: {}, evidence: {}, notes: {}, tiers: {} }})",
            self.id.rust_source(),
            self.name.rust_source(),
            self.title.rust_source(),
            self.from.rust_source(),
            option(self.until.as_ref()),
            variant("Deduplication", self.deduplication),
            self.evidence.rust_source(),
            list(&self.notes),
            list(&self.tiers),
        )
    }
}

impl RustSource for Tier {
    fn rust_source(&self) -> String {
        format!(
            "Tier::checked_at_build(TierFields {{ id: {}, name: {}, charges: {}, read_cap: {}, at_cap: {}, \
             discount_percent: {}, monthly_minimum: {}, monthly_maximum: {}, annual_maximum: {}, annual_price: {}, \
             term_months: {}, overage: {}, eligibility: {}, existing_customers_only: {}, indicative_price: {}, aside: {}, \
             evidence: {}, note: {} }})",
            self.id.rust_source(),
            self.name.rust_source(),
            self.charges.as_ref().map_or_else(|| "None".to_owned(), |charges| format!("Some({})", list(charges))),
            option(self.read_cap.as_ref()),
            self.at_cap.map_or_else(|| "None".to_owned(), |at_cap| format!("Some({})", variant("AtCap", at_cap))),
            self.discount_percent.rust_source(),
            option(self.monthly_minimum.as_ref()),
            option(self.monthly_maximum.as_ref()),
            option(self.annual_maximum.as_ref()),
            option(self.annual_price.as_ref()),
            option(self.term_months.as_ref()),
            self.overage.as_ref().map_or_else(|| "None".to_owned(), |charges| format!("Some({})", list(charges))),
            list(&self.eligibility),
            self.existing_customers_only,
            option(self.indicative_price.as_ref()),
            option(self.aside.as_ref()),
            option(self.evidence.as_ref()),
            option(self.note.as_ref()),
        )
    }
}

impl RustSource for TierEvidence {
    fn rust_source(&self) -> String {
        format!(
            "TierEvidence {{ price: {}, read_cap: {}, annual_price: {} }}",
            self.price.rust_source(),
            option(self.read_cap.as_ref()),
            option(self.annual_price.as_ref())
        )
    }
}

impl RustSource for Evidence {
    fn rust_source(&self) -> String {
        format!(
            "Evidence {{ status: {}, confidence: {}, sources: {} }}",
            variant("Status", self.status),
            variant("Confidence", self.confidence),
            list(&self.sources),
        )
    }
}

impl RustSource for AccessRule {
    fn rust_source(&self) -> String {
        let usage_types: Vec<_> = self.usage_types.iter().map(|usage_type| variant("UsageType", usage_type)).collect();
        format!(
            "AccessRule {{ usage_types: Cow::Borrowed(&[{}]), access: {}, reason: {}, sources: {} }}",
            usage_types.join(", "),
            variant("Access", self.access),
            option(self.reason.as_ref()),
            list(&self.sources),
        )
    }
}

impl RustSource for Charge {
    fn rust_source(&self) -> String {
        match self {
            Self::Flat { fee } => format!("Charge::Flat {{ fee: {} }}", fee.rust_source()),
            Self::PerUnit { unit_price, included_reads } => format!(
                "Charge::PerUnit {{ unit_price: {}, included_reads: {} }}",
                unit_price.rust_source(),
                included_reads.rust_source()
            ),
            Self::Package { package_size, package_price, included_reads } => format!(
                "Charge::Package {{ package_size: {}, package_price: {}, included_reads: {} }}",
                package_size.rust_source(),
                package_price.rust_source(),
                included_reads.rust_source()
            ),
            Self::Graduated { bands, included_reads } => format!(
                "Charge::Graduated {{ bands: {}, included_reads: {} }}",
                bands.rust_source(),
                included_reads.rust_source()
            ),
            Self::Volume { bands, included_reads } => format!(
                "Charge::Volume {{ bands: {}, included_reads: {} }}",
                bands.rust_source(),
                included_reads.rust_source()
            ),
        }
    }
}

impl RustSource for Bands {
    fn rust_source(&self) -> String {
        format!("Bands::checked_at_build({})", slice(self.list()))
    }
}

impl RustSource for Band {
    fn rust_source(&self) -> String {
        format!(
            "Band {{ up_to: {}, unit_price: {}, flat_fee: {} }}",
            option(self.up_to.as_ref()),
            self.unit_price.rust_source(),
            self.flat_fee.rust_source()
        )
    }
}

impl RustSource for Source {
    fn rust_source(&self) -> String {
        format!(
            "Source {{ id: {}, kind: {}, title: listed({:?}), url: listed({:?}), date: {} }}",
            self.id.rust_source(),
            variant("SourceKind", self.kind),
            self.title,
            self.url,
            option(self.date.as_ref()),
        )
    }
}

impl RustSource for Identifier {
    fn rust_source(&self) -> String {
        format!("Identifier::checked_at_build({:?})", self.as_str())
    }
}

impl RustSource for Reads {
    fn rust_source(&self) -> String {
        format!("Reads::checked_at_build({})", self.get())
    }
}

impl RustSource for PackageSize {
    fn rust_source(&self) -> String {
        format!("PackageSize::checked_at_build({})", self.reads().rust_source())
    }
}

impl RustSource for Price {
    fn rust_source(&self) -> String {
        let parts = self.decimal().unpack();
        format!("Price::checked_at_build({}, {}, {}, {})", parts.lo, parts.mid, parts.hi, parts.scale)
    }
}

impl RustSource for Discount {
    fn rust_source(&self) -> String {
        let parts = self.decimal().unpack();
        format!("Discount::checked_at_build({}, {})", parts.lo, parts.scale)
    }
}

impl RustSource for Term {
    fn rust_source(&self) -> String {
        match self {
            Self::Months(months) => format!("Term::Months(Months::checked_at_build({months}))"),
            Self::Unknown => "Term::Unknown".to_owned(),
        }
    }
}

impl RustSource for Date {
    fn rust_source(&self) -> String {
        format!("date({}, {}, {})", self.year(), self.month(), self.day())
    }
}

impl RustSource for Text {
    fn rust_source(&self) -> String {
        format!("Cow::Borrowed({self:?})")
    }
}

/// The expression of a list that stands in the program.
pub(crate) fn slice<T: RustSource>(values: &[T]) -> String {
    let values: Vec<_> = values.iter().map(RustSource::rust_source).collect();
    // Only a constant of its own may hold values that would have to be dropped.
    format!("const {{ &[{}] }}", values.join(",\n"))
}

/// The same as a [`crate::pricing::List`].
pub(crate) fn list<T: RustSource>(values: &[T]) -> String {
    format!("Cow::Borrowed({})", slice(values))
}

/// The expression of a value that may be missing.
pub(crate) fn option<T: RustSource>(value: Option<&T>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({})", value.rust_source()))
}

/// A variant without fields, whose debug form is its name.
pub(crate) fn variant(of: &str, variant: impl Debug) -> String {
    format!("{of}::{variant:?}")
}
