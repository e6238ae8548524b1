//! The history of reads as CSV, for spreadsheets: one row for each month at each tier.

use super::outline::notes;
use super::sentences::{left_out_sentence, report_remarks, unserved_phrase};
use crate::format::csv::push_text;
use crate::format::plain::cents;
use crate::format::{NoTier, access_sentence};
use crate::history::HistoryReport;
use crate::numbers::NumberStyle;
use crate::pricing::{Fit, Reads, TierAssessment};

/// The column names.
const HEADER: [&str; 7] = ["Month", "Reads", "Prices of", "Tier", "Cost in US dollars", "Note", "Usage type"];

/// What stands in place of a month where all of them are meant.
const ALL: &str = "all";

/// What stands in place of a tier where each month has its own.
const CHEAPEST: &str = "the cheapest of each month";

/// What stands in place of a price book for tiers of the reader's own.
const OWN: &str = "your own tiers";

/// Every month at every tier, all months together, and what the cheapest tiers of each month come to, as RFC 4180 has it. Amounts
/// are plain numbers to the cent, and left out where there is none. Where a tier leaves reads over, its amount is that of the
/// reads it serves. The last rows have no prices: they say how well the rows behind the months cover them, and what is assumed.
#[must_use]
pub fn history_csv(report: &HistoryReport) -> String {
    // Without the byte order mark spreadsheets garble letters beyond ASCII.
    let mut table = Table { csv: format!("\u{feff}{}\r\n", HEADER.join(",")), report };
    for book in &report.books {
        let name = &book.epoch.price_book.name;
        table.answers(name, &book.answers);
        if book.epoch.cheapest.is_none() {
            table.row(ALL, report.history.total(), name, "", None, NoTier::of(book.epoch.otherwise).phrase());
        }
        let (sum, note) = match &book.month_by_month {
            Ok(sum) => (Some(cents(*sum)), String::new()),
            Err(unserved) => (None, unserved_phrase(unserved, NumberStyle::ENGLISH)),
        };
        table.row(ALL, report.history.total(), name, CHEAPEST, sum, &note);
    }
    table.answers(OWN, &report.own);
    let left_out = left_out_sentence(report, NumberStyle::ENGLISH);
    for note in report_remarks(report, NumberStyle::ENGLISH).into_iter().chain(left_out).chain(notes(report)) {
        table.row(ALL, report.history.total(), "", "", None, &note);
    }
    table.csv
}

struct Table<'a> {
    csv: String,
    report: &'a HistoryReport,
}

impl Table<'_> {
    fn answers(&mut self, prices: &str, answers: &[TierAssessment]) {
        for answer in answers {
            for (place, (month, reads)) in self.report.history.months().enumerate() {
                let note = self.note(answer, answer.month_fit(reads));
                let amount = answer.cost.as_ref().and_then(|cost| cost.months.get(place)).map(|it| cents(it.amount));
                self.row(&month.to_string(), reads.get(), prices, &answer.tier.name, amount, &note);
            }
            let total = answer.cost.as_ref().map(|cost| cents(cost.total));
            let note = self.note(answer, self.whole_fit(answer));
            self.row(ALL, self.report.history.total(), prices, &answer.tier.name, total, &note);
        }
    }

    /// How a tier fits all months: where it leaves reads over, those of every month.
    fn whole_fit(&self, answer: &TierAssessment) -> Fit {
        let Fit::OverCap { months_needed, .. } = answer.fit else { return answer.fit };
        let short = self.report.history.months().filter_map(|(_, reads)| match answer.month_fit(reads) {
            Fit::OverCap { shortfall, .. } => Some(shortfall.get()),
            Fit::Fits | Fit::NoPublicPrice | Fit::NotEligible => None,
        });
        Fit::OverCap { shortfall: Reads::ZERO.forward(short.sum()), months_needed }
    }

    fn row(&mut self, month: &str, reads: u64, prices: &str, tier: &str, amount: Option<String>, note: &str) {
        push_text(&mut self.csv, month);
        self.csv += &format!(",{reads},");
        push_text(&mut self.csv, prices);
        self.csv.push(',');
        push_text(&mut self.csv, tier);
        self.csv += &format!(",{},", amount.unwrap_or_default());
        push_text(&mut self.csv, note);
        self.csv.push(',');
        push_text(&mut self.csv, self.report.usage_type.label());
        self.csv.push_str("\r\n");
    }

    /// Why a tier doesn't do, or what the usage type needs before it can have it.
    fn note(&self, answer: &TierAssessment, fit: Fit) -> String {
        match fit {
            Fit::Fits => access_sentence(answer.access, self.report.usage_type).unwrap_or_default(),
            Fit::NoPublicPrice => "no public price".to_owned(),
            Fit::NotEligible => "not open to this usage type".to_owned(),
            Fit::OverCap { shortfall, .. } => format!("over the cap: {shortfall} reads short"),
        }
    }
}
