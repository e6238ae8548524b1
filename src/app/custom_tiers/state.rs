use super::{CustomTiersAction, DraftChange, Editor, Import, Notice, Spot, TierDraft, TierFocus, TierProblems};
use crate::numbers::NumberStyle;
use crate::pricing::{Estimate, Identifier, MOST_CUSTOM_TIERS, PriceBook, Tier};
use crate::tier_text::tiers_from_json;

/// The user's own tiers, and what is being done with them.
///
/// The tiers can always be given to [`Estimate::with_custom_tiers`]: there are at most [`MOST_CUSTOM_TIERS`], and
/// their ids are unique among themselves and in the price book that the last action, or [`CustomTiers::avoid`], was told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomTiers {
    tiers: Vec<Tier>,
    task: Option<Task>,
    notice: Option<Notice>,
    source: Option<Identifier>,
    focus: TierFocus,
}

/// What is open: one thing at a time.
#[derive(Clone, Debug, PartialEq)]
enum Task {
    Editing(Box<Editor>),
    Importing(Import),
}

impl CustomTiers {
    /// The tiers of an estimate, with nothing open.
    #[must_use]
    pub fn new(estimate: &Estimate) -> Self {
        Self { tiers: estimate.custom_tiers().to_vec(), ..Self::default() }
    }

    /// The tiers, all of them right, in the user's order.
    #[must_use]
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }

    /// The open editor.
    #[must_use]
    pub fn editor(&self) -> Option<&Editor> {
        match &self.task {
            Some(Task::Editing(editor)) => Some(editor),
            _ => None,
        }
    }

    /// The open import.
    #[must_use]
    pub const fn import(&self) -> Option<&Import> {
        match &self.task {
            Some(Task::Importing(import)) => Some(import),
            _ => None,
        }
    }

    /// What happened to the list last.
    #[must_use]
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Where the focus was sent last.
    #[must_use]
    pub const fn focus(&self) -> &TierFocus {
        &self.focus
    }

    /// Whether one more tier may be added.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.tiers.len() < MOST_CUSTOM_TIERS
    }

    /// The listed tier to copy: the one that was chosen, or else the largest that is compared.
    #[must_use]
    pub fn source(&self, price_book: &'static PriceBook) -> Option<&'static Tier> {
        let chosen = self.source.as_ref().and_then(|id| price_book.tier(id.as_str()));
        chosen.or_else(|| price_book.compared().last())
    }

    /// Gives new ids to the tiers whose ids stand in `price_book`. To be called when another price book is chosen.
    pub fn avoid(&mut self, price_book: &'static PriceBook) {
        for place in 0..self.tiers.len() {
            let old = self.tiers[place].id.clone();
            if price_book.tier(old.as_str()).is_some() {
                let id = self.unused_id(&old, price_book);
                if let Some(Task::Editing(editor)) = &mut self.task
                    && editor.id == old
                {
                    editor.id = id.clone();
                }
                self.tiers[place] = self.tiers[place].clone().with_id(id);
            }
        }
        // A new tier that isn't right yet has an id but no place in the list.
        if let Some(editor) = self.editor()
            && price_book.tier(editor.id.as_str()).is_some()
        {
            let id = self.unused_id(&editor.id.clone(), price_book);
            if let Some(Task::Editing(editor)) = &mut self.task {
                editor.id = id;
            }
        }
    }

    /// The editor as a text for [`CustomTiers::resume`], while what stands in it isn't right and so isn't in the list. `link` is
    /// that of the estimate with the tiers.
    #[must_use]
    pub fn unfinished(&self, link: &str, style: NumberStyle) -> Option<String> {
        let editor = self.editor().filter(|editor| !editor.problems.is_empty())?;
        editor.write(link, style)
    }

    /// Goes on with an unfinished editor, if it was opened beside the same `link` and its numbers are in this `style`.
    pub fn resume(&mut self, unfinished: &str, link: &str, style: NumberStyle) {
        if let Some(editor) = Editor::read(unfinished, link, style) {
            self.task = Some(Task::Editing(Box::new(editor)));
            self.settle(style);
        }
    }

    /// Writes what stands in the editor in another style. What is no number stays as typed.
    pub fn restyle(&mut self, from: NumberStyle, to: NumberStyle) {
        if let Some(Task::Editing(editor)) = &mut self.task {
            editor.draft.restyle(from, to);
            self.settle(to);
        }
    }

    /// Carries out an action. Actions that aren't possible at the moment change nothing.
    pub fn reduce(&mut self, action: CustomTiersAction, price_book: &'static PriceBook, style: NumberStyle) {
        use CustomTiersAction as Action;
        match action {
            Action::Change(change) => self.change(change, style),
            Action::Done => self.close_editor(),
            Action::Cancel => self.cancel(),
            Action::TypeImport(text) => self.type_import(text),
            Action::ImportFile(text) => {
                self.type_import(text);
                self.take_import(price_book);
            }
            Action::Import => self.take_import(price_book),
            Action::RefuseFile(problem) => self.refuse_import(problem.sentence().to_owned()),
            // The rest is for the list, which rests while something is open.
            _ if self.task.is_some() => {}
            Action::New => self.open_new(TierDraft::blank(self.unused_name("My tier")), price_book, style),
            Action::ChooseSource(id) => self.source = Some(id),
            Action::Copy => self.copy_source(price_book, style),
            Action::Edit(id) => self.edit(id, style),
            Action::MoveUp(id) => self.move_up(id),
            Action::MoveDown(id) => self.move_down(id),
            Action::Delete(id) => self.delete(&id),
            Action::Undo => self.undo(price_book),
            Action::OpenImport => self.open_import(),
        }
    }

    fn change(&mut self, change: DraftChange, style: NumberStyle) {
        if let Some(Task::Editing(editor)) = &mut self.task {
            if let Some(spot) = editor.draft.change(change) {
                self.focus.send(spot);
            }
            self.settle(style);
        }
    }

    fn copy_source(&mut self, price_book: &'static PriceBook, style: NumberStyle) {
        if let Some(listed) = self.source(price_book) {
            let name = self.unused_name(&format!("{}, negotiated", listed.name));
            self.open_new(TierDraft::copy(listed, name, style), price_book, style);
        }
    }

    fn edit(&mut self, id: Identifier, style: NumberStyle) {
        if let Some(tier) = self.tiers.iter().find(|tier| tier.id == id) {
            let (draft, before) = (TierDraft::new(tier, style), Some(tier.clone()));
            self.open(id, draft, before, style);
        }
    }

    fn open_new(&mut self, draft: TierDraft, price_book: &'static PriceBook, style: NumberStyle) {
        if self.has_room() {
            let id = self.unused_id(&Tier::unnamed_id(), price_book);
            self.open(id, draft, None, style);
        }
    }

    fn open(&mut self, id: Identifier, draft: TierDraft, before: Option<Tier>, style: NumberStyle) {
        let problems = TierProblems::default();
        let shows_more_terms = draft.has_more_terms();
        let editor = Editor { id, draft, problems, is_insistent: false, shows_more_terms, before };
        self.task = Some(Task::Editing(Box::new(editor)));
        self.focus.send(Spot::Field(super::TierField::Name));
        self.settle(style);
    }

    /// Puts what stands in the editor into the list, if it is right.
    fn settle(&mut self, style: NumberStyle) {
        let Some(Task::Editing(editor)) = &mut self.task else { return };
        match editor.draft.tier(editor.id.clone(), style) {
            Err(problems) => editor.problems = problems,
            Ok(tier) => {
                editor.problems = TierProblems::default();
                editor.is_insistent = false;
                self.put(tier);
            }
        }
    }

    /// Puts a tier in the place of the one with its id, or at the end.
    fn put(&mut self, tier: Tier) {
        match self.tiers.iter_mut().find(|other| other.id == tier.id) {
            Some(same) if *same == tier => return,
            Some(old) => *old = tier,
            None => self.tiers.push(tier),
        }
        self.notice = None;
    }

    fn close_editor(&mut self) {
        let Some(Task::Editing(editor)) = &mut self.task else { return };
        if let Some(field) = editor.problems.first() {
            editor.is_insistent = true;
            let spot = match field {
                super::TierField::Charges(list) => Spot::AddCharge(list),
                field => Spot::Field(field),
            };
            self.focus.send(spot);
        } else {
            let id = editor.id.clone();
            self.task = None;
            self.focus.send(Spot::Edit(id));
        }
    }

    fn cancel(&mut self) {
        match self.task.take() {
            Some(Task::Editing(editor)) => {
                if let Some(before) = editor.before {
                    // Another price book may have changed its id meanwhile.
                    self.put(before.with_id(editor.id.clone()));
                    self.focus.send(Spot::Edit(editor.id));
                } else {
                    self.tiers.retain(|tier| tier.id != editor.id);
                    self.focus.send(Spot::New);
                }
            }
            Some(Task::Importing(_)) => self.focus.send(Spot::OpenImport),
            None => {}
        }
    }

    fn move_up(&mut self, id: Identifier) {
        if let Some(place) = self.place(&id)
            && place > 0
        {
            self.move_to(place, place - 1, Spot::Up(id));
        }
    }

    fn move_down(&mut self, id: Identifier) {
        if let Some(place) = self.place(&id)
            && place + 1 < self.tiers.len()
        {
            self.move_to(place, place + 1, Spot::Down(id));
        }
    }

    fn move_to(&mut self, from: usize, to: usize, spot: Spot) {
        self.tiers.swap(from, to);
        let name = self.tiers[to].name.to_string();
        self.notice = Some(Notice::Moved { name, place: to + 1, of: self.tiers.len() });
        self.focus.send(spot);
    }

    fn delete(&mut self, id: &Identifier) {
        if let Some(place) = self.place(id) {
            let tier = Box::new(self.tiers.remove(place));
            self.notice = Some(Notice::Deleted { tier, place });
            self.focus.send(Spot::Undo);
        }
    }

    fn undo(&mut self, price_book: &'static PriceBook) {
        match self.notice.take() {
            Some(Notice::Deleted { tier, place }) if self.has_room() => {
                let id = self.unused_id(&tier.id, price_book);
                self.tiers.insert(place.min(self.tiers.len()), tier.with_id(id.clone()));
                self.focus.send(Spot::Edit(id));
            }
            other => self.notice = other,
        }
    }

    fn open_import(&mut self) {
        self.task = Some(Task::Importing(Import::default()));
        self.focus.send(Spot::ImportText);
    }

    fn type_import(&mut self, text: String) {
        if let Some(Task::Importing(import)) = &mut self.task {
            *import = Import { text, problem: None };
        }
    }

    /// Takes the tiers of the text to import, or says why not and leaves all as it is.
    fn take_import(&mut self, price_book: &'static PriceBook) {
        let Some(import) = self.import() else { return };
        let imported = match tiers_from_json(&import.text) {
            Ok(imported) => imported,
            Err(error) => return self.refuse_import(format!("Nothing was imported: {error}.")),
        };
        let left_out = imported.left_out.iter();
        let sentence = |path: &String| format!("{path} was left out: a tier of your own has no such thing.");
        let (mut names, mut left_out) = (Vec::new(), left_out.map(sentence).collect::<Vec<_>>());
        for tier in imported.tiers {
            if self.has_room() {
                let id = self.unused_id(&tier.id, price_book);
                names.push(tier.name.to_string());
                self.tiers.push(tier.with_id(id));
            } else {
                let most = MOST_CUSTOM_TIERS;
                left_out.push(format!("“{}” was left out: there is room for {most} tiers of your own.", tier.name));
            }
        }
        if names.is_empty() {
            left_out.insert(0, "Nothing was imported: there is no tier in it to take.".to_owned());
            return self.refuse_import(left_out.join(" "));
        }
        self.task = None;
        self.notice = Some(Notice::Imported { names, left_out });
        self.focus.send(Spot::OpenImport);
    }

    fn refuse_import(&mut self, problem: String) {
        if let Some(Task::Importing(import)) = &mut self.task {
            import.problem = Some(problem);
            self.focus.send(Spot::ImportText);
        }
    }

    fn place(&self, id: &Identifier) -> Option<usize> {
        self.tiers.iter().position(|tier| tier.id == *id)
    }

    /// `wanted`, or if it is taken something like it: `custom`, `custom-2`, `custom-3`.
    fn unused_id(&self, wanted: &Identifier, price_book: &'static PriceBook) -> Identifier {
        let is_free = |id: &Identifier| price_book.tier(id.as_str()).is_none() && self.place(id).is_none();
        if is_free(wanted) {
            return wanted.clone();
        }
        (2..).map_while(|number| wanted.numbered(number)).find(is_free).unwrap_or_else(|| wanted.clone())
    }

    /// `wanted`, or if a tier has that name already the same with a number.
    fn unused_name(&self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while self.tiers.iter().any(|tier| tier.name == name) {
            number += 1;
            name = format!("{wanted} {number}");
        }
        name
    }
}
