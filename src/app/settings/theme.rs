/// Dark ink on light paper, or light ink on dark paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What the storage and the style sheet call it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What the menu calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "As this device",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The theme of this [`Theme::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }

    /// Shows the page in this theme: the style sheet goes by the attribute `data-theme` of the root element.
    pub fn apply(self) {
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            // The name is a valid one, so the browser has no reason to refuse.
            let _refused = match self {
                Self::System => root.remove_attribute("data-theme"),
                Self::Light | Self::Dark => root.set_attribute("data-theme", self.id()),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_go_by_their_ids() {
        for theme in Theme::ALL {
            assert_eq!(Theme::by_id(theme.id()), Some(theme));
        }
        for unknown in ["", "Dark", "dark ", "sepia"] {
            assert_eq!(Theme::by_id(unknown), None);
        }
    }
}
