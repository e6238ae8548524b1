use std::rc::Rc;

use yew::Reducible;

use super::kept::{Kept, KeptHistory, KeptOutcome};
use super::{Counted, Job, Own, SourceFile, Stage, Task};
use crate::app::Focus;
use crate::app::saved::SavedName;
use crate::app::settings::Settings;
use crate::history::{CalendarMonth, Choice, Count, DateOrder, LARGEST_FILE, Reply, Unreadable};
use crate::numbers::NumberStyle;
use crate::pricing::{Catalogue, Date, PriceBook, UsageType};

/// Everything the Usage history page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryState {
    /// The file, once one is chosen.
    pub file: Option<SourceFile>,
    /// The rows that were pasted last, whatever was chosen since: they stand in their box when it is shown again.
    pub pasted: Rc<str>,
    /// How far it has come.
    pub stage: Stage,
    /// What the reader has chosen of how it is read.
    pub choice: Choice,
    /// What the worker is to do.
    pub job: Option<Job>,
    /// What the reads were for.
    pub usage_type: UsageType,
    /// What the last estimate on this device says.
    pub own: Own,
    /// The price book whose tiers are shown one by one; `None` for the reader's own tiers.
    pub shown: Option<&'static PriceBook>,
    /// The histories on this device.
    pub kept: Kept,
    /// What became of the last act, in a sentence.
    pub notice: Option<String>,
    /// Where the keyboard should go.
    pub focus: Option<Focus>,
    /// How the reader wants to see the page.
    pub settings: Settings,
    /// How numbers are written.
    pub style: NumberStyle,
    /// The reader's date.
    pub today: Date,
    /// The number of the last job.
    jobs: u32,
}

/// What a reader of the Usage history page can do, and what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum HistoryAction {
    /// Chooses a file, or pastes rows.
    Take(SourceFile),
    /// Chooses how it is read.
    Choose(Choice),
    /// Has it counted.
    Count,
    /// The worker has answered to the job of that number.
    Answered(u32, Reply),
    /// Stops what the worker does.
    Cancel,
    /// Chooses the order of days and months.
    ChooseOrder(DateOrder),
    /// Chooses what the reads were for.
    ChooseUsageType(UsageType),
    /// Has the tiers of a price book shown one by one, or the reader's own.
    Show(Option<&'static PriceBook>),
    /// Goes back to how the file is read.
    GoBack,
    /// Begins anew.
    StartOver,
    /// Opens a history that was kept.
    Open(KeptHistory),
    /// Something was done to the histories on this device.
    Kept(KeptOutcome),
    /// Chooses how to see the page, with the style of numbers that follows.
    ChooseSettings(Settings, NumberStyle),
}

impl HistoryState {
    /// The id of the page's heading, where the keyboard goes on when nothing else is there.
    pub const TITLE: &str = "history-title";

    /// The id of the heading over the preview.
    pub const PREVIEW: &str = "history-preview";

    /// The id of the heading over what the history comes to.
    pub const RESULT: &str = "history-result";

    /// The page before a file is chosen.
    #[must_use]
    pub fn new(own: Own, kept: Kept, style: NumberStyle, today: Date) -> Self {
        Self {
            file: None,
            pasted: Rc::from(""),
            stage: Stage::Empty,
            choice: Choice::default(),
            job: None,
            usage_type: own.usage_type,
            own,
            shown: Some(crate::catalogue().default_price_book()),
            kept,
            notice: None,
            focus: None,
            settings: Settings::default(),
            style,
            today,
            jobs: 0,
        }
    }

    /// The price book that estimates of the history are made with: the one whose tiers are shown.
    #[must_use]
    pub fn price_book(&self) -> &'static PriceBook {
        let catalogue: &'static Catalogue = crate::catalogue();
        self.shown.unwrap_or_else(|| catalogue.newest_price_book())
    }

    fn start(&mut self, task: Task) {
        self.jobs = self.jobs.wrapping_add(1);
        self.job = Some(Job { number: self.jobs, task });
    }

    fn look(&mut self) {
        // A clock that is years behind would have every row in the future.
        let today = self.today.max(crate::catalogue().last_checked());
        self.start(Task::Look(self.choice, CalendarMonth::begun_by(today)));
    }

    fn go_to(&mut self, id: &str) {
        Focus::send(&mut self.focus, id);
    }

    fn take(&mut self, file: SourceFile) {
        self.choice = Choice::default();
        self.notice = None;
        let reason = match file.size {
            0 => Some(Unreadable::Empty),
            size if size > LARGEST_FILE => Some(Unreadable::TooLarge),
            _ => None,
        };
        if let Some(rows) = &file.pasted {
            self.pasted = rows.clone();
        }
        self.file = Some(file);
        if let Some(reason) = reason {
            return self.refuse_file(reason);
        }
        self.stage = Stage::Looking;
        self.look();
    }

    fn refuse_file(&mut self, reason: Unreadable) {
        let sentence = self.file.as_ref().map_or_else(|| reason.to_string(), |file| file.reason(reason));
        self.refuse(sentence);
    }

    fn refuse(&mut self, reason: String) {
        self.job = None;
        self.stage = Stage::Refused(reason);
        self.go_to(Self::TITLE);
    }

    fn answered(&mut self, reply: Reply) {
        match reply {
            Reply::Looked(Ok(preview)) => {
                self.job = None;
                if !matches!(self.stage, Stage::Previewed(_)) {
                    self.go_to(Self::PREVIEW);
                }
                self.stage = Stage::Previewed(Box::new(preview));
            }
            Reply::Looked(Err(reason)) => self.refuse_file(reason),
            Reply::Progress(bytes) => {
                if let Stage::Counting { done, .. } = &mut self.stage {
                    *done = bytes;
                }
            }
            Reply::Counted(count) => {
                self.job = None;
                let order = count.evidence.order().0;
                self.show_count(Rc::new(count), order);
                self.go_to(if matches!(self.stage, Stage::Shown(..)) { Self::RESULT } else { Self::PREVIEW });
            }
            Reply::Failed(reason) => self.refuse(format!("The file couldn’t be read: {reason}.")),
        }
    }

    /// Shows what came of counting, or says why there is nothing to show.
    fn show_count(&mut self, count: Rc<Count>, order: DateOrder) {
        let preview = match std::mem::replace(&mut self.stage, Stage::Empty) {
            Stage::Counting { preview, .. } | Stage::Previewed(preview) => Some(preview),
            Stage::Shown(_, preview) => preview,
            Stage::Empty | Stage::Looking | Stage::Refused(_) => None,
        };
        let name = self.file.as_ref().map_or_else(|| SavedName::new("", "A file"), |file| file.name.clone());
        let counted = Counted::of_count(name, count.clone(), order, self.usage_type, &self.own, self.style);
        match (counted, preview) {
            (Ok(counted), preview) => self.stage = Stage::Shown(Box::new(counted), preview),
            (Err(reason), Some(preview)) => {
                let first = count.bad_rows(order).first.into_iter().next();
                let example = first.map(|row| format!(" Line {}: {}", self.style.whole(row.line), row.reason));
                self.notice = Some(reason + &example.unwrap_or_default());
                self.stage = Stage::Previewed(preview);
            }
            (Err(reason), None) => self.stage = Stage::Refused(reason),
        }
    }

    /// Stops what the worker does, and says so.
    fn cancel(&mut self) {
        self.job = None;
        match std::mem::replace(&mut self.stage, Stage::Empty) {
            Stage::Counting { preview, .. } => {
                self.notice = Some("Counting was stopped. Nothing of the file was used.".to_owned());
                self.stage = Stage::Previewed(preview);
                self.go_to(Self::PREVIEW);
            }
            Stage::Looking => {
                self.notice = Some("Looking at the file was stopped.".to_owned());
                self.file = None;
                self.go_to(Self::TITLE);
            }
            stage => self.stage = stage,
        }
    }

    fn go_back(&mut self) {
        match std::mem::replace(&mut self.stage, Stage::Empty) {
            Stage::Shown(_, Some(preview)) => {
                self.stage = Stage::Previewed(preview);
                self.go_to(Self::PREVIEW);
            }
            stage => self.stage = stage,
        }
    }

    /// Prices what is shown once more, and writes it out in the present style.
    fn price(&mut self) {
        if let Stage::Shown(counted, _) = &mut self.stage {
            **counted = counted.clone().priced(self.usage_type, &self.own, self.style);
        }
    }
}

impl Reducible for HistoryState {
    type Action = HistoryAction;

    fn reduce(self: Rc<Self>, action: HistoryAction) -> Rc<Self> {
        let mut state = Self::clone(&self);
        if !matches!(action, HistoryAction::Answered(..) | HistoryAction::Kept(_)) {
            state.notice = None;
        }
        match action {
            HistoryAction::Take(file) => state.take(file),
            HistoryAction::Choose(choice) => {
                state.choice = choice;
                if matches!(state.stage, Stage::Previewed(_)) {
                    state.look();
                }
            }
            HistoryAction::Count => {
                if let Stage::Previewed(preview) = &state.stage
                    && let Some(format) = preview.format()
                {
                    state.stage = Stage::Counting { preview: preview.clone(), done: 0 };
                    state.start(Task::Count(format));
                }
            }
            HistoryAction::Answered(number, reply) => {
                // What an earlier job still says is of no interest.
                if state.job.as_ref().is_some_and(|job| job.number == number) {
                    state.answered(reply);
                }
            }
            HistoryAction::Cancel => state.cancel(),
            HistoryAction::ChooseOrder(order) => {
                let count = match &state.stage {
                    Stage::Shown(counted, _) => counted.count.clone(),
                    _ => None,
                };
                if let Some((count, _)) = count {
                    state.show_count(count, order);
                }
            }
            HistoryAction::ChooseUsageType(usage_type) => {
                state.usage_type = usage_type;
                state.price();
            }
            HistoryAction::Show(book) => state.shown = book,
            HistoryAction::GoBack => state.go_back(),
            HistoryAction::StartOver => {
                (state.file, state.stage, state.job) = (None, Stage::Empty, None);
                state.go_to(Self::TITLE);
            }
            HistoryAction::Open(KeptHistory { name, usage_type, history, .. }) => {
                state.usage_type = usage_type.unwrap_or(state.usage_type);
                let counted = Counted::of_history(name, history, state.usage_type, &state.own, state.style);
                (state.file, state.job) = (None, None);
                state.stage = Stage::Shown(Box::new(counted), None);
                state.go_to(Self::RESULT);
            }
            HistoryAction::Kept(outcome) => state.kept = state.kept.reduced(outcome),
            HistoryAction::ChooseSettings(settings, style) => {
                (state.settings, state.style) = (settings, style);
                state.price();
            }
        }
        Rc::new(state)
    }
}
