//! Columns that run on from row to row, as their numbers show: whether one sums another up, or only rises. To add them up would
//! count the same reads again and again. Whether a column is called a running total is asked in
//! [`super::column_words::names_running_total`].

/// The fewest steps that show that one column sums another up.
const FEWEST_STEPS: usize = 3;

/// The fewest rises that look like those of a running total, and no fall among them.
const FEWEST_RISES: usize = 6;

/// Whether nearly all steps of `totals` from row to row are what `parts` has there, from the first row to the last or the other way.
pub(super) fn sums_up(totals: &[Option<u64>], parts: &[Option<u64>]) -> bool {
    let is_sum = |is_from_last: bool| {
        let steps = totals.windows(2).zip(parts.windows(2)).filter_map(|(total, part)| {
            let ([Some(one), Some(next)], [Some(first), Some(second)]) = (total, part) else { return None };
            let (before, after, part) = if is_from_last { (next, one, first) } else { (one, next, second) };
            Some((*part > 0, before.checked_add(*part) == Some(*after)))
        });
        let (mut all, mut right, mut telling) = (0, 0, 0);
        for (has_part, is_right) in steps {
            all += 1;
            right += usize::from(is_right);
            telling += usize::from(is_right && has_part);
        }
        telling >= FEWEST_STEPS && right * 10 >= all * 9
    };
    is_sum(false) || is_sum(true)
}

/// Whether numbers, the earliest first, never fall and often rise.
pub(super) fn only_rises(numbers: impl Iterator<Item = u64>) -> bool {
    let numbers: Vec<_> = numbers.collect();
    let rises = numbers.windows(2).filter(|pair| pair.first() < pair.last()).count();
    numbers.is_sorted() && rises >= FEWEST_RISES
}
