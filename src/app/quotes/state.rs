use std::rc::Rc;

use yew::Reducible;

use super::issue::issued;
use super::nearest::nearest_first;
use super::{EditAction, Editing, Place, Preparer, Reading, Route};
use crate::app::Focus;
use crate::app::library::{
    Library, LibraryAction, LibraryCommand, LibraryEvent, LibraryOutcome, Seen, next_number, succession,
};
use crate::app::settings::Settings;
use crate::app::signing::{Signer, SigningProblem};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Estimate, Report};
use crate::quote::link::{self, OpenedQuote};
use crate::quote::{PublicKey, Quote, QuoteFields, QuoteOption, QuoteProblem, Revision};
use crate::text::{MultiLine, OneLine};

/// Everything the Quotes page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotesState {
    /// What is open.
    pub place: Place,
    /// The quotes on this device.
    pub kept: Library,
    /// Whether this device can sign, and if not why; `None` until that is known.
    pub signing: Option<Result<(), SigningProblem>>,
    /// The key that this device signs with, once it has one and that is known.
    pub own_key: Option<PublicKey>,
    /// Who issued the last quote on this device, how to reach them, and on which terms.
    pub preparer: Preparer,
    /// Whether a quote is being signed, during which its draft stays as it is.
    pub is_issuing: bool,
    /// What became of the last act, in a sentence.
    pub notice: Option<String>,
    /// How the reader wants to see the page.
    pub settings: Settings,
    /// How numbers are written.
    pub style: NumberStyle,
    /// The reader's date.
    pub today: Date,
}

/// What a reader of the Quotes page can do.
#[derive(Clone, Debug, PartialEq)]
pub enum QuotesAction {
    /// Goes to what a fragment says, on the reader's day.
    Open(String, Date),
    /// Works on the draft.
    Edit(EditAction),
    /// The draft lies in the library now, under this key and text.
    Kept(Seen),
    /// Who signed the quote with this link.
    Signed(String, Signer),
    /// A quote is being signed, or no longer.
    Issuing(bool),
    /// Whether this device can sign.
    CanSign(Result<(), SigningProblem>),
    /// The key that this device signs with.
    OwnKey(PublicKey),
    /// Something about the quotes on this device.
    Library(LibraryAction),
    /// Says something.
    Notice(String),
    /// Chooses how to see the page, with the style of numbers that follows.
    Choose(Settings, NumberStyle),
}

impl QuotesState {
    /// The id of the page's heading, where the keyboard goes on when something else is opened.
    pub const TITLE: &str = "quotes-title";

    /// The page for a fragment, with what is known of the library.
    #[must_use]
    pub fn open(fragment: &str, kept: Library, preparer: Preparer, style: NumberStyle, today: Date) -> Self {
        let blank = Self {
            place: Place::Library,
            kept,
            signing: None,
            own_key: None,
            preparer,
            is_issuing: false,
            notice: None,
            settings: Settings::default(),
            style,
            today,
        };
        blank.showing(fragment)
    }

    /// The same page for a fragment.
    fn showing(mut self, fragment: &str) -> Self {
        self.place = self.place_of(fragment);
        self.notice = self.left_out().map(str::to_owned);
        self
    }

    /// What a new draft, which isn't kept yet, leaves out of what the last quote had.
    fn left_out(&self) -> Option<&'static str> {
        let Place::Editing(editing, None) = &self.place else { return None };
        let is_short = editing.quote.terms.as_str().is_empty() && !self.preparer.terms.as_str().is_empty();
        is_short.then_some("The terms of your last quote are left out: there is no room for them beside this estimate.")
    }

    /// The fragment that the address should say, where there is one for what is open: that of a draft changes when it is first
    /// kept.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        match &self.place {
            Place::Editing(_, Some(kept)) => Some(Route::of_draft(&kept.key).to_string()),
            Place::Reading(reading) => Some(reading.opened.link.clone()),
            Place::Editing(_, None) | Place::Library | Place::Damaged { .. } => None,
        }
    }

    pub(super) fn place_of(&self, fragment: &str) -> Place {
        let damaged = |reason: String| Place::Damaged { link: fragment.to_owned(), reason };
        match Route::read(fragment) {
            Route::Library => Place::Library,
            Route::New => self.editing(&self.blank_estimate()),
            Route::Estimate(link) => match crate::link::decode(&link, crate::catalogue()) {
                Ok(estimate) => self.editing(&estimate),
                Err(error) => damaged(error.to_string()),
            },
            Route::Draft(name) => self.kept_draft(name),
            Route::Quote(link) => match link::decode(&link, crate::catalogue()) {
                Ok(opened) => {
                    self.reading(opened).unwrap_or_else(|| damaged("its amounts are too large to be stated".to_owned()))
                }
                Err(error) => damaged(error.to_string()),
            },
        }
    }

    fn reading(&self, opened: OpenedQuote) -> Option<Place> {
        Reading::new(opened, self.today).map(Place::Reading)
    }

    /// What a new quote is for until the seller says: the starting estimate at the prices of the day.
    fn blank_estimate(&self) -> Estimate {
        let catalogue = crate::catalogue();
        Estimate::starting(catalogue).at_prices_of(catalogue.price_book_of(self.today))
    }

    /// A new draft of a quote for an estimate.
    fn editing(&self, estimate: &Estimate) -> Place {
        let draft = self.new_quote(estimate).and_then(|quote| Editing::new(quote, self.style, self.today));
        match draft {
            Some(editing) => Place::Editing(Box::new(editing), None),
            None => Place::Damaged {
                link: String::new(),
                reason: "no quote can be made of this estimate: its amounts are too large, or its tiers are".to_owned(),
            },
        }
    }

    /// How a quote that came by link is kept: as one's own where it has this device's signature, or names whoever issues quotes
    /// here, and otherwise as somebody else's.
    #[must_use]
    pub fn keeping(&self, open: &Reading) -> LibraryCommand {
        let link = open.opened.link.clone();
        let preparer = Some(&self.preparer.name).filter(|name| !name.is_empty());
        let is_own = self.is_own_key(open) || preparer == Some(&open.opened.quote.prepared_by);
        LibraryCommand::Keep { link, is_received: !is_own }
    }

    /// What would keep the draft that is open from being issued on the reader's day. What issuing itself puts right isn't among
    /// it.
    #[must_use]
    pub fn hurdles(&self) -> Vec<QuoteProblem> {
        let Place::Editing(editing, kept) = &self.place else { return Vec::new() };
        let (quote, list) = (&editing.quote, &self.kept.list);
        let key = kept.as_ref().map(|kept| kept.key.as_str());
        let mut hurdles = issued(quote, list, key, self.today).err().unwrap_or_default();
        let is_renumbered = succession(list, quote).is_some();
        hurdles.retain(|hurdle| !(is_renumbered && *hurdle == QuoteProblem::NumberTaken));
        hurdles
    }

    /// Whether a quote says that it is signed with this device's key, and isn't known to be altered since.
    #[must_use]
    pub fn is_own_key(&self, open: &Reading) -> bool {
        open.signer != Some(Signer::Altered)
            && open.opened.seal.as_ref().is_some_and(|seal| self.own_key == Some(seal.key))
    }

    /// A quote for the cheapest tier that fits or else comes nearest, from whoever issued the last one here and on their terms.
    fn new_quote(&self, estimate: &Estimate) -> Option<Quote> {
        // Where a budget asks, the quote is for the posts that it buys.
        let assessment = Report::new(crate::catalogue(), estimate).ok()?.assessment;
        let estimate = &assessment.estimate;
        let tier = nearest_first(&assessment).first()?.tier.id.clone();
        let fields = QuoteFields {
            number: next_number(&self.kept.list, self.today),
            revision: Revision::FIRST,
            replaces: None,
            customer: OneLine::default(),
            prepared_by: self.preparer.name.clone(),
            contact: self.preparer.contact.clone(),
            issued: None,
            valid_until: self.today + Quote::USUAL_VALIDITY,
            estimate: estimate.clone(),
            options: vec![QuoteOption::plain(tier.clone())],
            recommended: None,
            items: Vec::new(),
            notes: MultiLine::default(),
            terms: self.preparer.terms.clone(),
            is_offer: false,
        };
        // Where there isn't room for all tiers of the seller's own, the offered one is enough.
        let offered = estimate.custom_tiers().iter().filter(|own| own.id == tier).cloned().collect();
        let only_offered = estimate.clone().with_custom_tiers(offered).ok()?;
        let shorter = QuoteFields { estimate: only_offered, ..fields.clone() };
        // The estimate was asked for, and the terms weren't.
        let bare = QuoteFields { terms: MultiLine::default(), ..shorter.clone() };
        [fields, shorter, bare].into_iter().find_map(|fields| Quote::new(fields).ok())
    }

    /// A draft that lies in the library; what was issued is only read.
    fn kept_draft(&self, name: String) -> Place {
        let damaged = |reason: String| Place::Damaged { link: String::new(), reason };
        let route = Route::Draft(name);
        let Some(entry) = self.kept.list.iter().find(|entry| Route::of_draft(&entry.key) == route) else {
            return damaged("this draft isn’t on this device; it may have been deleted in another tab".to_owned());
        };
        let too_large = || damaged("its amounts are too large to be stated".to_owned());
        match &entry.content {
            Err(error) => damaged(error.to_string()),
            Ok(opened) if opened.quote.issued.is_some() => {
                self.reading(OpenedQuote::clone(opened)).unwrap_or_else(too_large)
            }
            Ok(opened) => match Editing::new(opened.quote.clone(), self.style, self.today) {
                Some(editing) => Place::Editing(Box::new(editing), Some(entry.seen())),
                None => too_large(),
            },
        }
    }
}

impl QuotesState {
    /// Works on the draft that is open. What was said of it before may not hold of what it says then.
    fn edit(&mut self, action: EditAction) {
        let Place::Editing(editing, _) = &mut self.place else { return };
        let is_change = action.is_change();
        **editing = Editing::clone(editing).reduced(action, self.style, self.today);
        if is_change {
            let left_out = self.left_out();
            self.notice.take_if(|notice| Some(notice.as_str()) != left_out);
            self.kept.notice = None;
        }
    }

    /// Takes over what is or was done with the quotes on the device.
    fn reduce_library(&mut self, action: LibraryAction) {
        let mut is_kept = false;
        let mut is_news = false;
        if let LibraryAction::Done(LibraryOutcome { event, list }) = &action {
            is_kept = matches!(event, LibraryEvent::Kept(_));
            // Nothing was done here, so that what has changed was done in another tab.
            is_news = matches!(event, LibraryEvent::Nothing) && list.is_ok();
            if let Some(quote) = event.issued() {
                self.preparer = Preparer::of(quote);
            }
        }
        let before = is_news.then(|| self.kept.list.clone());
        self.kept = std::mem::take(&mut self.kept).reduced(action);
        if let Some(before) = before {
            self.follow(&before);
        }
        if is_kept {
            // The button that kept it has gone.
            Focus::send(&mut self.kept.focus, Self::TITLE);
        }
    }
}

impl Reducible for QuotesState {
    type Action = QuotesAction;

    fn reduce(self: Rc<Self>, action: QuotesAction) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match action {
            QuotesAction::Open(fragment, today) => {
                state.today = today;
                // The address follows what is open, so it usually says that.
                if state.address().as_deref() != Some(fragment.as_str()) {
                    state.kept = state.kept.reduced(LibraryAction::Look);
                    state = state.showing(&fragment);
                }
            }
            QuotesAction::Edit(_) if state.is_issuing => {}
            QuotesAction::Edit(action) => state.edit(action),
            QuotesAction::Kept(now) => {
                if let Place::Editing(_, kept) = &mut state.place {
                    *kept = Some(now);
                }
            }
            QuotesAction::Signed(link, signer) => {
                if let Place::Reading(reading) = &mut state.place
                    && reading.opened.link == link
                {
                    reading.signer = Some(signer);
                }
            }
            QuotesAction::Issuing(is_issuing) => state.is_issuing = is_issuing,
            QuotesAction::CanSign(answer) => state.signing = Some(answer),
            QuotesAction::OwnKey(key) => state.own_key = Some(key),
            QuotesAction::Library(action) => state.reduce_library(action),
            QuotesAction::Notice(sentence) => state.notice = Some(sentence),
            QuotesAction::Choose(settings, style) => {
                if let Place::Editing(editing, _) = &mut state.place {
                    editing.restyle(state.style, style, state.today);
                }
                (state.settings, state.style) = (settings, style);
            }
        }
        Rc::new(state)
    }
}
