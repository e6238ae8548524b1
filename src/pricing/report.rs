use super::{
    Assessment, Breakpoint, Breakpoints, Catalogue, Epoch, Estimate, MostReads, Reads, Unpriceable, Volume, Ways,
    assess, breakpoints, history, most_reads, ways,
};

/// Everything that the Compare page and the JavaScript API say about an estimate. Each outlet formats the same report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What was asked.
    pub estimate: Estimate,
    /// What the budget buys at each tier, best first; empty when the estimate starts from a volume.
    pub bought: Vec<MostReads>,
    /// Every tier, for the reads of the estimate. When it starts from a budget: for the most reads that it buys, the same
    /// in every month.
    pub assessment: Assessment,
    /// The same for the low volume, if there is one.
    pub low: Option<Assessment>,
    /// The same for the high volume, if there is one.
    pub high: Option<Assessment>,
    /// Cheaper and faster ways to the same reads.
    pub ways: Ways,
    /// The cheapest tier for the same reads in every price book, oldest first.
    pub history: Vec<Epoch>,
    /// The volumes at which the answer for one month changes.
    pub breakpoints: Breakpoints,
    /// The breakpoints above the busiest month, where [`Report::breakpoints`] stop before it.
    above_peak: Option<Breakpoints>,
}

impl Report {
    /// Answers an estimate in every way there is.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn new(catalogue: &'static Catalogue, estimate: &Estimate) -> Result<Self, Unpriceable> {
        let bought = estimate.budget().map(|budget| most_reads(estimate, budget)).unwrap_or_default();
        let asked = match estimate.budget() {
            None => estimate.clone(),
            Some(_) => estimate.buying(bought.first().and_then(|best| best.reads).unwrap_or_default()),
        };
        let at = |volume: Option<Volume>| {
            // The estimate let no volume in that can't be asked.
            let scenario = volume.and_then(|volume| estimate.at_volume(volume).ok());
            scenario.map(|scenario| assess(catalogue, &scenario)).transpose()
        };
        let found = breakpoints(&asked, Reads::ZERO)?;
        let peak = asked.peak();
        // A search that stopped on its way up may not have come past the busiest month, so another begins there.
        let above_peak = (found.complete_to < Reads::MAX).then(|| breakpoints(&asked, peak)).transpose()?;
        let assessment = assess(catalogue, &asked)?;
        Ok(Self {
            bought,
            ways: ways(&assessment),
            assessment,
            low: at(estimate.low())?,
            high: at(estimate.high())?,
            history: history(catalogue, &asked)?,
            breakpoints: found,
            above_peak,
            estimate: estimate.clone(),
        })
    }

    /// The next volume above the busiest month at which the cheapest tier changes or none fits any more.
    #[must_use]
    pub fn next_cliff(&self) -> Option<&Breakpoint> {
        self.above_peak.as_ref().unwrap_or(&self.breakpoints).next_cliff(self.assessment.estimate.peak())
    }
}
