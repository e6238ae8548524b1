use thiserror::Error;

use super::{Period, Posts, PostsError};

/// Posts per period, known to stay within [`Posts::MAX`] a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Volume {
    posts: Posts,
    period: Period,
    posts_per_month: Posts,
}

impl Volume {
    /// `posts` in every `period`.
    ///
    /// # Errors
    /// [`VolumeError`] when that makes more than [`Posts::MAX`] posts a month.
    pub fn new(posts: Posts, period: Period) -> Result<Self, VolumeError> {
        let (numerator, denominator) = period.per_month();
        let per_month = (u128::from(posts.get()) * u128::from(numerator)).div_ceil(denominator.into());
        let too_many = |_| VolumeError { posts, period };
        let per_month = u64::try_from(per_month).map_err(too_many)?;
        let posts_per_month = Posts::new(per_month).map_err(|_: PostsError| VolumeError { posts, period })?;
        Ok(Self { posts, period, posts_per_month })
    }

    /// `posts` in every month.
    #[must_use]
    pub const fn monthly(posts: Posts) -> Self {
        Self { posts, period: Period::Month, posts_per_month: posts }
    }

    /// The posts in one [`Volume::period`].
    #[must_use]
    pub const fn posts(self) -> Posts {
        self.posts
    }

    /// The period that [`Volume::posts`] are counted in.
    #[must_use]
    pub const fn period(self) -> Period {
        self.period
    }

    /// The same volume in another period, rounded up to whole posts, at most [`Posts::MAX`].
    #[must_use]
    pub fn posts_in(self, period: Period) -> Posts {
        if period == self.period {
            return self.posts;
        }
        let ((numerator, denominator), (others, parts)) = (self.period.per_month(), period.per_month());
        let count = u128::from(self.posts.get()) * u128::from(numerator) * u128::from(parts);
        let count = count.div_ceil(u128::from(denominator) * u128::from(others));
        u64::try_from(count).ok().and_then(|count| Posts::new(count).ok()).unwrap_or(Posts::MAX)
    }

    /// The same volume as posts a month, rounded up to whole posts, since a part of a post needs a whole one.
    #[must_use]
    pub const fn posts_per_month(self) -> Posts {
        self.posts_per_month
    }
}

/// A volume that makes more posts a month than can be priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{posts} posts {} are too many: at most {} (10^15) a month can be priced", period.with_article(), Posts::MAX)]
pub struct VolumeError {
    posts: Posts,
    period: Period,
}
