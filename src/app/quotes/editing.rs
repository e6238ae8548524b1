use std::rc::Rc;

use super::nearest::nearest_first;
use super::{QuoteDraft, QuoteField, QuoteProblems};
use crate::app::library::Succession;
use crate::app::{Focus, FormField};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Period, PriceBook, UsageType, assess};
use crate::quote::{Comparison, Quote, QuoteProblem};

/// A draft being worked on.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// What stands in the form.
    pub draft: QuoteDraft,
    /// What is wrong with it.
    pub problems: QuoteProblems,
    /// The quote that the form says, or while something is wrong with it the last good one.
    pub quote: Rc<Quote>,
    /// What that quote comes to.
    pub comparison: Rc<Comparison>,
    /// What kept it from being issued when that was tried.
    pub refusals: Vec<QuoteProblem>,
    /// What was last taken away or put in another's place, until what is in its place is changed.
    pub undo: Option<UndoableEdit>,
    /// Where the keyboard should go on, when what it was on has come or gone.
    pub focus: Option<Focus>,
    /// Whether the seller has changed anything since it was opened.
    pub is_touched: bool,
}

/// An act that took something away or put it in another's place, and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoableEdit {
    /// What it did, as a sentence.
    pub sentence: String,
    /// The part of the form that it was done in, where the sentence stands.
    pub part: FormPart,
    /// The id of the field that comes back, where the keyboard goes on then.
    pub field: String,
    /// The form before it.
    pub before: Box<QuoteDraft>,
}

/// A part of the form in which something can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormPart {
    /// The usage, with the price book.
    Usage,
    /// The options.
    Options,
    /// The one-off items.
    Items,
}

/// What a seller can do to a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum EditAction {
    /// Types into a field, or chooses from its list by id.
    Type(QuoteField, String),
    /// Leaves a field, whose number is then written out in full.
    Leave(QuoteField),
    /// Chooses the period of the volume.
    ChoosePeriod(Period),
    /// Chooses the usage type.
    ChooseUsageType(UsageType),
    /// Chooses the price book.
    ChoosePriceBook(&'static PriceBook),
    /// Adds an option.
    AddOption,
    /// Takes an option away.
    RemoveOption(usize),
    /// Recommends an option, or none.
    Recommend(Option<usize>),
    /// Adds a one-off item.
    AddItem,
    /// Takes an item away.
    RemoveItem(usize),
    /// Says whether it is an offer.
    MeanAsOffer(bool),
    /// Takes back what was removed or replaced last.
    Undo,
    /// Gives it another place among the revisions of its number, which it isn't issued with before that was read.
    Renumber(Succession),
    /// Shows what keeps it from being issued.
    Refuse(Vec<QuoteProblem>),
}

impl UndoableEdit {
    /// Puts back what was there, and leaves the rest of the form as it is.
    fn restore(self, draft: &mut QuoteDraft) {
        let before = *self.before;
        if self.part == FormPart::Items {
            draft.items = before.items;
        } else {
            // Which tiers the options can have is up to the price book.
            draft.estimate.price_book = before.estimate.price_book;
            (draft.options, draft.recommended) = (before.options, before.recommended);
        }
    }

    /// Whether it can still be taken back after `action`.
    const fn outlasts(&self, action: &EditAction) -> bool {
        let is_of_items = matches!(self.part, FormPart::Items);
        match action {
            EditAction::Undo => false,
            EditAction::AddItem | EditAction::RemoveItem(_) => !is_of_items,
            EditAction::ChoosePriceBook(_)
            | EditAction::AddOption
            | EditAction::RemoveOption(_)
            | EditAction::Recommend(_) => is_of_items,
            EditAction::Type(field, _) => match field {
                QuoteField::ItemLabel(_) | QuoteField::ItemAmount(_) => !is_of_items,
                QuoteField::Tier(_) | QuoteField::Billing(_) | QuoteField::Discount(_) | QuoteField::Reason(_) => {
                    is_of_items
                }
                _ => true,
            },
            _ => true,
        }
    }
}

impl EditAction {
    /// Whether it changes what the draft says.
    pub(super) const fn is_change(&self) -> bool {
        !matches!(self, Self::Leave(_) | Self::Refuse(_))
    }
}

impl Editing {
    /// The id of the button that takes back what was removed or replaced last.
    pub const UNDO_BUTTON: &str = "quote-undo";
    /// The id of the list of price books.
    pub const PRICE_BOOKS: &str = "prices";

    /// Begins to work on `quote`; `None` where its amounts can't be stated.
    #[must_use]
    pub fn new(quote: Quote, style: NumberStyle, today: Date) -> Option<Self> {
        let comparison = Comparison::new(crate::catalogue(), &quote, today).ok()?;
        Some(Self {
            draft: QuoteDraft::new(&quote, style),
            problems: QuoteProblems::default(),
            quote: Rc::new(quote),
            comparison: Rc::new(comparison),
            refusals: Vec::new(),
            undo: None,
            focus: None,
            is_touched: false,
        })
    }

    /// Whether the quote is what stands in the form.
    #[must_use]
    pub const fn is_current(&self) -> bool {
        self.problems.is_empty()
    }

    /// What is wrong with each field: with what stands in it, or because the quote can't be issued with it.
    #[must_use]
    pub fn problems_of_fields(&self) -> QuoteProblems {
        let mut problems = self.problems.clone();
        for refusal in &self.refusals {
            if let Some(field) = QuoteField::to_mend(refusal) {
                problems.add(field, refusal.to_string());
            }
        }
        problems
    }

    /// What keeps the quote from being issued and isn't the fault of one field alone.
    pub fn other_refusals(&self) -> impl Iterator<Item = &QuoteProblem> {
        self.refusals.iter().filter(|refusal| QuoteField::to_mend(refusal).is_none())
    }

    /// The draft after an act.
    #[must_use]
    pub fn reduced(mut self, action: EditAction, style: NumberStyle, today: Date) -> Self {
        let undo = self.undo.take();
        let lasting = undo.clone().filter(|undo| undo.outlasts(&action));
        let mut refusals = Vec::new();
        let draft = &mut self.draft;
        match action {
            EditAction::Leave(field) => {
                draft.write_out(field, style);
                return Self { undo, ..self };
            }
            EditAction::Refuse(refusals) => {
                if let Some(field) = refusals.iter().find_map(QuoteField::to_mend) {
                    Focus::send(&mut self.focus, field.id());
                }
                return Self { refusals, undo, ..self };
            }
            EditAction::Type(field, text) => draft.set(field, text),
            EditAction::ChoosePeriod(period) => draft.estimate.period = period,
            EditAction::ChooseUsageType(usage_type) => draft.estimate.usage_type = usage_type,
            EditAction::ChoosePriceBook(price_book) => self.choose_price_book(price_book, undo),
            EditAction::AddOption => self.add_option(),
            EditAction::RemoveOption(place) => {
                let sentence = format!("Option {} was removed.", place + 1);
                self.take_away(FormPart::Options, QuoteField::Tier(place), sentence, |draft| {
                    draft.remove_option(place);
                });
            }
            EditAction::Recommend(place) => draft.recommended = place,
            EditAction::AddItem => self.add_item(),
            EditAction::RemoveItem(place) => {
                let sentence = format!("Item {} was removed.", place + 1);
                self.take_away(FormPart::Items, QuoteField::ItemLabel(place), sentence, |draft| {
                    draft.remove_item(place);
                });
            }
            EditAction::Undo => {
                if let Some(undo) = undo {
                    Focus::send(&mut self.focus, undo.field.clone());
                    undo.restore(draft);
                }
            }
            EditAction::Renumber(Succession { revision, replaces }) => {
                (draft.revision, draft.replaces) = (revision, Some(replaces));
                refusals.push(QuoteProblem::Renumbered { revision, replaces });
            }
            EditAction::MeanAsOffer(is_offer) => draft.is_offer = is_offer,
        }
        self.undo = self.undo.or(lasting);
        self.refusals = refusals;
        self.is_touched = true;
        self.read(style, today);
        self
    }

    /// Chooses a price book, with the nearest of its tiers in the place of those that it doesn't list. `undo` is what was
    /// last taken away.
    fn choose_price_book(&mut self, price_book: &'static PriceBook, undo: Option<UndoableEdit>) {
        let estimate = self.quote.estimate.at_prices_of(price_book);
        let assessment = assess(crate::catalogue(), &estimate).ok();
        let nearest = assessment.iter().flat_map(nearest_first).map(|answer| &*answer.tier);
        // Who looks through the price books gets back what one of them lists and the one before it didn't.
        if let Some(undo) = undo.filter(|undo| undo.part == FormPart::Usage) {
            undo.restore(&mut self.draft);
        }
        let before = Box::new(self.draft.clone());
        let replaced = self.draft.choose_price_book(price_book, &nearest.collect::<Vec<_>>());
        let field = Self::PRICE_BOOKS.to_owned();
        self.undo = replaced.map(|sentence| UndoableEdit { sentence, part: FormPart::Usage, field, before });
        // The button that may have chosen it has gone.
        Focus::send(&mut self.focus, Self::PRICE_BOOKS);
    }

    /// Adds an option for the nearest tier that can be issued: one with a price.
    fn add_option(&mut self) {
        let assessment = assess(crate::catalogue(), &self.quote.estimate).ok();
        let priced = assessment.iter().flat_map(nearest_first).filter(|answer| answer.cost.is_some());
        self.draft.add_option(&priced.map(|answer| &answer.tier.id).collect::<Vec<_>>());
        let last = self.draft.options.len().saturating_sub(1);
        Focus::send(&mut self.focus, QuoteField::Tier(last).id());
    }

    /// Adds a one-off item, and goes to it.
    fn add_item(&mut self) {
        self.draft.add_item();
        let last = self.draft.items.len().saturating_sub(1);
        Focus::send(&mut self.focus, QuoteField::ItemLabel(last).id());
    }

    /// Takes something away that begins with `field`, to be taken back in the same part of the form.
    fn take_away(&mut self, part: FormPart, field: QuoteField, sentence: String, remove: impl FnOnce(&mut QuoteDraft)) {
        let before = Box::new(self.draft.clone());
        remove(&mut self.draft);
        self.undo = Some(UndoableEdit { sentence, part, field: field.id(), before });
        Focus::send(&mut self.focus, Self::UNDO_BUTTON);
    }

    /// Writes the numbers of the form, and of what can be taken back, as another style does. What is no number stays as typed.
    pub(super) fn restyle(&mut self, from: NumberStyle, to: NumberStyle, today: Date) {
        self.draft.restyle(from, to);
        if let Some(undo) = &mut self.undo {
            undo.before.restyle(from, to);
        }
        self.read(to, today);
    }

    /// Takes what stands in the form as the quote, or says why it can't be.
    fn read(&mut self, style: NumberStyle, today: Date) {
        match self.draft.quote(style) {
            Ok(quote) => match Comparison::new(crate::catalogue(), &quote, today) {
                Ok(comparison) => {
                    self.comparison = Rc::new(comparison);
                    self.quote = Rc::new(quote);
                    self.problems = QuoteProblems::default();
                }
                Err(error) => self.problems = QuoteProblems::of_whole(error.to_string()),
            },
            Err(problems) => self.problems = problems,
        }
    }
}
