use super::piece::Piece;
use super::{AmountTooLarge, Estimate, Identifier, Money, Reads, Tier, Unpriceable};

/// A number of reads a month at which something changes. It is the first for which the change holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakpoint {
    /// Reads a month.
    pub reads: Reads,
    /// What changes there.
    pub kind: BreakpointKind,
}

/// What changes at a [`Breakpoint`]. Amounts are exact months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakpointKind {
    /// Another tier becomes the cheapest that fits, or none fits any more.
    CheapestChanges {
        /// The cheapest one read before, with its month then; `None` when none fitted.
        from: Option<(Identifier, Money)>,
        /// The cheapest now, with its month; `None` when none fits.
        to: Option<(Identifier, Money)>,
    },
    /// A tier no longer serves the reads, or no longer at a known price.
    CapStops {
        /// Which tier.
        tier: Identifier,
    },
    /// A tier's total is lower than for one read less, as volume pricing can make it.
    TotalFalls {
        /// Which tier.
        tier: Identifier,
        /// The month one read before.
        from: Money,
        /// The month now.
        to: Money,
    },
}

/// The breakpoints from one number of reads on, rising. Exact, not sampled: between two of them nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakpoints {
    /// The breakpoints above the start.
    pub list: Vec<Breakpoint>,
    /// The last number of reads that was looked at: [`Reads::MAX`], unless prices bend so often that the search stopped
    /// before. Beyond it nothing is known.
    pub complete_to: Reads,
}

impl Breakpoints {
    /// The next volume above `reads` at which the cheapest tier changes or none fits any more; `None` also when it lies
    /// beyond [`Breakpoints::complete_to`].
    #[must_use]
    pub fn next_cliff(&self, reads: Reads) -> Option<&Breakpoint> {
        let is_cliff = |breakpoint: &&Breakpoint| matches!(breakpoint.kind, BreakpointKind::CheapestChanges { .. });
        self.list.iter().filter(|breakpoint| breakpoint.reads > reads).find(is_cliff)
    }
}

/// How many bends of prices are followed. Every started package is a bend, so that a price book with small packages has
/// more than anyone wants to read.
const MOST_BENDS: usize = 2_000;

/// The volumes above `start` at which the answer for one month changes, among the tiers that the estimate's usage type may
/// buy at a public price: the listed ones and the user's own.
///
/// ```
/// use quota_calculator::catalogue;
/// use quota_calculator::pricing::{Estimate, Reads, breakpoints};
///
/// let found = breakpoints(&Estimate::starting(catalogue()), Reads::ZERO)?;
/// let cliff = found.next_cliff(Reads::new(9_000)?).ok_or("no cliff")?;
/// assert_eq!(cliff.reads.get(), 10_001, "from Basic to Enterprise Small");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Unpriceable`] when an amount has too many digits to be exact.
pub fn breakpoints(estimate: &Estimate, start: Reads) -> Result<Breakpoints, Unpriceable> {
    let mut walk = Walk::new(estimate);
    walk.go_to(start)?;
    let mut cheapest = walk.cheapest(start)?;
    let mut found = Breakpoints { list: Vec::new(), complete_to: Reads::MAX };
    let mut at = start;
    for bends in 0.. {
        let Some(next) = walk.next_bend(at, cheapest)? else { break };
        if bends == MOST_BENDS {
            found.complete_to = next.back_one();
            break;
        }
        at = next;
        let changes = walk.go_to(at)?;
        found.list.extend(changes.into_iter().map(|kind| Breakpoint { reads: at, kind }));
        let now = walk.cheapest(at)?;
        if now != cheapest {
            let from = walk.named(cheapest, at.back_one())?;
            let to = walk.named(now, at)?;
            found.list.push(Breakpoint { reads: at, kind: BreakpointKind::CheapestChanges { from, to } });
        }
        cheapest = now;
    }
    Ok(found)
}

/// The tiers on their way up from one number of reads to the next at which a price bends.
struct Walk<'a>(Vec<Track<'a>>);

/// A tier with the piece of its month that holds at the moment, and the one before.
struct Track<'a> {
    tier: &'a Tier,
    /// `None` beyond the cap.
    piece: Option<Piece>,
    before: Option<Piece>,
}

impl<'a> Walk<'a> {
    fn new(estimate: &'a Estimate) -> Self {
        Self(estimate.buyable_tiers().map(|tier| Track { tier, piece: None, before: None }).collect())
    }

    /// Moves every tier to `at`, and says what happened to them there.
    fn go_to(&mut self, at: Reads) -> Result<Vec<BreakpointKind>, Unpriceable> {
        let mut changes = Vec::new();
        for track in &mut self.0 {
            changes.extend(track.go_to(at).map_err(|reason| Unpriceable::new(track.tier, reason))?);
        }
        Ok(changes)
    }

    /// The place of the cheapest tier at `at`; of equally cheap ones, the one listed first.
    fn cheapest(&self, at: Reads) -> Result<Option<usize>, Unpriceable> {
        let mut best: Option<(usize, Money)> = None;
        for (place, track) in self.0.iter().enumerate() {
            let amount = track.amount(at)?;
            if let Some(amount) = amount
                && best.is_none_or(|(_, lowest)| amount < lowest)
            {
                best = Some((place, amount));
            }
        }
        Ok(best.map(|(place, _)| place))
    }

    fn named(&self, place: Option<usize>, at: Reads) -> Result<Option<(Identifier, Money)>, Unpriceable> {
        let Some(track) = place.map(|place| &self.0[place]) else { return Ok(None) };
        Ok(track.amount(at)?.map(|amount| (track.tier.id.clone(), amount)))
    }

    /// The next number of reads above `at` at which a piece ends, or another tier becomes cheaper than the cheapest.
    fn next_bend(&self, at: Reads, cheapest: Option<usize>) -> Result<Option<Reads>, Unpriceable> {
        let ends = self.0.iter().filter_map(|track| Some(track.piece?.end)).filter(|end| *end < Reads::MAX);
        let mut next = ends.min().map(|end| end.forward(1));
        let Some(cheapest) = cheapest else { return Ok(next) };
        for (place, track) in self.0.iter().enumerate().filter(|(place, _)| *place != cheapest) {
            let (Some(own), Some(other)) = (self.0[cheapest].piece, track.piece) else { continue };
            let crossing = own.crossing(&other, at, place < cheapest);
            let crossing = crossing.map_err(|reason| Unpriceable::new(track.tier, reason))?;
            next = match (next, crossing) {
                (Some(next), Some(crossing)) => Some(next.min(crossing)),
                (next, crossing) => next.or(crossing),
            };
        }
        Ok(next)
    }
}

impl Track<'_> {
    fn go_to(&mut self, at: Reads) -> Result<Option<BreakpointKind>, AmountTooLarge> {
        if self.piece.is_some_and(|piece| at <= piece.end) {
            return Ok(None);
        }
        self.before = self.piece.take();
        if at <= self.tier.limit() {
            self.piece = self.tier.piece(at)?;
        }
        let tier = || self.tier.id.clone();
        Ok(match (self.before, self.piece) {
            (Some(before), Some(piece)) => {
                let (from, to) = (before.at(before.end)?, piece.amount);
                (to < from).then(|| BreakpointKind::TotalFalls { tier: tier(), from, to })
            }
            (Some(_), None) => Some(BreakpointKind::CapStops { tier: tier() }),
            (None, _) => None,
        })
    }

    /// The exact month at `at`, on the piece that holds or the one before; `None` where the tier serves nothing.
    fn amount(&self, at: Reads) -> Result<Option<Money>, Unpriceable> {
        let piece =
            [self.piece, self.before].into_iter().flatten().find(|piece| (piece.start..=piece.end).contains(&at));
        piece.map(|piece| piece.at(at)).transpose().map_err(|reason| Unpriceable::new(self.tier, reason))
    }
}
