//! The least that a number of reads costs, as straight lines over whole numbers of reads, and the lower envelope of many.

/// An exact amount of money as a whole number; [`super::units::Units`] says of what.
pub(super) type Amount = i128;

/// A straight line over the numbers of reads from `start` to `end`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) start: u64,
    pub(super) end: u64,
    /// The amount at its start.
    pub(super) cost: Amount,
    /// What each further read adds; not negative.
    pub(super) slope: Amount,
}

impl Line {
    /// The amount at a number of reads on the line.
    pub(super) fn at(&self, reads: u64) -> Amount {
        self.cost + self.slope * Amount::from(reads.saturating_sub(self.start))
    }

    /// The part from `start` to `end`, which lie on the line.
    pub(super) fn part(&self, start: u64, end: u64) -> Self {
        Self { start, end, cost: self.at(start), slope: self.slope }
    }

    /// The numbers of reads at which the amount is at most that of `limit`, a line over the same numbers of reads; `None`
    /// when there are none.
    fn within(&self, limit: &Self) -> Option<Self> {
        let room_at_start = limit.cost - self.cost;
        let closing = self.slope - limit.slope;
        let room_at_end = room_at_start - closing * Amount::from(self.end - self.start);
        match (room_at_start >= 0, room_at_end >= 0) {
            (true, true) => return Some(*self),
            (false, false) => return None,
            _ => {}
        }
        let steps = |amount: Amount| u64::try_from(amount).unwrap_or(u64::MAX);
        if closing > 0 {
            // It starts below and may rise above.
            let last = self.start.saturating_add(steps(room_at_start.checked_div(closing)?));
            return (room_at_start >= 0).then(|| self.part(self.start, last.min(self.end)));
        }
        // It may start above and comes below.
        let missing = -room_at_start.min(0);
        let first = self.start.saturating_add(steps(missing / -closing + Amount::from(missing % -closing != 0)));
        (first <= self.end).then(|| self.part(first, self.end))
    }

    /// The part where the amount plus `price` for each read that is missing to `target` is at most `most`.
    pub(super) fn affordable(&self, price: Amount, target: u64, most: Amount) -> Option<Self> {
        let missing = Amount::from(target.saturating_sub(self.start));
        self.within(&Self { cost: most - price * missing, slope: price, ..*self })
    }
}

/// A line with a note of where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label<T> {
    pub(super) line: Line,
    pub(super) origin: T,
}

impl<T: Copy + PartialEq> Label<T> {
    fn part(&self, start: u64, end: u64) -> Self {
        Self { line: self.line.part(start, end), origin: self.origin }
    }
}

/// The lowest line at every number of reads, in rising order and without overlaps. Of equal ones any.
///
/// The labels may stand in any order, but it is fast where most of them rise in groups.
pub(super) fn envelope<T: Copy + PartialEq>(labels: &[Label<T>]) -> Vec<Label<T>> {
    let groups = labels.chunk_by(|one, next| one.line.start <= next.line.start);
    let mut envelopes: Vec<Vec<Label<T>>> = groups.map(rising_envelope).collect();
    while envelopes.len() > 1 {
        envelopes = envelopes.chunks(2).map(|pair| lower(&pair[0], pair.get(1).map_or(&[], Vec::as_slice))).collect();
    }
    envelopes.pop().unwrap_or_default()
}

/// The envelope of labels whose starts rise.
fn rising_envelope<T: Copy + PartialEq>(labels: &[Label<T>]) -> Vec<Label<T>> {
    let mut found = Lowest(Vec::with_capacity(labels.len()));
    for label in labels {
        let overlaps = found.0.iter().rposition(|before| before.line.end < label.line.start).map_or(0, |last| last + 1);
        if overlaps == found.0.len() {
            found.push(*label);
            continue;
        }
        let tail = found.0.split_off(overlaps);
        for lowest in lower(&tail, std::slice::from_ref(label)) {
            found.push(lowest);
        }
    }
    found.0
}

/// The lower of two envelopes at every number of reads.
pub(super) fn lower<T: Copy + PartialEq>(one: &[Label<T>], other: &[Label<T>]) -> Vec<Label<T>> {
    let mut found = Lowest(Vec::with_capacity(one.len() + other.len()));
    let (mut ones, mut others) = (one.iter().copied(), other.iter().copied());
    let (mut next_one, mut next_other) = (ones.next(), others.next());
    loop {
        let (a, b) = match (next_one, next_other) {
            (None, None) => return found.0,
            (Some(a), None) => {
                found.push(a);
                next_one = ones.next();
                continue;
            }
            (None, Some(b)) => {
                found.push(b);
                next_other = others.next();
                continue;
            }
            (Some(a), Some(b)) => (a, b),
        };
        if a.line.start != b.line.start {
            // What lies in front of the other is the lowest there.
            let (first, later) = if a.line.start < b.line.start { (a, b) } else { (b, a) };
            let end = first.line.end.min(later.line.start - 1);
            found.push(first.part(first.line.start, end));
            let rest = (end < first.line.end).then(|| first.part(end + 1, first.line.end));
            if a.line.start < b.line.start {
                next_one = rest.or_else(|| ones.next());
            } else {
                next_other = rest.or_else(|| others.next());
            }
            continue;
        }
        let end = a.line.end.min(b.line.end);
        found.push_lower(&a.part(a.line.start, end), &b.part(b.line.start, end));
        next_one = if end < a.line.end { Some(a.part(end + 1, a.line.end)) } else { ones.next() };
        next_other = if end < b.line.end { Some(b.part(end + 1, b.line.end)) } else { others.next() };
    }
}

/// An envelope on its way up.
struct Lowest<T>(Vec<Label<T>>);

impl<T: Copy + PartialEq> Lowest<T> {
    /// Adds the lower of two lines over the same numbers of reads.
    fn push_lower(&mut self, one: &Label<T>, other: &Label<T>) {
        let (start, end) = (one.line.start, one.line.end);
        let (low, high) = match one.line.cost.cmp(&other.line.cost).then(one.line.slope.cmp(&other.line.slope)) {
            std::cmp::Ordering::Greater => (other, one),
            _ => (one, other),
        };
        // `low` starts as the lower one, and ends where `high` has come below it.
        let last = match low.line.slope - high.line.slope {
            closing if closing > 0 => {
                let steps = (high.line.cost - low.line.cost) / closing;
                start.saturating_add(u64::try_from(steps).unwrap_or(u64::MAX)).min(end)
            }
            _ => end,
        };
        self.push(low.part(start, last));
        if last < end {
            self.push(high.part(last + 1, end));
        }
    }

    /// Adds a line behind all others, as one with the last where it only goes on.
    fn push(&mut self, label: Label<T>) {
        if let Some(last) = self.0.last_mut()
            && last.line.end + 1 == label.line.start
            && last.origin == label.origin
            && last.line.slope == label.line.slope
            && last.line.at(label.line.start) == label.line.cost
        {
            last.line.end = label.line.end;
        } else {
            self.0.push(label);
        }
    }
}

/// The least that the reads of two lines cost together, the first reads being those that cost less: one line, or two.
pub(super) fn together(one: &Line, other: &Line) -> [Option<Line>; 2] {
    let (first, second) = if one.slope <= other.slope { (one, other) } else { (other, one) };
    let start = one.start + other.start;
    let bend = start + (first.end - first.start);
    let end = bend + (second.end - second.start);
    let rising = Line { start, end: bend, cost: one.cost + other.cost, slope: first.slope };
    if first.slope == second.slope || bend == end {
        return [Some(Line { end, ..rising }), None];
    }
    if start == bend {
        return [Some(Line { start, end, cost: rising.cost, slope: second.slope }), None];
    }
    [Some(rising), Some(Line { start: bend + 1, end, cost: rising.at(bend) + second.slope, slope: second.slope })]
}

/// How the reads of two lines [`together`] come from the one and the other.
pub(super) fn apart(one: &Line, other: &Line, reads: u64) -> (u64, u64) {
    if one.slope <= other.slope {
        let of_one = one.end.min(reads - other.start);
        (of_one, reads - of_one)
    } else {
        let of_other = other.end.min(reads - one.start);
        (reads - of_other, of_other)
    }
}
