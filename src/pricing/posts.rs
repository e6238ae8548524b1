use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::Reads;
use super::number::deserialize_whole;

/// A number of posts that are wanted, 0 to [`Posts::MAX`]. How many [`Reads`] they cost is what a
/// [re-read factor](super::RereadFactor) says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Posts(u64);

impl Posts {
    /// No posts at all.
    pub const ZERO: Self = Self(0);

    /// One post.
    pub const ONE: Self = Self(1);

    /// The most posts that can be wanted: as many as the [most reads](Reads::MAX).
    pub const MAX: Self = Self(Reads::MAX.get());

    /// Checks `count` and wraps it.
    ///
    /// # Errors
    /// [`PostsError`] when `count` is more than [`Posts::MAX`].
    pub const fn new(count: u64) -> Result<Self, PostsError> {
        if count <= Self::MAX.0 { Ok(Self(count)) } else { Err(PostsError::TooMany(count as i128)) }
    }

    /// The number itself.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The reads that they cost where each is read once.
    #[must_use]
    pub const fn read_once(self) -> Reads {
        match Reads::new(self.0) {
            Ok(reads) => reads,
            Err(_) => Reads::MAX,
        }
    }
}

/// Why a number is no count of posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PostsError {
    /// More than [`Posts::MAX`].
    #[error("{0} is too many posts: at most {max} (10^15) can be priced", max = Posts::MAX)]
    TooMany(i128),
    /// Below zero.
    #[error("{0} is negative: posts are 0 or more")]
    Negative(i128),
}

impl TryFrom<i128> for Posts {
    type Error = PostsError;

    fn try_from(count: i128) -> Result<Self, Self::Error> {
        if count < 0 {
            return Err(PostsError::Negative(count));
        }
        u64::try_from(count).map_err(|_| PostsError::TooMany(count)).and_then(Self::new)
    }
}

impl fmt::Display for Posts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<'de> Deserialize<'de> for Posts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_whole(deserializer)
    }
}
