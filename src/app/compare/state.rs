use std::rc::Rc;

use yew::Reducible;

use super::{CompareAction, CompareUndo, EditAction, EstimateDraft, EstimateProblems};
use crate::app::custom_tiers::CustomTiers;
use crate::app::saved::SavedPanel;
use crate::app::settings::Settings;
use crate::link::{self, LinkError};
use crate::numbers::NumberStyle;
use crate::pricing::{Date, Estimate, Period, Posts, Report};

/// Everything the Compare page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareState {
    /// What stands in the fields.
    pub draft: EstimateDraft,
    /// The user's own tiers.
    pub custom: CustomTiers,
    /// What is wrong with the fields.
    pub problems: EstimateProblems,
    /// The answer to the fields, or while something is wrong with them the last good answer.
    pub report: Option<Rc<Report>>,
    /// The answer that stands in the arithmetic and the order of the tiers, and in all that is under their table: the same, or
    /// while the reader types one from shortly before. These take as long to draw as all else, which must not wait for them.
    pub deferred: Option<Rc<Report>>,
    /// Why the link that was opened could not be used.
    pub damaged_link: Option<LinkError>,
    /// What became of the last act, in a sentence.
    pub notice: Option<String>,
    /// What the last act replaced, to take it back.
    pub undo: Option<Rc<CompareUndo>>,
    /// What is saved on this device.
    pub saved: SavedPanel,
    /// How the reader wants to see the page.
    pub settings: Settings,
    /// Whether the reader has made the estimate their own; a link that was only opened isn't kept for the next visit.
    pub is_own: bool,
    /// How numbers are written.
    pub style: NumberStyle,
    /// The reader's date, where there is a clock.
    pub today: Option<Date>,
}

impl CompareState {
    /// The state that a fragment stands for. Without a fragment, the estimate that `last` says, or the starting one; with one
    /// that can't be used, the starting one and the reason.
    #[must_use]
    pub fn open(fragment: &str, last: Option<&str>, style: NumberStyle, today: Option<Date>) -> Self {
        let catalogue = crate::catalogue();
        let estimate = last.and_then(|last| link::decode(last, catalogue).ok());
        let estimate = estimate.unwrap_or_else(|| Estimate::starting(catalogue));
        let blank = Self {
            draft: EstimateDraft::new(&estimate, style),
            custom: CustomTiers::new(&estimate),
            problems: EstimateProblems::default(),
            report: None,
            deferred: None,
            damaged_link: None,
            notice: None,
            undo: None,
            saved: SavedPanel::default(),
            settings: Settings::default(),
            is_own: true,
            style,
            today,
        };
        if fragment.is_empty() { blank.showing(&estimate) } else { blank.opened(fragment) }
    }

    /// Whether the answer is the answer to what stands in the fields.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.problems.is_empty()
    }

    /// Whether something other than the answer stands under the table of tiers.
    #[must_use]
    pub fn is_deferred_behind(&self) -> bool {
        self.deferred.as_ref().map(Rc::as_ptr) != self.report.as_ref().map(Rc::as_ptr)
    }

    /// The link of the answer.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        self.report.as_ref().map(|report| link::encode(&report.asked))
    }

    /// The link to keep for the next visit.
    #[must_use]
    pub fn own_link(&self) -> Option<String> {
        self.link().filter(|_| self.is_own && self.is_current())
    }

    /// What the reader was at with a tier of their own that isn't right yet, for [`CompareState::resumed`].
    #[must_use]
    pub fn unfinished(&self) -> Option<String> {
        // The link is written with every key, so only for an editor.
        self.custom.editor()?;
        self.custom.unfinished(&self.link()?, self.style)
    }

    /// The same state with that tier in its editor again, if it belongs to this estimate.
    #[must_use]
    pub fn resumed(mut self, unfinished: &str) -> Self {
        if let Some(link) = self.link() {
            self.custom.resume(unfinished, &link, self.style);
        }
        self
    }

    /// What the address should say. `None` while it shows a damaged link, which is left for the reader to repair.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.link().filter(|_| self.damaged_link.is_none())
    }

    /// The same state after a link was opened.
    fn opened(mut self, fragment: &str) -> Self {
        if self.is_current() && self.link().as_deref() == Some(fragment) {
            // The address follows the fields, so it usually says what is shown already.
            return self;
        }
        self.is_own = false;
        let catalogue = crate::catalogue();
        match fragment {
            "" => self.showing(&Estimate::starting(catalogue)),
            link => match link::decode(link, catalogue) {
                Ok(estimate) => self.showing(&estimate),
                Err(error) => {
                    let shown = self.showing(&Estimate::starting(catalogue));
                    Self { damaged_link: Some(error), ..shown }
                }
            },
        }
    }

    fn showing(mut self, estimate: &Estimate) -> Self {
        self.draft = EstimateDraft::new(estimate, self.style);
        self.custom = CustomTiers::new(estimate);
        self.damaged_link = None;
        self.undo = None;
        self.notice = None;
        self.answered()
    }

    /// Answers what stands in the fields, or says what is wrong with it and keeps the last good answer.
    fn answered(mut self) -> Self {
        let answer = self.draft.estimate(self.custom.tiers(), self.style).and_then(|estimate| {
            Report::new(crate::catalogue(), &estimate).map_err(|error| EstimateProblems::of_whole(error.to_string()))
        });
        match answer {
            Ok(report) => {
                self.report = Some(Rc::new(report));
                self.deferred.clone_from(&self.report);
                self.problems = EstimateProblems::default();
            }
            Err(problems) => self.problems = problems,
        }
        self
    }

    /// Remembers the fields and the user's own tiers, to take back what comes next.
    fn remember(&mut self, sentence: Option<&'static str>, is_volume: bool) {
        let (draft, custom, report) = (self.draft.clone(), self.custom.clone(), self.report.clone());
        self.undo = Some(Rc::new(CompareUndo { sentence, is_volume, draft, custom, report }));
    }

    /// Asks about `posts` in a period. Right after another such act, `last`, both are one: what the first had to clear comes
    /// back where it fits these posts.
    fn use_volume(&mut self, posts: Posts, period: Period, last: Option<Rc<CompareUndo>>) {
        match last.filter(|last| last.is_volume) {
            Some(last) => {
                self.draft = last.draft.clone();
                self.undo = Some(last);
            }
            None => self.remember(None, true),
        }
        let gave_way = self.draft.use_volume(posts, period, self.style);
        if let Some(undo) = &mut self.undo {
            Rc::make_mut(undo).sentence = gave_way;
        }
    }

    /// Carries out an action on the fields or the user's own tiers; `undo` takes the last act back.
    fn change(&mut self, action: EditAction, undo: Option<Rc<CompareUndo>>) {
        let style = self.style;
        match action {
            EditAction::Type(field, text) => self.draft.set(field, text),
            EditAction::Paste(place, text) => {
                self.remember(Some("The months were pasted."), false);
                self.notice = self.draft.paste(place, &text, style);
            }
            EditAction::ChooseDirection(direction) => self.draft.direction = direction,
            EditAction::ChoosePeriod(period) => self.draft.period = period,
            EditAction::ChooseUsageType(usage_type) => self.draft.usage_type = usage_type,
            EditAction::ChoosePriceBook(price_book) => {
                self.draft.price_book = price_book;
                if !crate::IS_FIRST_VIEW {
                    self.custom.avoid(price_book);
                }
            }
            EditAction::CustomTiers(action) => {
                if !crate::IS_FIRST_VIEW {
                    self.custom.reduce(action, self.draft.price_book, style);
                }
            }
            EditAction::ChooseMonthByMonth(month_by_month) => self.draft.choose_month_by_month(month_by_month, style),
            EditAction::UseRequests => {
                if let Some(Ok(posts)) = self.draft.posts_a_day(style) {
                    self.use_volume(posts, Period::Day, undo);
                }
            }
            EditAction::UseVolume(posts, period) => self.use_volume(posts, period, undo),
            EditAction::Reset => {
                self.remember(Some("The estimate was reset."), false);
                self.draft = EstimateDraft::new(&Estimate::starting(crate::catalogue()), style);
                self.custom = CustomTiers::default();
            }
            EditAction::Undo => {
                if let Some(undo) = undo {
                    self.draft = undo.draft.clone();
                    self.report.clone_from(&undo.report);
                    self.custom = undo.custom.clone();
                }
            }
        }
    }
}

impl Reducible for CompareState {
    type Action = CompareAction;

    fn reduce(self: Rc<Self>, action: CompareAction) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match action {
            CompareAction::Leave(field) => state.draft.write_out(field, state.style),
            CompareAction::ShowDeferred => state.deferred.clone_from(&self.report),
            CompareAction::Saved(action) => {
                if !crate::IS_FIRST_VIEW {
                    state.saved = state.saved.reduced(action);
                }
            }
            CompareAction::Open(fragment) => state = state.opened(&fragment),
            CompareAction::OpenSaved(link) => {
                state.remember(Some("The saved estimate was opened in place of the one before."), false);
                let undo = state.undo.take();
                state = Self { undo, is_own: true, ..state.opened(&link) };
            }
            CompareAction::Choose(settings, style) => {
                state.draft.restyle(state.style, style);
                if let Some(undo) = &mut state.undo {
                    Rc::make_mut(undo).restyle(state.style, style);
                }
                if !crate::IS_FIRST_VIEW {
                    state.custom.restyle(state.style, style);
                }
                (state.settings, state.style) = (settings, style);
                state = state.answered();
            }
            CompareAction::Edit(action) => {
                let is_typing = matches!(action, EditAction::Type(..));
                state.notice = None;
                let undo = state.undo.take();
                state.change(action, undo);
                state.damaged_link = None;
                state.is_own = true;
                state = state.answered();
                if is_typing {
                    state.deferred.clone_from(&self.deferred);
                }
            }
        }
        Rc::new(state)
    }
}
