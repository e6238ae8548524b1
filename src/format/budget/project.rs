use crate::format::counts::plural;
use crate::numbers::NumberStyle;
use crate::project::{PriceBasis, Project};

/// What is collected, in a few words: `10,000,000 posts within 8 months for academic research, from 2026-12-01`.
#[must_use]
pub fn project_phrase(project: &Project, style: NumberStyle) -> String {
    let phases = match project.phases.len() {
        1 => String::new(),
        count => format!(" in {}", plural(count as u64, "phase", style)),
    };
    let prices = match project.prices {
        PriceBasis::ByDate => String::new(),
        PriceBasis::Of(book) => format!(", at the prices of {}", book.name),
    };
    format!(
        "{} posts{phases} within {} for {}, from {}{prices}",
        style.whole(project.posts()),
        plural(project.month_count() as u64, "month", style),
        project.usage_type.label(),
        project.start
    )
}
