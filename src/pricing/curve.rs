use super::piece::Piece;
use super::{AmountTooLarge, Estimate, Money, ReadCap, Reads, Tier, Unpriceable};

/// The month of every tier as a line over a range of reads, and which of them is the cheapest where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curves<'a> {
    /// A curve for each tier that serves any reads of the range: the listed ones in their order, then the user's own.
    pub list: Vec<Curve<'a>>,
    /// The cheapest tier, stretch by stretch, from the start of the range to its end.
    pub cheapest: Vec<CheapestStretch>,
    /// Whether the curves hold every bend of every price. Where they don't, because a tier has too many, its amounts are
    /// right at the ends of segments only, and stretches begin and end about where they say.
    pub is_exact: bool,
}

/// The exact month of one tier as a function of its reads: a line of straight segments, with a cliff between two of them
/// where the one doesn't begin where the other ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve<'a> {
    /// The tier.
    pub tier: &'a Tier,
    /// Whether the user made it up.
    pub is_custom: bool,
    /// The segments, rising and without holes from the start of the range on; at least one.
    pub segments: Vec<Segment>,
    /// The cap that ends the curve within the range; `None` when it goes on beyond.
    pub end: Option<ReadCap>,
}

/// A part of a [`Curve`] on which the month rises evenly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The first reads.
    pub start: Reads,
    /// The last reads, themselves included.
    pub end: Reads,
    /// The exact month of the first.
    pub from: Money,
    /// The exact month of the last.
    pub to: Money,
    /// On which side of the read cap it lies.
    pub kind: SegmentKind,
}

/// On which side of a tier's read cap a [`Segment`] lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Up to the cap, or of a tier without one.
    Within,
    /// Beyond the cap, where overage is charged.
    Overage,
}

/// A part of the range in which one tier is the cheapest that fits, or none fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheapestStretch {
    /// The first reads.
    pub start: Reads,
    /// The last reads, themselves included.
    pub end: Reads,
    /// The cheapest; `None` where no tier fits at a public price.
    pub cheapest: Option<Cheapest>,
}

/// The cheapest tier of a [`CheapestStretch`]; of equally cheap ones, the one listed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cheapest {
    /// Its place in [`Curves::list`].
    pub place: usize,
    /// The exact month of the first reads.
    pub from: Money,
    /// The exact month of the last reads.
    pub to: Money,
}

/// How many short pieces of one tier are kept as they are before the rest is thinned out.
const MOST_SHORT_PIECES: usize = 32;

/// The curves from `from` to `to` of the tiers that the estimate's usage type may buy at a public price: the listed ones and
/// the user's own. They are meant for drawing. Months are priced by themselves, so that an annual maximum plays no part.
///
/// A tier with very many short pieces, as small packages make them, is thinned out: from then on a segment goes at least
/// to the next of the numbers 4, 5, 6 and 7 times a power of two, so that over the whole range of reads a curve has less
/// than 250 segments.
///
/// ```
/// use quota_calculator::catalogue;
/// use quota_calculator::pricing::{Estimate, Reads, curves};
///
/// let estimate = Estimate::starting(catalogue());
/// let found = curves(&estimate, Reads::new(1_000)?, Reads::new(1_000_000_000)?)?;
/// let cliffs: Vec<_> = found.cheapest.iter().map(|stretch| stretch.end.get()).collect();
/// assert_eq!(cliffs, [10_000, 50_000_000, 100_000_000, 200_000_000, 1_000_000_000]);
/// assert_eq!(found.list[0].tier.name, "Basic", "the tier without reads has no curve");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn curves(estimate: &Estimate, from: Reads, to: Reads) -> Result<Curves<'_>, Unpriceable> {
    let mut found = Curves { list: Vec::new(), cheapest: Vec::new(), is_exact: true };
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for tier in estimate.buyable_tiers() {
        let trace = Trace::new(tier, from, to).map_err(|reason| Unpriceable::new(tier, reason))?;
        if trace.segments.is_empty() {
            continue;
        }
        let end = tier.end().filter(|cap| cap.reads < to);
        found.is_exact &= trace.is_exact;
        found.list.push(Curve { tier, is_custom: estimate.is_custom(&tier.id), segments: trace.segments, end });
        lines.push(trace.pieces);
    }
    found.cheapest = stretches(&found.list, &lines, from, to)?;
    Ok(found)
}

/// The cheapest tier for `reads` in one month by itself, among the same tiers as those of [`curves`], with the exact month;
/// of equally cheap ones, the one listed first. `None` when none fits.
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn cheapest_month(estimate: &Estimate, reads: Reads) -> Result<Option<(&Tier, Money)>, Unpriceable> {
    let mut best: Option<(&Tier, Money)> = None;
    for tier in estimate.buyable_tiers().filter(|tier| reads <= tier.limit()) {
        let month = tier.exact(reads).map_err(|reason| Unpriceable::new(tier, reason))?;
        if let Some(month) = month
            && best.is_none_or(|(_, lowest)| month < lowest)
        {
            best = Some((tier, month));
        }
    }
    Ok(best)
}

/// One tier's line on its way through the range.
struct Trace {
    segments: Vec<Segment>,
    /// The same with slopes.
    pieces: Vec<Piece>,
    is_exact: bool,
}

impl Trace {
    fn new(tier: &Tier, from: Reads, to: Reads) -> Result<Self, AmountTooLarge> {
        let mut trace = Self { segments: Vec::new(), pieces: Vec::new(), is_exact: true };
        let last = tier.limit().min(to);
        // Where there is overage, no segment lies on both sides of the cap.
        let cap = tier.read_cap.unwrap_or(Reads::MAX);
        let mut short_pieces = 0;
        let mut at = from;
        while at <= last {
            let Some(mut piece) = tier.piece(at)? else { break };
            let kind = if at > cap { SegmentKind::Overage } else { SegmentKind::Within };
            let side_ends = if at > cap { last } else { cap.min(last) };
            let far_enough = next_mark(at).back_one().min(side_ends);
            piece.end = piece.end.min(last);
            short_pieces += usize::from(piece.end < far_enough);
            let to = if piece.end < far_enough && short_pieces > MOST_SHORT_PIECES {
                piece.end = far_enough;
                trace.is_exact = false;
                let month = tier.exact(piece.end)?.unwrap_or_default();
                piece.slope = month.minus(piece.amount)?.spread_over(piece.end.beyond(at).get());
                month
            } else {
                piece.at(piece.end)?
            };
            trace.segments.push(Segment { start: at, end: piece.end, from: piece.amount, to, kind });
            trace.pieces.push(piece);
            if piece.end == last {
                break;
            }
            at = piece.end.forward(1);
        }
        Ok(trace)
    }
}

/// The next number above `reads` that is 4, 5, 6 or 7 times a power of two, or below 4. Every curve is thinned out to these
/// same numbers, so that many thinned ones bend together.
fn next_mark(reads: Reads) -> Reads {
    let digits = reads.get().max(1).ilog2().saturating_sub(2);
    let steps = (reads.get() >> digits) + 1;
    Reads::ZERO.forward(steps << digits)
}

/// Walks all lines together from bend to bend, and says which is the lowest.
fn stretches(
    list: &[Curve<'_>],
    lines: &[Vec<Piece>],
    from: Reads,
    to: Reads,
) -> Result<Vec<CheapestStretch>, Unpriceable> {
    let mut found: Vec<CheapestStretch> = Vec::new();
    let mut places: Vec<usize> = vec![0; lines.len()];
    let mut at = from;
    while at <= to {
        // The pieces that hold here, each with its tier's place.
        let mut holding: Vec<(usize, Piece)> = Vec::with_capacity(lines.len());
        for (tier, (line, place)) in lines.iter().zip(&mut places).enumerate() {
            *place += usize::from(line.get(*place).is_some_and(|piece| piece.end < at));
            holding.extend(line.get(*place).map(|piece| (tier, *piece)));
        }
        let mut end = holding.iter().map(|(_, piece)| piece.end).fold(to, Reads::min);
        let mut best: Option<(usize, Piece, Money)> = None;
        for (tier, piece) in &holding {
            let month = piece.at(at).map_err(|reason| Unpriceable::new(list[*tier].tier, reason))?;
            if best.is_none_or(|(_, _, lowest)| month < lowest) {
                best = Some((*tier, *piece, month));
            }
        }
        if let Some((cheapest, own, _)) = best {
            for (tier, other) in holding.iter().filter(|(tier, _)| *tier != cheapest) {
                let crossing = own.crossing(other, at, *tier < cheapest);
                let crossing = crossing.map_err(|reason| Unpriceable::new(list[*tier].tier, reason))?;
                end = crossing.map_or(end, |crossing| end.min(crossing.back_one()));
            }
        }
        let cheapest = best.map(|(place, ..)| place);
        if let Some(last) = found.last_mut().filter(|last| last.cheapest.map(|last| last.place) == cheapest) {
            last.end = end;
        } else {
            let cheapest = cheapest.map(|place| Cheapest { place, from: Money::ZERO, to: Money::ZERO });
            found.push(CheapestStretch { start: at, end, cheapest });
        }
        if end == to {
            break;
        }
        at = end.forward(1);
    }
    for stretch in &mut found {
        if let Some(cheapest) = &mut stretch.cheapest {
            let tier = list[cheapest.place].tier;
            let month = |reads| tier.exact(reads).map_err(|reason| Unpriceable::new(tier, reason));
            cheapest.from = month(stretch.start)?.unwrap_or_default();
            cheapest.to = month(stretch.end)?.unwrap_or_default();
        }
    }
    Ok(found)
}
