//! Links of budgets: what is written is read back, and what is damaged is refused in words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::link::{self as estimate_link, LinkError, MAX_LENGTH};
use quota_calculator::pricing::{Date, Months, Posts, RereadFactor, Tier, UsageType};
use quota_calculator::project::budget::{BudgetTerms, BudgetTermsFields, Conversion, CostClass, IndirectBase, YearCut};
use quota_calculator::project::funder::CurrencyCode;
use quota_calculator::project::link::{decode, encode, is_budget};
use quota_calculator::project::{Phase, PhaseName, PlanChoice, PriceBasis, Project, ProjectFields, Proposal};
use quota_calculator::tier_text::tiers_from_compact;
use quota_calculator::{catalogue, funder_profiles, plain_funder};
use rust_decimal::Decimal;

/// Links that were made by earlier versions: they open forever. Lines are only ever added.
const OLD_LINKS: &str = include_str!("old-budget-links.txt");

#[test]
fn old_links_still_open() {
    let links: Vec<_> = OLD_LINKS.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(!links.is_empty());
    for link in links {
        let proposal = decode(link, catalogue()).unwrap_or_else(|error| panic!("{link}: {error}"));
        assert_eq!(encode(&proposal), link, "the current version still writes this one");
    }
}

fn today() -> Date {
    "2026-11-24".parse().expect("a day")
}

#[test]
fn a_new_visitor_has_the_shortest_link() {
    let link = encode(&Proposal::starting(today()));
    assert_eq!(link, "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date");
}

#[test]
fn what_programs_encode_on_the_way_and_any_order_are_read() {
    let written = "b1/start=2026-12-01/phases=Fr%C3%BChjahr+1*5*1/usage=hobby/prices=by-date";
    let proposal = decode(written, catalogue()).expect("a link");
    for other in [
        "b1/start=2026-12-01/phases=Frühjahr%201*5*1/usage=hobby/prices=by-date",
        "b1/start=2026-12-01/phases=%46r%c3%bchjahr+1*5*1/usage=hobby/prices=by-date",
        "b1/prices=by-date/usage=hobby/phases=Fr%C3%BChjahr+1*5*1/start=2026-12-01/plan=cheapest/reread=1",
    ] {
        assert_eq!(decode(other, catalogue()).as_ref(), Ok(&proposal), "{other}");
    }
    assert_eq!(encode(&proposal), written);
}

#[track_caller]
fn case(link: &str, message: &str) {
    let error = decode(link, catalogue()).expect_err("a damaged link");
    assert_eq!(error.to_string(), message);
}

/// A plain link with one value changed.
fn with(key: &str, value: &str) -> String {
    let parts = ["start=2026-12-01", "phases=10*8", "usage=academic", "prices=by-date"];
    let is_there = parts.iter().any(|part| part.starts_with(&format!("{key}=")));
    let parts = parts
        .iter()
        .map(|part| if part.starts_with(&format!("{key}=")) { format!("{key}={value}") } else { (*part).to_owned() });
    let added = (!is_there).then(|| format!("{key}={value}"));
    let parts: Vec<_> = std::iter::once("b1".to_owned()).chain(parts).chain(added).collect();
    parts.join("/")
}

#[test]
fn damaged_links_say_what_is_wrong() {
    case("", "it doesn’t begin like the link of a budget, with b1");
    case("b", "it doesn’t begin like the link of a budget, with b1");
    case("v1/reads=5", "it doesn’t begin like the link of a budget, with b1");
    case("b2/start=2026-12-01", "its version is b2, which this calculator doesn’t know; a newer one may have made it");
    case("b1", "a part is missing: start, phases, usage, prices");
    case("b1/start=2026-12-01/phases=5*1", "a part is missing: usage, prices");
    case(&with("x", "1"), "the part “x=1” is unknown");
    case(&(with("term", "3") + "/term=3"), "term stands there twice");
    case(&with("start", "2026-12-1"), "start is “2026-12-1”: it must be a day, like 2026-12-01");
    case(
        &with("start", "2019-12-31"),
        "start is “2019-12-31”: the start 2019-12-31 is out of bounds: use 2020-01-01 to 2099-12-31",
    );
    case(&with("phases", ""), "phases is “”: a phase is its posts*its months, like 10000000*8");
    case(&with("phases", "10"), "phases is “10”: a phase is its posts*its months, like 10000000*8");
    case(&with("phases", "10k*8"), "phases is “10k*8”: it must be a whole number");
    case(&with("phases", "10*0"), "phases is “10*0”: 0 months can't be priced: use 1 to 120");
    case(
        &with("phases", "10*100,10*21"),
        "phases is “10*100,10*21”: the phases take 121 months together: at most 120 are priced",
    );
    case(&with("phases", "a%2*10*8"), "phases is “a%2*10*8”: a character isn’t percent-encoded as it should be");
    case(&with("phases", "%FF*10*8"), "phases is “%FF*10*8”: what is percent-encoded isn’t text");
    case(&with("phases", "+a*10*8"), "phases is “+a*10*8”: a phase’s name has characters that no name keeps");
    case(
        &with("phases", &format!("{}*10*8", "a".repeat(41))),
        "phases is “aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…”: a phase’s name is too long: it has 41 characters, and at \
         most 40 are kept",
    );
    case(&with("years", "leap"), "years is “leap”: it must be one of project, calendar");
    case(
        &with("funder", "mine"),
        "funder is “mine”: it must be one of plain, horizon-europe, nih-detailed, nih-modular, nsf",
    );
    case(
        &with("funder", "horizon-europe"),
        "funder is “horizon-europe”: currency: ERC / Horizon Europe budgets are in EUR, not in USD",
    );
    case(
        &with("rate", "EUR*0.92"),
        "rate is “EUR*0.92”: a rate is a currency*what a dollar buys of it*the day, like EUR*0.92*2026-11-20",
    );
    case(&with("rate", "USD*1*2026-11-20"), "rate is “USD*1*2026-11-20”: currency: US dollars need no exchange rate");
    case(
        &with("rate", "eur*0.92*2026-11-20"),
        "rate is “eur*0.92*2026-11-20”: `eur` is not a currency: write its three capital letters, like EUR",
    );
    case(
        &with("other", "180k"),
        "other is “180k”: `180k` is not an amount of other costs: write 0 to 1000000000000 (10^12) in digits, like 180000, \
         with at most 4 decimal places",
    );
    case(&with("plan", "dearest"), "plan is “dearest”: it must be one of cheapest, fastest, one-tier, within-limit");
    case(
        &with("prices", "2023"),
        "prices is “2023”: it must be one of free-era, 2023-03, 2023-05, 2024-10, 2026-02, 2026-04, 2026-06, 2026-08, by-date",
    );
}

#[test]
fn a_link_is_read_only_up_to_a_length() {
    let long = "b1".repeat(MAX_LENGTH);
    assert_eq!(decode(&long, catalogue()), Err(LinkError::TooLong { length: 2 * MAX_LENGTH }));
}

#[test]
fn an_estimate_becomes_a_project() {
    let case = |estimate: &str, budget: &str| {
        let estimate = estimate_link::decode(estimate, catalogue()).expect("an estimate");
        let proposal = Proposal::of_estimate(catalogue(), &estimate, today()).expect("a project");
        assert_eq!(encode(&proposal), budget);
    };
    case(
        "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03",
        "b1/start=2026-12-01/phases=24000000*12/usage=academic/prices=by-date",
    );
    case(
        "v2/given=1000*6,25000/usage=hobby/reread=1.5/term=12/prices=2026-08",
        "b1/start=2026-12-01/phases=31000*7/usage=hobby/reread=1.5/term=12/prices=by-date",
    );
    let most = "v1/reads=1000000000000000/period=month/usage=hobby/months=2/prices=2023-03";
    let most = estimate_link::decode(most, catalogue()).expect("an estimate");
    assert!(
        Proposal::of_estimate(catalogue(), &most, today()).is_err(),
        "all months together are more than can be said"
    );
}

#[test]
fn an_estimates_prices_go_on_unless_they_have_ended() {
    for (prices, today, basis) in [
        ("free-era", "2026-11-24", "by-date"),
        ("2023-03", "2026-11-24", "by-date"),
        ("2023-03", "2023-04-24", "by-date"),
        ("2023-05", "2023-04-24", "2023-05"),
        ("2026-08", "2026-06-24", "2026-08"),
        ("2026-08", "2026-11-24", "by-date"),
    ] {
        let estimate = format!("v1/reads=2000/period=month/usage=academic/months=12/prices={prices}");
        let estimate = estimate_link::decode(&estimate, catalogue()).expect("an estimate");
        let today = today.parse().expect("a day");
        let proposal = Proposal::of_estimate(catalogue(), &estimate, today).expect("a project");
        let link = encode(&proposal);
        assert!(link.ends_with(&format!("/prices={basis}")), "{prices} on {today}: {link}");
    }
}

fn tiers() -> Vec<Tier> {
    let text = "!((id:ours,name:'Ours,+Inc.',charges:!((model:flat,fee:100))),(id:b,name:B,charges:!((model:perUnit,unitPrice:0.01))))";
    tiers_from_compact(text).expect("two tiers")
}

prop_compose! {
    fn phases()(name in "[ -~äß漢]{0,20}", posts in 0..1_000_000_000_u64, months in 1..=10_i128) -> Phase {
        Phase {
            name: PhaseName::new(&name).expect("a short name"),
            posts: Posts::new(posts).expect("posts"),
            months: Months::try_from(months).expect("months"),
        }
    }
}

prop_compose! {
    fn terms()(
        funder in 0..funder_profiles().len(),
        percents in prop::array::uniform3(0..=2_000_000_i64),
        other in 0..=10_000_000_000_000_000_i64,
        calendar in any::<bool>(),
        without_contingency in any::<bool>(),
        subcontract in any::<bool>(),
        rate in prop::option::of((1..100_000_000_i64, 0..10_u32, "[A-Z]{3}", 0..29_000_u64)),
    ) -> BudgetTerms {
        let funder = &funder_profiles()[funder];
        let percent = |part: i64| Decimal::new(part, 4).normalize().to_string().parse().expect("a percentage");
        let conversion = |(rate, places, code, day): (i64, u32, String, u64)| Conversion {
            currency: code.parse().expect("a code"),
            rate: Decimal::new(rate, places.max(1)).normalize().to_string().parse().expect("a rate"),
            day: Project::FIRST_DAY + chrono::Days::new(day),
        };
        let fields = BudgetTermsFields {
            funder,
            year_cut: if calendar { YearCut::Calendar } else { YearCut::Project },
            inflation: percent(percents[0]),
            contingency: percent(percents[1]),
            indirect_rate: percent(percents[2]),
            indirect_base: if without_contingency { IndirectBase::WithoutContingency } else { IndirectBase::TotalDirect },
            cost_class: if subcontract { CostClass::Subcontract } else { CostClass::Purchase },
            other_costs: Decimal::new(other, 4).normalize().to_string().parse().expect("an amount"),
            conversion: rate.map(conversion).filter(|it| it.currency != CurrencyCode::USD),
        };
        // Where the funder's form has a currency of its own, the funder gives way.
        let plain = BudgetTermsFields { funder: plain_funder(), ..fields };
        BudgetTerms::new(fields).or_else(|_| BudgetTerms::new(plain)).expect("terms")
    }
}

prop_compose! {
    fn proposals()(
        days in 0..29_000_u64,
        phases in prop::collection::vec(phases(), 1..=12),
        usage_type in prop::sample::select(UsageType::ALL.to_vec()),
        factor in 1..10_000_000_i64,
        book in prop::option::of(0..catalogue().price_books().len()),
        term in prop::option::of(1..=120_i128),
        limit in prop::option::of(0..1_000_000_000_i64),
        choice in prop::sample::select(PlanChoice::ALL.to_vec()),
        has_tiers in any::<bool>(),
        terms in terms(),
    ) -> Proposal {
        let factor: RereadFactor = Decimal::new(factor, 4).normalize().to_string().parse().expect("a factor");
        let fields = ProjectFields {
            start: Project::FIRST_DAY + chrono::Days::new(days),
            phases,
            usage_type,
            reread_factor: factor,
            prices: book.map_or(PriceBasis::ByDate, |book| PriceBasis::Of(&catalogue().price_books()[book])),
            custom_tiers: if has_tiers { tiers() } else { Vec::new() },
            assumed_term: term.map(|months| months.try_into().expect("months")),
            limit: limit.map(|cents| Decimal::new(cents, 2).normalize().to_string().parse().expect("a price")),
        };
        Proposal { project: Project::new(fields).expect("a project"), choice, terms }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(proposal in proposals()) {
        let link = encode(&proposal);
        prop_assert!(is_budget(&link));
        prop_assert!(link.is_ascii() && !link.contains(char::is_whitespace), "{}", link);
        prop_assert_eq!(decode(&link, catalogue()), Ok(proposal));
    }

    #[test]
    fn any_text_is_read_or_refused(text in prop_oneof![
        any::<String>(),
        "b1(/(start|phases|usage|reread|term|limit|plan|funder|years|inflation|base|other|rate|tiers|prices)=[-a-z0-9*,.%+!(:)]{0,12}){0,9}",
    ]) {
        if let Ok(proposal) = decode(&text, catalogue()) {
            prop_assert_eq!(decode(&encode(&proposal), catalogue()), Ok(proposal));
        }
    }

    #[test]
    fn a_link_cut_off_is_refused_or_says_less(proposal in proposals(), at in 0..1_000_usize) {
        let link = encode(&proposal);
        let cut = link.get(..at.min(link.len().saturating_sub(1))).unwrap_or_default();
        if let Ok(other) = decode(cut, catalogue()) {
            // What comes last is a name of a few, so that only one that begins like another can be cut off unseen.
            prop_assert!(cut.contains("/prices="), "{}", cut);
            prop_assert_eq!(other.project.phases.clone(), proposal.project.phases.clone());
        }
    }
}
