//! How the reader wants to see the page. A choice is kept on this device; what is left to the browser isn't kept at all.

mod theme;

pub use theme::Theme;

use yew::functional::{Reducible, UseReducerDispatcher};
use yew::prelude::*;

use super::locale;
use crate::app::storage::{BrowserShelf, Shelf, StorageProblem};
use crate::numbers::NumberStyle;

const THEME_KEY: &str = "quota-calculator/theme";
const LOCALE_KEY: &str = "quota-calculator/locale";

/// The reader's choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The tag of the locale that numbers are written in; empty for the browser's.
    pub locale: String,
    /// Why the latest choice isn't kept for the next visit. It holds for this one all the same.
    pub problem: Option<StorageProblem>,
}

impl Settings {
    /// The choices of an earlier visit. What isn't kept, or can't be read, is left to the browser.
    #[must_use]
    pub fn read(shelf: &impl Shelf) -> Self {
        let kept = |key| shelf.get(key).ok().flatten();
        let theme = kept(THEME_KEY).and_then(|id| Theme::by_id(&id)).unwrap_or_default();
        Self { theme, locale: kept(LOCALE_KEY).unwrap_or_default(), problem: None }
    }

    /// The settings with another theme, which is kept for the next visit.
    #[must_use]
    pub fn choose_theme(self, shelf: &impl Shelf, theme: Theme) -> Self {
        let id = if theme == Theme::System { "" } else { theme.id() };
        Self { theme, problem: keep(shelf, THEME_KEY, id).err(), ..self }
    }

    /// The settings with another locale, which is kept for the next visit.
    #[must_use]
    pub fn choose_locale(self, shelf: &impl Shelf, locale: String) -> Self {
        let problem = keep(shelf, LOCALE_KEY, &locale).err();
        Self { locale, problem, ..self }
    }
}

/// The choices of an earlier visit, as they are kept in this browser, and the style of numbers that follows from them.
#[must_use]
pub(crate) fn kept() -> (Settings, NumberStyle) {
    let settings = Settings::read(&BrowserShelf);
    let style = locale::number_style(Some(&settings.locale));
    (settings, style)
}

/// Shows the page in the chosen theme, and says what becomes of another choice: it goes to the page's state, together with the
/// style of numbers that follows from it.
#[hook]
pub(crate) fn use_settings<S: Reducible + 'static>(
    theme: Theme,
    dispatcher: UseReducerDispatcher<S>,
    choose: fn(Settings, NumberStyle) -> S::Action,
) -> Callback<Settings> {
    use_effect_with(theme, |theme| theme.apply());
    Callback::from(move |settings: Settings| {
        let style = locale::number_style(Some(&settings.locale));
        dispatcher.dispatch(choose(settings, style));
    })
}

/// Keeps a choice; of an empty one nothing is left behind.
fn keep(shelf: &impl Shelf, key: &str, choice: &str) -> Result<(), StorageProblem> {
    if choice.is_empty() { shelf.remove(key) } else { shelf.set(key, choice) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::storage::MemoryShelf;

    #[test]
    fn choices_are_there_at_the_next_visit() {
        let shelf = MemoryShelf::default();
        assert_eq!(Settings::read(&shelf), Settings::default());
        for theme in [Theme::Dark, Theme::Light] {
            let chosen = Settings::default().choose_theme(&shelf, theme).choose_locale(&shelf, "de-CH".to_owned());
            assert_eq!(chosen, Settings { theme, locale: "de-CH".to_owned(), problem: None });
            assert_eq!(Settings::read(&shelf), chosen);
        }
        let back = Settings::read(&shelf).choose_theme(&shelf, Theme::System).choose_locale(&shelf, String::new());
        assert_eq!(back, Settings::default());
        assert!(shelf.texts().is_empty(), "what is left to the browser isn't kept");
    }

    #[test]
    fn an_unknown_theme_is_left_alone() {
        let shelf = MemoryShelf::holding([(THEME_KEY, "sepia"), (LOCALE_KEY, "fr")]);
        let read = Settings::read(&shelf);
        assert_eq!(read, Settings { theme: Theme::System, locale: "fr".to_owned(), problem: None });
        let _chosen = read.choose_locale(&shelf, "en".to_owned());
        assert_eq!(shelf.texts().get(THEME_KEY).map(String::as_str), Some("sepia"));
    }

    #[test]
    fn a_choice_that_cannot_be_kept_holds_and_says_so() {
        for problem in [StorageProblem::Full, StorageProblem::Blocked, StorageProblem::Broken] {
            let shelf = MemoryShelf::default();
            shelf.fail(problem);
            assert_eq!(Settings::read(&shelf), Settings::default(), "nobody asked yet");
            let chosen = Settings::default().choose_theme(&shelf, Theme::Dark);
            assert_eq!((chosen.theme, chosen.problem), (Theme::Dark, Some(problem)));
            let chosen = chosen.choose_locale(&shelf, "fr".to_owned());
            assert_eq!((chosen.locale.as_str(), chosen.problem), ("fr", Some(problem)));
            shelf.fail(None);
            assert_eq!(chosen.choose_theme(&shelf, Theme::Light).problem, None);
        }
    }

    /// The script that starts the page shows the theme before the program runs.
    #[test]
    fn the_start_script_knows_the_same_words() {
        let script = include_str!("../../../static/boot.js");
        for word in [THEME_KEY, Theme::Light.id(), Theme::Dark.id()] {
            assert!(script.contains(&format!("\"{word}\"")), "{word}");
        }
    }
}
