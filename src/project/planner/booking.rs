//! Makes a schedule of what a search found, and prices it anew by the engine.

use std::cmp::Ordering;

use super::choice::{Bought, Choice};
use super::market::{Market, PricedTier, YEAR};
use super::search::Year;
use crate::pricing::{AmountTooLarge, Assumption, Bill, Ledger, Money, Reads, Term, Tier, Unpriceable};
use crate::project::{Proof, Purchase, PurchasePayment, Schedule, ScheduledMonth};

/// The schedule of `choices`, and how sure it is the cheapest.
///
/// # Errors
/// [`Unpriceable`] when an amount can't be exact.
pub(super) fn book(market: &Market<'_>, choices: &[Choice], proof: Proof) -> Result<Schedule, Unpriceable> {
    let project = market.project;
    let mut schedule = Schedule {
        months: Vec::with_capacity(choices.len()),
        purchases: Vec::new(),
        total: Money::ZERO,
        exact: Money::ZERO,
        proof,
        assumptions: Vec::new(),
    };
    let mut month = 0;
    while let Some(choice) = choices.get(month) {
        let Some(bought) = choice.bought else {
            schedule.months.push(ScheduledMonth {
                from: project.first_day(month),
                phase: project.phase_of(month),
                purchase: None,
                reads: Reads::ZERO,
                amount: Money::ZERO,
                bill: None,
            });
            month += 1;
            continue;
        };
        let more = choices[month + 1..].iter().take_while(|next| goes_on(&bought, next)).count();
        let priced = &market.tiers[bought.tier];
        let part = &choices[month..=month + more];
        buy(market, priced, &bought, month, part, &mut schedule)
            .map_err(|reason| Unpriceable::new(priced.tier, reason))?;
        month += part.len();
    }
    Ok(schedule)
}

/// Whether a month belongs to the purchase that began with `bought`.
fn goes_on(bought: &Bought, next: &Choice) -> bool {
    let is_in_advance = |bought: &Bought| bought.year == Some(Year::InAdvance);
    next.bought
        .is_some_and(|next| next.tier == bought.tier && !next.begins && is_in_advance(&next) == is_in_advance(bought))
}

/// Puts a purchase and its months on the schedule.
fn buy(
    market: &Market<'_>,
    priced: &PricedTier<'_>,
    bought: &Bought,
    first: usize,
    choices: &[Choice],
    schedule: &mut Schedule,
) -> Result<(), AmountTooLarge> {
    let payment = match bought.year {
        Some(Year::InAdvance) => PurchasePayment::InAdvance,
        Some(Year::AtMost) | None => PurchasePayment::Monthly,
    };
    let wanted = |(month, choice): (usize, &Choice)| {
        let reads = Reads::ZERO.forward(choice.reads);
        // A year at one price charges nothing for its reads, and behind the project nothing is read.
        if choice.bought.is_some_and(|bought| bought.year.is_some()) || month >= market.project.month_count() {
            Ok(reads)
        } else {
            least(priced.tier, reads)
        }
    };
    let reads = (first..).zip(choices).map(wanted).collect::<Result<Vec<_>, _>>()?;
    let paid = match payment {
        PurchasePayment::InAdvance => in_advance(priced.tier, &reads)?,
        PurchasePayment::Monthly => monthly(priced.tier, &reads)?,
    };
    let place = schedule.purchases.len();
    let mut amount = Money::ZERO;
    for (later, (reads, (stated, bill))) in reads.iter().zip(paid.months).enumerate() {
        let month = first + later;
        amount = amount.plus(stated)?;
        schedule.months.push(ScheduledMonth {
            from: market.project.first_day(month),
            phase: market.project.phase_of(month),
            purchase: Some(place),
            reads: *reads,
            amount: stated,
            bill,
        });
    }
    schedule.total = schedule.total.plus(amount)?;
    schedule.exact = schedule.exact.plus(paid.exact)?;
    schedule.purchases.push(Purchase {
        tier: Tier::clone(priced.tier),
        price_book: if priced.is_custom { market.price_book(first) } else { priced.price_book },
        first_month: first,
        months: reads.len(),
        payment,
        reads: reads.iter().map(|month| month.get()).sum(),
        amount,
    });
    assume(market, priced, payment, &reads, &mut schedule.assumptions);
    Ok(())
}

/// Months that are paid: what each comes to with its arithmetic, and the exact sum.
struct Paid {
    months: Vec<(Money, Option<Bill>)>,
    exact: Money,
}

fn in_advance(tier: &Tier, reads: &[Reads]) -> Result<Paid, AmountTooLarge> {
    let price = tier.annual_price.map(Money::from).unwrap_or_default();
    let months =
        (0..reads.len()).map(|month| (if month % YEAR == 0 { price.to_the_cent() } else { Money::ZERO }, None));
    Ok(Paid { months: months.collect(), exact: price.times(reads.len().div_ceil(YEAR) as u64)? })
}

/// Month by month, as the engine prices them. Before rounding a year comes to its annual maximum at most.
fn monthly(tier: &Tier, reads: &[Reads]) -> Result<Paid, AmountTooLarge> {
    let mut paid = Paid { months: Vec::with_capacity(reads.len()), exact: Money::ZERO };
    let Some(mut ledger) = Ledger::new(tier) else { return Ok(paid) };
    for year in reads.chunks(YEAR) {
        let mut listed = Money::ZERO;
        for month in year {
            let bill = ledger.next_bill(*month)?;
            let (_, stated) = ledger.next_month(*month)?;
            listed = listed.plus(tier.exact(*month)?.unwrap_or_default())?;
            paid.months.push((stated, Some(bill)));
        }
        let exact = tier.annual_maximum.map_or(listed, |maximum| listed.min(maximum.into()));
        paid.exact = paid.exact.plus(exact)?;
    }
    Ok(paid)
}

/// The number of reads from `reads` on that costs least: more of them only where a band begins that makes all cheaper.
fn least(tier: &Tier, reads: Reads) -> Result<Reads, AmountTooLarge> {
    let limit = tier.limit();
    let mut best = (tier.exact(reads)?, reads);
    for more in tier.falls().filter(|more| *more > reads && *more <= limit) {
        let month = tier.exact(more)?;
        if month.cmp(&best.0).then(more.cmp(&best.1)) == Ordering::Less {
            best = (month, more);
        }
    }
    Ok(best.1)
}

/// Notes what must hold for a purchase, once for the whole schedule: of months that are paid unused, all together.
fn assume(
    market: &Market<'_>,
    priced: &PricedTier<'_>,
    payment: PurchasePayment,
    reads: &[Reads],
    assumptions: &mut Vec<Assumption>,
) {
    let mut note = |assumption: Assumption| {
        if !assumptions.contains(&assumption) {
            assumptions.push(assumption);
        }
    };
    if priced.tier.existing_customers_only && priced.is_custom {
        note(Assumption::ExistingCustomer);
    }
    if payment == PurchasePayment::InAdvance {
        note(Assumption::PaidInAdvance { years: reads.len().div_ceil(YEAR) as u64 });
    }
    if priced.tier.term_months == Some(Term::Unknown) {
        note(market.project.assumed_term.map_or(Assumption::NoMinimumTerm, Assumption::AssumedTerm));
    }
    let unused = reads.iter().filter(|month| **month == Reads::ZERO).count() as u64;
    if priced.term > 1 && unused > 0 && payment == PurchasePayment::Monthly {
        let before = assumptions.iter_mut().find_map(|assumption| match assumption {
            Assumption::TermPaidUnused { months } => Some(months),
            _ => None,
        });
        match before {
            Some(months) => *months += unused,
            None => assumptions.push(Assumption::TermPaidUnused { months: unused }),
        }
    }
}
