use serde::{Deserialize, Serialize};

use super::column_words::{
    names_allowed, names_key, names_left, names_of_account, names_other_number, names_reaction, names_running_total,
};
use super::doubt::Doubt;

/// Why a column of numbers isn't taken for the reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PassedOver {
    /// Another one is. It might be counted instead.
    AlsoCounts,
    /// It runs on from row to row, so that reads would be counted again and again.
    RunningTotal,
    /// It has what is left of an allowance.
    Left,
    /// It has what is allowed.
    Allowed,
    /// It has how many came in each stretch of time on average, and rows are longer or shorter.
    Average,
    /// Most of its numbers aren't whole.
    NotWhole,
    /// Each row is a post, and it stands beside it.
    BesidePosts,
    /// It counts something, but by its name not all that was read.
    Doubtful(Doubt),
    /// It has what readers made of posts.
    MadeOfPosts,
    /// It has figures of those who write posts, or of the accounts that they know.
    OfAccounts,
    /// It has time zones.
    TimeZones,
    /// It has numbers of something else.
    Other,
}

impl PassedOver {
    /// Every reason but that another column is taken, in the order in which they are told.
    pub const ALL: [Self; 16] = [
        Self::RunningTotal,
        Self::Left,
        Self::Allowed,
        Self::Average,
        Self::NotWhole,
        Self::Doubtful(Doubt::Failed),
        Self::Doubtful(Doubt::Duplicates),
        Self::Doubtful(Doubt::Undone),
        Self::Doubtful(Doubt::Posted),
        Self::Doubtful(Doubt::Deleted),
        Self::Doubtful(Doubt::Different),
        Self::BesidePosts,
        Self::MadeOfPosts,
        Self::OfAccounts,
        Self::TimeZones,
        Self::Other,
    ];

    /// Whether such a column may have been meant for the reads, though another one is counted.
    pub(in crate::history) const fn may_be_of_reads(self) -> bool {
        matches!(self, Self::AlsoCounts | Self::RunningTotal | Self::Average | Self::NotWhole)
    }

    /// Why a column of that name isn't taken where each row is a post; `None` where it has keys, or parts of dates.
    pub(super) fn beside_posts(name: &str) -> Option<Self> {
        let is_key = names_other_number(name) && names_key(name);
        (!is_key).then_some(Self::BesidePosts)
    }

    /// Why a column of that name isn't taken where each row is one read; `None` where nobody would take it: it has keys, or parts
    /// of dates.
    pub(super) fn of(name: &str) -> Option<Self> {
        if names_running_total(name) {
            Some(Self::RunningTotal)
        } else if names_left(name) {
            Some(Self::Left)
        } else if names_allowed(name) {
            Some(Self::Allowed)
        } else if names_other_number(name) && names_key(name) {
            None
        } else if let Some(doubt) = Doubt::of(name) {
            Some(Self::Doubtful(doubt))
        } else if names_of_account(name) {
            Some(Self::OfAccounts)
        } else if names_reaction(name) {
            Some(Self::MadeOfPosts)
        } else {
            Some(Self::Other)
        }
    }
}
