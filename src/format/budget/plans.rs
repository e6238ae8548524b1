//! What plans, limits and the free era come to, in sentences.

use crate::format::{duration_phrase, months_phrase};
use crate::numbers::NumberStyle;
use crate::pricing::{Access, Tier, UsageType};
use crate::project::{FreeCollection, FreeProgramme, LimitStanding, NoSchedule, PlanChoice, Plans, Project};

/// What a phase is called in a sentence.
#[must_use]
pub fn phase_name(project: &Project, place: usize) -> String {
    match project.phases.get(place) {
        Some(phase) if !phase.name.is_empty() => format!("“{}”", phase.name),
        _ if project.phases.len() == 1 => "the collection".to_owned(),
        _ => format!("phase {}", place + 1),
    }
}

/// Why there is no schedule.
#[must_use]
pub fn no_schedule_sentence(reason: &NoSchedule, project: &Project, style: NumberStyle) -> String {
    let usage = project.usage_type.label();
    let phase = |place: &usize| phase_name(project, *place);
    match reason {
        NoSchedule::NotEligible { phase: place } => {
            format!("Nothing that is on sale during {} is open to {usage}.", phase(place))
        }
        NoSchedule::NoPublicPrice { phase: place, tiers } => format!(
            "What is open to {usage} during {} has no public price ({}): ask the seller.",
            phase(place),
            names(tiers)
        ),
        NoSchedule::ExistingCustomersOnly { phase: place, tiers } => {
            format!("During {} {} is sold to existing customers only.", phase(place), names(tiers))
        }
        NoSchedule::OverCap { phase: place, reads, most, largest, enough } => {
            let largest =
                largest.as_ref().map(|tier| format!(", the most in a month at {}", tier.name)).unwrap_or_default();
            let months = enough.map_or_else(|| "more months".to_owned(), months_phrase);
            format!(
                "{} reads are needed for {}, and in its months at most {} can be read{largest}. Give it {months}, or \
                 ask the seller for custom terms.",
                style.reads(*reads),
                phase(place),
                style.whole(*most)
            )
        }
        NoSchedule::NoRoom { phase: place } => {
            format!("The terms of the tiers leave no room beside each other in the months of {}.", phase(place))
        }
    }
}

/// Why a tier can't collect a project's posts by itself, in a few words.
#[must_use]
pub fn unfit_phrase(reason: &NoSchedule, project: &Project, style: NumberStyle) -> String {
    match reason {
        NoSchedule::NotEligible { phase } => format!(
            "not on sale, or not open to {}, during {}",
            project.usage_type.label(),
            phase_name(project, *phase)
        ),
        NoSchedule::NoPublicPrice { .. } => "no public price".to_owned(),
        NoSchedule::ExistingCustomersOnly { .. } => "sold to existing customers only".to_owned(),
        NoSchedule::OverCap { phase, reads, most, .. } => format!(
            "serves at most {} of the {} reads of {}",
            style.whole(*most),
            style.reads(*reads),
            phase_name(project, *phase)
        ),
        NoSchedule::NoRoom { phase } => {
            format!("its terms leave no room in the months of {}", phase_name(project, *phase))
        }
    }
}

fn names(tiers: &[Tier]) -> String {
    tiers.iter().map(|tier| tier.name.as_ref()).collect::<Vec<_>>().join(", ")
}

/// How the cheapest schedule of a project stands to its limit; nothing where there is neither.
#[must_use]
pub fn limit_sentence(plans: &Plans, project: &Project, style: NumberStyle) -> Option<String> {
    let limit = plans.limit.as_ref()?;
    let most = plans.others.as_ref().and_then(|others| others.most_posts.as_ref());
    let (standing, limit) = (limit.standing?, style.money(limit.amount));
    Some(match standing {
        LimitStanding::Within(spare) => format!("Within your limit of {limit}, with {} to spare.", style.money(spare)),
        LimitStanding::Over(over) => {
            let most = most.map(|_| {
                let collected = PlanChoice::WithinLimit.collected(project, plans);
                let (posts, planned) = (style.whole(collected.posts()), style.whole(project.posts()));
                format!(" Within it are {posts} of {planned} posts{}.", short_phases(project, &collected, style))
            });
            format!("Over your limit of {limit} by {}.{}", style.money(over), most.unwrap_or_default())
        }
    })
}

/// Which phases of several have fewer posts than planned, behind a colon: `: 40,000 of 300,000 in “Refresh”`.
fn short_phases(project: &Project, collected: &Project, style: NumberStyle) -> String {
    let pairs = project.phases.iter().zip(&collected.phases).enumerate();
    let short = pairs.filter(|(_, (planned, collected))| project.phases.len() > 1 && collected.posts < planned.posts);
    let phrases = short.map(|(place, (planned, collected))| {
        format!("{} of {} in {}", style.posts(collected.posts), style.posts(planned.posts), phase_name(project, place))
    });
    let phrases: Vec<_> = phrases.collect();
    if phrases.is_empty() { String::new() } else { format!(": {}", phrases.join(", ")) }
}

/// That the fastest schedule has all posts earlier than the cheapest and costs no more, if it does.
#[must_use]
pub fn sooner_sentence(plans: &Plans, style: NumberStyle) -> Option<String> {
    let cheapest = plans.cheapest.as_ref().ok()?;
    let fastest = PlanChoice::Fastest.of(plans).filter(|fastest| fastest.total == cheapest.total)?;
    let sooner = cheapest.last_read_month()?.checked_sub(fastest.last_read_month()?).filter(|months| *months > 0)?;
    Some(format!(
        "The fastest schedule costs the same and has all posts {} sooner.",
        duration_phrase(sooner as u64, style)
    ))
}

/// How long the free programmes would have taken.
#[must_use]
pub fn free_sentence(free: &FreeCollection, project: &Project, style: NumberStyle) -> String {
    if project.posts() == 0 {
        return "No posts are to be collected yet.".to_owned();
    }
    if free.programmes.is_empty() {
        return format!("No free programme was open to {}.", project.usage_type.label());
    }
    let programme = |programme: &FreeProgramme| match programme.months {
        Some(months) => format!("{} in {}", programme.tier.name, duration_phrase(months, style)),
        None => format!("{} never", programme.tier.name),
    };
    let programmes: Vec<_> = free.programmes.iter().map(programme).collect();
    let unchecked = unchecked_sentence(&free.programmes, project.usage_type);
    let unchecked = unchecked.map(|sentence| format!(" {sentence}")).unwrap_or_default();
    format!("Its programmes brought as many posts for nothing: {}.{unchecked}", programmes.join(", "))
}

/// Of which programmes nobody checked whether the usage type might have used them: they are taken to be open. `None` when
/// there are none.
pub(super) fn unchecked_sentence<'a>(
    programmes: impl IntoIterator<Item = &'a FreeProgramme>,
    usage_type: UsageType,
) -> Option<String> {
    let tiers = programmes.into_iter().map(|programme| &programme.tier);
    let unchecked: Vec<&str> =
        tiers.filter(|tier| tier.access(usage_type) == Access::Unknown).map(|tier| tier.name.as_ref()).collect();
    let names = match unchecked.as_slice() {
        [] => return None,
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    };
    Some(format!("Whether the terms of {names} allowed {} was not checked.", usage_type.label()))
}
