//! What the free era would have answered to a project.

use crate::pricing::{Catalogue, Reads, Tier};
use crate::project::{FreeCollection, FreeProgramme, Project};

/// The programmes of the free era that were open to the project's usage type, and how long each would have taken.
#[must_use]
pub fn free_collection(catalogue: &'static Catalogue, project: &Project) -> FreeCollection {
    let phases = || project.phases.iter().zip(project.reads());
    let evenly = phases().map(|(phase, reads)| reads.get().div_ceil(phase.months.get().into()));
    let busiest_month = Reads::ZERO.forward(evenly.max().unwrap_or(0));
    let open = catalogue.free_era().compared().filter(|tier| tier.access(project.usage_type).is_open());
    let mut programmes: Vec<(Reads, FreeProgramme)> = Vec::new();
    for tier in open {
        let cap = tier.limit();
        let months = |reads: Reads| {
            if reads == Reads::ZERO {
                Some(0)
            } else {
                reads.get().checked_div(cap.get()).map(|full| full + u64::from(!reads.get().is_multiple_of(cap.get())))
            }
        };
        let in_time =
            phases().all(|(phase, reads)| months(*reads).is_some_and(|needed| needed <= phase.months.get().into()));
        let all = project.reads().iter().try_fold(0, |sum: u64, reads| sum.checked_add(months(*reads)?));
        let place = programmes.partition_point(|(before, _)| *before <= cap);
        programmes.insert(place, (cap, FreeProgramme { tier: Tier::clone(tier), months: all, in_time }));
    }
    let covers = programmes.iter().find(|(cap, _)| *cap >= busiest_month);
    FreeCollection {
        busiest_month,
        covered_by: covers.map(|(_, programme)| programme.tier.clone()),
        programmes: programmes.into_iter().map(|(_, programme)| programme).collect(),
    }
}
