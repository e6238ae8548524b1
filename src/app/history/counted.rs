use std::rc::Rc;

use super::Own;
use crate::app::saved::SavedName;
use crate::format::{HistoryOutline, count_error_sentence};
use crate::history::{Count, DateOrder, HistoryReport, UsageHistory};
use crate::link;
use crate::numbers::NumberStyle;
use crate::pricing::{PriceBook, UsageType};

/// A history that is shown, and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// What it is called.
    pub name: SavedName,
    /// How it was counted, and in which order its dates were read; `None` for a history that was kept.
    pub count: Option<(Rc<Count>, DateOrder)>,
    /// Its months.
    pub history: UsageHistory,
    /// What it would have cost, or why that can't be said.
    pub report: Result<Rc<HistoryReport>, String>,
    /// The same in words.
    pub outline: Option<Rc<HistoryOutline>>,
}

impl Counted {
    /// What came of counting a file, with its dates read in `order`.
    ///
    /// # Errors
    /// A sentence when there is no history in it.
    pub fn of_count(
        name: SavedName,
        count: Rc<Count>,
        order: DateOrder,
        usage_type: UsageType,
        own: &Own,
        style: NumberStyle,
    ) -> Result<Self, String> {
        let history = count.history(order).map_err(|error| count_error_sentence(error, style))?;
        let blank = Self { name, count: Some((count, order)), history, report: Err(String::new()), outline: None };
        Ok(blank.priced(usage_type, own, style))
    }

    /// A history that was kept.
    #[must_use]
    pub fn of_history(
        name: SavedName,
        history: UsageHistory,
        usage_type: UsageType,
        own: &Own,
        style: NumberStyle,
    ) -> Self {
        let blank = Self { name, count: None, history, report: Err(String::new()), outline: None };
        blank.priced(usage_type, own, style)
    }

    /// The same history for another usage type, or written in another style.
    #[must_use]
    pub fn priced(self, usage_type: UsageType, own: &Own, style: NumberStyle) -> Self {
        let catalogue = crate::catalogue();
        let report = HistoryReport::new(catalogue, &self.history, usage_type, &own.tiers);
        let others = self.count.as_ref().map(|(count, _)| count.others.clone()).unwrap_or_default();
        let report = report.map(|report| Rc::new(report.with_others(others))).map_err(|error| error.to_string());
        let outline = report.as_ref().ok().map(|report| Rc::new(HistoryOutline::new(report, catalogue, style)));
        Self { report, outline, ..self }
    }

    /// The link of the months as an estimate at the prices of a book, without the `#`.
    #[must_use]
    pub fn link(&self, price_book: &'static PriceBook) -> Option<String> {
        let report = self.report.as_ref().ok()?;
        report.estimate(price_book).ok().map(|estimate| link::encode(&estimate))
    }
}
