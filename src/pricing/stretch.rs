use super::Reads;

/// Months after one another with the same reads in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// How many months.
    pub months: u64,
    /// The reads of each.
    pub reads: Reads,
}

impl Stretch {
    /// `months` up to the last one that has reads, equal neighbours together.
    pub(super) fn all_of(months: &[Reads]) -> Vec<Self> {
        let count = months.iter().rposition(|reads| *reads > Reads::ZERO).map_or(0, |last| last + 1);
        let runs = months.split_at(count).0.chunk_by(|month, next| month == next);
        runs.filter_map(|run| Some(Self { months: run.len() as u64, reads: *run.first()? })).collect()
    }

    /// `count` reads with `pace` of them in every month, and what is left in the last. `None` when the pace is 0.
    pub(super) fn at_pace(count: u64, pace: Reads) -> Option<[Self; 2]> {
        let full = Self { months: count.checked_div(pace.get())?, reads: pace };
        let left = count.checked_rem(pace.get())?;
        Some([full, Self { months: u64::from(left > 0), reads: Reads::ZERO.forward(left) }])
    }

    /// `count` reads over `months` as evenly as whole reads can be: the first months may have one more than the others.
    /// `None` when that leaves a month without reads. The months must be enough for a month to stay within [`Reads::MAX`].
    pub(super) fn evenly(count: u64, months: u64) -> Option<[Self; 2]> {
        let less = count.checked_div(months).filter(|less| *less > 0)?;
        let fuller = count % months;
        let stretch = |months, reads| Self { months, reads: Reads::ZERO.forward(reads) };
        Some([stretch(fuller, less + 1), stretch(months - fuller, less)])
    }
}
