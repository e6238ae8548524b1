use super::{
    Assessment, Breakpoint, Breakpoints, Catalogue, Epoch, Estimate, MostReads, Reads, Unpriceable, Volume, Ways,
    assess, breakpoints, most_reads, price_history, ways,
};

/// The answer to an estimate. Each outlet formats the same report.
///
/// What else follows from it is found when an outlet asks, so that whoever only wants the answer doesn't wait for the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What was asked. What is priced, [`Assessment::estimate`], is another estimate where a budget was asked about: the posts
    /// that it buys.
    pub asked: Estimate,
    /// What the budget buys at each tier, best first; empty when the estimate starts from a volume.
    pub bought: Vec<MostReads>,
    /// Every tier, for the reads of the estimate. When it starts from a budget: for the most reads that it buys, the same
    /// in every month.
    pub assessment: Assessment,
    /// The same for the low volume, if there is one and the estimate starts from it.
    pub low: Option<Assessment>,
    /// The same for the high volume, if there is one and the estimate starts from it.
    pub high: Option<Assessment>,
}

/// Where the answer for one month changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The volumes at which it does, from none on.
    pub breakpoints: Breakpoints,
    /// The next volume above the busiest month at which the cheapest tier changes or none fits any more.
    pub next_cliff: Option<Breakpoint>,
}

impl Report {
    /// Answers an estimate.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn new(catalogue: &'static Catalogue, estimate: &Estimate) -> Result<Self, Unpriceable> {
        let bought = estimate.budget().map(|budget| most_reads(estimate, budget)).unwrap_or_default();
        let priced = match estimate.budget() {
            None => estimate.clone(),
            Some(_) => estimate.buying(bought.first().and_then(|best| best.reads).unwrap_or_default()),
        };
        let at = |volume: Option<Volume>| {
            // The estimate let no volume in that can't be asked.
            let scenario = volume.and_then(|volume| estimate.at_volume(volume).ok());
            scenario.map(|scenario| assess(catalogue, &scenario)).transpose()
        };
        Ok(Self {
            bought,
            assessment: assess(catalogue, &priced)?,
            low: at(priced.low())?,
            high: at(priced.high())?,
            asked: estimate.clone(),
        })
    }

    /// Cheaper and faster ways to the same reads.
    #[must_use]
    pub fn ways(&self) -> Ways {
        ways(&self.assessment)
    }

    /// The cheapest tier for the same reads in every price book, oldest first.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn price_history(&self, catalogue: &'static Catalogue) -> Result<Vec<Epoch>, Unpriceable> {
        price_history(catalogue, &self.assessment.estimate)
    }

    /// The volumes at which the answer for one month changes, and the next above the busiest month.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn outlook(&self) -> Result<Outlook, Unpriceable> {
        let asked = &self.assessment.estimate;
        let peak = asked.peak();
        let breakpoints = breakpoints(asked, Reads::ZERO)?;
        let next_cliff = if breakpoints.complete_to < Reads::MAX {
            // A search that stopped on its way up may not have come past the busiest month, so another begins there.
            super::breakpoints(asked, peak)?.next_cliff(peak).cloned()
        } else {
            breakpoints.next_cliff(peak).cloned()
        };
        Ok(Outlook { breakpoints, next_cliff })
    }
}
