use super::ledger::Ledger;
use super::{AmountTooLarge, Bill, Money, Months, Reads, Tier};

/// What a tier costs over an estimate, in US dollars before tax. Every amount but `exact` is a sum of stated months, each
/// rounded to the cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Each month that is paid. A tier with a term longer than the estimate is paid to the end of the term, with no reads.
    pub months: Vec<MonthCost>,
    /// How many of these months the estimate has.
    pub planned: usize,
    /// The first month with its arithmetic.
    pub bill: Bill,
    /// The first month.
    pub monthly: Money,
    /// The first twelve months, the usage going on as it began where the estimate ends sooner; `None` when months were
    /// given and are fewer than twelve, or when the growth goes beyond the tier's limit.
    pub annual: Option<Money>,
    /// The part of `annual` that lies after the estimate's end; `None` when nothing does.
    pub annual_ahead: Option<Money>,
    /// The month, counted from 1, in which growth that goes on after the estimate's end goes beyond the tier's limit within
    /// the first year.
    pub outgrown_in: Option<usize>,
    /// Twelve months paid in advance; `None` when that isn't offered.
    pub annual_billed: Option<Money>,
    /// All months that are paid.
    pub total: Money,
    /// The same before any rounding, to tell apart what rounding makes equal.
    pub exact: Money,
    /// A thousand reads, on average over the estimate, to a millionth of a dollar; `None` without reads.
    pub per_thousand: Option<Money>,
}

/// One month's reads and what they cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCost {
    /// The reads that are served and paid for.
    pub reads: Reads,
    /// The stated amount.
    pub amount: Money,
}

impl Cost {
    /// Prices each month of `reads`, as many of them as `limit` lets through and at least as many months as `term`, and the
    /// twelve months of `year`; `None` when there is no public price.
    pub(super) fn new(
        tier: &Tier,
        reads: &[Reads],
        year: Option<&[Reads]>,
        limit: Reads,
        term: Option<Months>,
    ) -> Result<Option<Self>, AmountTooLarge> {
        let Some(ledger) = Ledger::new(tier) else { return Ok(None) };
        let served = |reads: &[Reads]| reads.iter().map(|month| (*month).min(limit)).collect::<Vec<_>>();
        let mut paid = served(reads);
        let wanted: u64 = paid.iter().map(|month| month.get()).sum();
        let term = term.map_or(0, |months| usize::from(months.get()));
        paid.resize(reads.len().max(term), Reads::ZERO);

        let bill = ledger.next_bill(paid.first().copied().unwrap_or_default())?;
        let (months, exact) = price_months(ledger, &paid)?;
        let total = sum(&months)?;
        let fits = reads.iter().all(|month| *month <= limit);
        let outgrown = |year: &&[Reads]| year.iter().position(|month| *month > limit).filter(|_| fits);
        let outgrown_in = year.as_ref().and_then(outgrown).filter(|month| *month >= reads.len()).map(|month| month + 1);
        let (annual, annual_ahead) = match year.filter(|_| outgrown_in.is_none()).map(served) {
            Some(year) if year == paid[..reads.len()] => (Some(sum(&months[..year.len()])?), None),
            Some(year) => {
                let year = price_months(ledger, &year)?.0;
                let ahead = year.get(reads.len()..).map(sum).transpose()?;
                (Some(sum(&year)?), ahead)
            }
            None => (None, None),
        };
        Ok(Some(Self {
            monthly: bill.amount(),
            bill,
            annual,
            annual_ahead,
            outgrown_in,
            annual_billed: tier.annual_price.map(Money::from),
            per_thousand: total.per_thousand(wanted),
            total,
            exact,
            planned: reads.len(),
            months,
        }))
    }

    /// The cheapest and the dearest of the estimate's months.
    #[must_use]
    pub fn monthly_range(&self) -> (Money, Money) {
        let amounts = || self.months.iter().take(self.planned).map(|month| month.amount);
        (amounts().min().unwrap_or(self.monthly), amounts().max().unwrap_or(self.monthly))
    }

    /// Whether a year is of reads after the estimate's end while the total is of months without them, to the end of a longer
    /// term. Where the term asks for as much without them, the year is the same either way.
    #[must_use]
    pub fn year_departs_from_term(&self) -> bool {
        let first_year = self.months.get(..Months::YEAR.get().into()).unwrap_or(&self.months);
        self.months.len() > self.planned && self.annual.is_some_and(|annual| sum(first_year) != Ok(annual))
    }

    /// What all months that are paid would come to without the annual maximum of `tier`, whose cost this is; `None` when an
    /// amount has too many digits to be exact.
    #[must_use]
    pub fn without_annual_maximum(&self, tier: &Tier) -> Option<Money> {
        self.months.iter().try_fold(Money::ZERO, |sum, month| {
            let listed = tier.exact(month.reads).ok()??;
            sum.plus(listed.to_the_cent()).ok()
        })
    }

    /// What each of the months behind the estimate costs, which are paid to the end of a longer term; `None` without such
    /// months, and where they differ.
    #[must_use]
    pub fn behind(&self) -> Option<Money> {
        let mut behind = self.months.iter().skip(self.planned).map(|month| month.amount);
        let first = behind.next()?;
        behind.all(|amount| amount == first).then_some(first)
    }
}

/// Prices month after month: the stated amounts, and the exact sum.
fn price_months(mut ledger: Ledger<'_>, reads: &[Reads]) -> Result<(Vec<MonthCost>, Money), AmountTooLarge> {
    let mut months: Vec<MonthCost> = Vec::with_capacity(reads.len());
    let mut exact_total = Money::ZERO;
    for reads in reads.iter().copied() {
        let (exact, amount) = ledger.next_month(reads)?;
        exact_total = exact_total.plus(exact)?;
        months.push(MonthCost { reads, amount });
    }
    Ok((months, exact_total))
}

fn sum(months: &[MonthCost]) -> Result<Money, AmountTooLarge> {
    months.iter().try_fold(Money::ZERO, |sum, month| sum.plus(month.amount))
}
