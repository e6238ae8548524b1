use std::borrow::Cow;

use super::{Billing, Quote, QuoteFigure, QuoteOption};
use crate::pricing::{
    AmountTooLarge, Bill, Catalogue, Discount, Estimate, Fit, Money, Price, PriceBook, Reads, Tier, TierAssessment,
    Unpriceable, assess,
};

/// What follows from a [`Quote`] at the prices of one price book: the one result that sheet, screen and exports format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// At whose prices.
    pub price_book: &'static PriceBook,
    /// What each option of the quote comes to, in their order.
    pub options: Vec<QuotedOption>,
    /// What is paid once, together.
    pub one_off: Money,
}

/// What one option comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedOption {
    /// What was agreed.
    pub option: QuoteOption,
    /// The tier that it offers.
    pub tier: Cow<'static, Tier>,
    /// Whether it can serve the reads of this usage type.
    pub fit: Fit,
    /// The reads of the busiest month.
    pub peak: Reads,
    /// What it costs; `None` when there is no public price.
    pub totals: Option<Totals>,
    /// The figures that say something of it, in the order in which they are shown: every outlet for people tells these.
    pub figures: Vec<QuoteFigure>,
}

/// The amounts of an option. All are stated to the cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// The payments of the term, in order.
    pub payments: Vec<Payment>,
    /// How many months of the tier's term lie behind the quote's own, and are paid without reads.
    pub months_behind: usize,
    /// How many of the payments are for the quote's own months.
    pub planned: usize,
    /// The arithmetic of the first month, where months are what is charged; `None` where a year has a price of its own.
    pub bill: Option<Bill>,
    /// What a month costs after the discount: the first, or on average where a year is paid in advance.
    pub monthly: Money,
    /// What the first twelve months cost after the discount, without one-off items; `None` for a shorter term.
    pub annual: Option<Money>,
    /// The whole term before the discount.
    pub list: Money,
    /// What the discount takes off the whole term: not positive.
    pub discount: Money,
    /// The whole term after the discount.
    pub recurring: Money,
    /// The whole term with the one-off items.
    pub total: Money,
}

impl Totals {
    /// The months that are paid.
    #[must_use]
    pub fn months(&self) -> usize {
        self.payments.iter().map(|payment| payment.months).sum()
    }

    /// Whether payments go on behind the quote's own months, to the end of the tier's term.
    #[must_use]
    pub const fn is_prolonged(&self) -> bool {
        self.months_behind > 0
    }

    /// Whether some payments differ from others.
    #[must_use]
    pub fn varies(&self) -> bool {
        self.payments.windows(2).any(|pair| matches!(pair, [before, after] if before.list != after.list))
    }
}

/// One payment: a month's, or a year's in advance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The months that it is for.
    pub months: usize,
    /// Before the discount.
    pub list: Money,
    /// What the discount takes off: not positive.
    pub discount: Money,
    /// After the discount.
    pub net: Money,
}

impl Payment {
    fn new(months: usize, list: Money, percent: Discount) -> Result<Self, AmountTooLarge> {
        let discount = Money::ZERO.minus(list.percent(percent)?)?.to_the_cent();
        Ok(Self { months, list, discount, net: list.plus(discount)? })
    }
}

impl Quotation {
    /// What `quote` comes to at the prices that it was made with.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn as_quoted(catalogue: &'static Catalogue, quote: &Quote) -> Result<Self, Unpriceable> {
        let answers = assess(catalogue, &quote.estimate)?.tiers;
        let one_off = quote.items.iter().try_fold(Money::ZERO, |sum, item| sum.plus(item.stated()));
        let one_off = one_off.map_err(|reason| Unpriceable { tier: Tier::unnamed_id(), reason })?;
        // Each has its answer: an estimate is answered for the very tiers that a quote may offer.
        let offered = quote.options.iter().filter_map(|option| Some((option, answer_of(option, &answers)?)));
        let options = offered.map(|(option, answer)| QuotedOption::new(quote, option, answer, one_off));
        Ok(Self { price_book: quote.estimate.price_book(), options: options.collect::<Result<_, _>>()?, one_off })
    }
}

/// The answer for the tier that an option offers; `None` where it isn't among those that were asked.
pub(super) fn answer_of<'a>(option: &QuoteOption, answers: &'a [TierAssessment]) -> Option<&'a TierAssessment> {
    answers.iter().find(|answer| answer.tier.id == option.tier)
}

impl QuotedOption {
    /// The tier's annual price, where a year is paid in advance and it isn't what is paid: it pays no reads beyond the cap.
    #[must_use]
    pub fn unused_annual_price(&self) -> Option<Price> {
        let is_by_months = self.totals.as_ref().is_some_and(|totals| totals.bill.is_some());
        self.tier.annual_price.filter(|_| self.option.billing == Billing::Annual && is_by_months)
    }

    /// One of its figures; `None` where it has none, as without a public price.
    #[must_use]
    pub fn amount(&self, figure: QuoteFigure) -> Option<Money> {
        self.totals.as_ref().and_then(|totals| figure.amount(totals))
    }

    /// What people call one of its figures.
    #[must_use]
    pub fn label(&self, figure: QuoteFigure) -> Cow<'static, str> {
        self.totals.as_ref().map_or(figure.label().into(), |totals| figure.label_for(totals))
    }

    /// What an option comes to, with the answer for its tier.
    pub(super) fn new(
        quote: &Quote,
        option: &QuoteOption,
        answer: &TierAssessment,
        one_off: Money,
    ) -> Result<Self, Unpriceable> {
        let totals = totals(&quote.estimate, option, answer, one_off)
            .map_err(|reason| Unpriceable::new(&answer.tier, reason))?;
        Ok(Self {
            option: option.clone(),
            tier: answer.tier.clone(),
            fit: answer.fit,
            peak: quote.estimate.peak(),
            figures: figures(quote, option, totals.as_ref()),
            totals,
        })
    }
}

/// The figures that are told of an option. Those that would say nothing are left out: a year of a shorter term, what a discount
/// does where none was agreed, and items where there are none.
fn figures(quote: &Quote, option: &QuoteOption, totals: Option<&Totals>) -> Vec<QuoteFigure> {
    let is_told = |figure: &QuoteFigure| match figure {
        QuoteFigure::Month | QuoteFigure::Total => true,
        QuoteFigure::Year => totals.is_some_and(|totals| totals.annual.is_some()),
        QuoteFigure::List | QuoteFigure::Discount => totals.is_some() && option.discount_percent != Discount::NONE,
        QuoteFigure::OneOff => totals.is_some() && !quote.items.is_empty(),
    };
    QuoteFigure::ALL.into_iter().filter(is_told).collect()
}

fn totals(
    estimate: &Estimate,
    option: &QuoteOption,
    answer: &TierAssessment,
    one_off: Money,
) -> Result<Option<Totals>, AmountTooLarge> {
    let Some(cost) = &answer.cost else { return Ok(None) };
    // An annual price pays no reads beyond the cap.
    let is_within_cap = answer.tier.read_cap.is_none_or(|cap| estimate.peak() <= cap);
    let annual_price = answer.tier.annual_price.filter(|_| option.billing == Billing::Annual && is_within_cap);
    let payments = cost.months.chunks(option.billing.months()).map(|months| {
        let (count, list) = match annual_price {
            // A year is paid whole, also where the term ends within it.
            Some(price) => (Billing::Annual.months(), Money::from(price).to_the_cent()),
            None => (months.len(), months.iter().try_fold(Money::ZERO, |sum, month| sum.plus(month.amount))?),
        };
        Payment::new(count, list, option.discount_percent)
    });
    let payments = payments.collect::<Result<Vec<_>, _>>()?;
    let sum =
        |amount: fn(&Payment) -> Money| payments.iter().try_fold(Money::ZERO, |sum, payment| sum.plus(amount(payment)));
    let first = payments.first();
    let monthly = match (option.billing, first) {
        (_, None) => Money::ZERO,
        (Billing::Monthly, Some(first)) => first.net,
        (Billing::Annual, Some(first)) => first.net.divided_by(first.months as u64),
    };
    let year = payments.iter().scan(0, |months, payment| {
        *months += payment.months;
        (*months <= Billing::Annual.months()).then_some(payment.net)
    });
    let has_year = cost.months.len() >= Billing::Annual.months();
    let annual = has_year.then(|| year.into_iter().try_fold(Money::ZERO, Money::plus)).transpose()?;
    let recurring = sum(|payment| payment.net)?;
    Ok(Some(Totals {
        months_behind: cost.months.len() - cost.planned,
        planned: cost.planned.div_ceil(option.billing.months()),
        bill: Some(cost.bill.clone()).filter(|_| annual_price.is_none()),
        monthly,
        annual,
        list: sum(|payment| payment.list)?,
        discount: sum(|payment| payment.discount)?,
        recurring,
        total: recurring.plus(one_off)?,
        payments,
    }))
}
