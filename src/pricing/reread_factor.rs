use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::decimal::{Rule, read_and_write_decimal};
use super::{Posts, Reads};

/// How many reads one wanted post costs on average: more than 1 where posts are read again or bring others along.
///
/// Whether the posts that a response refers to are billed is not documented, so this is an assumption of the user's. 0.0001
/// to 1,000, with at most 4 decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RereadFactor(Decimal);

impl RereadFactor {
    /// Every post is read once.
    pub const NONE: Self = Self(Decimal::ONE);

    const RULE: Rule = Rule {
        lowest: Decimal::from_parts(1, 0, 0, false, 4),
        highest: Decimal::ONE_THOUSAND,
        places: 4,
        words: "a re-read factor: write 0.0001 to 1000 in digits, like 1.5, with at most 4 decimal places",
    };

    /// The number itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// The reads that `posts` cost, rounded up; `None` beyond [`Reads::MAX`].
    #[must_use]
    pub fn reads_for(self, posts: Posts) -> Option<Reads> {
        let reads = Decimal::from(posts.get()).checked_mul(self.0)?;
        Reads::new(reads.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero).to_u64()?).ok()
    }

    /// The most posts that `reads` cover, rounded down, at most [`Posts::MAX`].
    #[must_use]
    pub fn posts_for(self, reads: Reads) -> Posts {
        let posts = Decimal::from(reads.get()).checked_div(self.0);
        posts.and_then(|posts| posts.trunc().to_u64()).and_then(|posts| Posts::new(posts).ok()).unwrap_or(Posts::MAX)
    }
}

impl Default for RereadFactor {
    fn default() -> Self {
        Self::NONE
    }
}

read_and_write_decimal!(RereadFactor, deserialize_factor);
