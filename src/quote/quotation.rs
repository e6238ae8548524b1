use std::borrow::Cow;

use super::{Billing, Quote, QuoteOption};
use crate::pricing::{
    AmountTooLarge, Bill, Catalogue, Discount, Estimate, Fit, Money, Price, PriceBook, Reads, Tier, TierAssessment,
    Unpriceable, assess,
};

/// What follows from a [`Quote`] at the prices of one price book: the one result that sheet, screen and exports format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// At whose prices.
    pub price_book: &'static PriceBook,
    /// Each option's answer, in the order of the quote; `None` for a tier that this price book doesn't list.
    pub options: Vec<Option<QuotedOption>>,
    /// What is paid once, together.
    pub one_off: Money,
}

/// What one option comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedOption {
    /// The tier.
    pub tier: Cow<'static, Tier>,
    /// Whether it can serve the reads of this usage type.
    pub fit: Fit,
    /// The reads of the busiest month.
    pub peak: Reads,
    /// What it costs; `None` when there is no public price.
    pub totals: Option<Totals>,
}

/// The amounts of an option. All are stated to the cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// The payments of the term, in order.
    pub payments: Vec<Payment>,
    /// Whether they go on behind the quote's own months, to the end of the tier's term.
    pub is_prolonged: bool,
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
        Self::at(catalogue, quote, quote.estimate.price_book())
    }

    /// What `quote` comes to at the prices of `price_book`. Its own tiers cost the same there.
    ///
    /// # Errors
    /// [`Unpriceable`] when an amount has too many digits to be exact.
    pub fn at(
        catalogue: &'static Catalogue,
        quote: &Quote,
        price_book: &'static PriceBook,
    ) -> Result<Self, Unpriceable> {
        let as_quoted = assess(catalogue, &quote.estimate)?;
        let there = (price_book.id != quote.estimate.price_book().id)
            .then(|| assess(catalogue, &quote.estimate.at_prices_of(price_book)))
            .transpose()?;
        let one_off = quote.items.iter().try_fold(Money::ZERO, |sum, item| sum.plus(item.stated()));
        let one_off = one_off.map_err(|reason| Unpriceable { tier: Tier::unnamed_id(), reason })?;
        let options = quote.options.iter().map(|option| {
            let assessment = there.as_ref().filter(|_| !quote.is_own(option)).unwrap_or(&as_quoted);
            let answer = assessment.tiers.iter().find(|answer| answer.tier.id == option.tier);
            answer.map(|answer| QuotedOption::new(quote, option, answer, one_off)).transpose()
        });
        Ok(Self { price_book, options: options.collect::<Result<_, _>>()?, one_off })
    }
}

impl QuotedOption {
    /// The tier's annual price, where a year is paid in advance and it isn't what is paid: it pays no reads beyond the cap.
    #[must_use]
    pub fn unused_annual_price(&self, option: &QuoteOption) -> Option<Price> {
        let is_by_months = self.totals.as_ref().is_some_and(|totals| totals.bill.is_some());
        self.tier.annual_price.filter(|_| option.billing == Billing::Annual && is_by_months)
    }

    fn new(quote: &Quote, option: &QuoteOption, answer: &TierAssessment, one_off: Money) -> Result<Self, Unpriceable> {
        let peak = quote.estimate.peak();
        let totals = totals(&quote.estimate, option, answer, one_off);
        Ok(Self {
            tier: answer.tier.clone(),
            fit: answer.fit,
            peak,
            totals: totals.map_err(|reason| Unpriceable::new(&answer.tier, reason))?,
        })
    }
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
        is_prolonged: cost.months.len() > estimate.reads().len(),
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
