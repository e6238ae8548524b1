//! Writes checked funder profiles as Rust expressions.

use crate::funder::{CurrencyCode, FunderProfile, FunderSource, Modules, Percent, PriorAgreement};
use crate::rust_source::{RustSource, list, option, variant};

impl RustSource for FunderProfile {
    fn rust_source(&self) -> String {
        format!(
            "FunderProfile::checked_at_build(FunderProfileFields {{ id: {}, name: {}, title: {}, currency: {}, \
             rounding: {}, allows_inflation: {}, allows_contingency: {}, flat_rate_percent: {}, subcontract_in_base: {}, \
             modules: {}, prior_agreement: {}, placement: {}, notes: {}, contingency_notes: {}, subcontract_notes: {}, \
             unconfirmed: {}, sources: {} }})",
            self.id.rust_source(),
            self.name.rust_source(),
            self.title.rust_source(),
            option(self.currency.as_ref()),
            variant("Rounding", self.rounding),
            self.allows_inflation,
            self.allows_contingency,
            option(self.flat_rate_percent.as_ref()),
            option(self.subcontract_in_base.as_ref()),
            option(self.modules.as_ref()),
            option(self.prior_agreement.as_ref()),
            self.placement.rust_source(),
            list(&self.notes),
            list(&self.contingency_notes),
            list(&self.subcontract_notes),
            list(&self.unconfirmed),
            list(&self.sources),
        )
    }
}

impl RustSource for CurrencyCode {
    fn rust_source(&self) -> String {
        format!("CurrencyCode::checked_at_build(*b{:?})", self.as_str())
    }
}

impl RustSource for Percent {
    fn rust_source(&self) -> String {
        let parts = self.decimal().unpack();
        format!("Percent::checked_at_build({}, {})", parts.lo, parts.scale)
    }
}

impl RustSource for Modules {
    fn rust_source(&self) -> String {
        format!("Modules {{ size: {}, most: {} }}", self.size.rust_source(), self.most.rust_source())
    }
}

impl RustSource for PriorAgreement {
    fn rust_source(&self) -> String {
        format!("PriorAgreement {{ direct_from: {}, weeks: {} }}", self.direct_from.rust_source(), self.weeks)
    }
}

impl RustSource for FunderSource {
    fn rust_source(&self) -> String {
        format!(
            "FunderSource {{ title: listed({:?}), url: listed({:?}), date: {}, says: listed({:?}) }}",
            self.title,
            self.url,
            option(self.date.as_ref()),
            self.says
        )
    }
}
