use super::bill::Lines;
use super::{AmountTooLarge, Bill, Charge, Line, Money, Months, Reads, Tier};

/// The months of one tier in the order in which they are paid, twelve of them to a year. It prices the next month by what
/// the year has come to, which the annual maximum limits.
#[derive(Clone, Copy)]
pub(crate) struct Ledger<'a> {
    tier: &'a Tier,
    charges: &'a [Charge],
    /// The last month's reads with what they cost but for the annual maximum: months like the one before are common.
    before: Option<(Reads, Money)>,
    /// The months of the year that has begun, and what they came to. Only an annual maximum asks for them.
    months_of_year: u64,
    year_so_far: Money,
}

impl<'a> Ledger<'a> {
    /// The ledger of a tier before its first month; `None` when it has no public price.
    pub(crate) fn new(tier: &'a Tier) -> Option<Self> {
        let charges = tier.charges.as_deref()?;
        Some(Self { tier, charges, before: None, months_of_year: 0, year_so_far: Money::ZERO })
    }

    /// The next month with its arithmetic, without going on to it.
    pub(crate) fn next_bill(&self, reads: Reads) -> Result<Bill, AmountTooLarge> {
        let mut bill = Bill::default();
        self.tier.bill_month(self.charges, reads, &mut bill)?;
        self.limit_year(&mut bill)?;
        Ok(bill)
    }

    /// Prices the next month: its exact amount, and the stated one.
    pub(crate) fn next_month(&mut self, reads: Reads) -> Result<(Money, Money), AmountTooLarge> {
        let mut exact = self.listed(reads)?;
        if self.tier.annual_maximum.is_none() {
            return Ok((exact, exact.to_the_cent()));
        }
        self.limit_year(&mut exact)?;
        let stated = exact.to_the_cent();
        self.go_on(1, stated)?;
        Ok((exact, stated))
    }

    /// The sum of the stated amounts of the next `months` with the same reads in each. It takes no longer for a thousand
    /// years than for one month.
    pub(super) fn next_months(&mut self, reads: Reads, months: u64) -> Result<Money, AmountTooLarge> {
        let month = self.listed(reads)?.to_the_cent();
        let Some(maximum) = self.tier.annual_maximum.map(Money::from) else { return month.times(months) };
        // What is left of a year is whole cents, so the months of a year come to all of it or to their stated amounts.
        let in_one_year = |months: u64, left: Money| match months {
            0 => Ok(Money::ZERO),
            _ if month >= left => Ok(left),
            _ => month.times(months).map(|sum| sum.min(left)),
        };
        let year = u64::from(Months::YEAR.get());
        let begun = months.min(year - self.months_of_year);
        let of_begun = in_one_year(begun, maximum.minus(self.year_so_far)?)?;
        self.go_on(begun, of_begun)?;
        let whole_years = in_one_year(year, maximum)?.times((months - begun) / year)?;
        let rest = (months - begun) % year;
        let of_rest = in_one_year(rest, maximum)?;
        self.go_on(rest, of_rest)?;
        of_begun.plus(whole_years)?.plus(of_rest)
    }

    /// Goes on by months of one year that come to `stated`.
    fn go_on(&mut self, months: u64, stated: Money) -> Result<(), AmountTooLarge> {
        self.months_of_year += months;
        self.year_so_far = self.year_so_far.plus(stated)?;
        if self.months_of_year == u64::from(Months::YEAR.get()) {
            (self.months_of_year, self.year_so_far) = (0, Money::ZERO);
        }
        Ok(())
    }

    /// The exact amount of a month but for the annual maximum.
    fn listed(&mut self, reads: Reads) -> Result<Money, AmountTooLarge> {
        if let Some((same, listed)) = self.before
            && same == reads
        {
            return Ok(listed);
        }
        let mut listed = Money::ZERO;
        self.tier.bill_month(self.charges, reads, &mut listed)?;
        self.before = Some((reads, listed));
        Ok(listed)
    }

    /// Takes off the next month what exceeds the annual maximum, given what the year came to so far.
    fn limit_year(&self, month: &mut dyn Lines) -> Result<(), AmountTooLarge> {
        let Some(maximum) = self.tier.annual_maximum else { return Ok(()) };
        let left = Money::from(maximum).minus(self.year_so_far)?;
        let surplus = left.minus(month.exact())?;
        if surplus < Money::ZERO { month.push(Line::AnnualMaximum { maximum, amount: surplus }) } else { Ok(()) }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn many_months_at_once_cost_what_they_cost_one_by_one() {
        let tier = |fields: &str| {
            let charges = r#"{ "charges": [{ "model": "perUnit", "unitPrice": "1.005" }]"#;
            serde_json::from_str::<Tier>(&format!("{charges}{fields}}}")).expect("a tier")
        };
        let reads = Reads::new(7).expect("reads");
        for tier in [tier(""), tier(r#", "annualMaximum": "50""#), tier(r#", "annualMaximum": "90""#)] {
            for earlier in 0..14 {
                for months in 0..40 {
                    let mut ledger = Ledger::new(&tier).expect("a price");
                    ledger.next_months(Reads::new(3).expect("reads"), earlier).expect("an amount");
                    let mut one_by_one = Money::ZERO;
                    let mut slow = Ledger::new(&tier).expect("a price");
                    for month in 0..earlier + months {
                        let reads = if month < earlier { Reads::new(3).expect("reads") } else { reads };
                        let (_, stated) = slow.next_month(reads).expect("an amount");
                        if month >= earlier {
                            one_by_one = one_by_one.plus(stated).expect("an amount");
                        }
                    }
                    assert_eq!(ledger.next_months(reads, months), Ok(one_by_one), "{months} months after {earlier}");
                }
            }
        }
    }
}
