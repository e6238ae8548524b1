//! The Quotes page: what its form makes of what is typed and chosen.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod quotes_states;
mod rendered;

use std::rc::Rc;

use quota_calculator::app::FormField;
use quota_calculator::app::library::{Library, Succession};
use quota_calculator::app::quotes::{EditAction, Preparer, QuoteField, QuotesAction, QuotesState};
use quota_calculator::app::settings::Settings;
use quota_calculator::numbers::NumberStyle;
use quota_calculator::quote::Revision;
use quotes_states::{LAUNCH, LEGACY, STYLE, edited, editing, open, open_draft, rendered, today, typed, worked_on};
use rendered::assert_says;
use yew::Reducible;

#[test]
fn a_new_draft_offers_the_cheapest_tier_that_fits() {
    let state = open(LAUNCH);
    let quote = &editing(&state).quote;
    assert_eq!(quote.options.iter().map(|option| option.tier.as_str()).collect::<Vec<_>>(), ["enterprise-small"]);
    assert_eq!((quote.number.as_str(), quote.valid_until.to_string()), ("2026-001", "2026-12-24".to_owned()));
    assert!(!editing(&state).is_touched, "nothing is kept before something was changed");
}

#[test]
fn a_new_quote_begins_at_the_prices_of_the_day() {
    for (day, price_book, tier) in [
        ("2026-11-24", "2026-08", "pay-per-use"),
        ("2031-01-01", "2026-08", "pay-per-use"),
        ("2026-05-01", "2026-04", "pay-per-use"),
        ("2023-04-01", "2023-03", "enterprise-small"),
    ] {
        let day = day.parse().expect("a day");
        let state = QuotesState::open("new", Library::default(), Preparer::default(), STYLE, day);
        let quote = &editing(&state).quote;
        assert_eq!(quote.estimate.price_book().id.as_str(), price_book, "{day}");
        assert_eq!(quote.options.iter().map(|option| option.tier.as_str()).collect::<Vec<_>>(), [tier], "{day}");
        assert!(editing(&state).comparison.today().is_none(), "{day}: it is what today's prices make of it");
        let totals = editing(&state).comparison.quoted().options[0].totals.as_ref();
        assert!(totals.is_some(), "{day}: there is a public price");
    }
}

#[track_caller]
fn begins_with(fragment: &str, tier: &str) {
    let state = open(fragment);
    let tiers: Vec<_> = editing(&state).quote.options.iter().map(|option| option.tier.as_str()).collect();
    assert_eq!(tiers, [tier], "{fragment}");
}

#[test]
fn where_no_public_price_fits_the_tier_that_comes_nearest_is_offered() {
    begins_with("v2/reads=2000000/period=month/usage=academic/months=12/prices=2024-10", "enterprise");
    begins_with("v2/reads=300000000/period=month/usage=academic/months=12/prices=2023-03", "enterprise-large");
    begins_with("v2/reads=2000000/period=month/usage=ai-training/months=12/prices=2023-03", "enterprise-small");
    begins_with("v2/reads=2000000/period=month/usage=ai-training/months=12/prices=2026-08", "enterprise");
}

#[test]
fn a_tier_that_another_price_book_lacks_gives_way_to_the_cheapest_that_fits() {
    let state = worked_on([book("2026-08")]);
    let tiers = |state: &QuotesState| -> Vec<_> {
        editing(state).quote.options.iter().map(|option| option.tier.to_string()).collect()
    };
    assert!(editing(&state).is_current(), "{:?}", editing(&state).problems);
    assert_eq!(
        (tiers(&state), editing(&state).quote.estimate.price_book().id.as_str()),
        (vec!["pay-per-use".to_owned()], "2026-08")
    );
    assert_eq!(
        editing(&state).undo.as_ref().map(|undo| undo.sentence.as_str()),
        Some("August 2026 doesn’t list Enterprise Small, so option 1 is for Pay-per-use now.")
    );
    let back = Rc::new(state).reduce(QuotesAction::Edit(EditAction::Undo));
    assert_eq!(
        (tiers(&back), editing(&back).quote.estimate.price_book().id.as_str()),
        (vec!["enterprise-small".to_owned()], "2023-03")
    );
    let several = worked_on([EditAction::AddOption, book("2026-08")]);
    assert_eq!(tiers(&several), ["pay-per-use", "enterprise"], "options stay different ones");
    let listed = worked_on([typed(QuoteField::Tier(0), "basic"), book("2023-05")]);
    assert_eq!(
        (tiers(&listed), editing(&listed).undo.is_none()),
        (vec!["basic".to_owned()], true),
        "what is listed stays"
    );
}

fn book(id: &str) -> EditAction {
    EditAction::ChoosePriceBook(quota_calculator::catalogue().price_book(id).expect("a price book"))
}

/// A draft with the discount of a tier that other price books lack.
fn with_loyalty(actions: impl IntoIterator<Item = EditAction>) -> QuotesState {
    let discount = [
        typed(QuoteField::Tier(0), "pro"),
        typed(QuoteField::Discount(0), "12.5"),
        typed(QuoteField::Reason(0), "Pro loyalty"),
    ];
    edited(LEGACY, discount.into_iter().chain(actions))
}

#[tokio::test]
async fn the_discount_of_a_tier_that_another_price_book_lacks_goes_with_it() {
    let before = with_loyalty([]);
    let state = with_loyalty([book("2023-03")]);
    let option = editing(&state).quote.options.first().expect("an option");
    assert_eq!(
        (option.tier.as_str(), option.discount_percent.decimal().is_zero(), option.reason.as_str()),
        ("enterprise-small", true, "")
    );
    let sentence = "March 2023 doesn’t list Pro (legacy), so option 1 is for Enterprise Small now. Its discount went with \
                    that tier.";
    let html = rendered(state.clone()).await;
    assert_says(&rendered::text(&html), &[sentence]);
    let (notice, options) = (html.find(sentence), html.find("<legend>Options</legend>"));
    assert!(notice.is_some() && notice < options, "it stands beneath the price book");

    let taken_back = Rc::new(state.clone()).reduce(QuotesAction::Edit(EditAction::Undo));
    assert_eq!(editing(&taken_back).draft, editing(&before).draft);
    let chosen_back = Rc::new(state).reduce(QuotesAction::Edit(book("2026-08")));
    assert_eq!(editing(&chosen_back).draft, editing(&before).draft, "the first price book brings its tier back");
    assert_eq!(editing(&chosen_back).undo, None);

    for (between, tier, discount) in [(QuoteField::Customer, "pro", "12.5"), (QuoteField::Reason(0), "pay-per-use", "")]
    {
        let back = with_loyalty([book("2023-03"), typed(between, "Acme"), book("2026-08")]);
        let option = &editing(&back).draft.options[0];
        assert_eq!((option.tier.as_str(), option.discount.as_str()), (tier, discount), "{between:?}");
    }
}

#[test]
fn what_a_price_book_lists_keeps_its_discount() {
    let tier = typed(QuoteField::Tier(0), "pay-per-use");
    let state = with_loyalty([tier, book("2026-06")]);
    assert_eq!(editing(&state).draft.options[0].discount, "12.5");
}

#[test]
fn a_further_option_is_for_a_tier_with_a_public_price() {
    let tiers = |estimate: &str, count: usize| -> Vec<_> {
        let state = edited(estimate, vec![EditAction::AddOption; count]);
        editing(&state).quote.options.iter().map(|option| option.tier.to_string()).collect()
    };
    assert_eq!(tiers(LEGACY, 1), ["pay-per-use", "pro"]);
    assert_eq!(
        tiers(LEGACY, 2),
        ["pay-per-use", "pro", "pay-per-use"],
        "where there is no other, it may be paid otherwise"
    );
    let contract = "v1/reads=2000000/period=month/usage=academic/months=12/prices=2024-10";
    assert_eq!(tiers(contract, 1), ["enterprise", "pro"]);
}

#[tokio::test]
async fn a_tier_without_a_public_price_says_what_it_needs() {
    let state = edited(LEGACY, [typed(QuoteField::Tier(0), "enterprise")]);
    let html = rendered(state).await;
    let need = "To quote it, make a tier of your own with its price on the Compare page, and press “Make a quote” there, which \
                begins another draft.";
    assert_says(&rendered::text(&html), &[need]);
    assert_eq!(html.matches(&format!(r#"href="./#{LEGACY}""#)).count(), 2, "also beneath the usage: {html}");
    let priced = rendered(open(LEGACY)).await;
    assert!(!rendered::text(&priced).contains(need));
}

#[tokio::test]
async fn a_draft_that_is_renumbered_is_issued_only_when_that_was_read() {
    let revision = |number| Revision::new(number).expect("a revision");
    let succession = Succession { revision: revision(3), replaces: revision(2) };
    let state = worked_on([typed(QuoteField::Customer, "Acme"), EditAction::Renumber(succession)]);
    let quote = &editing(&state).quote;
    assert_eq!((quote.revision, quote.replaces), (revision(3), Some(revision(2))));
    assert!(editing(&state).is_touched, "so that it is kept");
    let page = rendered::text(&rendered(state).await);
    assert_says(
        &page,
        &[
            "Draft of 2026-001, revision 3",
            "It replaces revision 2.",
            "Revision 2 was issued meanwhile, so this draft is revision 3 now and replaces that one. See whether it still \
             says what it should, and issue it again.",
        ],
    );
}

#[tokio::test]
async fn a_draft_says_at_each_field_what_issuing_needs() {
    let html = rendered(worked_on([])).await;
    assert_eq!(html.matches("Required. Up to 50 characters.").count(), 2, "the customer and the preparer");
    assert_eq!(html.matches(r#"aria-required="true""#).count(), 2);
    assert!(!html.contains("can’t be issued"), "{html}");

    let late = worked_on([typed(QuoteField::ValidUntil, "2026-11-23")]);
    let sentence = "It can’t be issued today: it is valid until 2026-11-23, but issued only on 2026-11-24: choose a later \
                    last day.";
    let html = rendered(late.clone()).await;
    assert!(html.contains(&format!(r#"<p id="valid-until-hint" class="hint">{sentence}</p>"#)), "{html}");
    assert!(!html.contains("aria-invalid"), "it is no error while it is a draft");
    let refusals = editing(&late).quote.issue(today()).expect_err("it is over");
    let refused = Rc::new(late).reduce(QuotesAction::Edit(EditAction::Refuse(refusals)));
    let html = rendered(QuotesState::clone(&refused)).await;
    assert_eq!(html.matches(sentence).count(), 1, "once issuing was tried, it is said as an error only");
    assert_eq!(editing(&refused).problems_of_fields().of(QuoteField::ValidUntil), Some(sentence));
}

#[tokio::test]
async fn what_issuing_needs_of_no_single_field_stands_above_the_button() {
    let twins = worked_on([EditAction::AddOption, typed(QuoteField::Tier(1), "enterprise-small")]);
    let page = rendered::text(&rendered(twins.clone()).await);
    let hint = "Before it can be issued: Options 1 and 2 are the same.";
    assert_says(&page, &[hint]);
    let refusals = editing(&twins).quote.issue(today()).expect_err("they are the same");
    let refused = Rc::new(twins).reduce(QuotesAction::Edit(EditAction::Refuse(refusals)));
    let page = rendered::text(&rendered(QuotesState::clone(&refused)).await);
    assert!(page.contains("Options 1 and 2 are the same.") && !page.contains(hint), "{page}");
}

#[test]
fn an_estimate_becomes_a_draft() {
    let state = open("v1/reads=9000/period=month/usage=hobby/months=6/prices=2023-03");
    let quote = &editing(&state).quote;
    assert_eq!(quote.options.first().map(|option| option.tier.as_str()), Some("basic"));
    assert_eq!(quote.estimate.usage().month_count().get(), 6);
}

#[test]
fn a_budget_becomes_a_quote_for_what_it_buys() {
    let state = open("v2/reads=5/period=month/usage=academic/months=12/budget=50000/prices=2023-03");
    let quote = &editing(&state).quote;
    assert_eq!(quote.estimate.usage().volume().map(|volume| volume.posts().get()), Some(50_000_000));
    assert_eq!(quote.options.first().map(|option| option.tier.as_str()), Some("enterprise-small"));
}

#[test]
fn further_options_are_others_and_go_again() {
    let add = || EditAction::AddOption;
    let state = worked_on([add(), add(), add(), add()]);
    let tiers: Vec<_> = editing(&state).quote.options.iter().map(|option| option.tier.to_string()).collect();
    assert_eq!(tiers, ["enterprise-small", "enterprise-medium", "enterprise-large"]);
    let state = worked_on([add(), EditAction::Recommend(Some(1)), EditAction::RemoveOption(0)]);
    assert_eq!(editing(&state).quote.recommended, None, "where there is no choice, nothing is recommended");
    let state =
        worked_on([add(), EditAction::Recommend(Some(1)), EditAction::RemoveOption(1), EditAction::RemoveOption(0)]);
    assert_eq!((editing(&state).quote.recommended, editing(&state).quote.options.len()), (None, 1));
}

#[test]
fn what_was_removed_comes_back() {
    let state = worked_on([
        EditAction::AddItem,
        typed(QuoteField::ItemLabel(0), "Set-up"),
        typed(QuoteField::ItemAmount(0), "5"),
        EditAction::RemoveItem(0),
    ]);
    assert_eq!(editing(&state).quote.items.len(), 0);
    assert_eq!(editing(&state).undo.as_ref().map(|undo| undo.sentence.as_str()), Some("Item 1 was removed."));
    let state = Rc::new(state).reduce(QuotesAction::Edit(EditAction::Undo));
    assert_eq!(editing(&state).quote.items.first().map(|item| item.label.as_str()), Some("Set-up"));
    assert_eq!(editing(&state).undo, None);
}

#[test]
fn what_was_removed_comes_back_also_when_the_rest_of_the_form_has_changed() {
    let two = [
        EditAction::AddOption,
        typed(QuoteField::Discount(1), "5"),
        typed(QuoteField::Reason(1), "loyalty"),
        EditAction::Recommend(Some(1)),
        EditAction::AddItem,
        typed(QuoteField::ItemLabel(0), "Set-up"),
        typed(QuoteField::ItemAmount(0), "5"),
    ];
    let full = editing(&worked_on(two.clone())).draft.clone();
    let rest = [typed(QuoteField::Customer, "Acme"), typed(QuoteField::Months, "24"), EditAction::MeanAsOffer(true)];
    for (remove, others, ends, field) in [
        (
            EditAction::RemoveOption(1),
            typed(QuoteField::ItemAmount(0), "7"),
            typed(QuoteField::Discount(0), "1"),
            QuoteField::Tier(1),
        ),
        (EditAction::RemoveItem(0), typed(QuoteField::Discount(0), "1"), EditAction::AddItem, QuoteField::ItemLabel(0)),
    ] {
        let removed = two.clone().into_iter().chain([remove.clone()]).chain(rest.clone()).chain([others.clone()]);
        let state = Rc::new(worked_on(removed));
        let gone = Rc::clone(&state).reduce(QuotesAction::Edit(ends));
        assert_eq!(editing(&gone).undo, None, "its part of the form is another one: {remove:?}");
        let back = state.reduce(QuotesAction::Edit(EditAction::Undo));
        let unremoved = worked_on(two.clone().into_iter().chain(rest.clone()).chain([others]));
        assert_eq!(editing(&back).draft, editing(&unremoved).draft, "{remove:?}");
        assert_ne!(editing(&back).draft, full);
        let focus = editing(&back).focus.as_ref().map(|focus| focus.id.clone());
        assert_eq!(focus, Some(field.id()), "the keyboard goes on where something came back");
    }
    let both = worked_on(two.into_iter().chain([EditAction::RemoveOption(1), EditAction::RemoveItem(0)]));
    assert_eq!(editing(&both).undo.as_ref().map(|undo| undo.sentence.as_str()), Some("Item 1 was removed."));
}

#[tokio::test]
async fn a_draft_stays_as_it_is_while_it_is_signed() {
    let state = worked_on([typed(QuoteField::Customer, "Acme"), EditAction::AddItem, EditAction::RemoveItem(0)]);
    let signing = Rc::new(state.clone()).reduce(QuotesAction::Issuing(true));
    for edit in [typed(QuoteField::Customer, "Beta"), EditAction::AddOption, EditAction::Undo] {
        let after = Rc::clone(&signing).reduce(QuotesAction::Edit(edit.clone()));
        assert!(after.place == state.place, "{edit:?}");
    }
    let html = rendered(QuotesState::clone(&signing)).await;
    assert!(html.contains("<fieldset disabled"), "{html}");
    let done =
        signing.reduce(QuotesAction::Issuing(false)).reduce(QuotesAction::Edit(typed(QuoteField::Customer, "B")));
    assert_eq!(editing(&done).draft.customer, "B", "where the signing failed, the writing goes on");
    let html = rendered(QuotesState::clone(&done)).await;
    assert!(!html.contains("<fieldset disabled"), "{html}");
}

#[tokio::test]
async fn examples_are_written_as_the_reader_writes_numbers() {
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    for (style, example) in [(STYLE, "Like 2,500,000, 2.5M or 10k."), (german, "Like 2.500.000, 2,5M or 10k.")] {
        let state = QuotesState::open(LAUNCH, Library::default(), Preparer::default(), style, today());
        assert_says(&rendered::text(&rendered(state).await), &[example]);
    }
}

#[test]
fn another_style_of_numbers_leaves_only_what_is_wrong_as_typed() {
    let german = NumberStyle::from_samples("1.234.567,50\u{a0}$", "1.234", "50\u{a0}%").expect("a style");
    let in_german = |state: QuotesState| Rc::new(state).reduce(QuotesAction::Choose(Settings::default(), german));
    let fields = [typed(QuoteField::Discount(0), "12.5"), typed(QuoteField::Reason(0), "launch partner")];
    let item = [EditAction::AddItem, typed(QuoteField::ItemLabel(0), "Set-up")];
    let typed_in = fields.into_iter().chain(item).chain([typed(QuoteField::ItemAmount(0), "1,500.5")]);
    let state = worked_on(typed_in.clone());
    let restyled = in_german(state.clone());
    let draft = &editing(&restyled).draft;
    assert_eq!((draft.options[0].discount.as_str(), draft.items[0].amount.as_str()), ("12,5", "1500,5"));
    assert_eq!(draft.estimate.volume, "2.000.000");
    assert_eq!(editing(&restyled).quote, editing(&state).quote);
    let wrong = in_german(worked_on(typed_in.clone().chain([typed(QuoteField::Discount(0), "much")])));
    assert_eq!(editing(&wrong).draft.options[0].discount, "much");
    assert_eq!(editing(&wrong).draft.items[0].amount, "1500,5", "what is right is written anew beside it");
    let removed = in_german(worked_on(typed_in.chain([EditAction::RemoveItem(0)])));
    let back = removed.reduce(QuotesAction::Edit(EditAction::Undo));
    assert_eq!(editing(&back).draft.items[0].amount, "1500,5", "what is taken back is written anew, too");
}

#[track_caller]
fn case(field: QuoteField, text: &str, problem: &str) {
    let state = worked_on([
        EditAction::AddItem,
        typed(QuoteField::ItemLabel(0), "Set-up"),
        typed(QuoteField::ItemAmount(0), "5"),
    ]);
    let good = editing(&state).quote.clone();
    let wrong = Rc::new(state).reduce(QuotesAction::Edit(typed(field, text)));
    assert_eq!(editing(&wrong).problems.of(field), Some(problem));
    assert_eq!(editing(&wrong).quote, good, "the last good quote stays");
}

#[test]
fn wrong_fields_say_their_rule() {
    case(
        QuoteField::Number,
        "a b",
        "Write 1 to 20 letters, digits, hyphens, dots, underscores and slashes, like 2026-014.",
    );
    case(QuoteField::Customer, &"x".repeat(51), "It has 51 characters, and at most 50 are kept.");
    case(QuoteField::ValidUntil, "", "Choose the last day on which the quote holds, like 2026-12-24.");
    case(QuoteField::ValidUntil, "2219-01-01", "The day 2219-01-01 is out of bounds: use 2020-01-01 to 2199-12-31.");
    case(
        QuoteField::Discount(0),
        "lots",
        "“lots” is not a number: a discount is 0 to 100 percent, with at most 4 decimal places.",
    );
    case(
        QuoteField::Discount(0),
        "101",
        "“101” doesn’t fit: a discount is 0 to 100 percent, with at most 4 decimal places.",
    );
    case(QuoteField::ItemLabel(0), " ", "Say what is paid for, or remove the item.");
    let credit = "an amount is 0 to 1,000,000,000,000 dollars. For a credit, give a discount.";
    case(QuoteField::ItemAmount(0), "-5", &format!("“-5” doesn’t fit: {credit}"));
    case(QuoteField::ItemAmount(0), "−5", &format!("“−5” doesn’t fit: {credit}"));
    case(QuoteField::ItemAmount(0), "much", "“much” is not a number: an amount is 0 to 1,000,000,000,000 dollars.");
    case(QuoteField::Months, "0", "“0” months can’t be priced: use a whole number from 1 to 120.");
}

#[test]
fn what_the_form_has_no_field_for_is_said_all_the_same() {
    let state = Rc::new(open("v2/reads=1000000/period=month/growth=20/usage=academic/months=12/prices=2023-03"));
    let state = state.reduce(QuotesAction::Edit(typed(QuoteField::Months, "120")));
    let whole = editing(&state).problems.whole.as_deref();
    assert!(whole.is_some_and(|sentence| sentence.contains("growth")), "{whole:?}");
}

#[test]
fn an_item_is_none_until_something_is_filled_in() {
    let state = worked_on([EditAction::AddItem]);
    assert!(editing(&state).is_current());
    assert_eq!(editing(&state).quote.items.len(), 0);
}

#[test]
fn annual_billing_of_part_of_a_year_is_said_at_its_option() {
    let state = worked_on([typed(QuoteField::Months, "18"), typed(QuoteField::Billing(0), "annual")]);
    let problem = editing(&state).problems.of(QuoteField::Billing(0)).expect("a problem");
    assert!(problem.contains("18 months"), "{problem}");
}

#[tokio::test]
async fn a_reason_without_a_discount_stays_and_is_asked_about_before_it_is_issued() {
    let discounted = [
        typed(QuoteField::Customer, "Acme, Inc."),
        typed(QuoteField::PreparedBy, "Mia Larsen"),
        typed(QuoteField::Discount(0), "12.5"),
        typed(QuoteField::Reason(0), "launch partner"),
    ];
    let sentence = "“launch partner” is a reason without a discount, so it isn’t printed: write the discount, or empty the \
                    reason.";
    let discounted = Rc::new(worked_on(discounted));
    assert!(!rendered::text(&rendered(QuotesState::clone(&discounted)).await).contains(sentence));
    for none in ["", " ", "0"] {
        let emptied = Rc::clone(&discounted).reduce(QuotesAction::Edit(typed(QuoteField::Discount(0), none)));
        let quote = &editing(&emptied).quote;
        let reopened = open_draft(quote);
        assert_eq!(editing(&reopened).draft.options[0].reason, "launch partner", "it is kept");
        let html = rendered(QuotesState::clone(&emptied)).await;
        assert_eq!(html.matches(sentence).count(), 1, "as a hint: {html}");
        assert!(!html.contains("aria-invalid"), "it is no error while it is a draft");
        let refusals = quote.issue(today()).expect_err("the discount may have been forgotten");
        let refused = Rc::clone(&emptied).reduce(QuotesAction::Edit(EditAction::Refuse(refusals)));
        assert_eq!(editing(&refused).problems_of_fields().of(QuoteField::Reason(0)), Some(sentence));
        assert_eq!(editing(&refused).focus.as_ref().map(|focus| focus.id.as_str()), Some("reason-1"));
    }
    let cleared = discounted
        .reduce(QuotesAction::Edit(typed(QuoteField::Discount(0), "")))
        .reduce(QuotesAction::Edit(typed(QuoteField::Reason(0), " ")));
    assert!(editing(&cleared).quote.issue(today()).is_ok());
}

#[tokio::test]
async fn refusals_and_problems_stand_in_the_form() {
    let state = worked_on([]);
    let refusals = editing(&state).quote.issue(today()).expect_err("nobody is named");
    let state = Rc::new(state).reduce(QuotesAction::Edit(EditAction::Refuse(refusals)));
    let html = rendered(QuotesState::clone(&state)).await;
    for words in ["Say who the quote is for.", "Say who prepared the quote."] {
        assert_eq!(html.matches(words).count(), 1, "{words}");
    }
    assert_eq!(html.matches(r#"aria-invalid="true""#).count(), 2, "each at its field");
    assert_eq!(
        editing(&state).focus.as_ref().map(|focus| focus.id.as_str()),
        Some("customer"),
        "which is where to go on"
    );
    let html = rendered(worked_on([typed(QuoteField::Discount(0), "lots")])).await;
    assert!(html.contains("Not updated: a field above needs mending."));
    assert!(html.contains(r#"aria-invalid="true""#));
}
