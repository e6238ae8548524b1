//! Everything that the history of reads says, in words and in order. The screen and the exports for people set it down, each
//! in its way, so they can't differ.

use super::sentences::{months, report_remarks, report_sentences, span_phrase, unserved_phrase};
use crate::format::tier::standing_phrase;
use crate::format::{NoTier, all_months_phrase, terms_for_phrase};
use crate::history::{BookReport, HistoryReport};
use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Cost, Epoch, Fit, Money, PriceBook, Reads, Term, Tier, TierAssessment};

/// What the history says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryOutline {
    /// `Usage history, 2021-03 to 2023-04`.
    pub title: String,
    /// What it comes to, a sentence each.
    pub sentences: Vec<String>,
    /// How well the rows behind it cover the months that are priced, a sentence each; none where that isn't known.
    pub remarks: Vec<String>,
    /// All months together, by every price book and by the reader's own tiers.
    pub over_all: HistoryTable,
    /// Month by month, at the cheapest tier of every price book.
    pub by_month: HistoryTable,
    /// Month by month, at every tier of each price book, oldest first, and at the reader's own.
    pub by_tier: Vec<HistoryTable>,
    /// What holds for all figures, a sentence each.
    pub notes: Vec<String>,
}

/// A table: what it shows, and its rows, each with a heading of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryTable {
    /// What tells it from the others.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub lead: String,
    /// The headings of its columns; the first is that of the rows' own headings.
    pub columns: Vec<String>,
    /// Its rows: a heading, and a cell for each column after the first.
    pub rows: Vec<(String, Vec<HistoryCell>)>,
    /// What the rows come to, if it says so: a row like the others.
    pub total: Option<(String, Vec<HistoryCell>)>,
}

impl HistoryTable {
    /// The rows with the total below them.
    pub fn all_rows(&self) -> impl Iterator<Item = &(String, Vec<HistoryCell>)> {
        self.rows.iter().chain(&self.total)
    }
}

/// A cell of a [`HistoryTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryCell {
    /// A figure, or why there is none.
    pub text: String,
    /// What else there is to say; may be empty.
    pub note: String,
    /// Whether reads are left that the tier doesn't serve.
    pub is_over: bool,
}

impl HistoryCell {
    fn new(text: String, note: &str) -> Self {
        Self { text, note: note.to_owned(), is_over: false }
    }

    /// Text and note in one line.
    #[must_use]
    pub fn line(&self) -> String {
        if self.note.is_empty() { self.text.clone() } else { format!("{} ({})", self.text, self.note) }
    }
}

impl HistoryOutline {
    /// Puts a report into words.
    #[must_use]
    pub fn new(report: &HistoryReport, catalogue: &Catalogue, style: NumberStyle) -> Self {
        let outline = Outline { report, style };
        let books = report.books.iter().map(|book| outline.tiers_of(book));
        let own = (!report.own.is_empty()).then(|| outline.own_tiers());
        Self {
            title: format!("Usage history, {}", span_phrase(&report.history)),
            sentences: report_sentences(report, catalogue, style),
            remarks: report_remarks(report, style),
            over_all: outline.over_all(),
            by_month: outline.by_month(),
            by_tier: books.chain(own).collect(),
            notes: notes(report),
        }
    }

    /// Every table, in order.
    pub fn tables(&self) -> impl Iterator<Item = &HistoryTable> {
        [&self.over_all, &self.by_month].into_iter().chain(&self.by_tier)
    }
}

/// The id of the table of a price book's tiers.
#[must_use]
pub fn tier_table_id(price_book: &PriceBook) -> String {
    format!("tiers-{}", price_book.id)
}

/// The id of the table of the reader's own tiers.
pub const OWN_TABLE: &str = "own-tiers-by-month";

struct Outline<'a> {
    report: &'a HistoryReport,
    style: NumberStyle,
}

impl Outline<'_> {
    fn over_all(&self) -> HistoryTable {
        let reads = self.report.history.reads();
        let (all, lead) = if reads.len() == 1 {
            ("The one month".to_owned(), "The tier that serves the month and costs least.".to_owned())
        } else {
            let idle = if reads.contains(&Reads::ZERO) { ", also in those without reads" } else { "" };
            (
                format!("Over {}", all_months_phrase(reads.len(), self.style)),
                format!("The one tier that serves every month and costs least over all of them, held in each{idle}."),
            )
        };
        let book = |book: &BookReport| {
            let Epoch { price_book, cheapest, otherwise, .. } = &book.epoch;
            (price_book.name.to_string(), self.totals(cheapest.as_ref(), *otherwise))
        };
        let own = |answer: &TierAssessment| {
            let fits = (answer.fit == Fit::Fits).then_some(answer);
            (format!("Your own tier {}", answer.tier.name), self.totals(fits, Some(answer.fit)))
        };
        HistoryTable {
            id: "over-all".to_owned(),
            title: format!("{all}, by every price book"),
            lead,
            columns: ["Prices of", "Cheapest tier", "All months", "Per thousand reads"].map(str::to_owned).to_vec(),
            rows: self.report.books.iter().map(book).chain(self.report.own.iter().map(own)).collect(),
            total: None,
        }
    }

    fn totals(&self, answer: Option<&TierAssessment>, otherwise: Option<Fit>) -> Vec<HistoryCell> {
        let Some((answer, cost)) = answer.and_then(|answer| Some((answer, answer.cost.as_ref()?))) else {
            let dash = || HistoryCell::new("–".to_owned(), "");
            let is_over = matches!(otherwise, Some(Fit::OverCap { .. }));
            let why = HistoryCell { is_over, ..HistoryCell::new(NoTier::of(otherwise).phrase().to_owned(), "") };
            return vec![why, dash(), dash()];
        };
        let average = cost.per_thousand.map_or_else(|| "–".to_owned(), |average| self.style.average(average));
        vec![
            HistoryCell::new(answer.tier.name.to_string(), &self.terms_and_standing(&answer.tier)),
            HistoryCell::new(self.style.money(cost.total), &self.term_note(cost)),
            HistoryCell::new(average, ""),
        ]
    }

    /// A tier's terms, what the usage type needs before it can have it, and how sure its price is.
    fn terms_and_standing(&self, tier: &Tier) -> String {
        let standing = tier.evidence.as_ref().map(|evidence| format!(" · price {}", standing_phrase(&evidence.price)));
        terms_for_phrase(tier, self.report.usage_type, None, self.style) + &standing.unwrap_or_default()
    }

    /// Says when a term is paid beyond the history.
    fn term_note(&self, cost: &Cost) -> String {
        let paid = cost.months.len();
        if paid > self.report.history.reads().len() {
            format!("{} of its term", months(paid, self.style))
        } else {
            String::new()
        }
    }

    fn by_month(&self) -> HistoryTable {
        let cell = |epoch: &Epoch| {
            if let Some((answer, cost)) = epoch.cheapest.as_ref().and_then(|it| Some((it, it.cost.as_ref()?))) {
                return HistoryCell::new(self.style.money(cost.monthly), &answer.tier.name);
            }
            let is_over = matches!(epoch.otherwise, Some(Fit::OverCap { .. }));
            HistoryCell { is_over, ..HistoryCell::new(NoTier::of(epoch.otherwise).phrase().to_owned(), "") }
        };
        let rows = self.report.months.iter().map(|month| {
            let reads = HistoryCell::new(self.style.reads(month.reads), "");
            (month.month.to_string(), std::iter::once(reads).chain(month.epochs.iter().map(cell)).collect())
        });
        let books = self.report.books.iter().map(|book| book.epoch.price_book.name.to_string());
        HistoryTable {
            id: "by-month".to_owned(),
            title: "Month by month, by every price book".to_owned(),
            lead: "Each month by itself, at the cheapest tier that serves it, and below what that comes to.".to_owned(),
            columns: ["Month", "Reads"].map(str::to_owned).into_iter().chain(books).collect(),
            rows: rows.collect(),
            total: Some(self.total_row(self.report.books.iter().map(|book| self.month_by_month(book)))),
        }
    }

    /// All months, their reads, and a cell for each further column.
    fn total_row(&self, cells: impl Iterator<Item = HistoryCell>) -> (String, Vec<HistoryCell>) {
        let reads = HistoryCell::new(self.style.whole(self.report.history.total()), "");
        ("All months".to_owned(), std::iter::once(reads).chain(cells).collect())
    }

    fn month_by_month(&self, book: &BookReport) -> HistoryCell {
        match &book.month_by_month {
            Ok(total) => HistoryCell::new(self.style.money(*total), ""),
            Err(unserved) => {
                let is_over = unserved.reasons.iter().any(|reason| matches!(reason, Some(Fit::OverCap { .. })));
                let note = unserved_phrase(unserved, self.style);
                HistoryCell { is_over, ..HistoryCell::new("no total".to_owned(), &note) }
            }
        }
    }

    fn tiers_of(&self, book: &BookReport) -> HistoryTable {
        let price_book = book.epoch.price_book;
        HistoryTable {
            id: tier_table_id(price_book),
            title: format!("Month by month, at every tier of {}", price_book.name),
            lead: "What a tier serves of each month. Where reads are left over, the amount is that of the reads it serves."
                .to_owned(),
            ..self.tiers(&book.answers)
        }
    }

    fn own_tiers(&self) -> HistoryTable {
        HistoryTable {
            id: OWN_TABLE.to_owned(),
            title: "Month by month, at your own tiers".to_owned(),
            lead: "The tiers of the last estimate on this device.".to_owned(),
            ..self.tiers(&self.report.own)
        }
    }

    fn tiers(&self, answers: &[TierAssessment]) -> HistoryTable {
        let names = answers.iter().map(|answer| answer.tier.name.to_string());
        let rows = self.report.months.iter().enumerate().map(|(place, month)| {
            let cell = |answer: &TierAssessment| {
                let amount = answer.cost.as_ref().and_then(|cost| cost.months.get(place)).map(|month| month.amount);
                let fit = answer.month_fit(month.reads);
                match fit {
                    Fit::OverCap { shortfall, .. } => {
                        let note = format!("over the cap, {} short", self.style.reads(shortfall));
                        self.tier_cell(fit, amount, &note)
                    }
                    _ => self.tier_cell(fit, amount, ""),
                }
            };
            let reads = HistoryCell::new(self.style.reads(month.reads), "");
            (month.month.to_string(), std::iter::once(reads).chain(answers.iter().map(cell)).collect())
        });
        HistoryTable {
            id: String::new(),
            title: String::new(),
            lead: String::new(),
            columns: ["Month", "Reads"].map(str::to_owned).into_iter().chain(names).collect(),
            rows: rows.collect(),
            total: Some(self.total_row(answers.iter().map(|answer| self.tier_total(answer)))),
        }
    }

    /// What a tier comes to in all months.
    fn tier_total(&self, answer: &TierAssessment) -> HistoryCell {
        let note = if matches!(answer.fit, Fit::OverCap { .. }) {
            let reads = self.report.history.reads().iter();
            let over = reads.filter(|reads| matches!(answer.month_fit(**reads), Fit::OverCap { .. })).count();
            format!("over the cap in {}", months(over, self.style))
        } else {
            answer.cost.as_ref().map(|cost| self.term_note(cost)).unwrap_or_default()
        };
        self.tier_cell(answer.fit, answer.cost.as_ref().map(|cost| cost.total), &note)
    }

    /// An amount at a tier with what there is to say of it, or why there is none.
    fn tier_cell(&self, fit: Fit, amount: Option<Money>, note: &str) -> HistoryCell {
        if fit == Fit::NotEligible {
            return HistoryCell::new("not open".to_owned(), self.report.usage_type.label());
        }
        let text = amount.map_or_else(|| "no public price".to_owned(), |amount| self.style.money(amount));
        HistoryCell { is_over: matches!(fit, Fit::OverCap { .. }), ..HistoryCell::new(text, note) }
    }
}

/// What holds for all figures, a sentence each.
pub(super) fn notes(report: &HistoryReport) -> Vec<String> {
    let usage = report.usage_type.label();
    let own = report.own_tiers.iter().map(|tier| tier.name.to_string()).collect::<Vec<_>>().join(", ");
    let own = if own.is_empty() {
        "No tiers of your own take part: the last estimate on this device has none.".to_owned()
    } else {
        format!("Your own tiers are those of the last estimate on this device: {own}.")
    };
    let without_term = report.books.iter().flat_map(|book| &book.answers);
    let assumes = without_term.filter(|answer| answer.tier.term_months == Some(Term::Unknown));
    let term = if assumes.count() > 0 { " Where a minimum term isn’t public, none is assumed." } else { "" };
    vec![
        format!("Every price book is applied to all months for {usage}, as if it had held then.{term}"),
        "Prices for a year in advance are not considered.".to_owned(),
        own,
        "Independent estimate, not an offer. Prices in US dollars before tax.".to_owned(),
    ]
}
