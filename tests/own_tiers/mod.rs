//! Tiers of the user's own in the making, for the tests of their fields, of their list and of how both look.
#![allow(dead_code, reason = "not every test needs all of them")]

use quota_calculator::app::custom_tiers::{
    ChargeList, CustomTiers, CustomTiersAction as Action, DraftChange, Editor, Key, Spot, TierField,
};
use quota_calculator::catalogue;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::pricing::{
    AtCap, Charge, ChargeModel, Estimate, Identifier, Months, Posts, Price, PriceBook, Reads, Tier, Usage, UsageType,
    Volume,
};

pub const ENGLISH: NumberStyle = NumberStyle::ENGLISH;

pub fn german() -> NumberStyle {
    NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style")
}

/// The paid launch: Free, Basic and Enterprise, all with a price.
pub fn book() -> &'static PriceBook {
    catalogue().price_book("2023-03").expect("a price book")
}

/// Here Enterprise has no public price.
pub fn later_book() -> &'static PriceBook {
    catalogue().price_book("2024-10").expect("a price book")
}

pub fn id(text: &str) -> Identifier {
    Identifier::new(text.to_owned()).expect("an id")
}

pub fn reads(count: u64) -> Reads {
    Reads::new(count).expect("reads within bounds")
}

pub fn posts(count: u64) -> Posts {
    Posts::new(count).expect("posts within bounds")
}

pub fn price(text: &str) -> Price {
    text.parse().expect("a price")
}

pub fn type_into(field: TierField, text: &str) -> Action {
    Action::Change(DraftChange::Type(field, text.to_owned()))
}

pub fn choose(key: Key, model: ChargeModel) -> Action {
    Action::Change(DraftChange::ChooseModel(key, model))
}

pub fn choose_at_cap(at_cap: AtCap) -> Action {
    Action::Change(DraftChange::ChooseAtCap(Some(at_cap)))
}

pub fn act(custom: &mut CustomTiers, actions: impl IntoIterator<Item = Action>) {
    for action in actions {
        custom.reduce(action, book(), ENGLISH);
    }
}

pub fn after(actions: impl IntoIterator<Item = Action>) -> CustomTiers {
    let mut custom = CustomTiers::default();
    act(&mut custom, actions);
    custom
}

/// A finished tier of a flat fee.
pub fn flat(name: &str, fee: &str) -> [Action; 4] {
    [Action::New, type_into(TierField::Name, name), type_into(TierField::Price(1), fee), Action::Done]
}

/// Tiers named A, B and C, at $100, $200 and $300 a month.
pub fn three() -> CustomTiers {
    after([flat("A", "100"), flat("B", "200"), flat("C", "300")].into_iter().flatten())
}

pub fn names(custom: &CustomTiers) -> Vec<&str> {
    custom.tiers().iter().map(|tier| tier.name.as_ref()).collect()
}

pub fn ids(custom: &CustomTiers) -> Vec<&str> {
    custom.tiers().iter().map(|tier| tier.id.as_str()).collect()
}

pub fn editor(custom: &CustomTiers) -> &Editor {
    custom.editor().expect("an open editor")
}

pub fn only_tier(custom: &CustomTiers) -> &Tier {
    let [tier] = custom.tiers() else { panic!("{} tiers", custom.tiers().len()) };
    tier
}

pub fn charges(tier: &Tier) -> &[Charge] {
    tier.charges.as_deref().unwrap_or_default()
}

pub fn fee(tier: &Tier) -> String {
    let [Charge::Flat { fee }] = charges(tier) else { panic!("another price") };
    fee.to_string()
}

pub fn focus(custom: &CustomTiers) -> Spot {
    custom.focus().spot.clone().expect("the focus was sent somewhere")
}

/// A new tier in which everything is filled in that can be wrong.
pub fn filled() -> CustomTiers {
    let mut custom = after([
        Action::New,
        choose(1, ChargeModel::Package),
        type_into(TierField::Price(1), "5"),
        type_into(TierField::PackageSize(1), "1,000"),
        Action::Change(DraftChange::AddCharge(ChargeList::Charges)),
    ]);
    let charge = editor(&custom).draft.charges[1].key;
    act(
        &mut custom,
        [
            choose(charge, ChargeModel::Graduated),
            Action::Change(DraftChange::AddBand(charge)),
            choose_at_cap(AtCap::Stop),
        ],
    );
    let [first, last] = bands(&custom, 1).try_into().expect("two bands");
    act(
        &mut custom,
        [
            type_into(TierField::UpTo(first), "1,000"),
            type_into(TierField::UnitPrice(first), "0.02"),
            type_into(TierField::UnitPrice(last), "0.01"),
            type_into(TierField::ReadCap, "10,000"),
        ],
    );
    assert!(editor(&custom).problems.is_empty());
    custom
}

pub fn bands(custom: &CustomTiers, charge: usize) -> Vec<Key> {
    editor(custom).draft.charges[charge].bands.iter().map(|band| band.key).collect()
}

pub fn usage() -> Usage {
    Usage::constant(Volume::monthly(posts(2_000_000)), Months::YEAR)
}

pub fn estimate(tiers: Vec<Tier>) -> Estimate {
    Estimate::new(usage(), UsageType::Academic, book()).with_custom_tiers(tiers).expect("distinct tiers")
}
