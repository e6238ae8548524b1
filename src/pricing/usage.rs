use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

use super::{Growth, Months, Posts, Volume};

/// The posts wanted in each month of an estimate: 1 to 120 months, each priced by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    pattern: Pattern,
    months: Vec<Posts>,
}

/// How the months follow from what the user entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Every month the same.
    Constant {
        /// The volume.
        volume: Volume,
    },
    /// Each month that much more than the one before.
    Growing {
        /// The first month's volume.
        volume: Volume,
        /// The growth from month to month.
        growth: Growth,
    },
    /// Month by month, as given.
    Given,
}

impl Usage {
    /// The same volume for a number of months.
    #[must_use]
    pub fn constant(volume: Volume, months: Months) -> Self {
        let posts = volume.posts_per_month();
        Self { pattern: Pattern::Constant { volume }, months: vec![posts; months.get().into()] }
    }

    /// A volume that grows each month. The growth compounds with 28 digits from the first month on, and each month is
    /// then rounded half up to whole posts, so that roundings don't add up.
    ///
    /// # Errors
    /// [`UsageError::Outgrown`] when a month needs more than [`Posts::MAX`].
    pub fn growing(volume: Volume, growth: Growth, months: Months) -> Result<Self, UsageError> {
        if growth == Growth::NONE {
            return Ok(Self::constant(volume, months));
        }
        let first = volume.posts_per_month();
        let months = (0..months.get()).map(|month| grown(first, growth, month)).collect::<Result<_, _>>()?;
        Ok(Self { pattern: Pattern::Growing { volume, growth }, months })
    }

    /// Months as given.
    ///
    /// # Errors
    /// [`UsageError::MonthCount`] when there is none or more than [`Months::MAX`].
    pub fn given(months: Vec<Posts>) -> Result<Self, UsageError> {
        if (1..=usize::from(Months::MAX.get())).contains(&months.len()) {
            Ok(Self { pattern: Pattern::Given, months })
        } else {
            Err(UsageError::MonthCount { count: months.len() })
        }
    }

    /// How the months follow from what was entered.
    #[must_use]
    pub const fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// The volume of every month, or of the first where it grows; `None` when months were given one by one.
    #[must_use]
    pub const fn volume(&self) -> Option<Volume> {
        match self.pattern {
            Pattern::Constant { volume } | Pattern::Growing { volume, .. } => Some(volume),
            Pattern::Given => None,
        }
    }

    /// The posts wanted in each month.
    #[must_use]
    pub fn months(&self) -> &[Posts] {
        &self.months
    }

    /// How many months there are.
    #[must_use]
    pub fn month_count(&self) -> Months {
        // The constructors let no other number of months in.
        i128::try_from(self.months.len()).ok().and_then(|count| Months::try_from(count).ok()).unwrap_or(Months::MAX)
    }

    /// The posts wanted in the first twelve months: the pattern goes on where the estimate ends sooner. `None` when months
    /// were given and are fewer than twelve, or when the pattern would outgrow [`Posts::MAX`].
    #[must_use]
    pub fn year(&self) -> Option<Vec<Posts>> {
        let year = Months::YEAR.get();
        if let Some(months) = self.months.get(..year.into()) {
            return Some(months.to_vec());
        }
        match self.pattern {
            Pattern::Constant { volume } => Some(vec![volume.posts_per_month(); year.into()]),
            Pattern::Growing { volume, growth } => {
                (0..year).map(|month| grown(volume.posts_per_month(), growth, month).ok()).collect()
            }
            Pattern::Given => None,
        }
    }
}

/// `first` after `month` months of growth.
fn grown(first: Posts, growth: Growth, month: u8) -> Result<Posts, UsageError> {
    let outgrown = || UsageError::Outgrown { month: month + 1 };
    let step = Decimal::ONE + growth.decimal() / Decimal::ONE_HUNDRED;
    let grown = (0..month).try_fold(Decimal::from(first.get()), |posts, _| {
        posts.checked_mul(step).filter(|posts| *posts <= Decimal::from(Posts::MAX.get()))
    });
    let whole = grown.map(|posts| posts.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    whole.and_then(|posts| Posts::new(posts.to_u64()?).ok()).ok_or_else(outgrown)
}

/// Why months are no [`Usage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UsageError {
    /// Too few or too many.
    #[error("{count} months are given: an estimate has 1 to {}", Months::MAX)]
    MonthCount {
        /// How many were given.
        count: usize,
    },
    /// A month beyond the most posts that are priced.
    #[error("month {month} outgrows what can be priced: at most {} (10^15) posts a month", Posts::MAX)]
    Outgrown {
        /// The month, counted from 1.
        month: u8,
    },
}
