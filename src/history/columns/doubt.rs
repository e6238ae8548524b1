use serde::{Deserialize, Serialize};

use super::column_words::has_any;
use super::word_lists::{DELETED, DIFFERENT, DUPLICATES, FAILED, NOT, READ, REQUESTS, WRITTEN};

/// What a column of counts may have, by its name, rather than all that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// What failed.
    Failed,
    /// What came twice.
    Duplicates,
    /// What didn't come about.
    Undone,
    /// Posts that were written.
    Posted,
    /// Posts that were taken away.
    Deleted,
    /// Posts each of which is counted once, however often it was read.
    Different,
}

impl Doubt {
    /// What the name hints at; `None` where it has what was read, or doesn't say.
    pub(super) fn of(name: &str) -> Option<Self> {
        let of_words = [
            (Self::Failed, &FAILED[..]),
            (Self::Duplicates, &DUPLICATES),
            (Self::Undone, &[NOT]),
            (Self::Posted, &WRITTEN),
            (Self::Deleted, &[DELETED]),
            (Self::Different, &DIFFERENT),
        ];
        let (doubt, _) = of_words.into_iter().find(|(_, known)| has_any(name, known))?;
        let is_lasting = matches!(doubt, Self::Failed | Self::Duplicates | Self::Undone);
        // Requests that were sent are requests.
        (is_lasting || !(has_any(name, &READ) || has_any(name, &REQUESTS))).then_some(doubt)
    }
}
