use super::{Amount, BudgetLine, BudgetRow, BudgetTerms, CostClass, ExchangeRate, IndirectBase, PriceLevel};
use crate::pricing::{AmountTooLarge, Money};
use crate::project::funder::CurrencyCode;

/// A budget year in one currency: every row with its arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetColumn {
    lines: [BudgetLine; BudgetRow::ALL.len()],
}

impl BudgetColumn {
    /// Every row with its arithmetic, from top to bottom.
    #[must_use]
    pub const fn lines(&self) -> &[BudgetLine] {
        &self.lines
    }

    /// One row with its arithmetic.
    #[must_use]
    pub const fn line(&self, row: BudgetRow) -> &BudgetLine {
        &self.lines[row as usize]
    }

    /// The stated amount of one row.
    #[must_use]
    pub const fn amount(&self, row: BudgetRow) -> Amount {
        self.line(row).amount()
    }
}

/// The years of a budget in one currency, one after the other: what the years before came to decides over the next.
pub(super) struct Columns<'a> {
    terms: &'a BudgetTerms,
    rate: Option<ExchangeRate>,
    places: u32,
    level: Option<PriceLevel>,
    /// What of a subcontract the base has counted so far; no more than the funder's limit.
    counted: Amount,
}

impl<'a> Columns<'a> {
    /// In the currency of the budget, as the funder states amounts.
    pub(super) fn stated(terms: &'a BudgetTerms) -> Self {
        let rate = terms.conversion.map(|conversion| conversion.rate);
        Self { terms, rate, places: terms.places(terms.currency()), level: None, counted: Amount::ZERO }
    }

    /// In US dollars: as the funder states amounts where these are dollars, otherwise to the cent.
    pub(super) fn dollars(terms: &'a BudgetTerms) -> Self {
        Self { rate: None, places: terms.places(CurrencyCode::USD), ..Self::stated(terms) }
    }

    /// The next year, whose paid months cost so much each and come to `dollars`.
    pub(super) fn next(&mut self, months: &[Money], dollars: Money) -> Result<BudgetColumn, AmountTooLarge> {
        let Self { terms, rate, places, .. } = *self;
        let funder = terms.funder;
        let (inflation, contingency) = (terms.charged_inflation(), terms.charged_contingency());
        let level = self.level.map_or(Ok(PriceLevel::FIRST), |level| level.next(inflation))?;
        self.level = Some(level);

        let fees = rate.map_or(Ok(Amount::from(dollars)), |rate| Amount::exchanged(dollars, rate))?.stated(places);
        let rise = fees.rise(level)?.stated(places);
        let risen = fees.plus(rise)?;
        let reserve = risen.percent(contingency)?.stated(places);
        let subtotal = risen.plus(reserve)?;
        // A year without access asks for no module on its account.
        let others = if subtotal == Amount::ZERO { Amount::ZERO } else { terms.counted_costs() };
        let modules = funder.modules.map(|modules| Ok((subtotal.plus(others)?.steps_of(modules.size)?, modules.size)));
        let modules = modules.transpose()?;
        let direct =
            modules.map_or(Ok(subtotal), |(count, size)| Amount::from(size).times(count.into())?.minus(others))?;
        let base = self.base(direct, risen, reserve)?;
        let percent = terms.charged_indirect_rate();
        let of = base.amount();
        let indirect = of.percent(percent)?.stated(places);
        let lines = [
            BudgetLine::AccessFees { months: months.to_vec(), dollars, rate, amount: fees },
            BudgetLine::Inflation { percent: inflation, level, fees, amount: rise },
            BudgetLine::Contingency { percent: contingency, of: risen, amount: reserve },
            BudgetLine::Modules { modules, of: subtotal, others, amount: direct.minus(subtotal)? },
            BudgetLine::Direct { amount: direct },
            base,
            BudgetLine::Indirect { percent, of, amount: indirect },
            BudgetLine::Total { direct, indirect, amount: direct.plus(indirect)? },
        ];
        Ok(BudgetColumn { lines })
    }

    /// What of the direct costs indirect costs are charged on. Where access is a subcontract, its fees with their
    /// inflation are `risen`: a contingency and the rounding up to modules are none of it.
    fn base(&mut self, direct: Amount, risen: Amount, reserve: Amount) -> Result<BudgetLine, AmountTooLarge> {
        let contingency = match self.terms.indirect_base {
            IndirectBase::TotalDirect => Amount::ZERO,
            IndirectBase::WithoutContingency => reserve,
        };
        let limit = self.terms.funder.subcontract_in_base.filter(|_| self.terms.cost_class == CostClass::Subcontract);
        let subcontract = match limit {
            None => Amount::ZERO,
            Some(limit) => {
                let counted = risen.min(Amount::from(limit).minus(self.counted)?);
                self.counted = self.counted.plus(counted)?;
                risen.minus(counted)?
            }
        };
        let amount = direct.minus(contingency)?.minus(subcontract)?;
        Ok(BudgetLine::Base { direct, contingency, subcontract, amount })
    }
}
