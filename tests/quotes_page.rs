//! The Quotes page: what it shows of drafts and of quotes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

mod quotes_states;
mod rendered;

use std::rc::Rc;

use quota_calculator::app::library::{Library, LibraryCommand, LibraryProblem};
use quota_calculator::app::quotes::{EditAction, Place, QuoteField, QuotesAction, QuotesState, Route};
use quota_calculator::app::signing::Signer;
use quota_calculator::app::storage::StorageProblem;
use quota_calculator::quote::{PublicKey, Quote, Revision, Seal, Signature, fingerprint, link};
use quotes_states::{LAUNCH, LEGACY, complete, edited, editing, open, rendered, today, typed, worked_on};
use rendered::assert_says;
use yew::Reducible;

/// The draft of an offer, complete and for one tier.
fn offer(estimate: &str, tier: &str) -> QuotesState {
    edited(
        estimate,
        [
            typed(QuoteField::Customer, "Acme, Inc."),
            typed(QuoteField::PreparedBy, "Mia Larsen"),
            typed(QuoteField::Tier(0), tier),
            EditAction::MeanAsOffer(true),
        ],
    )
}

async fn cant_be_offered(estimate: &str, tier: &str, warning: &str, refusal: &str) {
    let state = offer(estimate, tier);
    let quote = &editing(&state).quote;
    let refusals = quote.issue(today()).expect_err("it can't be an offer");
    assert_eq!(refusals.iter().map(ToString::to_string).collect::<Vec<_>>(), [refusal]);
    let as_estimate = Rc::new(state.clone()).reduce(QuotesAction::Edit(EditAction::MeanAsOffer(false)));
    assert!(editing(&as_estimate).quote.issue(today()).is_ok(), "an estimate may show what doesn't do");
    let page = rendered::text(&rendered(state).await);
    assert_eq!(page.matches(warning).count(), 2, "in the form and on the sheet: {page}");
}

#[tokio::test]
async fn a_tier_that_cant_serve_the_reads_is_not_offered() {
    cant_be_offered(
        "v2/reads=2000000/period=month/usage=academic/months=12/prices=2024-10",
        "free",
        "It doesn’t serve these reads: the busiest month needs 2,000,000, which is 1,999,900 more than it serves. The price is \
         for what it serves.",
        "Free doesn’t serve these reads, so it can’t be offered: choose another tier, or make one of your own.",
    )
    .await;
    cant_be_offered(
        "v2/reads=2000/period=month/usage=ai-training/months=12/prices=2026-08",
        "pay-per-use",
        "It doesn’t serve these reads: the published terms don’t open it to this usage type.",
        "The published terms don’t open Pay-per-use to this usage type, so it can’t be offered: choose another tier, or \
         make one of your own.",
    )
    .await;
}

#[tokio::test]
async fn months_of_their_own_are_listed() {
    let longer = typed(QuoteField::Months, "6");
    let state = edited("v2/given=1000,2000,15000,9000/usage=hobby/reread=1.5/prices=2024-10", [longer]);
    let page = rendered::text(&rendered(state).await);
    let months = "month 1: 1,000 · month 2: 2,000 · month 3: 15,000 · months 4 to 6: 9,000 each";
    assert_says(
        &page,
        &[
            "1,000 to 15,000 posts a month for a hobby project, over 6 months, at the prices of October 2024",
            &format!("Posts month by month: {months}."),
            "A longer term goes on with the last month’s posts.",
        ],
    );
    assert_eq!(page.matches(months).count(), 2, "in the form and on the sheet");
}

#[tokio::test]
async fn what_is_closed_to_new_customers_today_is_said() {
    let state = offer("v2/reads=500000/period=month/usage=hobby/months=12/prices=2024-10", "pro");
    let quote = editing(&state).quote.issue(today()).expect("nothing is missing");
    let page = rendered::text(&rendered(open(&link::encode(&quote, None))).await);
    assert_says(
        &page,
        &[
            "it would come to the same. Pro is for existing customers only today.",
            "Listed today for existing customers only.",
        ],
    );
}

#[tokio::test]
async fn a_signature_of_ones_own_key_is_called_that_and_nothing_else() {
    let key = PublicKey::from_bytes([7; 32]);
    let seal = Seal { key, signature: Signature::from_bytes([9; 64]) };
    let link = link::encode(&complete(), Some(&seal));
    let signer = Signer::Unknown { fingerprint: fingerprint(&key), problem: None };
    let read = Rc::new(open(&link)).reduce(QuotesAction::Signed(link, signer));
    let own = Rc::clone(&read).reduce(QuotesAction::OwnKey(key));
    let page = rendered::text(&rendered(QuotesState::clone(&own)).await);
    let fingerprint = fingerprint(&key);
    let sentence =
        format!("Signed with this device’s own key, fingerprint {fingerprint}: customers can compare it with you.");
    assert_says(
        &page,
        &[&sentence, &format!("Signed by the key with the fingerprint {fingerprint}: compare it with the sender.")],
    );
    assert!(!page.contains("unknown key") && !page.contains("The signature is of"), "{page}");
    let page = rendered::text(&rendered(QuotesState::clone(&read)).await);
    assert_eq!(page.matches("Signed by an unknown key").count(), 2, "others read the same as before: {page}");
}

#[test]
fn a_quote_is_kept_as_ones_own_only_by_a_signature_that_isnt_forged() {
    let key = PublicKey::from_bytes([7; 32]);
    let seal = Seal { key, signature: Signature::from_bytes([9; 64]) };
    let link = link::encode(&complete(), Some(&seal));
    let right = Signer::Unknown { fingerprint: fingerprint(&key), problem: None };
    for (own_key, signer, is_own) in
        [(key, right.clone(), true), (PublicKey::from_bytes([8; 32]), right, false), (key, Signer::Altered, false)]
    {
        let read = Rc::new(open(&link)).reduce(QuotesAction::OwnKey(own_key));
        let read = read.reduce(QuotesAction::Signed(link.clone(), signer));
        let Place::Reading(reading) = &read.place else { panic!("it is read") };
        let link = link.clone();
        assert_eq!(read.keeping(reading), LibraryCommand::Keep { link, is_received: !is_own });
    }
}

#[tokio::test]
async fn a_discount_shows_its_arithmetic() {
    let discounted = |percent: &str| {
        let estimate = "v2/reads=500000/period=month/usage=hobby/months=12/prices=2024-10";
        edited(estimate, [typed(QuoteField::Tier(0), "pro"), typed(QuoteField::Discount(0), percent)])
    };
    let page = rendered::text(&rendered(discounted("33.3333")).await);
    assert_says(
        &page,
        &[
            "12 months × $5,000. First month: flat fee $5,000. Discount of each payment: 33.3333% of $5,000 = $1,666.665, rounded half up to $1,666.67.",
        ],
    );
    let page = rendered::text(&rendered(discounted("12.5")).await);
    assert_says(
        &page,
        &["12 months × $5,000. First month: flat fee $5,000. Discount of each payment: 12.5% of $5,000 = $625."],
    );
}

#[tokio::test]
async fn one_off_items_speak_of_a_choice_only_where_there_is_one() {
    let item =
        || [EditAction::AddItem, typed(QuoteField::ItemLabel(0), "Set-up"), typed(QuoteField::ItemAmount(0), "1,500")];
    let choice = "One-off items, whichever option you choose";
    let page = rendered::text(&rendered(worked_on(item())).await);
    assert!(page.contains("One-off items Item Amount Set-up $1,500") && !page.contains(choice), "{page}");
    let page = rendered::text(&rendered(worked_on([EditAction::AddOption].into_iter().chain(item()))).await);
    assert_says(&page, &[&format!("{choice} Item Amount Set-up $1,500")]);
}

#[tokio::test]
async fn the_sheet_says_that_changes_are_marked_only_where_some_are() {
    let (marked, same) = ("What changed is marked.", "No amount has changed.");
    for (estimate, tier, says) in [
        (LAUNCH, "enterprise-small", [true, false]),
        ("v2/reads=500000/period=month/usage=hobby/months=12/prices=2024-10", "pro", [false, true]),
        ("v2/reads=2000000/period=month/usage=academic/months=12/prices=2024-10", "enterprise", [false, false]),
    ] {
        let page = rendered::text(&rendered(edited(estimate, [typed(QuoteField::Tier(0), tier)])).await);
        assert_eq!([page.contains(marked), page.contains(same)], says, "{estimate}: {page}");
    }
}

const GROWING: &str = "v2/reads=100000/period=month/growth=10/usage=commercial-small/months=12/prices=2026-08";

#[tokio::test]
async fn the_amounts_of_a_column_of_payments_all_have_cents_or_none() {
    let page = rendered::text(&rendered(open(GROWING)).await);
    assert_says(
        &page,
        &["Payment List To pay 1 $500.00 $500.00 2 $550.00 $550.00 3 $605.00 $605.00 4 $665.50 $665.50"],
    );
    let free = edited(GROWING, [typed(QuoteField::Discount(0), "100")]);
    let page = rendered::text(&rendered(free).await);
    assert_says(&page, &["Payment List To pay 1 $500.00 $0 2 $550.00 $0 3 $605.00 $0 4 $665.50 $0"]);
}

#[tokio::test]
async fn paper_says_how_the_payments_come_about() {
    let yearly = [typed(QuoteField::Months, "18"), typed(QuoteField::Tier(0), "pay-per-use")];
    let constant = edited(LEGACY, yearly.clone());
    let html = rendered(constant).await;
    assert!(html.contains(r#"<p class="tier-terms on-paper">Payments: 18 months × $6,000.</p>"#), "{html}");
    let discounted = edited(LEGACY, yearly.into_iter().chain([typed(QuoteField::Discount(0), "10")]));
    let html = rendered(discounted).await;
    let line = r#"<p class="tier-terms on-paper">Payments before discount: 18 months × $6,000.</p>"#;
    assert!(html.contains(line), "{html}");
}

#[test]
fn a_mark_that_mail_put_behind_a_link_is_no_harm() {
    let good = link::encode(&complete(), None);
    for mark in [".", ")", ">", "%3E", "),", "”", "%E2%80%9D.", "!"] {
        let state = open(&format!("{good}{mark}"));
        assert_eq!(state.address().as_ref(), Some(&good), "{mark}");
    }
    for more in ["A", ".A", "-", "%3", "%41"] {
        assert!(matches!(open(&format!("{good}{more}")).place, Place::Damaged { .. }), "{more}");
    }
}

#[tokio::test]
async fn an_offer_is_called_that_everywhere() {
    let state = offer("v2/reads=500000/period=month/usage=hobby/months=12/prices=2024-10", "pro");
    let quote = editing(&state).quote.issue(today()).expect("nothing is missing");
    let html = rendered(open(&link::encode(&quote, None))).await;
    let page = rendered::text(&html);
    assert_says(&page, &["Offer 2026-001 All quotes on this device"]);
    assert!(html.contains(r#"aria-label="Offer 2026-001""#));
}

#[tokio::test]
async fn a_quote_is_read_as_quoted_and_beside_today() {
    let html = rendered(open(&link::encode(&complete(), None))).await;
    for words in [
        "Valid until 2026-12-24: 30 more days.",
        "Acme, Inc.",
        "recommended",
        "$36,750",
        "$442,500",
        "No longer listed today.",
        "An estimate, not an offer. Prices in US dollars before tax.",
        "Keep on this device",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[tokio::test]
async fn a_refused_export_is_said_and_can_be_tried_again() {
    let why = StorageProblem::Blocked;
    let problem = LibraryProblem::Storage { deed: "export everything".to_owned(), why };
    let kept = Library { problem: Some(problem), storage_problem: Some(why), ..Library::default() };
    let html = rendered(QuotesState { kept, ..open("") }).await;
    assert!(html.contains("Export everything</button>"), "{html}");
    assert_says(&rendered::text(&html), &["Couldn’t export everything: this browser keeps nothing for this page"]);
}

#[tokio::test]
async fn damaged_links_open_nothing_and_say_why() {
    let good = link::encode(&complete(), None);
    for (fragment, reason) in [
        (&good[..60], "its end is missing"),
        (&format!("{good}x"), "it was altered on its way"),
        ("q7/abc", "its version is q7"),
        ("nonsense", "begin like the link of a quote, with q1"),
        ("draft=99", "this draft isn’t on this device"),
        ("v1/reads=5", "a part is missing"),
    ] {
        let state = open(fragment);
        assert!(matches!(state.place, Place::Damaged { .. }), "{fragment}");
        let html = rendered(state).await;
        assert!(html.contains(reason) && html.contains("Your own quotes are as they were."), "{reason}: {html}");
    }
}

#[test]
fn what_is_open_already_is_not_opened_again() {
    let quote_link = link::encode(&complete(), None);
    let state = Rc::new(open(&quote_link));
    let said = Rc::clone(&state).reduce(QuotesAction::Signed(quote_link.clone(), Signer::Unsigned));
    let again = Rc::clone(&said).reduce(QuotesAction::Open(quote_link, today()));
    assert_eq!(again.place, said.place, "what is known of the signature stays");
    let elsewhere = again.reduce(QuotesAction::Open(Route::Library.to_string(), today()));
    assert_eq!(elsewhere.place, Place::Library);
}

#[tokio::test]
async fn a_term_longer_than_the_quote_is_explained_on_the_sheet() {
    let estimate = "v2/reads=2000000/period=month/usage=commercial-small/months=18/\
                    tiers=!((id:acme,name:Acme,charges:!((model:flat,fee:1000),(model:perUnit,unitPrice:0.003)),termMonths:24))/\
                    prices=2026-08";
    let html = rendered(edited(estimate, [typed(QuoteField::Tier(0), "acme")])).await;
    let how = "18 months × $7,000, then 6 months × $1,000 without reads.";
    assert_says(&rendered::text(&html), &["Its term is 24 months: the last 6 are paid without reads.", how]);
    assert!(html.contains(&format!(r#"<p class="tier-terms on-paper">Payments: {how}</p>"#)), "{html}");
}

#[tokio::test]
async fn the_arithmetic_on_the_sheet_ends_at_what_is_paid() {
    let estimate = "v2/reads=10001/period=month/usage=hobby/months=12/prices=2026-08";
    let month = "First month: 10,001 × $0.005 = $50.005, rounded half up to $50.01.";
    for (billing, says) in [
        ("monthly", format!("12 months × $50.01. {month}")),
        ("annual", format!("1 year × $600.12. {month} First year: 12 × $50.01 = $600.12.")),
    ] {
        let state = edited(estimate, [typed(QuoteField::Billing(0), billing)]);
        assert_says(&rendered::text(&rendered(state).await), &[&says]);
    }
}

#[tokio::test]
async fn prices_that_are_not_todays_are_said_beside_the_price_book() {
    let newest = quota_calculator::catalogue().newest_price_book();
    for (state, notice) in [
        (worked_on([]), "These are the prices of March 2023; Enterprise Small isn’t listed today. Use August 2026"),
        (
            edited(
                "v2/reads=9000/period=month/usage=hobby/months=12/prices=2024-10",
                [EditAction::AddOption, typed(QuoteField::Tier(1), "pro")],
            ),
            "These are the prices of October 2024; Basic isn’t listed today; Pro is for existing customers only today. Use \
             August 2026",
        ),
        (
            edited("v2/reads=9000/period=month/usage=hobby/months=12/prices=2026-06", []),
            "These are the prices of June 2026; Pay-per-use is still listed today. Use August 2026",
        ),
    ] {
        let html = rendered(state.clone()).await;
        assert_says(&rendered::text(&html), &[notice]);
        assert!(html.find("These are the prices of") < html.find("<legend>Options</legend>"), "{html}");
        let used = Rc::new(state).reduce(QuotesAction::Edit(EditAction::ChoosePriceBook(newest)));
        assert_eq!(editing(&used).focus.as_ref().map(|focus| focus.id.as_str()), Some("prices"), "the button has gone");
        assert!(!rendered::text(&rendered(QuotesState::clone(&used)).await).contains("These are the prices of"));
    }
    assert!(!rendered::text(&rendered(open(LEGACY)).await).contains("These are the prices of"));
    let own = "v2/reads=2000000/period=month/usage=academic/months=12/\
               tiers=!((id:acme,name:Acme,charges:!((model:flat,fee:1000))))/prices=2023-03";
    for (tiers, is_said) in [(&["acme"][..], false), (&["acme", "basic"], true)] {
        let choices = tiers.iter().enumerate().map(|(place, tier)| typed(QuoteField::Tier(place), tier));
        let more = tiers[1..].iter().map(|_| EditAction::AddOption);
        let page = rendered::text(&rendered(edited(own, more.chain(choices))).await);
        assert_eq!(page.contains("These are the prices of March 2023"), is_said, "{tiers:?}: {page}");
    }
}

#[tokio::test]
async fn what_is_said_of_the_price_book_is_of_what_stands_in_the_form() {
    let wrong = || typed(QuoteField::Discount(0), "lots");
    let book =
        |id: &str| EditAction::ChoosePriceBook(quota_calculator::catalogue().price_book(id).expect("a price book"));
    for (edits, notice) in [
        (
            vec![wrong(), typed(QuoteField::Tier(0), "basic")],
            Some("These are the prices of March 2023; Basic isn’t listed today. Use August 2026"),
        ),
        (
            vec![wrong(), book("2024-10")],
            Some("These are the prices of October 2024; Enterprise has no public price today. Use August 2026"),
        ),
        (vec![wrong(), book("2026-08")], None),
        (
            vec![EditAction::AddOption, wrong(), EditAction::RemoveOption(1)],
            Some("These are the prices of March 2023; Enterprise Small isn’t listed today. Use August 2026"),
        ),
    ] {
        let state = worked_on(edits.clone());
        let page = rendered::text(&rendered(state).await);
        match notice {
            Some(notice) => assert_says(&page, &[notice]),
            None => assert!(!page.contains("These are the prices of"), "{edits:?}: {page}"),
        }
    }
}

async fn beside_today(quote: &Quote, says: &str) {
    let issued = quote.issue(today()).expect("nothing is missing");
    assert_says(&rendered::text(&rendered(open(&link::encode(&issued, None))).await), &[says]);
}

#[tokio::test]
async fn what_is_no_longer_sold_is_not_compared_with_todays_prices() {
    let of_2024 = "v2/reads=9000/period=month/usage=hobby/months=12/prices=2024-10";
    let gone = "Basic is no longer sold today, so there is no price to compare. Prices were last checked on";
    beside_today(&editing(&offer(of_2024, "basic")).quote, gone).await;
    beside_today(
        &complete().revise(Revision::new(2).expect("a revision"), Revision::FIRST).expect("a draft"),
        "Enterprise Small and Enterprise Medium are no longer sold today, so there are no prices to compare. Prices",
    )
    .await;
    let with_pro = Rc::new(offer(of_2024, "basic")).reduce(QuotesAction::Edit(EditAction::AddOption));
    let with_pro = with_pro.reduce(QuotesAction::Edit(typed(QuoteField::Tier(1), "pro")));
    beside_today(
        &editing(&with_pro).quote,
        "Basic is no longer sold today, so there is no price to compare. At today’s prices (August 2026) the other option \
         would come to the same. Pro is for existing customers only today.",
    )
    .await;
    let of_june = "v2/reads=9000/period=month/usage=hobby/months=12/prices=2026-02";
    let both = Rc::new(offer(of_june, "basic")).reduce(QuotesAction::Edit(EditAction::AddOption));
    let both = both.reduce(QuotesAction::Edit(typed(QuoteField::Tier(1), "pay-per-use")));
    beside_today(
        &editing(&both).quote,
        "Basic (legacy) is no longer sold today, so there is no price to compare. At today’s prices (August 2026) the other \
         option would come to the same.",
    )
    .await;
}

#[tokio::test]
async fn the_compare_page_opens_the_estimate_of_the_draft() {
    for (state, estimate) in [
        (open(LEGACY), LEGACY.to_owned()),
        (edited(LEGACY, [typed(QuoteField::Months, "6")]), LEGACY.replace("months=24", "months=6")),
    ] {
        let html = rendered(state).await;
        assert!(html.contains(&format!(r#"href="./#{estimate}""#)), "{html}");
        let hint = "For growth, months of their own or a tier of your own, open this estimate on the Compare page. “Make a \
                    quote” there begins another draft.";
        assert_says(&rendered::text(&html), &[hint]);
    }
}
