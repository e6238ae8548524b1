//! The user's own tiers: what each act does to the editor and to the list.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod own_tiers;

use own_tiers::{
    ENGLISH, act, after, bands, book, charges, choose, choose_at_cap, editor, estimate, fee, filled, flat, focus,
    german, id, ids, later_book, names, only_tier, price, reads, three, type_into, usage,
};
use quota_calculator::app::custom_tiers::{
    ChargeList, CustomTiers, CustomTiersAction as Action, DraftChange, FileProblem, Spot, TierDraft, TierField,
};
use quota_calculator::catalogue;
use quota_calculator::pricing::{
    AtCap, Charge, ChargeModel, Estimate, List, MOST_CUSTOM_TIERS, Term, Tier, TierFields, UsageType,
};
use quota_calculator::tier_text::tiers_to_json;

#[test]
fn the_list_follows_the_editor_as_long_as_it_is_right() {
    let mut custom = after([Action::New]);
    assert!(custom.tiers().is_empty(), "a fee that is still missing is not $0");
    assert!(editor(&custom).problems.are_gaps());
    assert_eq!(focus(&custom), Spot::Field(TierField::Name));
    for (text, stands) in [("1", "1"), ("10", "10"), ("10x", "10"), ("", "10"), ("7", "7")] {
        act(&mut custom, [type_into(TierField::Price(1), text)]);
        assert_eq!(fee(only_tier(&custom)), stands, "after typing {text:?}");
        assert_eq!(editor(&custom).draft.charges[0].fee, text, "what is typed stays");
    }
    act(&mut custom, [Action::Done]);
    assert_eq!(custom.editor(), None);
    assert_eq!(focus(&custom), Spot::Edit(id("custom")));
}

#[test]
fn done_insists_on_what_is_missing() {
    let mut custom = after([Action::New]);
    assert!(!editor(&custom).is_insistent);
    let before = custom.focus().count;
    act(&mut custom, [Action::Done]);
    assert!(editor(&custom).is_insistent);
    assert_eq!(focus(&custom), Spot::Field(TierField::Price(1)));
    assert_eq!(custom.focus().count, before + 1);
    act(&mut custom, [type_into(TierField::Price(1), "5")]);
    assert!(!editor(&custom).is_insistent, "it is right now");
}

#[test]
fn cancel_restores_what_was_before() {
    let original = three();
    let mut custom = original.clone();
    let edit =
        [Action::Edit(id("custom-2")), type_into(TierField::Name, "Changed"), type_into(TierField::Price(1), "5")];
    act(&mut custom, edit);
    assert_eq!(names(&custom), ["A", "Changed", "C"]);
    act(&mut custom, [Action::Cancel]);
    assert_eq!(custom.tiers(), original.tiers());
    assert_eq!(focus(&custom), Spot::Edit(id("custom-2")));

    act(&mut custom, [Action::New, type_into(TierField::Price(1), "5")]);
    assert_eq!(names(&custom), ["A", "B", "C", "My tier"]);
    act(&mut custom, [Action::Cancel]);
    assert_eq!(custom.tiers(), original.tiers());
    assert_eq!(focus(&custom), Spot::New);
}

#[test]
fn the_list_rests_while_something_is_open() {
    let mut custom = three();
    act(&mut custom, [Action::Edit(id("custom"))]);
    let open = custom.clone();
    act(
        &mut custom,
        [
            Action::New,
            Action::Copy,
            Action::Edit(id("custom-2")),
            Action::MoveDown(id("custom")),
            Action::Delete(id("custom")),
            Action::OpenImport,
            Action::Undo,
        ],
    );
    assert_eq!(custom, open);
}

#[test]
fn a_deleted_tier_comes_back_until_the_list_changes() {
    let original = three();
    let mut custom = original.clone();
    act(&mut custom, [Action::Delete(id("custom-2"))]);
    assert_eq!(names(&custom), ["A", "C"]);
    assert_eq!(custom.notice().expect("a notice").sentence(), "“B” is deleted.");
    assert_eq!(focus(&custom), Spot::Undo);
    let deleted = custom.clone();

    act(&mut custom, [Action::Undo]);
    assert_eq!(custom.tiers(), original.tiers());
    assert_eq!(focus(&custom), Spot::Edit(id("custom-2")));

    // Looking is no change, and neither is a change that is taken back before it was one.
    let mut custom = deleted.clone();
    act(&mut custom, [Action::Edit(id("custom")), Action::Done, Action::New, Action::Cancel, Action::Undo]);
    assert_eq!(custom.tiers(), original.tiers());

    let mut custom = deleted.clone();
    act(&mut custom, [Action::MoveUp(id("custom-3")), Action::Undo]);
    assert_eq!(names(&custom), ["C", "A"], "too late");
    let mut custom = deleted;
    act(&mut custom, flat("D", "5").into_iter().chain([Action::Undo]));
    assert_eq!(names(&custom), ["A", "C", "D"], "too late");
}

#[test]
fn tiers_move_up_and_down() {
    let mut custom = three();
    act(&mut custom, [Action::MoveUp(id("custom-3"))]);
    assert_eq!(names(&custom), ["A", "C", "B"]);
    assert_eq!(custom.notice().expect("a notice").sentence(), "“C” is now number 2 of 3.");
    assert_eq!(focus(&custom), Spot::Up(id("custom-3")));
    act(&mut custom, [Action::MoveDown(id("custom"))]);
    assert_eq!(names(&custom), ["C", "A", "B"]);
    assert_eq!(focus(&custom), Spot::Down(id("custom")));
    let at_the_ends = custom.clone();
    act(&mut custom, [Action::MoveUp(id("custom-3")), Action::MoveDown(id("custom-2"))]);
    assert_eq!(custom, at_the_ends);
}

#[test]
fn a_listed_tier_is_copied_without_what_is_known_of_it_alone() {
    let mut custom = after([Action::ChooseSource(id("enterprise-small")), Action::Copy]);
    let tier = only_tier(&custom);
    let listed = book().tier("enterprise-small").expect("a tier");
    let own = TierFields {
        id: id("custom"),
        name: "Enterprise Small, negotiated".into(),
        evidence: None,
        eligibility: List::Borrowed(&[]),
        ..TierFields::clone(listed)
    };
    assert_eq!(TierFields::clone(tier), own);
    assert_eq!(tier.term_months, Some(Term::Unknown), "an assumption that can be changed");
    assert!(editor(&custom).shows_more_terms);
    act(&mut custom, [Action::Done, Action::Copy]);
    assert_eq!(names(&custom), ["Enterprise Small, negotiated", "Enterprise Small, negotiated 2"]);

    for listed in catalogue().price_books().iter().flat_map(|book| book.tiers.iter()) {
        let book = catalogue().price_books().iter().find(|book| book.tiers.contains(listed)).expect("its price book");
        let mut custom = CustomTiers::default();
        for action in [Action::ChooseSource(listed.id.clone()), Action::Copy] {
            custom.reduce(action, book, ENGLISH);
        }
        let draft = &editor(&custom).draft;
        assert_eq!(draft.name, format!("{}, negotiated", listed.name));
        assert_eq!(custom.tiers().is_empty(), listed.charges.is_none(), "{}: no price is not $0", listed.name);
        for tier in custom.tiers() {
            assert_eq!((&tier.charges, tier.cap()), (&listed.charges, listed.cap()));
            assert!(tier.aside.is_none() && tier.note.is_none() && !tier.existing_customers_only);
        }
    }
}

#[test]
fn a_tier_without_public_price_asks_for_one() {
    let mut custom = CustomTiers::default();
    custom.reduce(Action::Copy, later_book(), ENGLISH);
    let key = editor(&custom).draft.charges[0].key;
    assert_eq!(editor(&custom).draft.indicative_price(), Some(price("42000")));
    assert!(editor(&custom).problems.of(TierField::Price(key)).expect("a problem").is_missing);
    custom.reduce(type_into(TierField::Price(key), "39,000"), later_book(), ENGLISH);
    assert_eq!(fee(only_tier(&custom)), "39000");
    assert_eq!(only_tier(&custom).indicative_price, None, "it has a price of its own now");
}

#[test]
fn without_a_charge_there_is_no_price() {
    let mut custom = after([Action::New, Action::Change(DraftChange::RemoveCharge(1))]);
    assert_eq!(only_tier(&custom).charges, None);
    assert_eq!(focus(&custom), Spot::AddCharge(ChargeList::Charges));
    act(&mut custom, [Action::Change(DraftChange::AddCharge(ChargeList::Charges))]);
    let key = editor(&custom).draft.charges[0].key;
    assert_eq!(focus(&custom), Spot::Model(key));
}

#[test]
fn models_and_caps_can_be_tried_without_loss() {
    let mut custom = after([
        Action::New,
        type_into(TierField::Price(1), "100"),
        choose(1, ChargeModel::PerUnit),
        type_into(TierField::Price(1), "0.5"),
        choose_at_cap(AtCap::Stop),
        type_into(TierField::ReadCap, "10"),
        Action::Change(DraftChange::ChooseAtCap(None)),
        choose(1, ChargeModel::Flat),
    ]);
    assert_eq!(fee(only_tier(&custom)), "100");
    assert_eq!(only_tier(&custom).cap(), None);
    act(&mut custom, [choose_at_cap(AtCap::Stop), choose(1, ChargeModel::PerUnit)]);
    assert_eq!(only_tier(&custom).limit(), reads(10));
    let [Charge::PerUnit { unit_price, .. }] = charges(only_tier(&custom)) else { panic!("another price") };
    assert_eq!(*unit_price, price("0.5"));
}

#[test]
fn a_typed_price_goes_along_where_it_means_the_same() {
    let typed = |actions: &[Action]| {
        let custom = after([Action::New].into_iter().chain(actions.iter().cloned()));
        editor(&custom).draft.charges[0].clone()
    };
    let fee = type_into(TierField::Price(1), "500");
    let package = typed(&[fee.clone(), choose(1, ChargeModel::Package)]);
    assert_eq!(package.package_price, "500", "dollars for many reads");
    let back = typed(&[choose(1, ChargeModel::Package), fee.clone(), choose(1, ChargeModel::Flat)]);
    assert_eq!(back.fee, "500");
    let other = [
        fee.clone(),
        choose(1, ChargeModel::Package),
        type_into(TierField::Price(1), "5"),
        choose(1, ChargeModel::Flat),
    ];
    assert_eq!(typed(&other).fee, "500", "what was typed stays");
    let per_read = typed(&[fee, choose(1, ChargeModel::PerUnit)]);
    assert_eq!(per_read.unit_price, "", "a month's fee is no price of a read");

    let unit_price = [choose(1, ChargeModel::PerUnit), type_into(TierField::Price(1), "0.01")];
    for model in [ChargeModel::Graduated, ChargeModel::Volume] {
        let banded = typed(&[unit_price.as_slice(), &[choose(1, model)]].concat());
        assert_eq!(banded.bands[0].unit_price, "0.01", "{model:?}");
    }
    let bands = after([Action::New, choose(1, ChargeModel::Volume)]);
    let [band] = editor(&bands).draft.charges[0].bands.as_slice() else { panic!("one band") };
    let from_band = [
        choose(1, ChargeModel::Volume),
        type_into(TierField::UnitPrice(band.key), "0.02"),
        choose(1, ChargeModel::PerUnit),
    ];
    assert_eq!(typed(&from_band).unit_price, "0.02");
}

/// What comes back of an unfinished editor in a page that is loaded anew.
fn reloaded(custom: &CustomTiers) -> CustomTiers {
    let kept = custom.unfinished("link", ENGLISH).expect("something unfinished");
    let mut custom = CustomTiers::new(&estimate(custom.tiers().to_vec()));
    custom.resume(&kept, "link", ENGLISH);
    custom
}

#[test]
fn an_unfinished_tier_outlives_the_page() {
    let mut custom = filled();
    let [_, last] = bands(&custom, 1).try_into().expect("two bands");
    let changes = [
        type_into(TierField::UnitPrice(last), "a\nlot"),
        type_into(TierField::Term, "6"),
        choose_at_cap(AtCap::Overage),
    ];
    act(&mut custom, changes);
    let again = reloaded(&custom);
    let (before, after) = (&editor(&custom).draft, &editor(&again).draft);
    assert_eq!(
        (&after.name, after.at_cap, &after.read_cap, &after.term),
        (&before.name, before.at_cap, &before.read_cap, &before.term)
    );
    assert_eq!(after.charges.len(), 2);
    assert_eq!((after.charges[0].package_size.as_str(), after.charges[0].package_price.as_str()), ("1,000", "5"));
    let band = |draft: &TierDraft, place: usize| draft.charges[1].bands[place].clone();
    assert_eq!((band(after, 0).up_to, band(after, 1).unit_price), ("1,000".to_owned(), "a lot".to_owned()));
    assert_eq!(after.overage[0].model, ChargeModel::PerUnit);
    assert!(editor(&again).shows_more_terms);
    assert!(!editor(&again).problems.is_empty(), "what was wrong is wrong again");
    assert_eq!(again.tiers(), custom.tiers(), "and the last good version stays in the list");

    let mut again = again;
    act(&mut again, [Action::Cancel]);
    assert_eq!(again.tiers(), [], "a new tier is given up");
    assert_eq!(again.unfinished("link", ENGLISH), None);
}

#[test]
fn an_unfinished_change_can_be_given_up_after_a_reload() {
    let mut custom = after(flat("Acme", "100"));
    act(
        &mut custom,
        [Action::Edit(id("custom")), type_into(TierField::Price(1), "200"), type_into(TierField::Name, "")],
    );
    let mut again = reloaded(&custom);
    assert_eq!(editor(&again).draft.charges[0].fee, "200");
    act(&mut again, [Action::Cancel]);
    assert_eq!(fee(only_tier(&again)), "100", "as before the change");
}

#[test]
fn a_copy_of_a_tier_without_public_price_comes_back_as_one() {
    let mut custom = CustomTiers::default();
    for action in [Action::ChooseSource(id("enterprise")), Action::Copy] {
        custom.reduce(action, later_book(), ENGLISH);
    }
    let again = reloaded(&custom);
    assert_eq!(editor(&again).draft, editor(&custom).draft);
}

#[test]
fn what_is_unfinished_stays_with_its_estimate() {
    let custom = after([Action::New, type_into(TierField::Name, "Acme")]);
    let kept = custom.unfinished("link", ENGLISH).expect("something unfinished");
    let resumed = |kept: &str, link, style| {
        let mut custom = CustomTiers::default();
        custom.resume(kept, link, style);
        custom.editor().map(|editor| editor.draft.name.clone())
    };
    assert_eq!(resumed(&kept, "link", ENGLISH).as_deref(), Some("Acme"));
    assert_eq!(resumed(&kept, "another", ENGLISH), None);
    assert_eq!(resumed(&kept, "link", german()), None, "its numbers would be others");
    for damaged in
        ["", "nonsense", kept.trim_end_matches("0\n"), &kept.replace(" 1\n", " 2\n"), &kept.replace("flat", "volume")]
    {
        assert_eq!(resumed(damaged, "link", ENGLISH), None, "{damaged}");
    }
    let open_and_right = after(flat("Acme", "1").into_iter().take(3));
    assert_eq!(open_and_right.unfinished("link", ENGLISH), None, "what is right stands in the link");
}

#[test]
fn bands_come_and_go() {
    let mut custom = after([Action::New, choose(1, ChargeModel::Volume)]);
    let [only] = bands(&custom, 0).try_into().expect("one band");
    act(&mut custom, [type_into(TierField::UnitPrice(only), "3"), Action::Change(DraftChange::RemoveBand(only))]);
    assert_eq!(bands(&custom, 0), [only], "a charge has at least one band");
    act(&mut custom, [Action::Change(DraftChange::AddBand(1))]);
    assert_eq!(focus(&custom), Spot::Field(TierField::UpTo(only)), "the end that is to be filled in now");
    let [_, last] = bands(&custom, 0).try_into().expect("two bands");
    act(&mut custom, [type_into(TierField::UpTo(only), "5"), type_into(TierField::UnitPrice(last), "2")]);
    let [Charge::Volume { bands, .. }] = charges(only_tier(&custom)) else { panic!("another price") };
    assert_eq!(bands.list().iter().map(|band| band.up_to).collect::<Vec<_>>(), [Some(reads(5)), None]);
    act(&mut custom, [Action::Change(DraftChange::RemoveBand(last))]);
    assert_eq!(focus(&custom), Spot::AddBand(1));
    assert!(editor(&custom).problems.is_empty(), "the first band is the last again, and has no end");
    assert_eq!(editor(&custom).draft.charges[0].bands[0].up_to, "");
}

#[test]
fn what_the_editor_does_not_show_stays() {
    let rules = serde_json::json!({
        "id": "ours",
        "name": "Ours",
        "charges": [{ "model": "flat", "fee": 5 }],
        "eligibility": [{ "usageTypes": ["hobby"], "access": "no", "reason": "Too small" }],
        "existingCustomersOnly": true,
        "indicativePrice": 9,
        "note": "As of today",
    });
    let tier: Tier = serde_json::from_value(rules).expect("a tier");
    let mut custom = CustomTiers::new(&estimate(vec![tier.clone()]));
    act(&mut custom, [Action::Edit(id("ours")), type_into(TierField::Price(1), "6"), Action::Done]);
    let charges = Some(List::Owned(vec![Charge::Flat { fee: price("6") }]));
    assert_eq!(TierFields::clone(only_tier(&custom)), TierFields { charges, ..TierFields::clone(&tier) });
}

#[test]
fn evidence_goes_with_the_first_figure_that_changes() {
    let listed = book().tier("basic").expect("a tier").clone().with_id(id("ours"));
    let mut custom = CustomTiers::new(&estimate(vec![listed.clone()]));
    act(&mut custom, [Action::Edit(id("ours")), type_into(TierField::Name, "Renamed")]);
    assert_eq!(only_tier(&custom).evidence, listed.evidence);
    act(&mut custom, [type_into(TierField::ReadCap, "11k")]);
    assert_eq!(only_tier(&custom).evidence, None);
    act(&mut custom, [type_into(TierField::ReadCap, "10k")]);
    assert_eq!(only_tier(&custom).evidence, listed.evidence);
}

#[test]
fn exported_tiers_are_imported_under_new_ids() {
    let original = three();
    let text = tiers_to_json(original.tiers());
    let mut custom = original.clone();
    act(&mut custom, [Action::OpenImport, Action::TypeImport(text.clone())]);
    assert_eq!(focus(&custom), Spot::ImportText);
    assert_eq!(custom.tiers(), original.tiers());
    act(&mut custom, [Action::Import]);
    assert_eq!(custom.import(), None);
    assert_eq!(names(&custom), ["A", "B", "C", "A", "B", "C"]);
    assert_eq!(ids(&custom)[3..], ["custom-4", "custom-2-2", "custom-3-2"]);
    assert_eq!(custom.notice().expect("a notice").sentence(), "3 tiers imported: A, B, C.");
    assert_eq!(focus(&custom), Spot::OpenImport);

    let from_file = after([Action::OpenImport, Action::ImportFile(text)]);
    assert_eq!(from_file.tiers(), original.tiers(), "nothing is in the way");
}

#[test]
fn what_cannot_be_imported_changes_nothing() {
    let original = three();
    let mut custom = original.clone();
    act(&mut custom, [Action::OpenImport, Action::TypeImport("five dollars".to_owned()), Action::Import]);
    let import = custom.import().expect("still open");
    assert_eq!(import.text, "five dollars");
    assert!(import.problem.as_deref().is_some_and(|problem| problem.starts_with("Nothing was imported: ")));
    assert_eq!(custom.tiers(), original.tiers());
    act(&mut custom, [Action::TypeImport("[]".to_owned())]);
    assert_eq!(custom.import().expect("still open").problem, None, "a new text is not wrong yet");
    act(&mut custom, [Action::Import]);
    assert_eq!(
        custom.import().expect("still open").problem.as_deref(),
        Some("Nothing was imported: there is no tier in it to take.")
    );
    for (problem, sentence) in [
        (FileProblem::TooLarge, "The file is too large: tiers take at most 1 MB."),
        (FileProblem::Unreadable, "The file could not be read. Open it and paste its text here."),
    ] {
        act(&mut custom, [Action::RefuseFile(problem)]);
        assert_eq!(custom.import().expect("still open").problem.as_deref(), Some(sentence));
    }
    act(&mut custom, [Action::Cancel]);
    assert_eq!((custom.import(), custom.tiers()), (None, original.tiers()));
    assert_eq!(focus(&custom), Spot::OpenImport);
}

#[test]
fn there_is_room_for_a_hundred() {
    let text = tiers_to_json(three().tiers());
    let mut custom = CustomTiers::default();
    for _ in 0..33 {
        act(&mut custom, [Action::OpenImport, Action::ImportFile(text.clone())]);
    }
    assert_eq!(custom.tiers().len(), 99);
    act(&mut custom, [Action::OpenImport, Action::ImportFile(text)]);
    assert_eq!(custom.tiers().len(), MOST_CUSTOM_TIERS);
    let notice = custom.notice().expect("a notice");
    assert_eq!(notice.sentence(), "1 tier imported: A.");
    assert_eq!(
        notice.left_out(),
        [
            "“B” was left out: there is room for 100 tiers of your own.",
            "“C” was left out: there is room for 100 tiers of your own."
        ]
    );
    assert!(!custom.has_room());
    let full = custom.clone();
    act(&mut custom, [Action::New, Action::Copy]);
    assert_eq!(custom, full);
    let _ = estimate(custom.tiers().to_vec());
}

#[test]
fn ids_give_way_to_the_price_book() {
    let named =
        |name: &str| serde_json::json!({ "id": name, "name": name, "charges": [{ "model": "flat", "fee": 5 }] });
    let tiers: Vec<Tier> =
        serde_json::from_value(serde_json::json!([named("basic"), named("basic-2")])).expect("tiers");
    let free_era = catalogue().free_era();
    let elsewhere = Estimate::new(usage(), UsageType::Hobby, free_era).with_custom_tiers(tiers).expect("free ids");
    let mut custom = CustomTiers::new(&elsewhere);
    custom.reduce(Action::Edit(id("basic")), free_era, ENGLISH);
    custom.avoid(book());
    assert_eq!(ids(&custom), ["basic-3", "basic-2"]);
    assert_eq!(editor(&custom).id, id("basic-3"), "the editor stays with its tier");
    act(&mut custom, [type_into(TierField::Price(1), "6"), Action::Cancel]);
    assert_eq!(ids(&custom), ["basic-3", "basic-2"]);
    assert_eq!(fee(&custom.tiers()[0]), "5");
    let _ = estimate(custom.tiers().to_vec());
}
