use yew::prelude::*;

use super::element::element;
use super::saved::SavedView;
use super::settings::SettingsView;

/// The buttons of the header that open something, and what they open.
pub(super) struct Tools {
    pub(super) buttons: Html,
    pub(super) panels: Html,
}

impl Tools {
    /// The menu of how the page is shown, and the panel of what is saved on this device.
    pub(super) fn new(menu: &SettingsView<'_>, saved: &SavedView<'_>) -> Self {
        Self {
            buttons: element("div", "header-tools", vec![menu.button(), saved.button()]),
            panels: element("div", "", vec![menu.menu(), saved.panel()]),
        }
    }
}
