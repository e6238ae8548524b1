//! The menu of how the page is shown, and the button that opens it. Like the panel of saved estimates it is a native popover.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::locale;
use crate::app::settings::{Settings, Theme};
use crate::app::storage::BrowserShelf;
use crate::view::slot::option_in;

/// The id of the menu.
const MENU: &str = "display";

/// The reader's choices, and where new ones go.
pub struct SettingsView<'a> {
    /// What is chosen.
    pub settings: &'a Settings,
    /// Called with others, which are kept for the next visit.
    pub on_settings: &'a Callback<Settings>,
}

impl SettingsView<'_> {
    /// The button that opens the menu.
    pub fn button(&self) -> Html {
        html! { <button class="button button-plain" type="button" id="display-button" popovertarget={MENU}>{ "Display" }</button> }
    }

    /// The menu.
    pub fn menu(&self) -> Html {
        let settings = self.settings.clone();
        let onchange = self.on_settings.reform(move |event: Event| {
            let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
            settings.clone().choose_locale(&BrowserShelf, tag)
        });
        let chosen = self.settings.locale.as_str();
        let problem = self.settings.problem.map(|why| {
            html! { <p class="problem">{ format!("Your choice holds until you close this page, but isn’t kept: {why}.") }</p> }
        });
        html! {
            <div class="menu" id={MENU} popover="auto" role="dialog" aria-label="Display">
                <fieldset class="themes">
                    <legend>{ "Theme" }</legend>
                    for theme in Theme::ALL {
                        <label key={theme.id()}>{ self.theme(theme) }{ theme.label() }</label>
                    }
                </fieldset>
                <label class="locale">
                    <span>{ "Numbers as in" }</span>
                    <select class="field" {onchange}>
                        for (tag, label) in locale::CHOICES {
                            { option_in((!tag.is_empty()).then_some(tag.into()), tag, label, tag == chosen) }
                        }
                    </select>
                </label>
                <div role="alert">{ for problem }</div>
            </div>
        }
    }

    fn theme(&self, theme: Theme) -> Html {
        let checked = theme == self.settings.theme;
        let settings = self.settings.clone();
        let onchange = self.on_settings.reform(move |_: Event| settings.clone().choose_theme(&BrowserShelf, theme));
        html! { <input type="radio" name="theme" value={theme.id()} {checked} {onchange} /> }
    }
}
