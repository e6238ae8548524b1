//! What a month of a tier costs at the least, if that many reads or more are served.

use super::line::{Amount, Line};
use super::units::Units;
use crate::pricing::{AmountTooLarge, Charge, Money, Piece, Price, Reads, Tier, TierFields};

/// The months of a tier with at least so many reads, from none on: never falling, because more may be read than is needed
/// where that costs less.
#[derive(Clone, Debug)]
pub(super) struct MonthPrices {
    pieces: Vec<Piece>,
    /// The least that a month costs where its price falls beyond the pieces; `None` when it falls nowhere there.
    beyond: Option<Money>,
}

/// The most pieces that a month may have to be priced as it is.
const MOST_PIECES: usize = 64;

impl MonthPrices {
    /// The months of up to `reach` reads; `None` when the tier has no public price.
    ///
    /// A tier with more pieces, as small packages make them, is taken to sell parts of packages.
    pub(super) fn new(tier: &Tier, reach: Reads) -> Result<Option<Self>, AmountTooLarge> {
        if tier.charges.is_none() {
            return Ok(None);
        }
        let whole = pieces(tier, reach, MOST_PIECES)?;
        let pieces = match whole {
            Some(pieces) => pieces,
            None => pieces(&in_parts(tier), reach, usize::MAX)?.unwrap_or_default(),
        };
        let limit = tier.limit();
        let mut beyond = None;
        for start in tier.falls().filter(|start| *start > reach && *start <= limit) {
            let month = tier.exact(start)?;
            beyond = beyond.into_iter().chain(month).min();
        }
        Ok(Some(Self { pieces, beyond }))
    }

    /// Every amount that must be whole in the units.
    pub(super) fn amounts(&self) -> impl Iterator<Item = Money> {
        let of_piece = |piece: &Piece| [Some(piece.amount), Some(piece.slope), piece.at(piece.end).ok()];
        self.pieces.iter().flat_map(of_piece).flatten().chain(self.beyond)
    }

    /// The least for at least so many reads, as lines from none on.
    pub(super) fn lines(&self, units: Units) -> Result<Vec<Line>, AmountTooLarge> {
        let mut lowest = self.beyond.map(|beyond| units.amount(beyond)).transpose()?.unwrap_or(Amount::MAX);
        let mut lines: Vec<Line> = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces.iter().rev() {
            let (start, end) = (piece.start.get(), piece.end.get());
            let (cost, slope) = (units.amount(piece.amount)?, units.amount(piece.slope)?);
            let rise = Units::checked(slope.checked_mul(Amount::from(end - start)))?;
            let line = Line { start, end, cost, slope };
            if cost + rise <= lowest {
                lines.push(line);
            } else if cost >= lowest {
                lines.push(Line { cost: lowest, slope: 0, ..line });
            } else {
                // It rises beyond what more reads cost.
                let last = start + u64::try_from((lowest - cost) / slope).unwrap_or_default();
                lines.push(Line { start: last + 1, end, cost: lowest, slope: 0 });
                lines.push(line.part(start, last));
            }
            lowest = lowest.min(cost);
        }
        lines.reverse();
        lines.dedup_by(|next, line| {
            let goes_on = next.slope == line.slope && line.at(next.start) == next.cost;
            if goes_on {
                line.end = next.end;
            }
            goes_on
        });
        Ok(lines)
    }
}

/// The pieces of a tier's months up to `reach`; `None` when there are more than `most`.
fn pieces(tier: &Tier, reach: Reads, most: usize) -> Result<Option<Vec<Piece>>, AmountTooLarge> {
    let last = tier.limit().min(reach);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = Reads::ZERO;
    while let Some(piece) = tier.piece(at)? {
        if pieces.len() == most {
            return Ok(None);
        }
        let end = piece.end.min(last);
        pieces.push(Piece { end, ..piece });
        if end == last {
            break;
        }
        at = end.forward(1);
    }
    Ok(Some(pieces))
}

/// The same tier, but parts of packages cost a part of the price, cut off to what a price can be: never more than the tier.
fn in_parts(tier: &Tier) -> Tier {
    let in_parts = |charge: &Charge| match charge {
        Charge::Package { package_size, package_price, included_reads } => Charge::PerUnit {
            unit_price: package_price.part(package_size.reads().get()).unwrap_or(Price::ZERO),
            included_reads: *included_reads,
        },
        other => other.clone(),
    };
    let all = |charges: &[Charge]| charges.iter().map(in_parts).collect::<Vec<_>>().into();
    let fields = TierFields::clone(tier);
    let charges = fields.charges.as_deref().map(all);
    let overage = fields.overage.as_deref().map(all);
    Tier::new(TierFields { charges, overage, ..fields }).unwrap_or_else(|_| tier.clone())
}
